package org.croton.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.croton.CrotonException;
import org.croton.ShapeException;

/**
 * Turns the error code and error record of a kernel into the exception that the plain Java method
 * would have thrown, with the user's source line on top of its stack trace.
 *
 * <p>A kernel returns 0 or one of the codes here. Its record has {@link #RECORD_LENGTH} longs: the
 * place's number in the table of lines, and two operands whose meaning depends on the code.
 */
public final class KernelFailure {
  /** An index is out of range; operands: index, size. */
  public static final int INDEX = 1;

  /** An integer was divided by zero; no operands. */
  public static final int DIVISION = 2;

  /** A check of the program failed; no operands, the text is the message. */
  public static final int CHECK = 3;

  /** A size that the program computed is negative; operand: the size. */
  public static final int NEGATIVE_SIZE = 4;

  /** The kernel got no memory; operand: the bytes. */
  public static final int MEMORY = 5;

  /** Two sizes that must agree differ; operands: both sizes. */
  public static final int SHAPE = 6;

  /** There is nothing to choose an extreme from; no operands. */
  public static final int EMPTY = 7;

  /** The longs of an error record. */
  public static final int RECORD_LENGTH = 3;

  private KernelFailure() {}

  /**
   * The exception to throw, for a record in native memory.
   *
   * @param code what the kernel returned
   * @param record the address of the record
   * @param lines the table of lines
   */
  public static RuntimeException of(int code, long record, SourceLine[] lines) {
    NativeMemory memory = NativeMemory.installed();
    if (memory == null) {
      throw new IllegalStateException("a kernel failed although no kernel library is loaded");
    }
    ByteBuffer bytes =
        memory.view(record, (long) RECORD_LENGTH * Long.BYTES).order(ByteOrder.nativeOrder());
    long[] values = new long[RECORD_LENGTH];
    bytes.asLongBuffer().get(values);
    return of(code, values, lines);
  }

  /**
   * The exception to throw.
   *
   * @param code what the kernel returned
   * @param record the record
   * @param lines the table of lines
   */
  public static RuntimeException of(int code, long[] record, SourceLine[] lines) {
    long place = record[0];
    if (place < 0 || place >= lines.length) {
      return new IllegalStateException(
          "a kernel failed with code " + code + " at the unknown place " + place);
    }
    SourceLine line = lines[(int) place];
    RuntimeException failure = failure(code, record[1], record[2], line.text());
    failure.setStackTrace(trace(failure.getStackTrace(), line));
    return failure;
  }

  private static RuntimeException failure(int code, long a, long b, String text) {
    String suffix = text.isEmpty() ? "" : ": " + text;
    return switch (code) {
      case INDEX ->
          new IndexOutOfBoundsException("index " + a + " is out of range for size " + b + suffix);
      case DIVISION -> new ArithmeticException("/ by zero" + suffix);
      case CHECK -> new IllegalStateException(text.isEmpty() ? "check failed" : text);
      case NEGATIVE_SIZE -> new ShapeException("a dim cannot be negative, but is " + a + suffix);
      case MEMORY ->
          new CrotonException("out of native memory: a kernel asked " + a + " bytes" + suffix);
      case EMPTY -> new CrotonException("no elements to choose from [empty-reduction]" + suffix);
      case SHAPE -> new ShapeException("sizes " + a + " and " + b + " differ" + suffix);
      default ->
          new IllegalStateException("a kernel failed with the unknown code " + code + suffix);
    };
  }

  /** The user's line, then the frames from the generated method on. */
  private static StackTraceElement[] trace(StackTraceElement[] frames, SourceLine line) {
    int own = 0;
    while (own < frames.length
        && frames[own].getClassName().equals(KernelFailure.class.getName())) {
      own++;
    }
    StackTraceElement[] trace = new StackTraceElement[frames.length - own + 1];
    trace[0] = line.frame();
    System.arraycopy(frames, own, trace, 1, frames.length - own);
    return trace;
  }
}
