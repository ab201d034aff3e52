package org.croton.processor.codegen.java;

import java.util.List;
import org.croton.processor.kernel.EntryPlan;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.loop.LoopFunction;
import org.croton.runtime.SourceLine;

/**
 * A method with everything that its generated entry point needs.
 *
 * @param function its kernel, of which the first parameters are the method's inputs
 * @param plan how sizes are learnt at entry
 * @param lines where the kernel can fail, by site
 */
public record CompiledMethod(
    KernelMethod method, LoopFunction function, EntryPlan plan, List<SourceLine> lines) {
  public CompiledMethod {
    lines = List.copyOf(lines);
  }

  /** True for a method in Java that needs neither memory nor a kernel of its own. */
  boolean isDirect() {
    return method.javaTarget() && DirectBody.isPossible(method, function);
  }
}
