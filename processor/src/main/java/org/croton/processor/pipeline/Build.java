package org.croton.processor.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.croton.processor.autodiff.Differentiator;
import org.croton.processor.frontend.FrontendOptions;
import org.croton.processor.frontend.JavacSink;
import org.croton.processor.frontend.KernelReader;
import org.croton.processor.ir.Spans;
import org.croton.processor.kernel.KernelClass;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.report.Code;
import org.croton.processor.report.Diagnostic;
import org.croton.processor.report.Reporter;
import org.croton.processor.report.Span;
import org.croton.processor.rewrite.Rewriter;
import org.croton.processor.rewrite.Stabilizer;
import org.croton.processor.surface.Surface;
import org.croton.processor.toolchain.ToolchainFailure;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/**
 * One run of javac: classes are read and their Java is written in the round that brings them, their
 * libraries in the last round, if nothing failed. A class that mentions a type which is not there
 * yet waits for the next round.
 */
final class Build {
  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final Options options;
  private final Reporter reporter;
  private final JavacSink sink;
  private final ClassBuild classes;
  private final OutputFiles files;
  private final Map<KernelClass, ClassBuild.Product> products = new LinkedHashMap<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private @Nullable KernelReader reader;
  private @Nullable DerivativeLog log;
  private boolean failed;

  Build(ProcessingEnvironment environment, Options options, Reporter reporter, JavacSink sink) {
    this.environment = environment;
    this.elements = environment.getElementUtils();
    this.options = options;
    this.reporter = reporter;
    this.sink = sink;
    Toolchain toolchain =
        new Toolchain(options, System.getenv(), System.getProperty("user.home", ""));
    this.classes = new ClassBuild(elements, environment.getTypeUtils(), options, toolchain);
    this.files = new OutputFiles(environment.getFiler(), elements);
  }

  /** Reads and builds the new classes, and those that waited. */
  void round(Set<TypeElement> roots) {
    Set<TypeElement> all = new LinkedHashSet<>();
    for (String name : waiting) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        all.add(type);
      }
    }
    waiting.clear();
    reader = null; // Each round of javac has elements of its own.
    all.addAll(roots);
    for (TypeElement root : all) {
      read(root, false).forEach(this::build);
    }
    if (reporter.errors() == 0) {
      reader().noteOriginalCalls(roots);
    }
  }

  /** Reads one top-level class; what it lacks now, another round may bring. */
  private List<KernelClass> read(TypeElement root, boolean last) {
    reporter.draft();
    List<KernelClass> found = new ArrayList<>();
    boolean complete = false;
    try {
      int before = reporter.errorsSoFar();
      found = reader().read(Set.of(root));
      complete = reporter.errorsSoFar() == before;
    } finally {
      if (complete || last) {
        reporter.publish();
      } else {
        reporter.discard();
        waiting.add(root.getQualifiedName().toString());
      }
    }
    return complete ? found : List.of();
  }

  private KernelReader reader() {
    KernelReader known = reader;
    if (known == null) {
      Rewriter rewriter = Rewriter.standard();
      Stabilizer stabilizer = new Stabilizer(rewriter, options.rewrites(), new Spans());
      Differentiator differentiator = new Differentiator(stabilizer::stabilize);
      log = new DerivativeLog(differentiator);
      boolean proves = options.verify().contains("grad");
      Surface surface = new Surface(proves ? log : differentiator);
      FrontendOptions frontend =
          new FrontendOptions(options.real(), FrontendOptions.DEFAULTS.unrollLimit());
      known = new KernelReader(environment, surface, reporter, frontend);
      sink.pointInto(known);
      reader = known;
    }
    return known;
  }

  private void build(KernelClass kernels) {
    kernels.methods().forEach(this::proveDerivatives);
    try {
      ClassBuild.Product product = classes.build(kernels);
      files.java(product.java());
      products.put(kernels, product);
    } catch (ToolchainFailure failure) {
      failed = true;
      reporter.report(
          Diagnostic.of(Code.byId(failure.id()), null, String.valueOf(failure.getMessage())));
    } catch (CompileFailure failure) {
      failed = true;
      report(failure);
    } catch (OutputFiles.CannotWrite failure) {
      failed = true;
      reporter.report(Diagnostic.of(Code.CANNOT_WRITE, null, String.valueOf(failure.getMessage())));
    }
  }

  private void proveDerivatives(KernelMethod method) {
    DerivativeLog taken = log;
    if (taken == null) {
      return;
    }
    for (DerivativeLog.Entry entry : taken.of(method.graph().builder())) {
      Optional<String> problem = GradientProof.problem(entry);
      if (problem.isPresent()) {
        failed = true;
        SortedSet<Span> spans = method.spans().of(entry.outputs().get(0));
        Span span = spans.isEmpty() ? reader().positions().of(method.element()) : spans.first();
        reporter.report(
            Diagnostic.of(Code.WRONG_GRADIENT, span, method.name() + ": " + problem.get()));
      }
    }
  }

  private void report(CompileFailure failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof TypeMismatch) {
      Span span = reader().positions().of(failure.method().element());
      TypeMismatch mismatch = (TypeMismatch) cause;
      reporter.report(
          Diagnostic.of(Code.byId(mismatch.id()), span, String.valueOf(mismatch.getMessage())));
    } else {
      reporter.report(BugReport.of(cause == null ? failure : cause, failure.stages()));
    }
  }

  /** Reports what still lacks something, and writes the libraries unless something failed. */
  void finish(boolean errors) {
    reader = null;
    for (String name : waiting) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        read(type, true);
      }
    }
    if (errors || failed || reporter.errors() > 0) {
      return;
    }
    products.forEach(this::write);
  }

  private void write(KernelClass kernels, ClassBuild.Product product) {
    try {
      files.libraries(kernels, product);
    } catch (OutputFiles.CannotWrite failure) {
      reporter.report(Diagnostic.of(Code.CANNOT_WRITE, null, String.valueOf(failure.getMessage())));
      return;
    }
    if (options.report().contains("time")) {
      product.times().forEach(line -> reporter.report(Diagnostic.of(Code.REPORT, null, line)));
    }
    if (options.report().contains("memory")) {
      product.memory().forEach(line -> reporter.report(Diagnostic.of(Code.REPORT, null, line)));
    }
  }
}
