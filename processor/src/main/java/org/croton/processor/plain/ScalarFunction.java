package org.croton.processor.plain;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.croton.ToBool;
import org.croton.ToDouble;
import org.croton.ToInt;
import org.croton.ToLong;

/** A user's function of numbers, whatever interface of the {@code map} family it has. */
@FunctionalInterface
interface ScalarFunction {
  /** The value; truth values are 0 and 1. */
  Number apply(double[] x);

  /** The function behind one of the interfaces in {@link ToDouble} and its kin. */
  static ScalarFunction of(Object function) {
    Set<Class<?>> families = Set.of(ToDouble.class, ToBool.class, ToInt.class, ToLong.class);
    for (Class<?> type : function.getClass().getInterfaces()) {
      if (type.getEnclosingClass() != null && families.contains(type.getEnclosingClass())) {
        return of(function, type);
      }
    }
    throw new IllegalArgumentException("no function for map: " + function.getClass());
  }

  private static ScalarFunction of(Object function, Class<?> type) {
    Method apply =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals("apply"))
            .findFirst()
            .orElseThrow();
    try {
      MethodHandle handle =
          MethodHandles.publicLookup()
              .unreflect(apply)
              .bindTo(function)
              .asSpreader(double[].class, apply.getParameterCount());
      return x -> call(handle, x);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Number call(MethodHandle handle, double[] x) {
    try {
      Object value = handle.invoke(x);
      return value instanceof Boolean truth ? (Number) (truth ? 1L : 0L) : (Number) value;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a lambda cannot throw this", e);
    }
  }

  /** The partial derivative by one argument, numerically. */
  default ScalarFunction derivative(int argument) {
    return x ->
        NumericGradient.derivative(
            value -> {
              double[] moved = x.clone();
              moved[argument] = value;
              return apply(moved).doubleValue();
            },
            x[argument]);
  }
}
