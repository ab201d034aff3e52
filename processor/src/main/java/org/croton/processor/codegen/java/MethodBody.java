package org.croton.processor.codegen.java;

import com.palantir.javapoet.CodeBlock;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.Tensor;
import org.croton.processor.codegen.FailureKinds;
import org.croton.processor.kernel.Dress;
import org.croton.processor.kernel.KernelResult;
import org.croton.processor.type.TensorType;
import org.croton.runtime.EntryCheck;
import org.croton.runtime.KernelFailure;
import org.croton.runtime.TensorAccess;

/**
 * Writes the body of one entry point: fetch and check the inputs, learn the sizes, provide outputs
 * and scratch memory, call the kernel, commit fields, build the result. Nothing is changed before
 * every check has passed and the kernel has succeeded.
 */
final class MethodBody {
  private final ClassContext context;
  private final CompiledMethod compiled;
  private final boolean into;
  private final String method;
  private final CodeBlock.Builder code = CodeBlock.builder();
  private final Locals names;
  private final Inputs inputs;
  private final Sizes sizes;
  private final Scratch scratch;
  private final Outputs outputs;
  private final KernelArguments arguments;
  private final State state;
  private final EntryCode entry;
  private final Map<Integer, String> tensors = new LinkedHashMap<>();
  private final String workspace;

  /**
   * @param parameters names of the Java method's parameters, out-parameters included
   * @param into whether results are written into out-parameters
   */
  MethodBody(ClassContext context, CompiledMethod compiled, List<String> parameters, boolean into) {
    this.context = context;
    this.compiled = compiled;
    this.into = into;
    this.method = compiled.method().name();
    this.names = new Locals();
    parameters.forEach(names::reserve);
    this.workspace = names.local("workspace");
    this.inputs = new Inputs(method, names, context.fields(), context.fieldElements());
    this.sizes = new Sizes(names);
    this.scratch = new Scratch(names, sizes);
    this.outputs = Outputs.of(compiled.method().result());
    this.arguments = new KernelArguments(compiled.method().javaTarget(), names, workspace);
    this.state = new State(context, compiled, names, inputs, code);
    this.entry = new EntryCode(method, inputs, sizes, context, code);
  }

  CodeBlock write() {
    if (!compiled.method().javaTarget()) {
      code.add(NativeKernels.check(context));
    }
    compiled.method().inputs().forEach(input -> inputs.add(input, code));
    entry.write(compiled.plan());
    outputs();
    state.prepare(sizes, tensors.values());
    memory();
    return code.build();
  }

  private void outputs() {
    for (int output : outputs.indices()) {
      KernelResult.Value value = outputs.value(output);
      if (value.dress() == Dress.TENSOR) {
        tensors.put(output, into ? given(output, value.type()) : made(output, value.type()));
      }
    }
  }

  private String made(int output, TensorType type) {
    String local = names.local(outputs.name(output).replaceFirst("^out$", "result"));
    code.addStatement(
        "$T $N = $T.uninitialized($T.$L$L)",
        Tensor.class,
        local,
        TensorAccess.class,
        DType.class,
        type.dtype().name(),
        ResultCode.extents(sizes, type, method + ": the result"));
    return local;
  }

  private String given(int output, TensorType type) {
    String local = outputs.name(output);
    String where = method + ": " + local;
    Inputs.check(local, type, where, code);
    List<CodeBlock> axes = inputs.shape(local, type.rank(), code);
    for (int axis = 0; axis < axes.size(); axis++) {
      entry.matchAxis(axes.get(axis), type.shape().dim(axis), where, axis);
    }
    for (int i = 0; i < inputs.count(); i++) {
      if (inputs.isTensor(i)) {
        distinct(local, inputs.local(i), where, inputs.input(i).expression());
      }
    }
    tensors.values().forEach(other -> distinct(local, other, where, other));
    return local;
  }

  private void distinct(String output, String other, String where, String name) {
    code.addStatement("$T.distinct($N, $N, $S, $S)", EntryCheck.class, output, other, where, name);
  }

  private void memory() {
    ParameterPlan plan =
        new ParameterPlan(
            compiled, inputs, outputs, tensors, state, arguments, scratch, names, sizes, code);
    plan.place();
    CodeBlock own = scratch.acquire(workspace, compiled.function().workspaceBytes(), code);
    code.beginControlFlow("try");
    arguments.begin(code);
    plan.copyIn();
    call(own);
    finish(plan);
    code.nextControlFlow("finally");
    for (String kept : plan.tensors()) {
      code.addStatement("$T.reachabilityFence($N)", Reference.class, kept);
    }
    code.addStatement("$N.release()", workspace);
    code.endControlFlow();
  }

  private void call(CodeBlock own) {
    List<CodeBlock> sizeArguments = new ArrayList<>();
    compiled
        .function()
        .sizes()
        .forEach(name -> sizeArguments.add(CodeBlock.of("$N", sizes.local(name))));
    CodeBlock call =
        CodeBlock.of(
            "$L.$N($L)",
            context.kernelOwner(compiled.method().javaTarget()),
            compiled.function().name(),
            arguments.list(sizeArguments, own));
    if (FailureKinds.of(compiled.function()).length == 0) {
      code.addStatement("$L", call);
      return;
    }
    String failure = names.local("code");
    code.addStatement("int $N = $L", failure, call);
    code.beginControlFlow("if ($N != 0)", failure)
        .addStatement(
            "throw $T.of($N, $L, $N)",
            KernelFailure.class,
            failure,
            arguments.record(),
            context.linesOf(compiled))
        .endControlFlow();
  }

  private void finish(ParameterPlan plan) {
    ResultCode result = new ResultCode(context, plan, arguments, code);
    boolean returns = !into && !(compiled.method().result() instanceof KernelResult.Nothing);
    CodeBlock value = returns ? result.expression(compiled.method().result()) : CodeBlock.of("");
    state.commit(plan, result);
    if (returns) {
      code.addStatement("return $L", value);
    }
  }
}
