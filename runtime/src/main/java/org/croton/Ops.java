package org.croton;

/**
 * Every function of a tensor program, to be imported with {@code import static org.croton.Ops.*}.
 *
 * <p>The functions stand in the classes that this one extends, by family. On tensors they mean what
 * NumPy's functions of the same name mean; with {@code double}, {@code float} and integer arguments
 * they are Java's {@link Math} and more. A user's own method of the same name hides all overloads
 * here, as always in Java.
 */
public final class Ops extends GradientOps {
  private Ops() {}
}
