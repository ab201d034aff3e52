package org.croton.processor.surface;

/** What a public function means: from its arguments to nodes, dims or constants. */
@FunctionalInterface
interface Meaning {
  Object of(Call call);
}
