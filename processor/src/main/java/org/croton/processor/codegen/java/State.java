package org.croton.processor.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.Tensor;
import org.croton.processor.kernel.Dress;
import org.croton.processor.kernel.KernelInput;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.kernel.KernelUpdate;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.LoopFunction;
import org.croton.runtime.StateOwnership;
import org.croton.runtime.TensorAccess;

/**
 * The fields that a method updates: memory that the field owns before the call, assignments after
 * it. The kernel writes a field's memory only when nothing can fail any more.
 */
final class State {
  private final ClassContext context;
  private final KernelMethod method;
  private final LoopFunction function;
  private final Locals names;
  private final Inputs inputs;
  private final CodeBlock.Builder code;
  private final Map<Integer, String> next = new HashMap<>();
  private final Map<Integer, String> fresh = new HashMap<>();

  State(
      ClassContext context,
      CompiledMethod compiled,
      Locals names,
      Inputs inputs,
      CodeBlock.Builder code) {
    this.context = context;
    this.method = compiled.method();
    this.function = compiled.function();
    this.names = names;
    this.inputs = inputs;
    this.code = code;
  }

  /** Whether an input is written when the call commits. */
  boolean isUpdated(int input) {
    return function.parameters().get(input).role() == Buffer.Role.STATE;
  }

  /** The input that holds the state which an output updates; -1 if the method does not read it. */
  int inputOf(int output) {
    for (KernelUpdate update : method.updates()) {
      for (int i = 0; update.output() == output && i < method.inputs().size(); i++) {
        KernelInput input = method.inputs().get(i);
        boolean whole = input.isField() && input.path().isEmpty();
        if (whole && isUpdated(i) && input.root().equals(update.field().name())) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The tensor that receives the new value of an input's field. */
  String next(int input) {
    return known(next, input);
  }

  /** The tensor that receives the value of a field that the method does not read. */
  String fresh(int output) {
    return known(fresh, output);
  }

  private static String known(Map<Integer, String> locals, int index) {
    String local = locals.get(index);
    if (local == null) {
      throw new IllegalStateException("nothing is prepared for " + index);
    }
    return local;
  }

  /** Emits what provides tensors for the new values. */
  void prepare(Sizes sizes, Iterable<String> results) {
    for (int i = 0; i < inputs.count(); i++) {
      if (isUpdated(i) && inputs.isTensor(i)) {
        prepareInPlace(i, results);
      }
    }
    for (KernelUpdate update : method.updates()) {
      if (inputOf(update.output()) < 0 && update.field().dress() == Dress.TENSOR) {
        prepareFresh(update, sizes);
      }
    }
  }

  private void prepareInPlace(int index, Iterable<String> results) {
    String old = inputs.local(index);
    for (String other : readBeside(index, results)) {
      // Whoever else reads the same memory in this call must go on seeing the old value.
      code.beginControlFlow(
              "if ($T.storage($N).overlaps($T.storage($N)))",
              TensorAccess.class,
              old,
              TensorAccess.class,
              other)
          .addStatement("$T.release($N)", StateOwnership.class, old)
          .endControlFlow();
    }
    String local = names.local(old + "Next");
    next.put(index, local);
    code.addStatement(
        "$T $N = $T.own(this, $L, $N)",
        Tensor.class,
        local,
        StateOwnership.class,
        context.fieldNumber(inputs.input(index).root()),
        old);
  }

  private List<String> readBeside(int index, Iterable<String> results) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < inputs.count(); i++) {
      if (i != index && inputs.isTensor(i)) {
        others.add(inputs.local(i));
      }
    }
    results.forEach(others::add);
    return others;
  }

  private void prepareFresh(KernelUpdate update, Sizes sizes) {
    String local = names.local(update.field().name() + "Next");
    fresh.put(update.output(), local);
    code.addStatement(
        "$T $N = $T.uninitializedState($T.$L$L)",
        Tensor.class,
        local,
        TensorAccess.class,
        DType.class,
        update.field().type().dtype().name(),
        ResultCode.extents(
            sizes, update.field().type(), method.name() + ": this." + update.field().name()));
  }

  /** Emits the assignments of all updated fields. */
  void commit(ParameterPlan plan, ResultCode result) {
    for (KernelUpdate update : method.updates()) {
      code.addStatement(
          "$L", context.fields().write(update.field().element(), value(update, plan, result)));
    }
  }

  private CodeBlock value(KernelUpdate update, ParameterPlan plan, ResultCode result) {
    int input = inputOf(update.output());
    switch (update.field().dress()) {
      case TENSOR:
        return input >= 0
            ? CodeBlock.of("$N", next(input))
            : CodeBlock.of(
                "$T.claim(this, $L, $N)",
                StateOwnership.class,
                context.fieldNumber(update.field().name()),
                fresh(update.output()));
      case PRIMITIVE:
        return result.primitive(
            plan.slotOf(update.output(), input),
            update.field().type().dtype(),
            TypeName.get(update.field().element().asType()));
      case JAVA_ARRAY:
        return result.array(plan.placeOf(update.output(), input), update.field().type().dtype());
    }
    throw new AssertionError(update.field().dress());
  }
}
