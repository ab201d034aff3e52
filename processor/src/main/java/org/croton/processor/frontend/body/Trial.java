package org.croton.processor.frontend.body;

/**
 * A reading that may turn out to be of the wrong form: until it is kept, what it assigned and
 * reported can be dropped as if it had never been.
 */
final class Trial {
  private final Reading reading;
  private boolean kept;

  Trial(Reading reading) {
    this.reading = reading;
    reading.reporter().draft();
    reading.store.openTrial();
  }

  void keep() {
    kept = true;
  }

  /** Keeps or drops; every trial ends once. */
  void end() {
    if (kept) {
      reading.store.commit();
      reading.reporter().publish();
    } else {
      reading.store.close();
      reading.reporter().discard();
    }
  }
}
