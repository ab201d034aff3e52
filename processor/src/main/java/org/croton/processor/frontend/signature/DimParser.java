package org.croton.processor.frontend.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.croton.processor.kernel.DimRelation;
import org.croton.processor.type.Dim;

/**
 * Reads sizes as users write them: names, whole numbers, {@code + - * / %}, {@code min(a, b)},
 * {@code max(a, b)} and parentheses. Division rounds down.
 */
public final class DimParser {
  /** A text that is no list of sizes; the message quotes it and says where it goes wrong. */
  public static final class SyntaxError extends Exception {
    private static final long serialVersionUID = 1;

    SyntaxError(String message) {
      super(message);
    }
  }

  private final String text;
  private final Function<String, Dim> names;
  private int at;

  private DimParser(String text, Function<String, Dim> names) {
    this.text = text;
    this.names = names;
  }

  /** Sizes separated by commas; blank text is the empty list. */
  public static List<Dim> list(String text, Function<String, Dim> names) throws SyntaxError {
    List<Dim> dims = new ArrayList<>();
    if (text.isBlank()) {
      return dims;
    }
    DimParser parser = new DimParser(text, names);
    do {
      dims.add(parser.sum());
    } while (parser.accept(','));
    parser.expectEnd();
    return dims;
  }

  /** {@code model = heads*size}, {@code time >= 5}. */
  public static DimRelation relation(String text, Function<String, Dim> names) throws SyntaxError {
    DimParser parser = new DimParser(text, names);
    Dim left = parser.sum();
    DimRelation.Operator operator = parser.comparison();
    Dim right = parser.sum();
    parser.expectEnd();
    return new DimRelation(left, operator, right, text.trim());
  }

  /** A name, an equals sign, a size: {@code in = features}. */
  public record Binding(String name, Dim dim) {}

  /** Bindings separated by commas. */
  public static List<Binding> bindings(String text, Function<String, Dim> names)
      throws SyntaxError {
    List<Binding> bindings = new ArrayList<>();
    DimParser parser = new DimParser(text, names);
    do {
      String name = parser.identifier();
      if (name.isEmpty()) {
        throw parser.error("expected the name of a dim");
      }
      if (!parser.accept('=')) {
        throw parser.error("expected =");
      }
      bindings.add(new Binding(name, parser.sum()));
    } while (parser.accept(','));
    parser.expectEnd();
    return bindings;
  }

  private DimRelation.Operator comparison() throws SyntaxError {
    if (accept('=')) {
      accept('=');
      return DimRelation.Operator.EQ;
    }
    if (accept('<')) {
      return acceptHere('=') ? DimRelation.Operator.LE : DimRelation.Operator.LT;
    }
    if (accept('>')) {
      return acceptHere('=') ? DimRelation.Operator.GE : DimRelation.Operator.GT;
    }
    throw error("expected one of = <= >= < >");
  }

  private Dim sum() throws SyntaxError {
    Dim sum = product();
    while (true) {
      if (accept('+')) {
        sum = sum.plus(product());
      } else if (accept('-')) {
        sum = sum.minus(product());
      } else {
        return sum;
      }
    }
  }

  private Dim product() throws SyntaxError {
    Dim product = factor();
    while (true) {
      if (accept('*')) {
        product = product.times(factor());
      } else if (accept('/')) {
        product = product.floorDiv(divisor());
      } else if (accept('%')) {
        product = product.mod(divisor());
      } else {
        return product;
      }
    }
  }

  private Dim divisor() throws SyntaxError {
    Dim divisor = factor();
    if (divisor.equals(Dim.ZERO)) {
      throw error("division by zero before this");
    }
    return divisor;
  }

  private Dim factor() throws SyntaxError {
    if (accept('-')) {
      return Dim.ZERO.minus(factor());
    }
    if (accept('(')) {
      Dim inner = sum();
      expect(')');
      return inner;
    }
    skipBlanks();
    if (at < text.length() && Character.isDigit(text.charAt(at))) {
      return number();
    }
    String name = identifier();
    if (name.isEmpty()) {
      throw error("expected a name or a size");
    }
    if (accept('(')) {
      return call(name);
    }
    return names.apply(name);
  }

  private Dim call(String function) throws SyntaxError {
    Dim a = sum();
    expect(',');
    Dim b = sum();
    expect(')');
    return switch (function.toLowerCase(Locale.ROOT)) {
      case "min" -> a.min(b);
      case "max" -> a.max(b);
      default -> throw error("the functions of sizes are min and max, not " + function);
    };
  }

  private Dim number() throws SyntaxError {
    int start = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    try {
      return Dim.of(Integer.parseInt(text.substring(start, at)));
    } catch (NumberFormatException e) {
      at = start;
      throw error("this number is too large for a size");
    }
  }

  private String identifier() {
    skipBlanks();
    int start = at;
    while (at < text.length()
        && (at == start
            ? Character.isJavaIdentifierStart(text.charAt(at))
            : Character.isJavaIdentifierPart(text.charAt(at)))) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean accept(char c) {
    skipBlanks();
    return acceptHere(c);
  }

  private boolean acceptHere(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) throws SyntaxError {
    if (!accept(c)) {
      throw error("expected " + c);
    }
  }

  private void expectEnd() throws SyntaxError {
    skipBlanks();
    if (at < text.length()) {
      throw error("unexpected " + text.charAt(at));
    }
  }

  private SyntaxError error(String problem) {
    skipBlanks();
    String where = at >= text.length() ? "at the end" : "at character " + (at + 1);
    return new SyntaxError("\"" + text + "\": " + where + ", " + problem);
  }
}
