package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A class that the processor made of a source text, called by reflection. */
final class Generated {
  private static final String IMPORTS =
      "package p; import static org.croton.Ops.*; import org.croton.*;"
          + " import org.croton.annotation.*;";

  private final Class<?> type;

  private Generated(Class<?> type) {
    this.type = type;
  }

  /** Compiles package {@code p} with one source file; line 1 holds package and imports. */
  static Generated of(Path folder, String name, String body, String... options)
      throws IOException, ReflectiveOperationException {
    JavaProject project = project(folder, name, body, options);
    boolean done = project.compile(new KernelProcessor());
    assertThat(done).as(project.messages()).isTrue();
    return new Generated(Class.forName("p.Compiled" + name, true, project.loader()));
  }

  /** The project alone, for what does not compile. */
  static JavaProject project(Path folder, String name, String body, String... options) {
    return new JavaProject(folder)
        .option("-Werror", "-Acroton.levels=v2", "-Acroton.cache=" + folder.resolve("cache"))
        .option(options)
        .source("p." + name, IMPORTS + "\n" + body);
  }

  Class<?> type() {
    return type;
  }

  /** A nested class of the generated one. */
  Class<?> nested(String name) {
    return Arrays.stream(type.getDeclaredClasses())
        .filter(each -> each.getSimpleName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A new object; the constructor is the one that takes as many arguments. */
  Object create(Object... arguments) throws Throwable {
    try {
      return Arrays.stream(type.getDeclaredConstructors())
          .filter(each -> each.getParameterCount() == arguments.length)
          .findFirst()
          .orElseThrow()
          .newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /**
   * Calls a method by name, an inherited one too; the overload is the one that takes as many
   * arguments.
   */
  Object call(@Nullable Object on, String name, Object... arguments) throws Throwable {
    Method method =
        Stream.of(type, type.getSuperclass())
            .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
            .filter(each -> each.getName().equals(name))
            .filter(each -> each.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
