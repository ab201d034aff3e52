package org.croton;

/**
 * A distribution of random numbers; the same seed gives the same numbers on every machine and JDK.
 *
 * @param kind which family
 * @param first the lower bound, or the mean
 * @param second the upper bound, exclusive, or the standard deviation
 */
public record Distribution(Kind kind, double first, double second) {
  /** A family of distributions. */
  public enum Kind {
    /** Every value between the bounds is as likely as any other. */
    UNIFORM,
    /** The bell curve. */
    NORMAL
  }

  /**
   * Checks the parameters.
   *
   * @throws CrotonException if one is not finite, the bounds are not in order, or the deviation is
   *     negative
   */
  public Distribution {
    boolean ordered = kind == Kind.UNIFORM ? first <= second : second >= 0;
    if (!ordered || !Double.isFinite(first) || !Double.isFinite(second)) {
      throw new CrotonException(
          "no "
              + kind.name().toLowerCase(java.util.Locale.ROOT)
              + " distribution has the parameters "
              + first
              + " and "
              + second);
    }
  }

  /** Values from {@code from}, inclusively, to {@code to}, exclusively. */
  public static Distribution uniform(double from, double to) {
    return new Distribution(Kind.UNIFORM, from, to);
  }

  /** Values around {@code mean} with the standard deviation {@code deviation}. */
  public static Distribution normal(double mean, double deviation) {
    return new Distribution(Kind.NORMAL, mean, deviation);
  }

  /** The number at a position of the stream that a seed names. */
  double sample(long seed, long position) {
    double u = unit(seed, 2 * position);
    if (kind == Kind.UNIFORM) {
      return first + (second - first) * u;
    }
    double radius = StrictMath.sqrt(-2 * StrictMath.log1p(-u));
    double angle = 2 * Math.PI * unit(seed, 2 * position + 1);
    return first + second * radius * StrictMath.cos(angle);
  }

  /** A uniform number in [0, 1) with 53 random bits. */
  private static double unit(long seed, long counter) {
    return (mix(mix(seed) + counter * 0x9e3779b97f4a7c15L) >>> 11) * 0x1.0p-53;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014), a bijection that mixes all bits. */
  private static long mix(long bits) {
    long z = bits + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
