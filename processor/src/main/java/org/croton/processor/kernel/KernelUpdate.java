package org.croton.processor.kernel;

/**
 * A field that the method updates: all updates are committed together at the end of the call.
 *
 * @param output index into {@code Graph.outputs}
 */
public record KernelUpdate(KernelField field, int output) {}
