package org.croton.processor.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.kernel.Dress;
import org.croton.processor.kernel.KernelInput;
import org.croton.processor.kernel.KernelUpdate;
import org.croton.processor.loop.Buffer;
import org.croton.processor.type.TensorType;
import org.croton.runtime.JavaArrays;
import org.jspecify.annotations.Nullable;

/**
 * Where each parameter of the kernel comes from: a tensor's address, a value, a slot or a copy in
 * scratch memory. Inputs come first, then the graph's outputs but for fields that are written
 * through their input.
 */
final class ParameterPlan {
  /** The variables with the offset of an array's copy in scratch memory and with the Java array. */
  record ArrayPlace(String offset, String array) {}

  private final CompiledMethod compiled;
  private final Inputs inputs;
  private final Outputs outputs;
  private final Map<Integer, String> results;
  private final State state;
  private final KernelArguments arguments;
  private final Scratch scratch;
  private final Locals names;
  private final Sizes sizes;
  private final CodeBlock.Builder code;
  private final Map<Integer, Integer> outputSlots = new HashMap<>();
  private final Map<Integer, ArrayPlace> outputArrays = new HashMap<>();
  private final Map<Integer, Integer> inputSlots = new HashMap<>();
  private final Map<Integer, ArrayPlace> inputArrays = new HashMap<>();
  private final List<String> tensors = new ArrayList<>();

  ParameterPlan(
      CompiledMethod compiled,
      Inputs inputs,
      Outputs outputs,
      Map<Integer, String> results,
      State state,
      KernelArguments arguments,
      Scratch scratch,
      Locals names,
      Sizes sizes,
      CodeBlock.Builder code) {
    this.compiled = compiled;
    this.inputs = inputs;
    this.outputs = outputs;
    this.results = results;
    this.state = state;
    this.arguments = arguments;
    this.scratch = scratch;
    this.names = names;
    this.sizes = sizes;
    this.code = code;
  }

  /** Takes slots, then places for arrays, then collects the arguments in order. */
  void place() {
    List<Buffer> parameters = compiled.function().parameters();
    List<Integer> outputOrder = outputOrder();
    if (parameters.size() != inputs.count() + outputOrder.size()) {
      throw new IllegalStateException(
          "kernel " + compiled.function().name() + " has other parameters than its method");
    }
    for (int i = 0; i < inputs.count(); i++) {
      if (state.isUpdated(i) && dress(i) == Dress.PRIMITIVE) {
        inputSlots.put(i, scratch.slot());
      }
    }
    for (int output : outputOrder) {
      if (dressOfOutput(output) == Dress.PRIMITIVE) {
        outputSlots.put(output, scratch.slot());
      }
    }
    for (int i = 0; i < inputs.count(); i++) {
      input(i, parameters.get(i));
    }
    for (int output : outputOrder) {
      output(output);
    }
  }

  private Dress dress(int input) {
    return inputs.input(input).dress();
  }

  private void input(int index, Buffer parameter) {
    KernelInput input = inputs.input(index);
    switch (input.dress()) {
      case TENSOR:
        String tensor = state.isUpdated(index) ? state.next(index) : inputs.local(index);
        tensors.add(tensor);
        if (state.isUpdated(index)) {
          tensors.add(inputs.local(index));
        }
        arguments.tensor(tensor, parameter);
        break;
      case PRIMITIVE:
        if (state.isUpdated(index)) {
          arguments.slot(inputSlots.getOrDefault(index, 0));
        } else {
          arguments.value(inputs.local(index), input.type().dtype());
        }
        break;
      case JAVA_ARRAY:
        TypeName made = state.isUpdated(index) ? JavaTypes.parse(input.javaType()) : null;
        inputArrays.put(index, place(inputs.local(index), input.type(), made));
        break;
    }
  }

  private void output(int output) {
    TensorType type = typeOfOutput(output);
    switch (dressOfOutput(output)) {
      case TENSOR:
        String tensor = results.containsKey(output) ? results.get(output) : state.fresh(output);
        tensors.add(tensor);
        arguments.tensor(tensor, null);
        break;
      case PRIMITIVE:
        arguments.slot(outputSlots.getOrDefault(output, 0));
        break;
      case JAVA_ARRAY:
        outputArrays.put(output, place("result", type, javaTypeOfOutput(output)));
        break;
    }
  }

  /** Lays out an array's copy; one that the call makes is made before the kernel can commit. */
  private ArrayPlace place(String name, TensorType type, @Nullable TypeName made) {
    String where = compiled.method().name() + ": the result";
    String array = made == null ? name : ResultCode.newArray(names, sizes, type, made, where, code);
    String offset = scratch.array(name, type.shape().size(), type.dtype().bytes(), code);
    arguments.place(offset);
    return new ArrayPlace(offset, array);
  }

  /** The graph's outputs that have a parameter of their own. */
  private List<Integer> outputOrder() {
    List<Integer> order = new ArrayList<>();
    for (int output = 0; output < compiled.method().graph().outputs().size(); output++) {
      if (outputs.contains(output) || state.inputOf(output) < 0) {
        order.add(output);
      }
    }
    return order;
  }

  private Dress dressOfOutput(int output) {
    return outputs.contains(output)
        ? outputs.value(output).dress()
        : update(output).field().dress();
  }

  private TensorType typeOfOutput(int output) {
    return outputs.contains(output) ? outputs.value(output).type() : update(output).field().type();
  }

  private TypeName javaTypeOfOutput(int output) {
    return outputs.contains(output)
        ? JavaTypes.parse(outputs.value(output).javaType())
        : TypeName.get(update(output).field().element().asType());
  }

  private KernelUpdate update(int output) {
    return compiled.method().updates().stream()
        .filter(update -> update.output() == output)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing takes output " + output));
  }

  /** Emits what fills slots and copies before the call. */
  void copyIn() {
    inputSlots.forEach(
        (index, slot) ->
            code.addStatement(
                "$L",
                JavaTypes.put(
                    arguments.buffer(),
                    slot,
                    inputs.input(index).type().dtype(),
                    CodeBlock.of("$N", inputs.local(index)))));
    inputArrays.forEach(
        (index, place) ->
            code.addStatement(
                "$T.copyIn($N, $N.storage(), $T.$L, $N)",
                JavaArrays.class,
                inputs.local(index),
                arguments.workspace(),
                DType.class,
                inputs.input(index).type().dtype().name(),
                place.offset()));
  }

  /** The tensors that must stay reachable while the kernel runs. */
  List<String> tensors() {
    return tensors.stream().distinct().toList();
  }

  /** The tensor that holds an output. */
  String tensorOf(int output) {
    String local = results.get(output);
    if (local == null) {
      throw new IllegalStateException("output " + output + " is no tensor");
    }
    return local;
  }

  /** The slot of an output, or of the state that an input is. */
  int slotOf(int output, int input) {
    Integer slot = input >= 0 ? inputSlots.get(input) : outputSlots.get(output);
    if (slot == null) {
      throw new IllegalStateException("output " + output + " has no slot");
    }
    return slot;
  }

  /** The place of an output's copy, or of the state that an input is. */
  ArrayPlace placeOf(int output, int input) {
    ArrayPlace at = input >= 0 ? inputArrays.get(input) : outputArrays.get(output);
    if (at == null) {
      throw new IllegalStateException("output " + output + " has no place");
    }
    return at;
  }
}
