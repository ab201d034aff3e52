package org.croton.processor.op;

import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;

/**
 * One order for the operands of commutative operators, program order with constants last, so that
 * {@code a + b} and {@code b + a} are interned as one value.
 */
public final class OperandOrder {
  private final GraphBuilder builder;
  private final Spans spans;

  private OperandOrder(GraphBuilder builder, Spans spans) {
    this.builder = builder;
    this.spans = spans;
  }

  /** True unless the operator is commutative and its operands should be swapped. */
  public static boolean holds(Apply apply) {
    if (!((OpDef) apply.operator()).isCommutative()) {
      return true;
    }
    Node first = apply.argument(0);
    Node second = apply.argument(1);
    boolean constant = first instanceof Constant;
    return constant == second instanceof Constant
        ? first.position() <= second.position()
        : !constant;
  }

  /** The application with its two operands swapped. */
  public static Node swapped(Apply apply) {
    List<Node> operands = List.of(apply.argument(1), apply.argument(0));
    return apply.builder().apply(apply.operator(), apply.attrs(), operands);
  }

  /** The same values with all operands in order, in regions too. */
  public static List<Node> of(List<Node> values, GraphBuilder builder, Spans spans) {
    return new OperandOrder(builder, spans).ordered(values);
  }

  private List<Node> ordered(List<Node> values) {
    Substitution changed = new Substitution(builder, Map.of(), spans);
    for (Node node : Graph.reachable(values)) {
      if (node instanceof Apply) {
        Apply apply = (Apply) node;
        Apply made = rebuilt(apply, changed.of(apply.arguments()));
        Node image = holds(made) ? made : swapped(made);
        if (image != apply) {
          spans.derive(image, apply);
          changed.replace(apply, image);
        }
      }
    }
    return changed.of(values);
  }

  private Apply rebuilt(Apply apply, List<Node> arguments) {
    List<Region> regions =
        apply.regions().stream()
            .map(region -> new Region(region.parameters(), ordered(region.results())))
            .toList();
    return arguments.equals(apply.arguments()) && regions.equals(apply.regions())
        ? apply
        : builder.apply(apply.operator(), apply.attrs(), arguments, regions);
  }
}
