package org.croton.processor.ops.movement;

import java.util.Collections;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.op.SizeAttrs;
import org.jspecify.annotations.Nullable;

/** Operations of no arguments whose value depends on a size alone ({@link SizeAttrs}); I64. */
abstract class Value extends OpDef {
  Value(String name) {
    super(name);
  }

  @Override
  public final void pullback(Apply apply, Pullback pullback) {
    throw new IllegalStateException("sizes have no cotangent");
  }

  @Override
  public final List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    return Collections.singletonList(null);
  }
}
