package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Where.where;

import java.util.List;
import org.croton.processor.ir.Node;

/**
 * The larger or the smaller of two values; NaN if one is NaN. The derivative goes to the argument
 * that is chosen, half to each at a tie, and nowhere at NaN.
 */
abstract class Extremum extends Choice {
  Extremum(String name) {
    super(name, Accepts.ALL);
  }

  /** Whether the result may be {@code own}: false at NaN. */
  abstract Node reaches(Node own, Node other);

  @Override
  final Node share(int argument, List<Node> x, Node flow) {
    // Two comparisons, the same for both arguments: a loop's reverse may have to save them.
    Node own = reaches(x.get(argument), x.get(1 - argument));
    Node other = reaches(x.get(1 - argument), x.get(argument));
    Node chosen = where(other, mul(flow, like(flow, 0.5)), flow);
    return where(own, chosen, like(flow, 0));
  }

  @Override
  public final boolean isCommutative() {
    return true;
  }
}
