package org.croton.processor.codegen.java;

import com.palantir.javapoet.CodeBlock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.croton.DType;
import org.croton.processor.kernel.Dress;
import org.croton.processor.kernel.KernelInput;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.kernel.KernelResult;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.LoopFunction;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Statement;
import org.croton.processor.loop.StatementVisitor;
import org.croton.processor.type.TensorType;

/**
 * Writes the body of a method in Java that computes numbers from numbers, straight on: the
 * operations stand in the method itself, without memory and without a call.
 */
public final class DirectBody {
  private final ClassContext context;
  private final CompiledMethod compiled;
  private final JavaExpressions expressions;
  private final CodeBlock.Builder code = CodeBlock.builder();
  private final Map<Buffer, String> results = new HashMap<>();

  private DirectBody(ClassContext context, CompiledMethod compiled) {
    this.context = context;
    this.compiled = compiled;
    this.expressions = new JavaExpressions(compiled.function());
  }

  /**
   * True if a method with this kernel can be written so: primitive parameters and results, no
   * field, no loop, no check.
   */
  public static boolean isPossible(KernelMethod method, LoopFunction function) {
    return method.updates().isEmpty()
        && method.where().isEmpty()
        && function.sizes().isEmpty()
        && function.parameters().stream().allMatch(buffer -> buffer.rank() == 0)
        && method.inputs().stream().allMatch(DirectBody::isNumber)
        && isNumbers(method.result())
        && isStraight(function)
        && keepsNames(method, function);
  }

  private static boolean isNumber(KernelInput input) {
    return !input.isField()
        && input.path().isEmpty()
        && isNumber(input.dress(), input.javaType(), input.type().dtype());
  }

  private static boolean isNumber(Dress dress, String javaType, DType dtype) {
    return dress == Dress.PRIMITIVE
        && dtype != DType.U8
        && JavaTypes.parse(javaType).equals(JavaTypes.primitive(dtype));
  }

  private static boolean isNumbers(KernelResult result) {
    if (result instanceof KernelResult.Value) {
      KernelResult.Value value = (KernelResult.Value) result;
      return isNumber(value.dress(), value.javaType(), value.type().dtype());
    }
    return result instanceof KernelResult.Record
        && ((KernelResult.Record) result)
            .components().stream().allMatch(component -> isNumbers(component.value()));
  }

  /** Registers are set in order, and then each output once. */
  private static boolean isStraight(LoopFunction function) {
    Set<Buffer> written = new HashSet<>();
    Set<Buffer> read = new HashSet<>();
    for (Statement statement : function.body()) {
      if (statement instanceof Statement.Store) {
        Statement.Store store = (Statement.Store) statement;
        if (store.combine() != Combine.SET || !written.add(store.target())) {
          return false;
        }
        read.addAll(reads(store.value()));
      } else if (statement instanceof Statement.Define) {
        read.addAll(reads(((Statement.Define) statement).value()));
      } else {
        return false;
      }
    }
    return written.stream()
        .allMatch(buffer -> buffer.role() == Buffer.Role.OUTPUT && !read.contains(buffer));
  }

  private static Set<Buffer> reads(Scalar value) {
    Set<Buffer> read = new HashSet<>();
    Buffer none = new Buffer("none", TensorType.scalar(value.dtype()), Buffer.Role.TEMPORARY);
    new StatementVisitor(read::add, dim -> {}).visit(new Statement.Define(none, value));
    return read;
  }

  /** The parameters are read by the names that they have. */
  private static boolean keepsNames(KernelMethod method, LoopFunction function) {
    JavaExpressions names = new JavaExpressions(function);
    for (int i = 0; i < method.inputs().size(); i++) {
      if (!names.name(function.parameters().get(i)).equals(method.inputs().get(i).root())) {
        return false;
      }
    }
    return true;
  }

  static CodeBlock write(ClassContext context, CompiledMethod compiled) {
    return new DirectBody(context, compiled).write();
  }

  private CodeBlock write() {
    compiled.function().parameters().forEach(expressions::name);
    for (Statement statement : compiled.function().body()) {
      if (statement instanceof Statement.Define) {
        Statement.Define define = (Statement.Define) statement;
        define(define.register(), define.value());
      } else {
        Statement.Store store = (Statement.Store) statement;
        define(store.target(), store.value());
      }
    }
    return code.addStatement("return $L", result(compiled.method().result())).build();
  }

  private void define(Buffer buffer, Scalar value) {
    String name = expressions.name(buffer);
    results.put(buffer, name);
    code.addStatement(
        "$L $N = $L", JavaSpelling.type(buffer.dtype()), name, expressions.print(value));
  }

  private CodeBlock result(KernelResult result) {
    if (result instanceof KernelResult.Value) {
      int output = ((KernelResult.Value) result).output();
      List<Buffer> parameters = compiled.function().parameters();
      Buffer buffer = parameters.get(compiled.method().inputs().size() + output);
      return CodeBlock.of("$N", results.get(buffer));
    }
    KernelResult.Record whole = (KernelResult.Record) result;
    CodeBlock parts =
        whole.components().stream()
            .map(component -> result(component.value()))
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toList(), all -> CodeBlock.join(all, ", ")));
    return CodeBlock.of("new $T($L)", context.typeOf(whole), parts);
  }
}
