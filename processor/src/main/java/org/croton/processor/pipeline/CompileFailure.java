package org.croton.processor.pipeline;

import org.croton.processor.kernel.KernelMethod;

/** Thrown when a pass failed on a method; carries the stages up to there. */
final class CompileFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient KernelMethod method;
  private final String stages;

  CompileFailure(KernelMethod method, String stages, Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
    this.method = method;
    this.stages = stages;
  }

  KernelMethod method() {
    return method;
  }

  /** The text of each stage that was reached. */
  String stages() {
    return stages;
  }
}
