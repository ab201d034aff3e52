package org.croton.processor.loop;

import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Literal;
import org.croton.processor.type.Dim;

/**
 * A kernel ready to print.
 *
 * @param name unique within the library, e.g. {@code k0}
 * @param parameters in order: the method's inputs (INPUT or STATE), then its outputs (OUTPUT; an
 *     updated field is written through its STATE input). Rank 0 INPUT is passed by value,
 *     everything else by address
 * @param sizes names of the dims that the kernel uses, sorted; passed as I64 after the parameters
 * @param workspaceBytes bytes of scratch memory as a formula over the sizes; 0 if none
 * @param slots temporaries in scratch memory
 * @param constants elements of CONSTANT buffers
 */
public record LoopFunction(
    String name,
    List<Buffer> parameters,
    List<String> sizes,
    Dim workspaceBytes,
    List<Slot> slots,
    Map<Buffer, Literal> constants,
    List<Statement> body) {
  public LoopFunction {
    parameters = List.copyOf(parameters);
    sizes = List.copyOf(sizes);
    slots = List.copyOf(slots);
    constants = Map.copyOf(constants);
    body = List.copyOf(body);
  }

  /** A temporary's place: byte offset into the workspace, a multiple of 64. */
  public record Slot(Buffer buffer, Dim offset) {}
}
