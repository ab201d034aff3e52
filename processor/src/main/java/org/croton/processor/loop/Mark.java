package org.croton.processor.loop;

import java.util.function.UnaryOperator;

/** A step of its own kind that nothing moves past. */
public sealed interface Mark extends Step permits Leave, Grow {
  /** The scalar that it reads. */
  Scalar value();

  /** The same mark that reads another scalar, in terms of other memory. */
  Mark with(Scalar value, UnaryOperator<Buffer> memory);
}
