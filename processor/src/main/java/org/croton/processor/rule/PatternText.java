package org.croton.processor.rule;

import java.util.Map;
import java.util.stream.Collectors;

/** Prints patterns as formulas: infix arithmetic, calls for everything else. */
final class PatternText {
  private static final Map<String, String> INFIX =
      Map.of("add", " + ", "sub", " - ", "mul", "*", "div", "/");

  private PatternText() {}

  static String print(Pattern pattern) {
    if (pattern instanceof Pattern.Any) {
      return ((Pattern.Any) pattern).name();
    }
    if (pattern instanceof Pattern.AnyConstant) {
      return ((Pattern.AnyConstant) pattern).name();
    }
    if (pattern instanceof Pattern.Number) {
      return number(((Pattern.Number) pattern).value());
    }
    if (pattern instanceof Pattern.Named) {
      return print(((Pattern.Named) pattern).pattern());
    }
    if (pattern instanceof Pattern.Made) {
      return ((Pattern.Made) pattern).text();
    }
    return call((Pattern.Call) pattern);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String call(Pattern.Call call) {
    String name = call.operator().name();
    String infix = INFIX.get(name);
    if (infix != null) {
      return operand(call.arguments().get(0)) + infix + operand(call.arguments().get(1));
    }
    if (name.equals("neg")) {
      return "-" + operand(call.arguments().get(0));
    }
    String arguments =
        call.arguments().stream().map(PatternText::print).collect(Collectors.joining(", "));
    return name + "(" + arguments + settings(call) + ")";
  }

  private static String settings(Pattern.Call call) {
    if (call.attrsName() != null) {
      return "; " + call.attrsName();
    }
    String attrs = call.attrs() == null ? "" : call.attrs().toString();
    return attrs.isEmpty() ? "" : "; " + attrs;
  }

  private static String operand(Pattern pattern) {
    Pattern inner =
        pattern instanceof Pattern.Named ? ((Pattern.Named) pattern).pattern() : pattern;
    boolean compound =
        inner instanceof Pattern.Call
            && (INFIX.containsKey(((Pattern.Call) inner).operator().name())
                || ((Pattern.Call) inner).operator().name().equals("neg"));
    return compound ? "(" + print(inner) + ")" : print(inner);
  }
}
