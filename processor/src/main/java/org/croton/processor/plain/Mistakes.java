package org.croton.processor.plain;

import org.croton.CrotonException;
import org.croton.DTypeException;
import org.croton.ShapeException;
import org.croton.processor.type.TypeMismatch;

/** Turns what the compiler would report on a line into what a plain run throws there. */
final class Mistakes {
  private Mistakes() {}

  static CrotonException exception(TypeMismatch mistake) {
    CrotonException exception = of(mistake);
    exception.initCause(mistake);
    return exception;
  }

  private static CrotonException of(TypeMismatch mistake) {
    String message = mistake.getMessage() + " [" + mistake.id() + "]";
    if (mistake.id().startsWith("shape") || mistake.id().startsWith("rank")) {
      return new ShapeException(message);
    }
    if (mistake.id().startsWith("dtype") || mistake.id().equals("lossy-literal")) {
      return new DTypeException(message);
    }
    return mistake.id().equals("disconnected")
        ? new CrotonException(
            message
                + ". In a plain run a value is also cut off from what it was computed from by"
                + " item(), toInt(), isTrue(), Java numbers and arrays made of it, and by writing"
                + " into a tensor after it was used")
        : new CrotonException(message);
  }
}
