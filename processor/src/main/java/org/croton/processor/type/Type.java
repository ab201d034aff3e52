package org.croton.processor.type;

/** What a value of the graph is: an array (a scalar is one of rank 0) or an effect token. */
public sealed interface Type permits TensorType, Token {}
