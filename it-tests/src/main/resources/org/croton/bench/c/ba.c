/*
 * The residuals of bundle adjustment, and their sum: n, m, p; then n cameras of 11, m points of 3, p weights, p features
 * of 2 and p pairs of a camera and a point.
 */
#include <math.h>
#include <stdlib.h>

static void residual(const double *restrict c, const double *restrict x, double w, const double *restrict feature,
                     double *restrict e) {
  double p0 = x[0] - c[3], p1 = x[1] - c[4], p2 = x[2] - c[5], y0, y1, y2;
  double square = c[0] * c[0] + c[1] * c[1] + c[2] * c[2];
  if (square != 0) {
    double angle = sqrt(square), cosine = cos(angle), sine = sin(angle);
    double a0 = c[0] / angle, a1 = c[1] / angle, a2 = c[2] / angle;
    double along = (a0 * p0 + a1 * p1 + a2 * p2) * (1 - cosine);
    y0 = p0 * cosine + (a1 * p2 - a2 * p1) * sine + a0 * along;
    y1 = p1 * cosine + (a2 * p0 - a0 * p2) * sine + a1 * along;
    y2 = p2 * cosine + (a0 * p1 - a1 * p0) * sine + a2 * along;
  } else {
    y0 = p0 + c[1] * p2 - c[2] * p1;
    y1 = p1 + c[2] * p0 - c[0] * p2;
    y2 = p2 + c[0] * p1 - c[1] * p0;
  }
  double u = y0 / y2, v = y1 / y2, q = u * u + v * v;
  double scale = c[6] * (1 + c[9] * q + c[10] * q * q);
  e[0] = w * (scale * u + c[7] - feature[0]);
  e[1] = w * (scale * v + c[8] - feature[1]);
}

double problem(const double *in) {
  static double *e, *rest;
  int n = (int)in[0], m = (int)in[1], p = (int)in[2];
  const double *cameras = in + 3, *points = cameras + 11 * n, *w = points + 3 * m, *features = w + p,
               *seen = features + 2 * p;
  if (!e) {
    e = malloc(2 * p * sizeof *e);
    rest = malloc(p * sizeof *rest);
  }
  for (int i = 0; i < p; i++) {
    const double *camera = cameras + 11 * (int)seen[2 * i], *point = points + 3 * (int)seen[2 * i + 1];
    residual(camera, point, w[i], features + 2 * i, e + 2 * i);
    rest[i] = 1 - w[i] * w[i];
  }
  double sum = 0;
  for (int i = 0; i < 2 * p; i++) sum += e[i];
  return sum;
}
