package org.croton.processor.frontend;

import com.sun.source.util.Trees;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic.Kind;
import org.croton.processor.frontend.names.Positions;
import org.croton.processor.report.Diagnostic;
import org.croton.processor.report.Severity;
import org.croton.processor.report.Sink;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/** Puts diagnostics into javac's log, with the caret on the sub-expression. */
public final class JavacSink implements Sink {
  private final Messager messager;
  private @Nullable Trees trees;
  private @Nullable Positions positions;

  public JavacSink(ProcessingEnvironment environment) {
    this.messager = environment.getMessager();
  }

  /** From here on the places that a reader knows can be pointed at. */
  public void pointInto(KernelReader reader) {
    this.trees = reader.trees();
    this.positions = reader.positions();
  }

  @Override
  public void accept(Diagnostic diagnostic) {
    Span span = diagnostic.span();
    Kind kind = kind(diagnostic.code().severity());
    Positions.Place place = span == null || positions == null ? null : positions.place(span);
    if (place == null || trees == null) {
      messager.printMessage(kind, diagnostic.message());
    } else {
      trees.printMessage(kind, diagnostic.message(), place.tree(), place.unit());
    }
  }

  private static Kind kind(Severity severity) {
    return switch (severity) {
      case ERROR -> Kind.ERROR;
      case WARNING -> Kind.WARNING;
      case NOTE -> Kind.NOTE;
    };
  }
}
