package org.croton.processor.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Result;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.OpDef;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/** Lowers a whole graph: each application in program order, then the updates of fields. */
public final class LowerGraph {
  private final Graph graph;
  private final Map<Node, Buffer> outputs = new HashMap<>();
  private final Map<Literal, Buffer> constants = new HashMap<>();
  private final Map<Buffer, Literal> constantValues = new HashMap<>();
  private final List<Node> sites = new ArrayList<>();
  private int temporaries;

  private LowerGraph(Graph graph) {
    this.graph = graph;
  }

  public static LoweredGraph lower(Graph graph) {
    return new LowerGraph(graph).run();
  }

  private LoweredGraph run() {
    Scope scope = new Scope();
    Set<String> updated = updatedFields();
    List<Buffer> inputs = new ArrayList<>();
    for (Graph.Input input : graph.inputs()) {
      Buffer.Role role = updated.contains(input.name()) ? Buffer.Role.STATE : Buffer.Role.INPUT;
      Buffer buffer = new Buffer(input.name(), input.value().tensor(), role);
      inputs.add(buffer);
      scope.buffers.put(input.value(), buffer);
    }
    List<Buffer> results = results(updated);
    graph.nodes().forEach(node -> lower(node, scope));
    finish(scope, updated, inputs, results);
    return new LoweredGraph(inputs, results, constantValues, sites, scope.steps);
  }

  /** Fields, which are named {@code this.x}, that are inputs and outputs. */
  private Set<String> updatedFields() {
    Set<String> fields = new HashSet<>();
    graph.inputs().stream()
        .map(Graph.Input::name)
        .filter(name -> name.startsWith("this."))
        .forEach(fields::add);
    fields.retainAll(graph.outputs().stream().map(Graph.Output::name).toList());
    return fields;
  }

  /** Makes a buffer per result; where a result is computed here, it is computed in place. */
  private List<Buffer> results(Set<String> updated) {
    List<Buffer> results = new ArrayList<>();
    for (Graph.Output output : graph.outputs()) {
      if (updated.contains(output.name())) {
        continue;
      }
      Buffer buffer = new Buffer(output.name(), output.value().tensor(), Buffer.Role.OUTPUT);
      results.add(buffer);
      if (output.value() instanceof Apply || output.value() instanceof Result) {
        outputs.putIfAbsent(output.value(), buffer);
      }
    }
    return results;
  }

  /** Copies what could not be computed in place, and commits updates: last, all together. */
  private void finish(Scope scope, Set<String> updated, List<Buffer> inputs, List<Buffer> results) {
    int result = 0;
    List<Step> commits = new ArrayList<>();
    for (Graph.Output output : graph.outputs()) {
      Buffer value = scope.buffer(output.value());
      if (!updated.contains(output.name())) {
        Buffer target = results.get(result++);
        if (value != target) {
          scope.steps.add(copy(target, value));
        }
      } else {
        Buffer state =
            inputs.stream().filter(b -> b.name().equals(output.name())).findFirst().orElseThrow();
        if (value != state) {
          commits.add(copy(state, commitSource(scope, value)));
        }
      }
    }
    scope.steps.addAll(commits);
  }

  /** What another field held before the call must be kept until all fields are written. */
  private Buffer commitSource(Scope scope, Buffer value) {
    if (value.role() != Buffer.Role.STATE) {
      return value;
    }
    Buffer kept = temporary(value.type());
    scope.steps.add(copy(kept, value));
    return kept;
  }

  private static Nest copy(Buffer target, Buffer source) {
    List<Axis> axes = Lowering.axes(target.shape());
    return Nest.map(axes, target, new Scalar.Read(source, Lowering.positions(axes)));
  }

  private Buffer temporary(TensorType type) {
    boolean isTape = type.rank() > 0 && type.shape().dim(0).isEndless();
    Buffer.Role role = isTape ? Buffer.Role.TAPE : Buffer.Role.TEMPORARY;
    return new Buffer("t" + temporaries++, type, role);
  }

  private void lower(Node node, Scope scope) {
    if (!(node instanceof Apply) || scope.lowered(node)) {
      return;
    }
    Apply apply = (Apply) node;
    List<Buffer> results = new ArrayList<>();
    for (Node value : apply.builder().results(apply)) {
      Buffer planned = outputs.get(value);
      Buffer buffer = planned != null ? planned : temporary(value.tensor());
      results.add(buffer);
      scope.buffers.put(value, buffer);
    }
    ((OpDef) apply.operator()).lower(apply, new Context(apply, scope, results));
  }

  private Buffer constant(Literal value) {
    return constants.computeIfAbsent(
        value,
        key -> {
          Buffer buffer = new Buffer("c" + constants.size(), value.type(), Buffer.Role.CONSTANT);
          constantValues.put(buffer, value);
          return buffer;
        });
  }

  /** The buffers and steps of one level: the method, or a region's body. */
  private final class Scope {
    final Map<Node, Buffer> buffers = new HashMap<>();
    final List<Step> steps = new ArrayList<>();

    Buffer buffer(Node node) {
      if (node instanceof Constant) {
        return constant(((Constant) node).value());
      }
      Buffer buffer = buffers.get(node);
      if (buffer == null) {
        throw new IllegalStateException("no buffer for " + node);
      }
      return buffer;
    }

    boolean lowered(Node node) {
      return node.builder().results((Apply) node).stream().allMatch(buffers::containsKey);
    }
  }

  /** One application's view of its level. */
  private final class Context implements Lowering {
    private final Apply apply;
    private final Scope scope;
    private final List<Buffer> results;

    Context(Apply apply, Scope scope, List<Buffer> results) {
      this.apply = apply;
      this.scope = scope;
      this.results = results;
    }

    @Override
    public Buffer argument(int index) {
      return scope.buffer(apply.argument(index));
    }

    @Override
    public Buffer result(int index) {
      return results.get(index);
    }

    @Override
    public Buffer temporary(TensorType type) {
      return LowerGraph.this.temporary(type);
    }

    @Override
    public void emit(Step step) {
      scope.steps.add(step);
    }

    @Override
    public int site() {
      sites.add(apply);
      return sites.size() - 1;
    }

    @Override
    public Body body(Region region, List<? extends @Nullable Buffer> given) {
      Scope inner = new Scope();
      List<Buffer> parameters = new ArrayList<>();
      for (Parameter parameter : region.parameters()) {
        Buffer known = given.get(parameters.size());
        Buffer buffer = known != null ? known : LowerGraph.this.temporary(parameter.tensor());
        parameters.add(buffer);
        inner.buffers.put(parameter, buffer);
      }
      for (Node node : Graph.reachable(region.results())) {
        if (!(node instanceof Result)) {
          LowerGraph.this.lower(node, inner);
        }
      }
      List<Buffer> values = region.results().stream().map(inner::buffer).toList();
      return new Body(parameters, inner.steps, values);
    }
  }
}
