package org.croton.processor.frontend.value;

import java.util.List;

/** A lambda or a method reference, with what it captured. */
public non-sealed interface FunctionValue extends Value {
  /** Parameters it was written with, or -1 if that depends on the method it refers to. */
  int arity();

  Value call(List<Value> arguments);
}
