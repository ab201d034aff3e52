package org.croton.processor.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.type.Type;
import org.croton.processor.type.TypeMismatch;
import org.croton.processor.type.TypeText;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text form of a graph back. Parsed in the builder that made it, a printed graph is the
 * same graph.
 */
public final class GraphParser {
  private static final String UNKNOWN = "unknown ";
  private static final String INPUT = "input ";
  private static final String OUTPUT = "output ";
  private static final String REGION = "region(";
  private static final String YIELD = "yield";

  private final List<String> lines;
  private final Vocabulary vocabulary;
  private final GraphBuilder builder;
  private TypeText types = new TypeText(Set.of());
  private int next;

  private GraphParser(String text, Vocabulary vocabulary, GraphBuilder builder) {
    this.lines = text.lines().filter(line -> !line.isBlank()).toList();
    this.vocabulary = vocabulary;
    this.builder = builder;
  }

  /**
   * The graph of a text, made in {@code builder}. Throws {@link IllegalArgumentException} that
   * names the line if the text is no graph.
   */
  public static Graph parse(String text, Vocabulary vocabulary, GraphBuilder builder) {
    GraphParser parser = new GraphParser(text, vocabulary, builder);
    try {
      return parser.graph();
    } catch (IllegalArgumentException | TypeMismatch | IndexOutOfBoundsException e) {
      int line = Math.min(parser.next, parser.lines.size());
      String found = line > 0 ? parser.lines.get(line - 1).strip() : "";
      throw new IllegalArgumentException("line " + line + ": " + e.getMessage() + ": " + found, e);
    }
  }

  private Graph graph() {
    if (lines.get(0).startsWith(UNKNOWN)) {
      types = new TypeText(Set.copyOf(TypeText.split(line().substring(UNKNOWN.length()))));
    }
    Map<String, Node> names = new HashMap<>();
    List<Graph.Input> inputs = new ArrayList<>();
    while (peek().startsWith(INPUT)) {
      String[] parts = halves(line().substring(INPUT.length()), " : ");
      Parameter value = builder.parameter(0, inputs.size(), types.type(parts[1]));
      names.put(parts[0], value);
      inputs.add(new Graph.Input(parts[0], value));
    }
    while (next < lines.size() && !peek().startsWith(OUTPUT)) {
      statement(names);
    }
    List<Graph.Output> outputs = new ArrayList<>();
    while (next < lines.size()) {
      String[] parts = halves(line().substring(OUTPUT.length()), " = ");
      outputs.add(new Graph.Output(parts[0], value(parts[1], names)));
    }
    return new Graph(builder, inputs, outputs);
  }

  private String peek() {
    return lines.get(next).strip();
  }

  private String line() {
    return lines.get(next++).strip();
  }

  private static String[] halves(String text, String separator) {
    int at = text.lastIndexOf(separator);
    if (at < 0) {
      throw new IllegalArgumentException("missing '" + separator.strip() + "'");
    }
    return new String[] {text.substring(0, at), text.substring(at + separator.length())};
  }

  /** {@code name = op(operands) {settings} : types}, and the regions that follow it. */
  private void statement(Map<String, Node> names) {
    int line = next;
    String[] typed = halves(line(), " : ");
    int equals = typed[0].indexOf(" = ");
    int open = typed[0].indexOf('(');
    if (equals < 0 || open < equals) {
      throw new IllegalArgumentException("not an application");
    }
    String name = typed[0].substring(equals + 3, open);
    Operator operator = vocabulary.operator(name);
    if (operator == null) {
      throw new IllegalArgumentException("no operator '" + name + "'");
    }
    int close = closing(typed[0], open);
    List<Node> arguments = new ArrayList<>();
    for (String operand : TypeText.split(typed[0].substring(open + 1, close))) {
      arguments.add(value(operand, names));
    }
    Attrs attrs = attrs(typed[0].substring(close + 1).strip());
    List<Region> regions = new ArrayList<>();
    while (next < lines.size() && isInside(line) && peek().startsWith(REGION)) {
      regions.add(region());
    }
    Apply apply = builder.apply(operator, attrs, arguments, regions);
    requireTypes(apply, typed[1]);
    define(typed[0].substring(0, equals), apply, names);
  }

  private boolean isInside(int line) {
    return indent(next) > indent(line);
  }

  private int indent(int line) {
    String text = lines.get(line);
    return text.length() - text.stripLeading().length();
  }

  private Attrs attrs(String text) {
    return text.isEmpty()
        ? Attrs.NONE
        : vocabulary.attrs(text.substring(1, text.length() - 1), types);
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("missing ')'");
  }

  private void requireTypes(Apply apply, String declared) {
    List<Type> expected = TypeText.split(declared).stream().map(types::type).toList();
    if (!expected.equals(apply.resultTypes())) {
      throw new IllegalArgumentException("the types are " + apply.resultTypes());
    }
  }

  private void define(String name, Apply apply, Map<String, Node> names) {
    names.put(name, apply);
    if (apply.resultTypes().size() > 1) {
      builder.results(apply).forEach(x -> names.put(name + "." + ((Result) x).index(), x));
    }
  }

  private Region region() {
    String head = line();
    Map<String, Node> names = new HashMap<>();
    List<Parameter> parameters = new ArrayList<>();
    for (String part : TypeText.split(head.substring(REGION.length(), head.length() - 1))) {
      String[] typed = halves(part, " : ");
      String[] number = typed[0].substring(1).split("_", 2);
      Parameter parameter =
          builder.parameter(
              Integer.parseInt(number[0]), Integer.parseInt(number[1]), types.type(typed[1]));
      names.put(typed[0], parameter);
      parameters.add(parameter);
    }
    while (!peek().startsWith(YIELD)) {
      statement(names);
    }
    List<Node> results = new ArrayList<>();
    for (String value : TypeText.split(line().substring(YIELD.length()).strip())) {
      results.add(value(value, names));
    }
    return new Region(parameters, results);
  }

  private Node value(String text, Map<String, Node> names) {
    @Nullable Node known = names.get(text);
    if (known != null) {
      return known;
    }
    if (text.lastIndexOf(':') < 0) {
      throw new IllegalArgumentException("no value '" + text + "' before this line");
    }
    return builder.constant(LiteralText.read(text));
  }
}
