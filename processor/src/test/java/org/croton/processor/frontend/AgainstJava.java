package org.croton.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.croton.DType;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Literal;
import org.croton.processor.kernel.KernelInput;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.pipeline.KernelProcessor;

/**
 * Calls compiled methods four times, as the Java that they are, as the graph that was read, as
 * native code and as generated Java, and compares. Arguments are primitives and arrays of
 * primitives, results are these and records of these.
 */
final class AgainstJava {
  private static final double STEP = 1e-6;

  private final Sources.Read read;
  private final Class<?> original;
  private final Class<?> compiled;
  private final Class<?> java;

  private AgainstJava(Sources.Read read, Class<?> original, Class<?> compiled, Class<?> java) {
    this.read = read;
    this.original = original;
    this.compiled = compiled;
    this.java = java;
  }

  /** Compiles a class and its native form; the source must be right. */
  static AgainstJava of(String name, String body) {
    Sources.Read read = Sources.read(name, body);
    assertThat(read.compilation().errors()).isEmpty();
    ClassLoader loader = build(name, body);
    try {
      return new AgainstJava(
          read,
          loader.loadClass(name),
          loader.loadClass("Compiled" + name),
          build(name, body.replace("@Compiled", "@Compiled(target = Target.JAVA)"))
              .loadClass("Compiled" + name));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static ClassLoader build(String name, String body) {
    Compilation built =
        Compiler.javac()
            .withProcessors(new KernelProcessor())
            .withOptions("-Acroton.levels=v2")
            .compile(Sources.file(name, body));
    assertThat(built.errors()).isEmpty();
    return loader(built);
  }

  Sources.Read read() {
    return read;
  }

  /** Everything that was generated, from a folder of its own. */
  private static ClassLoader loader(Compilation built) {
    try {
      Path folder = Files.createTempDirectory("against-java");
      for (JavaFileObject file : built.generatedFiles()) {
        String path = file.getName().replaceFirst("^/(CLASS|SOURCE)_OUTPUT/", "");
        Path target = folder.resolve(path);
        Files.createDirectories(target.getParent());
        try (InputStream in = file.openInputStream()) {
          Files.write(target, in.readAllBytes());
        }
        target.toFile().deleteOnExit();
      }
      return new URLClassLoader(
          new URL[] {folder.toUri().toURL()}, AgainstJava.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All four give the same, bit for bit. */
  AgainstJava same(String method, Object... arguments) {
    Object expected = flat(call(original, method, arguments));
    String what = method + Arrays.deepToString(arguments);
    assertThat(flat(run(method, arguments))).as("graph of " + what).isEqualTo(expected);
    assertThat(flat(call(compiled, method, arguments))).as("native " + what).isEqualTo(expected);
    assertThat(flat(call(java, method, arguments))).as("Java " + what).isEqualTo(expected);
    return this;
  }

  /** The generated gradient is what differences of the original's first number come close to. */
  AgainstJava slopes(String method, Object... arguments) {
    for (Class<?> type : List.of(compiled, java)) {
      Object gradient = call(type, method + "Gradient", arguments);
      int component = 1; // after the value
      for (int i = 0; i < arguments.length; i++) {
        List<Double> expected = differences(method, arguments, i);
        if (!expected.isEmpty()) {
          List<Double> slopes = flat(component(gradient, component++));
          for (int k = 0; k < expected.size(); k++) {
            assertThat(slopes.get(k))
                .as(type + "." + method + " by argument " + i + " at " + k)
                .isCloseTo(expected.get(k), within(1e-5 * (1 + Math.abs(expected.get(k)))));
          }
        }
      }
    }
    return this;
  }

  /** By each number of an argument; none if it is not floating. */
  private List<Double> differences(String method, Object[] arguments, int at) {
    Object argument = arguments[at];
    List<Double> differences = new ArrayList<>();
    if (argument instanceof Double number) {
      Object[] changed = arguments.clone();
      changed[at] = number + STEP;
      double up = first(method, changed);
      changed[at] = number - STEP;
      differences.add((up - first(method, changed)) / (2 * STEP));
    } else if (argument instanceof double[] row) {
      differences.addAll(differences(method, arguments, row));
    } else if (argument instanceof double[][] matrix) {
      for (double[] row : matrix) {
        differences.addAll(differences(method, arguments, row));
      }
    }
    return differences;
  }

  private List<Double> differences(String method, Object[] arguments, double[] row) {
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      double at = row[i];
      row[i] = at + STEP;
      double up = first(method, arguments);
      row[i] = at - STEP;
      differences.add((up - first(method, arguments)) / (2 * STEP));
      row[i] = at;
    }
    return differences;
  }

  private double first(String method, Object[] arguments) {
    return flat(call(original, method, arguments)).get(0);
  }

  private static Object component(Object record, int index) {
    try {
      Method accessor = record.getClass().getRecordComponents()[index].getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** All four fail with the same kind of exception. */
  AgainstJava allThrow(Class<? extends Exception> failure, String method, Object... arguments) {
    assertThatThrownBy(() -> callOrThrow(original, method, arguments)).isInstanceOf(failure);
    assertThatThrownBy(() -> run(method, arguments)).isInstanceOf(failure);
    int line = line(() -> callOrThrow(original, method, arguments));
    for (Class<?> type : List.of(compiled, java)) {
      ThrowingCallable call = () -> callOrThrow(type, method, arguments);
      assertThatThrownBy(call).isInstanceOf(failure);
      assertThat(line(call)).as("line in " + type).isEqualTo(line);
    }
    return this;
  }

  /** The line where it fails. */
  private static int line(ThrowingCallable call) {
    return Assertions.catchThrowable(call).getStackTrace()[0].getLineNumber();
  }

  private static Object call(Class<?> type, String name, Object... arguments) {
    try {
      return callOrThrow(type, name, arguments);
    } catch (Exception e) {
      throw new AssertionError(type.getSimpleName() + "." + name, e);
    }
  }

  private static Object callOrThrow(Class<?> type, String name, Object... arguments)
      throws Exception {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
        method.setAccessible(true);
        Object[] own = Arrays.stream(arguments).map(AgainstJava::copy).toArray();
        try {
          return method.invoke(null, own);
        } catch (InvocationTargetException e) {
          throw (Exception) e.getCause();
        }
      }
    }
    throw new AssertionError("no method " + name);
  }

  private static Object copy(Object value) {
    return value instanceof double[] array ? array.clone() : value;
  }

  private List<Literal> run(String name, Object... arguments) {
    KernelMethod method = read.method(name);
    List<Literal> inputs = new ArrayList<>();
    Map<String, Integer> sizes = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      KernelInput input = method.inputs().get(i);
      inputs.add(literal(arguments[i], input.type().dtype()));
      if (arguments[i] instanceof Integer number) {
        sizes.put(input.root(), number);
      }
    }
    return Interpreter.run(method.graph(), inputs, sizes);
  }

  private static Literal literal(Object value, DType dtype) {
    List<Integer> shape = new ArrayList<>();
    List<Number> elements = new ArrayList<>();
    for (Object array = value; array.getClass().isArray(); array = Array.get(array, 0)) {
      shape.add(Array.getLength(array));
      if (Array.getLength(array) == 0) {
        break;
      }
    }
    collect(value, elements);
    int[] sizes = shape.stream().mapToInt(Integer::intValue).toArray();
    return dtype.isFloating()
        ? Literal.reals(dtype, sizes, elements.stream().mapToDouble(Number::doubleValue).toArray())
        : Literal.integers(dtype, sizes, elements.stream().mapToLong(Number::longValue).toArray());
  }

  private static void collect(Object value, List<Number> elements) {
    if (value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        collect(Array.get(value, i), elements);
      }
    } else if (value instanceof Boolean truth) {
      elements.add(truth ? 1 : 0);
    } else {
      elements.add((Number) value);
    }
  }

  /** Elements in reading order, all as doubles. */
  private static List<Double> flat(Object value) {
    List<Double> flat = new ArrayList<>();
    if (value instanceof List<?> literals) {
      literals.forEach(literal -> flat.addAll(flat(literal)));
    } else if (value instanceof Record record) {
      for (int i = 0; i < record.getClass().getRecordComponents().length; i++) {
        flat.addAll(flat(component(record, i)));
      }
    } else if (value instanceof Literal literal) {
      for (int i = 0; i < literal.count(); i++) {
        flat.add(literal.real(i));
      }
    } else {
      List<Number> elements = new ArrayList<>();
      collect(value, elements);
      elements.forEach(element -> flat.add(element.doubleValue()));
    }
    return flat;
  }
}
