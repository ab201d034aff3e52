package org.croton.processor.surface;

import org.croton.processor.ir.Node;

/** A run-time Java primitive as operand of a tensor op: it takes the tensor's kind. */
public record Weak(Node value) {}
