package org.croton.processor.rewrite;

import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.jspecify.annotations.Nullable;

/** A rewrite that is part of the engine because no pattern can say it. */
interface Step {
  /** Name in the trace and in options. */
  String name();

  /** An equal value in a simpler form, or null to leave the application as it is. */
  @Nullable Node simplify(Apply apply);
}
