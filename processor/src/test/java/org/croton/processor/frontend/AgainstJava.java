package org.croton.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.croton.DType;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Literal;
import org.croton.processor.kernel.KernelInput;
import org.croton.processor.kernel.KernelMethod;

/**
 * Calls compiled methods twice, as the Java that they are and as the graph that was read, and
 * compares. Arguments and results are primitives and arrays of primitives.
 */
final class AgainstJava {
  private final Sources.Read read;
  private final Class<?> type;

  private AgainstJava(Sources.Read read, Class<?> type) {
    this.read = read;
    this.type = type;
  }

  /** Compiles a class; the source must be right. */
  static AgainstJava of(String name, String body) {
    Sources.Read read = Sources.read(name, body);
    assertThat(read.compilation().errors()).isEmpty();
    return new AgainstJava(read, load(read, name));
  }

  Sources.Read read() {
    return read;
  }

  private static Class<?> load(Sources.Read read, String name) {
    Map<String, byte[]> classes = new HashMap<>();
    for (JavaFileObject file : read.compilation().generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        try (InputStream in = file.openInputStream()) {
          String path = file.getName().replaceFirst("^/CLASS_OUTPUT/", "");
          classes.put(path.replace(".class", "").replace('/', '.'), in.readAllBytes());
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    }
    ClassLoader loader =
        new ClassLoader(AgainstJava.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String wanted) throws ClassNotFoundException {
            byte[] bytes = classes.get(wanted);
            if (bytes == null) {
              throw new ClassNotFoundException(wanted);
            }
            return defineClass(wanted, bytes, 0, bytes.length);
          }
        };
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Both give the same, bit for bit. */
  AgainstJava same(String method, Object... arguments) {
    Object expected = flat(call(method, arguments));
    Object actual = flat(run(method, arguments));
    assertThat(actual).as(method + Arrays.deepToString(arguments)).isEqualTo(expected);
    return this;
  }

  /** Both fail with the same kind of exception. */
  AgainstJava bothThrow(Class<? extends Exception> failure, String method, Object... arguments) {
    assertThatThrownBy(() -> callOrThrow(method, arguments)).isInstanceOf(failure);
    assertThatThrownBy(() -> run(method, arguments)).isInstanceOf(failure);
    return this;
  }

  private Object call(String name, Object... arguments) {
    try {
      return callOrThrow(name, arguments);
    } catch (Exception e) {
      throw new AssertionError(name, e);
    }
  }

  private Object callOrThrow(String name, Object... arguments) throws Exception {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name)) {
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

  private Literal run(String name, Object... arguments) {
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
    return Interpreter.run(method.graph(), inputs, sizes).get(0);
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
    if (value instanceof Literal literal) {
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
