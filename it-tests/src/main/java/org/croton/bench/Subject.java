package org.croton.bench;

/** One workload as one peer computes it, set up and ready to be timed. */
public interface Subject {
  /** The work that is timed. */
  void call();

  /** A number that every peer agrees on, up to rounding; asked once, after one call. */
  double checksum();
}
