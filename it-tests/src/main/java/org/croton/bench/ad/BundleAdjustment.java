package org.croton.bench.ad;

import static org.croton.Ops.*;

import org.croton.Tensor;
import org.croton.annotation.Compiled;
import org.croton.annotation.F64;
import org.croton.annotation.I64;

/**
 * How far points, as cameras see them, are from where they were observed. Each observation depends
 * on one camera, one point and one weight only, so that two gradients of sums are all blocks of the
 * sparse Jacobian.
 */
public final class BundleAdjustment {
  private BundleAdjustment() {}

  /**
   * Two residuals and the derivatives of each by its camera, its point and its weight, a row for
   * each observation.
   */
  public record Blocks(
      Tensor error0,
      Tensor error1,
      Tensor camera0,
      Tensor point0,
      Tensor weight0,
      Tensor camera1,
      Tensor point1,
      Tensor weight1) {}

  /** The residuals of all observations. */
  public record Errors(Tensor error0, Tensor error1, Tensor weight) {}

  /** The residuals; {@code camera} and {@code point} say which ones an observation has. */
  @Compiled
  public static Errors errors(
      @F64("n, 11") Tensor cameras,
      @F64("m, 3") Tensor points,
      @F64("p") Tensor weights,
      @F64("p, 2") Tensor features,
      @I64("p") Tensor camera,
      @I64("p") Tensor point) {
    Tensor[] e = project(cameras.gather(camera), points.gather(point), weights, features);
    return new Errors(e[0], e[1], sub(1, square(weights)));
  }

  /** The residuals of projection and their derivatives. */
  @Compiled
  public static Blocks blocks(
      @F64("n, 11") Tensor cameras,
      @F64("m, 3") Tensor points,
      @F64("p") Tensor weights,
      @F64("p, 2") Tensor features,
      @I64("p") Tensor camera,
      @I64("p") Tensor point) {
    Tensor c = cameras.gather(camera);
    Tensor x = points.gather(point);
    Tensor[] e = project(c, x, weights, features);
    Tensor[] g0 = grad(sum(e[0]), c, x, weights);
    Tensor[] g1 = grad(sum(e[1]), c, x, weights);
    return new Blocks(e[0], e[1], g0[0], g0[1], g0[2], g1[0], g1[1], g1[2]);
  }

  private static Tensor[] project(Tensor c, Tensor x, Tensor w, Tensor feature) {
    Tensor r0 = c.get(":, 0");
    Tensor r1 = c.get(":, 1");
    Tensor r2 = c.get(":, 2");
    Tensor p0 = x.get(":, 0").sub(c.get(":, 3"));
    Tensor p1 = x.get(":, 1").sub(c.get(":, 4"));
    Tensor p2 = x.get(":, 2").sub(c.get(":, 5"));
    Tensor square = map(r0, r1, r2, (a, b, d) -> a * a + b * b + d * d);
    Tensor y0 = map(r0, r1, r2, p0, p1, p2, square, BundleAdjustment::turned);
    Tensor y1 = map(r1, r2, r0, p1, p2, p0, square, BundleAdjustment::turned);
    Tensor y2 = map(r2, r0, r1, p2, p0, p1, square, BundleAdjustment::turned);
    Tensor u = y0.div(y2);
    Tensor v = y1.div(y2);
    Tensor bent =
        map(
            u,
            v,
            c.get(":, 9"),
            c.get(":, 10"),
            (a, b, k1, k2) -> distortion(a * a + b * b, k1, k2));
    Tensor scale = c.get(":, 6").mul(bent);
    return new Tensor[] {
      w.mul(scale.mul(u).add(c.get(":, 7")).sub(feature.get(":, 0"))),
      w.mul(scale.mul(v).add(c.get(":, 8")).sub(feature.get(":, 1")))
    };
  }

  /** The first coordinate of a vector (p, q, t) turned about (a, b, d) by its length. */
  private static double turned(
      double a, double b, double d, double p, double q, double t, double square) {
    boolean still = square == 0;
    // Both sides are computed where only the data knows which is meant: no division by zero here.
    double angle = Math.sqrt(still ? 1 : square);
    double a1 = a / angle;
    double b1 = b / angle;
    double d1 = d / angle;
    double along = a1 * p + b1 * q + d1 * t;
    double turned =
        p * Math.cos(angle)
            + (b1 * t - d1 * q) * Math.sin(angle)
            + a1 * along * (1 - Math.cos(angle));
    return still ? p + b * t - d * q : turned;
  }

  private static double distortion(double q, double k1, double k2) {
    return 1 + k1 * q + k2 * q * q;
  }
}
