package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;
import org.croton.processor.op.Lowering;
import org.jspecify.annotations.Nullable;

/**
 * A branch as two choices, one after the other: each takes every result on, or leaves it as it is.
 * A result that an arm makes by writing into an input starts from that input, so that the write can
 * happen in place and the other arm has nothing to do.
 */
final class BranchLowering {
  private final Apply branch;
  private final Lowering lowering;
  private final List<Node> results;

  /** Where each result is by now. */
  private final List<Buffer> current = new ArrayList<>();

  /** The input that a result starts from, or -1; an input starts one result at most. */
  private final List<Integer> roots = new ArrayList<>();

  BranchLowering(Apply branch, Lowering lowering) {
    this.branch = branch;
    this.lowering = lowering;
    this.results = branch.builder().results(branch);
  }

  void emit() {
    for (int i = 0; i < results.size(); i++) {
      int root = root(i);
      roots.add(roots.contains(root) ? -1 : root);
      current.add(roots.get(i) < 0 ? nothing(i) : input(roots.get(i)));
    }
    Scalar condition = lowering.scalar(0);
    arm(0, condition);
    arm(1, Scalar.of(Primitive.NOT, condition));
    for (int i = 0; i < results.size(); i++) {
      if (leaves(0, i) && leaves(1, i)) {
        settle(i);
      }
    }
  }

  private Region region(int arm) {
    return branch.regions().get(arm);
  }

  private int root(int result) {
    for (Region arm : branch.regions()) {
      Node origin = Versions.origin(arm.results().get(result));
      int parameter = arm.parameters().indexOf(origin);
      boolean isPlace = parameter >= 0 && !(branch.argument(1 + parameter) instanceof Constant);
      if (isPlace && origin.type().equals(results.get(result).type())) {
        return parameter;
      }
    }
    return -1;
  }

  private Buffer input(int parameter) {
    return lowering.argument(1 + parameter);
  }

  /** Before any arm ran, a result is nothing; but a register has a value. */
  private Buffer nothing(int result) {
    Buffer buffer = lowering.temporary(results.get(result).tensor());
    if (buffer.rank() == 0) {
      Scalar zero = Scalar.cast(buffer.dtype(), Scalar.whole(0));
      lowering.emit(Nest.map(List.of(), buffer, zero));
    }
    return buffer;
  }

  private void arm(int arm, Scalar taken) {
    List<@Nullable Buffer> bound = new ArrayList<>();
    List<Parameter> parameters = region(arm).parameters();
    for (int p = 0; p < parameters.size(); p++) {
      int result = roots.indexOf(p);
      boolean changes = result >= 0 && !leaves(arm, result);
      bound.add(changes ? null : result >= 0 ? current.get(result) : input(p));
    }
    Lowering.Body body = lowering.body(region(arm), bound);
    List<Step> steps = new ArrayList<>(body.steps());
    List<Iterate.Carry> carries = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (leaves(arm, i)) {
        continue;
      }
      Buffer before = current.get(i);
      boolean isLast = arm == 1 || leaves(1, i);
      Buffer after = isLast ? lowering.result(i) : lowering.temporary(before.type());
      Buffer inside =
          roots.get(i) >= 0
              ? body.parameters().get(roots.get(i))
              : lowering.temporary(before.type());
      Buffer next = place(region(arm).results().get(i), body.results().get(i), steps);
      carries.add(new Iterate.Carry(before, inside, next, after));
      current.set(i, after);
    }
    if (!carries.isEmpty()) {
      Buffer index = lowering.temporary(LoopTypes.NUMBER);
      lowering.emit(new Iterate(index, taken, carries, steps));
    }
  }

  /** True if a result is, after this arm, the input that it starts from. */
  private boolean leaves(int arm, int result) {
    int root = roots.get(result);
    return root >= 0 && region(arm).results().get(result) == region(arm).parameters().get(root);
  }

  /** Both arms leave a result as it was: it goes where it is expected. */
  private void settle(int result) {
    List<Axis> axes = Lowering.axes(results.get(result).tensor().shape());
    Scalar value = new Scalar.Read(current.get(result), Lowering.positions(axes));
    lowering.emit(Nest.map(axes, lowering.result(result), value));
  }

  private Buffer place(Node value, Buffer buffer, List<Step> steps) {
    if (!(value instanceof Constant) || !value.tensor().isScalar()) {
      return buffer;
    }
    Buffer place = lowering.temporary(value.tensor());
    steps.add(Nest.map(List.of(), place, new Scalar.Immediate(((Constant) value).value())));
    return place;
  }
}
