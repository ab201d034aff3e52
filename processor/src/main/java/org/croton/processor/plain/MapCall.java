package org.croton.processor.plain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.Tensor;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ops.elementwise.Cast;

/**
 * One call of {@code map} or its kin: the lambda runs once for each element, in double. Results are
 * of the tensors' promoted floating kind, or F64.
 */
final class MapCall {
  private final History history;
  private final String name;
  private final GraphBuilder builder = new GraphBuilder();
  private final Map<Lineage, Parameter> parameters = new LinkedHashMap<>();

  MapCall(History history, String name) {
    this.history = history;
    this.name = name;
  }

  Tensor run(Object[] args) {
    ScalarFunction function = ScalarFunction.of(args[args.length - 1]);
    List<Node> operands = new ArrayList<>();
    for (int i = 0; i < args.length - 1; i++) {
      operands.add(parameter((Tensor) args[i]));
    }
    DType kind = kind(operands);
    List<Node> cast = operands.stream().map(x -> Cast.cast(x, kind)).toList();
    Node result = Lambda.of(new Lambda.Body(function, result(kind)), cast);
    return history.tensor(
        OperationCall.evaluate(builder, List.of(result), parameters).get(0),
        OperationCall.origin(result, parameters));
  }

  private Parameter parameter(Tensor tensor) {
    return parameters.computeIfAbsent(
        history.of(tensor), key -> builder.parameter(0, parameters.size(), key.value().type()));
  }

  private static DType kind(List<Node> operands) {
    DType kind = operands.get(0).tensor().dtype();
    for (Node operand : operands) {
      kind = DType.promote(kind, operand.tensor().dtype());
    }
    return kind.isFloating() ? kind : DType.F64;
  }

  private DType result(DType kind) {
    switch (name) {
      case "mapToBool":
        return DType.BOOL;
      case "mapToInt":
        return DType.I32;
      case "mapToLong":
        return DType.I64;
      default:
        return kind;
    }
  }
}
