package org.croton.processor.frontend;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import javax.annotation.processing.ProcessingEnvironment;
import org.croton.processor.report.Code;
import org.croton.processor.report.Diagnostic;
import org.croton.processor.report.Mistake;
import org.jspecify.annotations.Nullable;

/** Finds javac's own environment behind the wrappers that build tools put around it. */
public final class TreesAccess {
  private TreesAccess() {}

  /**
   * The syntax trees of the compilation.
   *
   * @throws Mistake {@code not-javac} if the compiler is another one
   */
  public static Trees trees(ProcessingEnvironment environment) {
    ProcessingEnvironment current = environment;
    while (true) {
      try {
        return Trees.instance(current);
      } catch (IllegalArgumentException | NoClassDefFoundError notJavac) {
        ProcessingEnvironment inner = unwrapped(current);
        if (inner == null) {
          throw new Mistake(Diagnostic.of(Code.NOT_JAVAC, null, environment.getClass().getName()));
        }
        current = inner;
      }
    }
  }

  private static @Nullable ProcessingEnvironment unwrapped(ProcessingEnvironment wrapper) {
    ProcessingEnvironment inner = ofIntellij(wrapper);
    return inner != null ? inner : delegate(wrapper);
  }

  /** IntelliJ wraps the environment in a proxy and offers a function that takes it off. */
  private static @Nullable ProcessingEnvironment ofIntellij(ProcessingEnvironment wrapper) {
    try {
      Class<?> wrappers =
          Class.forName(
              "org.jetbrains.jps.javac.APIWrappers", true, wrapper.getClass().getClassLoader());
      Method unwrap = wrappers.getDeclaredMethod("unwrap", Class.class, Object.class);
      Object inner = unwrap.invoke(null, ProcessingEnvironment.class, wrapper);
      return inner != wrapper && inner instanceof ProcessingEnvironment environment
          ? environment
          : null;
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InvocationTargetException notThere) {
      return null;
    }
  }

  /** Gradle's and others' wrappers keep the real environment in a field. */
  private static @Nullable ProcessingEnvironment delegate(ProcessingEnvironment wrapper) {
    for (Class<?> type = wrapper.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (ProcessingEnvironment.class.isAssignableFrom(field.getType())) {
          ProcessingEnvironment inner = read(field, wrapper);
          if (inner != null && inner != wrapper) {
            return inner;
          }
        }
      }
    }
    return null;
  }

  private static @Nullable ProcessingEnvironment read(Field field, Object owner) {
    try {
      field.setAccessible(true);
      return (ProcessingEnvironment) field.get(owner);
    } catch (ReflectiveOperationException | RuntimeException notOpen) {
      return null;
    }
  }
}
