package org.croton.processor.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;
import org.croton.processor.kernel.KernelClass;
import org.croton.processor.toolchain.BuiltLibrary;

/** Builds classes whose kernels a test has put together by hand. */
final class HandMade extends AbstractProcessor {
  private final Map<String, Function<TypeElement, KernelClass>> classes;
  private final Options options;

  HandMade(Options options, Map<String, Function<TypeElement, KernelClass>> classes) {
    this.options = options;
    this.classes = classes;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ClassBuild build =
        new ClassBuild(
            processingEnv.getElementUtils(),
            processingEnv.getTypeUtils(),
            options,
            new Toolchain(options, System.getenv(), ""));
    round.getRootElements().stream()
        .filter(element -> classes.containsKey(element.getSimpleName().toString()))
        .map(TypeElement.class::cast)
        .forEach(
            type -> write(build.build(classes.get(type.getSimpleName().toString()).apply(type))));
    return false;
  }

  private void write(ClassBuild.Product product) {
    try {
      product.java().writeTo(processingEnv.getFiler());
      for (BuiltLibrary library : product.libraries()) {
        try (OutputStream out =
            processingEnv
                .getFiler()
                .createResource(
                    StandardLocation.CLASS_OUTPUT,
                    "",
                    product.platform() + "/" + library.fileName())
                .openOutputStream()) {
          out.write(library.bytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
