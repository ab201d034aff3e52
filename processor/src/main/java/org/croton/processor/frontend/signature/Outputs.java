package org.croton.processor.frontend.signature;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.names.Source;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.kernel.Dress;
import org.croton.processor.kernel.KernelResult;

/** Collects the outputs of a graph in order. */
public final class Outputs {
  private final Source source;
  private final List<Graph.Output> outputs = new ArrayList<>();

  public Outputs(Source source) {
    this.source = source;
  }

  public List<Graph.Output> outputs() {
    return outputs;
  }

  /** Adds an output and gives its index. */
  public int add(String name, Node node) {
    outputs.add(new Graph.Output(name, node));
    return outputs.size() - 1;
  }

  /** Adds an output that Java sees as a value of a type. */
  public KernelResult value(String name, Node node, Dress dress, TypeMirror type) {
    String javaType = source.valueTypes().qualified(type);
    return new KernelResult.Value(add(name, node), node.tensor(), dress, javaType);
  }
}
