package org.croton.processor.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.croton.DType;
import org.croton.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code members.txt}: a public member, and an expression over the {@link #VARIABLES}
 * that uses it. {@code host} instead of one says that it is for callers, not for compiled methods;
 * {@code refused} before one that it does not compile. After {@code ~} stands what it means in
 * plain Java, where names of dims are unknown.
 */
record MemberCase(String member, String expression, @Nullable String plain) {
  /** A parameter's declaration and its value. */
  private record Variable(String declaration, Object value) {}

  private static final Map<String, Variable> VARIABLES = new LinkedHashMap<>();

  private static void variable(String name, String declaration, Object value) {
    VARIABLES.put(name, new Variable(declaration + " " + name, value));
  }

  private static Tensor reals(long seed, int... shape) {
    return Tensor.fill(DType.F64, i -> 0.1 + 0.8 * ((i * 7 + seed) % 13) / 13, shape);
  }

  static {
    variable("x", "@F64(\"n, m\") Tensor", reals(1, 3, 4));
    variable("y", "@F64(\"n, m\") Tensor", reals(5, 3, 4));
    variable("z", "@F64(\"n, m\") Tensor", reals(8, 3, 4));
    variable("a", "@F64(\"n, n\") Tensor", reals(3, 3, 3));
    variable("v", "@F64(\"n\") Tensor", reals(6, 3));
    variable("f", "@F32(\"n, m\") Tensor", Tensor.fill(DType.F32, i -> i * 0.25 - 1, 3, 4));
    variable("i", "@I32(\"n, m\") Tensor", Tensor.fill(DType.I32, i -> i % 5 + 1, 3, 4));
    variable("c", "@I64(\"n\") Tensor", Tensor.of(2L, 0L, 2L));
    variable("p", "@Bool(\"n, m\") Tensor", Tensor.fill(DType.BOOL, i -> i % 3 == 0 ? 1 : 0, 3, 4));
    variable("d", "double", 0.625);
    variable("e", "double", 0.3);
    variable("g", "double", 1.75);
    variable("s", "float", 0.4f);
    variable("t", "float", 0.9f);
    variable("u", "float", 2.5f);
    variable("k", "int", 5);
    variable("l", "int", 3);
    variable("w", "long", 4L);
    variable("r", "long", 3L);
    variable("b", "boolean", true);
  }

  static List<MemberCase> table() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(MemberCase.class.getResourceAsStream("members.txt"))) {
      List<MemberCase> cases = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String[] sides = line.split(" = ", 2);
        String[] meanings = sides[1].split(" ~ ", 2);
        cases.add(new MemberCase(sides[0], meanings[0], meanings.length == 2 ? meanings[1] : null));
      }
      return cases;
    }
  }

  boolean isRefused() {
    return expression.startsWith("refused ");
  }

  boolean isCompiled() {
    return !isRefused() && !expression.equals("host");
  }

  private List<Variable> variables() {
    String all = (expression + " " + plain).replaceAll("\"[^\"]*\"", "");
    return VARIABLES.entrySet().stream()
        .filter(each -> Pattern.compile("\\b" + each.getKey() + "\\b").matcher(all).find())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** A method, on one line, that returns an expression. */
  String method(String annotation, String type, String name, String value) {
    List<String> parameters = variables().stream().map(Variable::declaration).toList();
    return "  %s public static %s %s(%s) { return %s; }"
        .formatted(
            annotation,
            type,
            name,
            String.join(", ", parameters),
            value.replaceFirst("^refused ", ""));
  }

  /** What the method of that name returns. */
  Object call(Class<?> type, String name) throws Throwable {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == variables().size()) {
        try {
          return method.invoke(null, variables().stream().map(Variable::value).toArray());
        } catch (InvocationTargetException e) {
          throw new AssertionError(this + " on " + type, e.getCause());
        }
      }
    }
    throw new AssertionError(type + " lacks " + name + " for " + this);
  }

  @Override
  public String toString() {
    return member + " as " + expression;
  }
}
