/*
 * Times `problem` on the numbers in a file and prints the result and microseconds per call: a sample is
 * a run of calls of at least 200 microseconds, warmed up, as in the Java harness.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

double problem(const double *in);

static double micros(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **arguments) {
  static double samples[5000];
  if (count != 3) return 2;
  FILE *file = fopen(arguments[1], "rb");
  double budget = atof(arguments[2]) * 1e6;
  if (!file || fseek(file, 0, SEEK_END)) return 2;
  size_t bytes = (size_t)ftell(file);
  rewind(file);
  double *in = malloc(bytes);
  if (!in || fread(in, 1, bytes, file) != bytes) return 2;
  fclose(file);

  volatile double result = problem(in);
  double start = micros();
  long calls = 0;
  do {
    result = problem(in);
    calls++;
  } while (micros() - start < budget / 2);
  long per_sample = (long)(200 * calls / (micros() - start)) + 1;
  int n = 0;
  double end = micros() + budget;
  while (n < 5 || (n < 5000 && micros() < end)) {
    double from = micros();
    for (long i = 0; i < per_sample; i++) result = problem(in);
    samples[n++] = (micros() - from) / per_sample;
  }
  qsort(samples, n, sizeof *samples, ascending);
  printf("%.17g %.6g %.6g %ld\n", result, (samples[(n - 1) / 2] + samples[n / 2]) / 2, samples[0], n * per_sample);
  return 0;
}
