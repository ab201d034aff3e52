package org.croton.processor.codegen.java;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.kernel.Dress;
import org.croton.processor.kernel.KernelResult;

/**
 * The values that a method's Java result is made of, by output of the graph, with the names that
 * out-parameters and messages give them.
 */
final class Outputs {
  private final Map<Integer, KernelResult.Value> values = new LinkedHashMap<>();
  private final Map<Integer, String> names = new LinkedHashMap<>();

  private Outputs() {}

  static Outputs of(KernelResult result) {
    Outputs outputs = new Outputs();
    outputs.collect(result, "");
    return outputs;
  }

  private void collect(KernelResult result, String name) {
    if (result instanceof KernelResult.Value) {
      KernelResult.Value value = (KernelResult.Value) result;
      values.putIfAbsent(value.output(), value);
      names.putIfAbsent(value.output(), name);
    } else if (result instanceof KernelResult.Record) {
      for (KernelResult.Component component : ((KernelResult.Record) result).components()) {
        collect(component.value(), name + capital(component.name()));
      }
    } else if (result instanceof KernelResult.Sequence) {
      int index = 0;
      for (KernelResult element : ((KernelResult.Sequence) result).elements()) {
        collect(element, name + index++);
      }
    }
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The outputs that results use, in the result's order. */
  List<Integer> indices() {
    return new ArrayList<>(values.keySet());
  }

  boolean contains(int output) {
    return values.containsKey(output);
  }

  KernelResult.Value value(int output) {
    KernelResult.Value value = values.get(output);
    if (value == null) {
      throw new IllegalStateException("output " + output + " is no part of the result");
    }
    return value;
  }

  /** {@code outPrediction}, or {@code out} for a single value. */
  String name(int output) {
    return "out" + names.getOrDefault(output, "");
  }

  /** Whether the result can be written into given tensors: it holds tensors and nothing else. */
  boolean canBeGiven() {
    return !values.isEmpty()
        && values.values().stream().allMatch(value -> value.dress() == Dress.TENSOR);
  }
}
