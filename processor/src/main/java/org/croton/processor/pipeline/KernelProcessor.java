package org.croton.processor.pipeline;

import com.google.auto.service.AutoService;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.croton.processor.frontend.JavacSink;
import org.croton.processor.report.Code;
import org.croton.processor.report.Diagnostic;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Reporter;
import org.jspecify.annotations.Nullable;

/**
 * The annotation processor. It looks at every class, since compiled methods are inherited and
 * helpers carry no annotation, and lets no exception escape: a failure of its own becomes a
 * diagnostic with what is needed to report it.
 */
@AutoService(Processor.class)
public final class KernelProcessor extends AbstractProcessor {
  private @Nullable Session session;

  /** What a run of javac needs; made when it starts. */
  private record Session(Reporter reporter, Build build) {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.NAMES;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    JavacSink sink = new JavacSink(environment);
    Reporter reporter = new Reporter(sink);
    try {
      Options options = Options.parse(environment.getOptions());
      session = new Session(reporter, new Build(environment, options, reporter, sink));
    } catch (IllegalArgumentException e) {
      reporter.report(Diagnostic.of(Code.WRONG_OPTION, null, String.valueOf(e.getMessage())));
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Session running = session;
    if (running != null) {
      try {
        step(running.build(), round);
      } catch (Mistake mistake) {
        if (mistake.diagnostic().code() == Code.NOT_JAVAC && !isForUs(annotations)) {
          return false; // nothing of ours in this round, so it does not matter
        }
        session = null;
        running.reporter().report(mistake.diagnostic());
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        session = null;
        running.reporter().report(BugReport.of(e, ""));
      }
    }
    return false;
  }

  private static boolean isForUs(Set<? extends TypeElement> annotations) {
    return annotations.stream()
        .anyMatch(type -> type.getQualifiedName().toString().startsWith("org.croton.annotation."));
  }

  private static void step(Build build, RoundEnvironment round) {
    if (round.processingOver()) {
      build.finish(round.errorRaised());
    } else {
      Set<TypeElement> roots = new LinkedHashSet<>(ElementFilter.typesIn(round.getRootElements()));
      build.round(roots);
    }
  }
}
