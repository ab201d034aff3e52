package org.croton.processor.ops.control;

import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * A {@code loop} or {@code while} by its roles. What goes in has the number of its parameter in the
 * body: carried values from 1, then invariants; 0 is the index.
 */
record Cycle(Apply apply) {
  Cycle {
    if (!is(apply)) {
      throw new IllegalArgumentException(apply.toString());
    }
  }

  static boolean is(Node node) {
    return node instanceof Apply && (((Apply) node).is(Loop.OP) || ((Apply) node).is(While.OP));
  }

  boolean isCounted() {
    return apply.is(Loop.OP);
  }

  int carries() {
    return apply.attrs(LoopAttrs.class).carries();
  }

  /** The most iterations of a segment of a longer loop; null for any other loop. */
  @Nullable Dim segment() {
    return apply.attrs(LoopAttrs.class).segment();
  }

  /** Number of the last invariant. */
  int inputs() {
    return parameters().size() - 1;
  }

  Region body() {
    return apply.regions().get(isCounted() ? 0 : 1);
  }

  /** The region that tells whether an iteration runs; null for a counted loop. */
  @Nullable Region condition() {
    return isCounted() ? null : apply.regions().get(0);
  }

  List<Parameter> parameters() {
    return body().parameters();
  }

  Parameter index() {
    return parameters().get(0);
  }

  Parameter parameter(int input) {
    return parameters().get(input);
  }

  /** What a carried value is for the next iteration. */
  Node next(int carry) {
    return body().results().get(carry - 1);
  }

  /** Number of the application's argument that an input is. */
  int argument(int input) {
    return isCounted() ? input : input - 1;
  }

  /** An input as the code around the loop knows it. */
  Node outer(int input) {
    return apply.argument(argument(input));
  }

  /** A carried value after the last iteration. */
  Node result(int carry) {
    return apply.builder().results(apply).get(carry - 1);
  }

  /** How many iterations there are: known before a counted loop, after another. */
  Node trips() {
    return isCounted() ? apply.argument(0) : result(1 + carries());
  }
}
