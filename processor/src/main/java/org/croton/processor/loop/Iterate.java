package org.croton.processor.loop;

import java.util.List;
import org.croton.DType;

/**
 * A sequential loop: {@code for index in 0 .. trips-1: body}, then the carries' next values become
 * their current ones. A {@link Leave} in the body ends it before that.
 *
 * @param index rank-0 I64 buffer that holds the iteration's number within the body
 * @param trips number of iterations, I64, none if it is not positive; or BOOL, a choice: one
 *     iteration if it is true, none otherwise
 */
public record Iterate(Buffer index, Scalar trips, List<Carry> carries, List<Step> body)
    implements Step {
  public Iterate {
    carries = List.copyOf(carries);
    body = List.copyOf(body);
  }

  /** True if the body runs once or not at all. */
  public boolean isChoice() {
    return trips.dtype() == DType.BOOL;
  }

  /** The same loop over other steps. */
  public Iterate withBody(List<Step> steps) {
    return new Iterate(index, trips, carries, steps);
  }

  /**
   * A value carried from one iteration to the next.
   *
   * @param initial its value before the first iteration
   * @param current its value within the body
   * @param next what the body computes for the following iteration
   * @param result its value after the last iteration
   */
  public record Carry(Buffer initial, Buffer current, Buffer next, Buffer result) {}
}
