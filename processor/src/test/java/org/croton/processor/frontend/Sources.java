package org.croton.processor.frontend;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;
import org.croton.processor.autodiff.Differentiator;
import org.croton.processor.ir.GraphPrinter;
import org.croton.processor.ir.GraphVerifier;
import org.croton.processor.kernel.KernelClass;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.report.Reporter;
import org.croton.processor.surface.Surface;

/** Compiles sources with a processor that reads them and generates nothing. */
final class Sources {
  /** What a compilation gave. */
  record Read(Compilation compilation, List<KernelClass> classes) {
    KernelMethod method(String name) {
      return classes.stream()
          .flatMap(type -> type.methods().stream())
          .filter(method -> method.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new AssertionError(name + ": " + compilation.diagnostics()));
    }

    String graph(String name) {
      return GraphPrinter.print(method(name).graph());
    }
  }

  private Sources() {}

  /** Reads one class, given as text; common imports are added in front. */
  static Read read(String name, String body) {
    return read(file(name, body));
  }

  /** A source file with common imports in front. */
  static JavaFileObject file(String name, String body) {
    String text =
        "import static org.croton.Ops.*;\nimport java.util.*;\nimport org.croton.*;\n"
            + "import org.croton.annotation.*;\n\n"
            + body;
    return JavaFileObjects.forSourceString(name, text);
  }

  static Read read(JavaFileObject... files) {
    Reading reading = new Reading();
    Compilation compilation = Compiler.javac().withProcessors(reading).compile(files);
    for (KernelClass type : reading.classes) {
      type.methods().forEach(method -> GraphVerifier.check(method.graph(), method.name()));
    }
    return new Read(compilation, reading.classes);
  }

  private static final class Reading extends AbstractProcessor {
    final List<KernelClass> classes = new ArrayList<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      JavacSink sink = new JavacSink(processingEnv);
      KernelReader reader =
          new KernelReader(
              processingEnv,
              new Surface(new Differentiator()),
              new Reporter(sink),
              FrontendOptions.DEFAULTS);
      sink.pointInto(reader);
      classes.addAll(
          reader.read(new LinkedHashSet<>(ElementFilter.typesIn(round.getRootElements()))));
      return false;
    }
  }
}
