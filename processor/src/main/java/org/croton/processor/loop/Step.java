package org.croton.processor.loop;

/** What lowering makes of an operation: a nest, or a loop over steps. Steps run in order. */
public sealed interface Step permits Nest, Iterate {}
