/*
 * The Lorenz system by the classical Runge-Kutta method: sigma, rho, beta, x, y, z, the number of steps and their length.
 * Keeps the path and gives the sum of the coordinates of its end.
 */
#include <stdlib.h>

typedef struct {
  double x, y, z;
} point;

static point flow(point p, double sigma, double rho, double beta) {
  return (point){sigma * (p.y - p.x), p.x * (rho - p.z) - p.y, p.x * p.y - beta * p.z};
}

static point plus(point p, point d, double h) { return (point){p.x + h * d.x, p.y + h * d.y, p.z + h * d.z}; }

static point step(point p, double sigma, double rho, double beta, double dt) {
  point a = flow(p, sigma, rho, beta);
  point b = flow(plus(p, a, dt / 2), sigma, rho, beta);
  point c = flow(plus(p, b, dt / 2), sigma, rho, beta);
  point d = flow(plus(p, c, dt), sigma, rho, beta);
  return plus(plus(plus(plus(p, a, dt / 6), b, dt / 3), c, dt / 3), d, dt / 6);
}

double problem(const double *in) {
  static point *path;
  int steps = (int)in[6];
  if (!path) path = malloc(steps * sizeof *path);
  point p = {in[3], in[4], in[5]};
  for (int t = 0; t < steps; t++) {
    p = step(p, in[0], in[1], in[2], in[7]);
    path[t] = p;
  }
  return p.x + p.y + p.z;
}
