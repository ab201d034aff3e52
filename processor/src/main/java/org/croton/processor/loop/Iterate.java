package org.croton.processor.loop;

import java.util.List;

/**
 * A sequential loop: {@code for index in 0 .. trips-1: body}, then the carries' next values become
 * their current ones.
 *
 * @param index rank-0 I64 buffer that holds the iteration's number within the body
 * @param trips number of iterations, I64; none if it is not positive
 */
public record Iterate(Buffer index, Scalar trips, List<Carry> carries, List<Step> body)
    implements Step {
  public Iterate {
    carries = List.copyOf(carries);
    body = List.copyOf(body);
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
