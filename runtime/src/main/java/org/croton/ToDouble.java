package org.croton;

/** Functions of one to eight numbers to a number, for the {@code map} functions of {@link Ops}. */
public final class ToDouble {
  private ToDouble() {}

  /** A function of 1 number. */
  @FunctionalInterface
  public interface Of1 {
    /** Its value. */
    double apply(double a);
  }

  /** A function of 2 numbers. */
  @FunctionalInterface
  public interface Of2 {
    /** Its value. */
    double apply(double a, double b);
  }

  /** A function of 3 numbers. */
  @FunctionalInterface
  public interface Of3 {
    /** Its value. */
    double apply(double a, double b, double c);
  }

  /** A function of 4 numbers. */
  @FunctionalInterface
  public interface Of4 {
    /** Its value. */
    double apply(double a, double b, double c, double d);
  }

  /** A function of 5 numbers. */
  @FunctionalInterface
  public interface Of5 {
    /** Its value. */
    double apply(double a, double b, double c, double d, double e);
  }

  /** A function of 6 numbers. */
  @FunctionalInterface
  public interface Of6 {
    /** Its value. */
    double apply(double a, double b, double c, double d, double e, double f);
  }

  /** A function of 7 numbers. */
  @FunctionalInterface
  public interface Of7 {
    /** Its value. */
    double apply(double a, double b, double c, double d, double e, double f, double g);
  }

  /** A function of 8 numbers. */
  @FunctionalInterface
  public interface Of8 {
    /** Its value. */
    double apply(double a, double b, double c, double d, double e, double f, double g, double h);
  }
}
