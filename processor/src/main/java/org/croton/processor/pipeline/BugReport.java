package org.croton.processor.pipeline;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.croton.processor.report.Code;
import org.croton.processor.report.Diagnostic;

/** Words for a failure of ours: what happened where, and the stages that lead to it. */
final class BugReport {
  private static final int FRAMES = 12;
  private static final int LINES = 200;

  private BugReport() {}

  /**
   * @param stages the text of the stages that were reached, maybe none
   */
  static Diagnostic of(Throwable failure, String stages) {
    String frames =
        Arrays.stream(failure.getStackTrace())
            .limit(FRAMES)
            .map(frame -> "\n    at " + frame)
            .collect(Collectors.joining());
    String shown = stages.lines().limit(LINES).collect(Collectors.joining("\n"));
    return Diagnostic.of(Code.BUG, null, failure + frames + (shown.isEmpty() ? "" : "\n" + shown));
  }
}
