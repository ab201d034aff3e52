package org.croton.processor.frontend.body;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import org.croton.processor.frontend.names.Source;
import org.croton.processor.frontend.signature.Marks;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Spans;
import org.croton.processor.ops.control.LoopAttrs;
import org.croton.processor.ops.control.Segments;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/** What {@code @Checkpoint} on a method asks of its outermost run-time loops. */
final class Checkpoints {
  private static final Pattern MEMORY = Pattern.compile("([0-9]{1,12}) ?(B|KB|MB|GB)");
  private static final Map<String, Integer> SHIFTS = Map.of("B", 0, "KB", 10, "MB", 20, "GB", 30);

  private final Span place;
  private final @Nullable Dim every;
  private final @Nullable Dim memory;
  private boolean used;

  private Checkpoints(Span place, @Nullable Dim every, @Nullable Dim memory) {
    this.place = place;
    this.every = every;
    this.memory = memory;
  }

  /** Null without the annotation. Throws {@link Mistake} {@code wrong-checkpoint}. */
  static @Nullable Checkpoints of(ExecutableElement method, Source source) {
    AnnotationMirror annotation = Marks.find(method, "Checkpoint");
    if (annotation == null) {
      return null;
    }
    Span place = source.positions().of(method, annotation);
    Integer every = Marks.number(annotation, "every");
    String memory = Marks.text(annotation, "memory");
    boolean hasMemory = Marks.has(annotation, "memory");
    if ((every == null) != hasMemory) {
      throw wrong(place, "@Checkpoint needs either every or memory");
    }
    if (every != null) {
      if (every < 1) {
        Span at = source.positions().of(method, annotation, "every");
        throw wrong(at, "every is at least 1, not " + every);
      }
      return new Checkpoints(place, Dim.of(every), null);
    }
    Span at = source.positions().of(method, annotation, "memory");
    return new Checkpoints(place, null, Dim.of(bytes(memory, at)));
  }

  private static long bytes(String text, Span at) {
    Matcher matcher = MEMORY.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw wrong(at, "memory is a size such as 64MB, not \"" + text + "\"");
    }
    return Long.parseLong(matcher.group(1)) << SHIFTS.getOrDefault(matcher.group(2), 0);
  }

  private static Mistake wrong(Span at, String message) {
    return Mistake.of(Code.WRONG_CHECKPOINT, at, message);
  }

  /** The carried values after an outermost loop, which is cut into segments. */
  List<Node> cut(Apply loop, Span span, Spans spans) {
    used = true;
    return Segments.cut(loop, every != null ? every : length(loop, span), spans);
  }

  /** Iterations of a segment: as few as the memory for carried values allows. */
  private Dim length(Apply loop, Span span) {
    Dim iterations = Segments.iterations(loop);
    if (iterations == null || memory == null) {
      throw wrong(
          span,
          "memory needs a loop whose number of rounds is known when it starts; every = ... does not");
    }
    Dim bytes = Dim.ZERO;
    int carries = loop.attrs(LoopAttrs.class).carries();
    for (Node initial : loop.arguments().subList(1, 1 + carries)) {
      TensorType type = initial.tensor();
      bytes = bytes.plus(type.shape().size().times(Dim.of(type.dtype().bytes())));
    }
    Dim most = memory.floorDiv(bytes.max(Dim.ONE)).max(Dim.ONE);
    return iterations.plus(most).minus(Dim.ONE).floorDiv(most).max(Dim.ONE);
  }

  /** Reports a method that has no run-time loop. */
  void requireUse() {
    if (!used) {
      throw wrong(place, "there is no run-time loop that @Checkpoint could be about");
    }
  }
}
