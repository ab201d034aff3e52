package org.croton.processor.codegen.java;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.VariableElement;
import org.croton.DType;
import org.croton.processor.kernel.Dress;
import org.croton.processor.kernel.KernelInput;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.croton.runtime.EntryCheck;
import org.croton.runtime.TensorAccess;

/** Fetches a method's inputs into local variables, checks what they are and tells their sizes. */
final class Inputs {
  private final String method;
  private final Locals names;
  private final FieldAccess fields;
  private final Map<String, VariableElement> fieldElements;
  private final Map<String, String> fetched = new HashMap<>();
  private final List<KernelInput> inputs = new ArrayList<>();
  private final List<String> locals = new ArrayList<>();
  private final List<List<CodeBlock>> sizes = new ArrayList<>();

  Inputs(
      String method, Locals names, FieldAccess fields, Map<String, VariableElement> fieldElements) {
    this.method = method;
    this.names = names;
    this.fields = fields;
    this.fieldElements = fieldElements;
  }

  int count() {
    return inputs.size();
  }

  KernelInput input(int index) {
    return inputs.get(index);
  }

  /** The variable that holds an input. */
  String local(int index) {
    return locals.get(index);
  }

  /** The size of an axis as Java expression. */
  CodeBlock size(int index, int axis) {
    return sizes.get(index).get(axis);
  }

  /** What messages call an input: {@code train: this.w}. */
  String where(int index) {
    return method + ": " + inputs.get(index).expression();
  }

  /** Emits code that fetches and checks the next input. */
  void add(KernelInput input, CodeBlock.Builder code) {
    inputs.add(input);
    String local = fetch(input, code);
    locals.add(local);
    switch (input.dress()) {
      case TENSOR:
        sizes.add(checkTensor(input, local, code));
        break;
      case JAVA_ARRAY:
        sizes.add(checkArray(input, local, code));
        break;
      case PRIMITIVE:
        sizes.add(List.of());
        break;
    }
  }

  private String fetch(KernelInput input, CodeBlock.Builder code) {
    String local = input.isField() ? field(input.root(), code) : input.root();
    StringBuilder path = new StringBuilder(input.isField() ? "this." + input.root() : input.root());
    for (String step : input.path()) {
      String access = step.startsWith("[") || step.startsWith(".") ? step : "." + step;
      String from = local;
      String before = path.toString();
      path.append(access);
      local =
          fetched.computeIfAbsent(
              path.toString(),
              key -> {
                present(from, before, code);
                String next = names.local(suggestion(key));
                code.addStatement("var $N = $N$L", next, from, access);
                return next;
              });
    }
    return local;
  }

  private String field(String name, CodeBlock.Builder code) {
    return fetched.computeIfAbsent(
        "this." + name,
        key -> {
          VariableElement element = fieldElements.get(name);
          if (element == null) {
            throw new IllegalStateException("no field " + name);
          }
          String local = names.local(name);
          code.addStatement("var $N = $L", local, fields.read(element));
          return local;
        });
  }

  private static String suggestion(String path) {
    return path.replaceFirst("^this\\.", "").replaceAll("\\W+", " ").trim().replace(' ', '_');
  }

  private void present(String local, String path, CodeBlock.Builder code) {
    code.addStatement("$T.present($N, $S)", EntryCheck.class, local, method + ": " + path);
  }

  private List<CodeBlock> checkTensor(KernelInput input, String local, CodeBlock.Builder code) {
    check(local, input.type(), method + ": " + input.expression(), code);
    return shape(local, input.type().rank(), code);
  }

  /** Emits the check that a tensor is there, open and of the type. */
  static void check(String local, TensorType type, String where, CodeBlock.Builder code) {
    code.addStatement(
        "$T.tensor($N, $S, $T.$L, $L, $S)",
        EntryCheck.class,
        local,
        where,
        DType.class,
        type.dtype().name(),
        type.rank(),
        declared(type));
  }

  /** Emits a variable for a tensor's shape and gives its elements. */
  List<CodeBlock> shape(String local, int rank, CodeBlock.Builder code) {
    List<CodeBlock> axes = new ArrayList<>();
    if (rank > 0) {
      String shape = names.local(local + "Shape");
      code.addStatement("int[] $N = $T.sharedShape($N)", shape, TensorAccess.class, local);
      for (int axis = 0; axis < rank; axis++) {
        axes.add(CodeBlock.of("$N[$L]", shape, axis));
      }
    }
    return axes;
  }

  private static String declared(TensorType type) {
    return type.shape().dims().stream().map(Dim::toString).collect(Collectors.joining(", "));
  }

  private List<CodeBlock> checkArray(KernelInput input, String local, CodeBlock.Builder code) {
    String where = method + ": " + input.expression();
    List<CodeBlock> axes = new ArrayList<>();
    code.addStatement("$T.present($N, $S)", EntryCheck.class, local, where);
    axes.add(CodeBlock.of("$N.length", local));
    int rank = input.type().rank();
    if (rank > 1) {
      axes.add(checked(local, rank == 2 ? "Columns" : "Rows", "columns", where, code));
    }
    if (rank > 2) {
      axes.add(checked(local, "Columns", "depth", where, code));
    }
    if (rank > 3) {
      throw new IllegalStateException("arrays of more than three dims are refused earlier");
    }
    return axes;
  }

  private CodeBlock checked(
      String local, String suffix, String check, String where, CodeBlock.Builder code) {
    String size = names.local(local + suffix);
    code.addStatement("int $N = $T.$L($N, $S)", size, EntryCheck.class, check, local, where);
    return CodeBlock.of("$N", size);
  }

  /** Whether the input is an array of Java or a primitive rather than a tensor. */
  boolean isTensor(int index) {
    return inputs.get(index).dress() == Dress.TENSOR;
  }
}
