package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.croton.processor.ir.Literal;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.LoopFunction;
import org.croton.processor.loop.Statement;
import org.croton.processor.loop.StatementVisitor;
import org.croton.processor.loop.Step;

/** From lowered steps to a kernel: shared memory, shared loops, statements, the memory plan. */
public final class FuseNests {
  private FuseNests() {}

  /**
   * Makes one loop function of a method's lowered steps.
   *
   * @param name the kernel's name
   * @param inputs the method's inputs, INPUT or STATE
   * @param outputs the method's results
   * @param fuse false keeps every nest in loops of its own, for comparison
   */
  public static LoopFunction fuse(
      String name,
      List<Buffer> inputs,
      List<Buffer> outputs,
      Map<Buffer, Literal> constants,
      List<Step> steps,
      boolean fuse) {
    List<Step> flat = FlattenUnits.run(steps);
    List<Step> updated =
        fuse ? DeadNests.run(ScaledProducts.run(ProvenChecks.run(inputs, flat))) : flat;
    List<Step> shared = ShareMemory.run(ReadsFirst.run(updated));
    List<Statement> emitted = EmitStatements.emit(BuildTree.block(shared, fuse), constants);
    List<Statement> body = withTapes(fuse ? LaneLoops.run(emitted) : emitted);
    Slots.Plan plan = Slots.plan(body);
    List<Buffer> parameters = new ArrayList<>(inputs);
    parameters.addAll(outputs);
    List<String> sizes = new ArrayList<>(new TreeSet<>(SizeNames.of(parameters, body)));
    return new LoopFunction(name, parameters, sizes, plan.bytes(), plan.slots(), constants, body);
  }

  private static List<Statement> withTapes(List<Statement> body) {
    Set<Buffer> tapes = new LinkedHashSet<>();
    StatementVisitor visitor =
        new StatementVisitor(
            buffer -> {
              if (buffer.role() == Buffer.Role.TAPE) {
                tapes.add(buffer);
              }
            },
            dim -> {});
    body.forEach(visitor::visit);
    List<Statement> all = new ArrayList<>();
    tapes.forEach(tape -> all.add(new Statement.Tape(tape)));
    all.addAll(body);
    return all;
  }
}
