package org.croton.processor.loop;

/**
 * What lowering makes of an operation: a nest, a loop over steps, or a mark. Steps run in order.
 */
public sealed interface Step permits Nest, Iterate, Mark {}
