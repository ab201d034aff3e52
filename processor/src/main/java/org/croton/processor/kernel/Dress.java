package org.croton.processor.kernel;

/** How an array value looks in Java. */
public enum Dress {
  /** {@code org.croton.Tensor}. */
  TENSOR,
  /** {@code double float long int boolean} and so on: rank 0. */
  PRIMITIVE,
  /** {@code double[]}, {@code float[][]}, ...: copied in and out, rectangular. */
  JAVA_ARRAY
}
