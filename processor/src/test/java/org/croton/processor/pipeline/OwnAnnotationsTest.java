package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnAnnotationsTest {
  private static final String SOURCE =
      """
      package p;
      import org.croton.*;
      import org.croton.annotation.*;
      public class Power {
        @Deprecated public static final int YEAR = 1;
        @Compiled
        public static @F64("n") Tensor f(@F64("n") Tensor a) { return a.add(a.pow(10)); }
      }
      """;

  @TempDir Path folder;

  @Test
  void theyAreRegisteredAfterTheProcessorThatReadsThem() {
    List<String> registered =
        ServiceLoader.load(Processor.class).stream()
            .map(provider -> provider.type().getName())
            .filter(name -> name.startsWith("org.croton."))
            .toList();
    assertThat(registered)
        .containsExactly(KernelProcessor.class.getName(), OwnAnnotations.class.getName());
  }

  @Test
  void everyWarningOfJavacMayBeAnError() throws IOException {
    JavaProject project = strict();

    boolean done = project.compile(new KernelProcessor(), new OwnAnnotations());

    assertThat(done).as(project.messages()).isTrue();
    assertThat(project.messages()).isEmpty();
    assertThat(project.files()).contains("p/CompiledPower.class");
  }

  @Test
  void theAnnotationsOfOthersStayTheirs() throws IOException {
    Collector other = new Collector();

    boolean done = strict().compile(new KernelProcessor(), new OwnAnnotations(), other);

    assertThat(done).isTrue();
    assertThat(other.seen).containsExactly("java.lang.Deprecated");
  }

  private JavaProject strict() {
    return new JavaProject(folder)
        .lint("all")
        .option("-Werror", "-Acroton.levels=v3")
        .option("-Acroton.cache=" + folder.resolve("cache"))
        .source("p.Power", SOURCE);
  }

  /** Another processor, which wants what nobody claimed. */
  private static final class Collector extends AbstractProcessor {
    final List<String> seen = new ArrayList<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("java.lang.Deprecated", "org.croton.annotation.Compiled");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      annotations.forEach(annotation -> seen.add(annotation.getQualifiedName().toString()));
      return false;
    }
  }
}
