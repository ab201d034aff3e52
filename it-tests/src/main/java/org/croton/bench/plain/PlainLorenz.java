package org.croton.bench.plain;

import static org.croton.bench.LorenzInputs.BETA;
import static org.croton.bench.LorenzInputs.LONG;
import static org.croton.bench.LorenzInputs.RHO;
import static org.croton.bench.LorenzInputs.SHORT;
import static org.croton.bench.LorenzInputs.SIGMA;
import static org.croton.bench.LorenzInputs.STEP;

import org.croton.bench.LorenzInputs;
import org.croton.bench.Subject;
import org.jspecify.annotations.Nullable;

/** Paths of the Lorenz system by the classical Runge-Kutta method, over local variables. */
public final class PlainLorenz implements Subject {
  private final double[] path = new double[3 * LONG];
  private final double[][] starts = LorenzInputs.starts();
  private final boolean one;
  private double sum;

  /** The long path if {@code one}, else the ends of the short ones. */
  public PlainLorenz(boolean one) {
    this.one = one;
  }

  @Override
  public void call() {
    sum = 0;
    if (one) {
      walk(1, 1, 1, LONG, path);
    } else {
      for (double[] start : starts) {
        walk(start[0], start[1], start[2], SHORT, null);
      }
    }
  }

  @Override
  public double checksum() {
    return sum;
  }

  private void walk(double x, double y, double z, int steps, double @Nullable [] path) {
    for (int t = 0; t < steps; t++) {
      double ax = SIGMA * (y - x);
      double ay = x * (RHO - z) - y;
      double az = x * y - BETA * z;
      double px = x + STEP / 2 * ax;
      double py = y + STEP / 2 * ay;
      double pz = z + STEP / 2 * az;
      double bx = SIGMA * (py - px);
      double by = px * (RHO - pz) - py;
      double bz = px * py - BETA * pz;
      px = x + STEP / 2 * bx;
      py = y + STEP / 2 * by;
      pz = z + STEP / 2 * bz;
      double cx = SIGMA * (py - px);
      double cy = px * (RHO - pz) - py;
      double cz = px * py - BETA * pz;
      px = x + STEP * cx;
      py = y + STEP * cy;
      pz = z + STEP * cz;
      double dx = SIGMA * (py - px);
      double dy = px * (RHO - pz) - py;
      double dz = px * py - BETA * pz;
      x = x + STEP / 6 * ax + STEP / 3 * bx + STEP / 3 * cx + STEP / 6 * dx;
      y = y + STEP / 6 * ay + STEP / 3 * by + STEP / 3 * cy + STEP / 6 * dy;
      z = z + STEP / 6 * az + STEP / 3 * bz + STEP / 3 * cz + STEP / 6 * dz;
      if (path != null) {
        path[3 * t] = x;
        path[3 * t + 1] = y;
        path[3 * t + 2] = z;
      }
    }
    sum += x + y + z;
  }
}
