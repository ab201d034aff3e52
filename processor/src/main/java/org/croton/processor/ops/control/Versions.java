package org.croton.processor.ops.control;

import java.util.Set;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Operator;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Result;
import org.croton.processor.ops.indexing.Accumulate;
import org.croton.processor.ops.indexing.ScatterAdd;
import org.croton.processor.ops.indexing.ScatterSet;
import org.croton.processor.ops.movement.AccumulateSlice;
import org.croton.processor.ops.movement.SetSlice;
import org.jspecify.annotations.Nullable;

/** Array versions: which older version a value is made of by partial writes. */
final class Versions {
  private static final Set<Operator> WRITES =
      Set.of(
          org.croton.processor.ops.indexing.Set.OP,
          Accumulate.OP,
          ScatterAdd.OP,
          ScatterSet.OP,
          SetSlice.OP,
          AccumulateSlice.OP);

  private Versions() {}

  /** The oldest version at the value's own level; the value itself if it is no new version. */
  static Node origin(Node value) {
    Node version = value;
    Node older = older(version);
    while (older != null) {
      version = older;
      older = older(version);
    }
    return version;
  }

  private static @Nullable Node older(Node version) {
    if (version instanceof Result) {
      Result result = (Result) version;
      return older(result.apply(), result.index());
    }
    return version instanceof Apply ? older((Apply) version, 0) : null;
  }

  private static @Nullable Node older(Apply apply, int result) {
    if (WRITES.contains(apply.operator())) {
      return apply.argument(0);
    }
    if (Cycle.is(apply)) {
      Cycle cycle = new Cycle(apply);
      return result < cycle.carries() ? cycle.outer(1 + result) : null;
    }
    return apply.is(Branch.OP) ? started(apply, result) : null;
  }

  /** The branch's input that both arms make the result of, if it is one. */
  private static @Nullable Node started(Apply branch, int result) {
    Region then = branch.regions().get(0);
    Region otherwise = branch.regions().get(1);
    int parameter = then.parameters().indexOf(origin(then.results().get(result)));
    int other = otherwise.parameters().indexOf(origin(otherwise.results().get(result)));
    return parameter >= 0 && parameter == other ? branch.argument(1 + parameter) : null;
  }
}
