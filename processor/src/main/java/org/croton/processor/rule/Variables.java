package org.croton.processor.rule;

/** Names and numbers that rules are written with. */
public final class Variables {
  public static final Pattern A = Pattern.any("a");
  public static final Pattern B = Pattern.any("b");
  public static final Pattern C = Pattern.any("c");
  public static final Pattern X = Pattern.any("x");
  public static final Pattern Y = Pattern.any("y");
  public static final Pattern Z = Pattern.any("z");
  public static final Pattern ZERO = Pattern.number(0);
  public static final Pattern HALF = Pattern.number(0.5);
  public static final Pattern ONE = Pattern.number(1);
  public static final Pattern TWO = Pattern.number(2);
  public static final Pattern NAN = Pattern.number(Double.NaN);

  private Variables() {}
}
