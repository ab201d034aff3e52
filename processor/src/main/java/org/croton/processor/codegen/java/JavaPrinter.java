package org.croton.processor.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import org.croton.DType;
import org.croton.processor.codegen.FailureKinds;
import org.croton.processor.codegen.SourceWriter;
import org.croton.processor.ir.Literal;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.LoopFunction;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Statement;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;

/**
 * Prints a kernel as a Java method over byte buffers, for methods that need no C compiler: the same
 * statements that C gets, in the same order.
 */
final class JavaPrinter {
  private static final String FIRST = "_first";
  private static final String COUNT = "_count";
  private static final String KERNEL = "org.croton.runtime.JavaKernel";
  private static final String PRODUCT = "org.croton.runtime.JavaProduct";

  /** The JVM's limit on a method's code is far higher, but its compiler gives up before. */
  private static final int MOST_CONSTANTS = 4000;

  private final LoopFunction function;
  private final JavaExpressions expressions;
  private final Map<Axis, Axis> lanes = new HashMap<>();
  private final SourceWriter out = new SourceWriter();

  private JavaPrinter(LoopFunction function) {
    this.function = function;
    this.expressions = new JavaExpressions(function);
  }

  /** The kernel as a static method that returns 0 or the code of a failure. */
  static MethodSpec print(LoopFunction function) {
    return new JavaPrinter(function).method();
  }

  private MethodSpec method() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(function.name())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(TypeName.INT);
    TypeName buffer = ClassName.get(ByteBuffer.class);
    for (Buffer parameter : function.parameters()) {
      method.addParameter(
          JavaExpressions.isMemory(parameter) ? buffer : value(parameter.dtype()),
          expressions.name(parameter));
    }
    function.sizes().forEach(size -> method.addParameter(TypeName.LONG, expressions.size(size)));
    method.addParameter(buffer, "workspace");
    method.addParameter(long[].class, "failure");
    constants();
    for (LoopFunction.Slot slot : function.slots()) {
      String name = expressions.name(slot.buffer());
      String offset = expressions.dim(slot.offset());
      out.line("ByteBuffer " + name + " = " + KERNEL + ".part(workspace, " + offset + ");");
    }
    block(function.body());
    out.line("return 0;");
    return method.addCode(CodeBlock.of("$L", out.toString())).build();
  }

  private static TypeName value(DType dtype) {
    return dtype == DType.U8 ? TypeName.INT : JavaTypes.primitive(dtype);
  }

  private void constants() {
    function.constants().entrySet().stream()
        .filter(entry -> entry.getKey().rank() > 0)
        .sorted(Comparator.comparing(entry -> entry.getKey().name()))
        .forEach(this::constant);
  }

  private void constant(Map.Entry<Buffer, Literal> entry) {
    Literal value = entry.getValue();
    if (value.count() > MOST_CONSTANTS) {
      throw new IllegalStateException(
          "a constant of " + value.count() + " elements is too large for target = JAVA");
    }
    String elements =
        IntStream.range(0, value.count())
            .mapToObj(i -> JavaSpelling.constant(element(value, i)))
            .collect(Collectors.joining(", "));
    String type = JavaSpelling.type(value.dtype());
    out.line(type + "[] " + expressions.name(entry.getKey()) + " = {" + elements + "};");
  }

  private static Literal element(Literal value, int position) {
    return value.dtype().isFloating()
        ? Literal.scalar(value.dtype(), value.real(position))
        : Literal.scalar(value.dtype(), value.integer(position));
  }

  private void block(List<Statement> statements) {
    statements.forEach(this::statement);
  }

  private void statement(Statement statement) {
    if (statement instanceof Statement.For) {
      loop((Statement.For) statement);
    } else if (statement instanceof Statement.Blocks) {
      blocks((Statement.Blocks) statement);
    } else if (statement instanceof Statement.Reduce) {
      reduce((Statement.Reduce) statement);
    } else if (statement instanceof Statement.Define) {
      Statement.Define define = (Statement.Define) statement;
      String type = JavaSpelling.type(define.register().dtype());
      out.line(
          type
              + " "
              + expressions.name(define.register())
              + " = "
              + expressions.print(define.value())
              + ";");
    } else if (statement instanceof Statement.Store) {
      store((Statement.Store) statement);
    } else if (statement instanceof Statement.Copy) {
      copy((Statement.Copy) statement);
    } else if (statement instanceof Statement.Require) {
      require((Statement.Require) statement);
    } else if (statement instanceof Statement.Times) {
      times((Statement.Times) statement);
    } else if (statement instanceof Statement.If) {
      choice((Statement.If) statement);
    } else if (statement instanceof Statement.Tape) {
      Buffer tape = ((Statement.Tape) statement).buffer();
      out.line("ByteBuffer " + expressions.name(tape) + " = " + KERNEL + ".tape();");
    } else if (statement instanceof Statement.Grow) {
      grow((Statement.Grow) statement);
    } else if (statement instanceof Statement.Leave) {
      leave((Statement.Leave) statement);
    } else if (statement instanceof Statement.Assign) {
      assign((Statement.Assign) statement);
    } else {
      multiply((Statement.Multiply) statement);
    }
  }

  private void loop(Statement.For loop) {
    open(loop.axis());
    block(loop.body());
    out.close();
  }

  /** Opens a loop over an axis; a loop over a block's lanes names the block's axis too. */
  private void open(Axis axis) {
    String index = expressions.name(axis);
    Axis blocked = lanes.get(axis);
    String extent =
        blocked == null ? expressions.dim(axis.extent()) : expressions.name(blocked) + COUNT;
    out.open("for (long " + index + " = 0; " + index + " < " + extent + "; " + index + "++)");
    if (blocked != null) {
      String whole = expressions.name(blocked);
      out.line("long " + whole + " = " + whole + FIRST + " + " + index + ";");
    }
  }

  private void blocks(Statement.Blocks blocks) {
    lanes.put(blocks.lane(), blocks.axis());
    String axis = expressions.name(blocks.axis());
    String extent = expressions.dim(blocks.axis().extent());
    String first = axis + FIRST;
    String size = expressions.print(blocks.size());
    out.open(
        "for (long "
            + first
            + " = 0; "
            + first
            + " < "
            + extent
            + "; "
            + first
            + " += "
            + size
            + ")");
    out.line("long " + axis + COUNT + " = Math.min(" + size + ", " + extent + " - " + first + ");");
    block(blocks.body());
    out.close();
  }

  /** One after the other. */
  private void reduce(Statement.Reduce reduce) {
    Scalar product = Scalar.cast(DType.F64, reduce.factors().get(0));
    for (Scalar.Read factor : reduce.factors().subList(1, reduce.factors().size())) {
      product = Scalar.mul(product, Scalar.cast(DType.F64, factor));
    }
    open(reduce.axis());
    store(new Statement.Store(reduce.register(), List.of(), reduce.combine(), product));
    out.close();
  }

  private void store(Statement.Store store) {
    Buffer target = store.target();
    String value = expressions.print(combined(store));
    out.line(
        JavaExpressions.isMemory(target)
            ? JavaSpelling.put(
                expressions.name(target),
                expressions.offset(target, store.at()),
                target.dtype(),
                value)
            : expressions.name(target) + " = " + value + ";");
  }

  private static Scalar combined(Statement.Store store) {
    Scalar now = new Scalar.Read(store.target(), store.at());
    switch (store.combine()) {
      case SET:
        return store.value();
      case SUM:
        return Scalar.add(now, store.value());
      case PRODUCT:
        return Scalar.mul(now, store.value());
      case MAXIMUM:
        return Scalar.of(Primitive.MAXIMUM, now, store.value());
      case MINIMUM:
        return Scalar.of(Primitive.MINIMUM, now, store.value());
    }
    throw new AssertionError(store.combine());
  }

  private void copy(Statement.Copy copy) {
    out.line(
        KERNEL
            + ".copy("
            + expressions.name(copy.target())
            + ", "
            + expressions.name(copy.source())
            + ", "
            + copy.target().dtype().bytes()
            + "L * "
            + expressions.dim(copy.target().shape().size())
            + ");");
  }

  private void require(Statement.Require require) {
    out.open("if (!(" + expressions.print(require.check().condition()) + "))");
    out.line("failure[0] = " + require.check().site() + ";");
    int index = 1;
    for (Scalar fact : require.check().facts()) {
      out.line("failure[" + index++ + "] = " + expressions.print(fact) + ";");
    }
    out.line("return " + FailureKinds.kind(require.check()) + ";");
    out.close();
  }

  private void times(Statement.Times times) {
    String index = expressions.name(times.index());
    String trips = expressions.print(times.trips());
    out.open("for (long " + index + " = 0; " + index + " < " + trips + "; " + index + "++)");
    block(times.body());
    out.close();
  }

  private void choice(Statement.If choice) {
    out.open("if (" + expressions.print(choice.condition()) + ")");
    block(choice.body());
    out.close();
  }

  private void grow(Statement.Grow grow) {
    String name = expressions.name(grow.tape());
    List<Dim> dims = grow.tape().shape().dims();
    String entry = expressions.dim(new Shape(dims.subList(1, dims.size())).size());
    String entries = "(" + expressions.print(grow.index()) + " + 1)";
    String bytes = entries + " * " + entry + " * " + grow.tape().dtype().bytes();
    out.line(name + " = " + KERNEL + ".grown(" + name + ", " + bytes + ");");
  }

  private void leave(Statement.Leave leave) {
    out.open("if (!(" + expressions.print(leave.unless()) + "))");
    out.line("break;");
    out.close();
  }

  /** All values are computed before any register changes. */
  private void assign(Statement.Assign assign) {
    out.open("");
    for (int i = 0; i < assign.registers().size(); i++) {
      String type = JavaSpelling.type(assign.registers().get(i).dtype());
      out.line(type + " next" + i + "_ = " + expressions.print(assign.values().get(i)) + ";");
    }
    for (int i = 0; i < assign.registers().size(); i++) {
      out.line(expressions.name(assign.registers().get(i)) + " = next" + i + "_;");
    }
    out.close();
  }

  private void multiply(Statement.Multiply product) {
    out.line(
        "new "
            + PRODUCT
            + "("
            + expressions.dim(product.m())
            + ", "
            + expressions.dim(product.n())
            + ", "
            + expressions.dim(product.k())
            + ").multiply("
            + String.join(
                ", ",
                expressions.print(product.alpha()),
                place(product.a()),
                place(product.b()),
                expressions.print(product.beta()),
                place(product.c()))
            + ");");
  }

  private String place(Statement.Matrix matrix) {
    return "new "
        + PRODUCT
        + ".Place("
        + expressions.name(matrix.buffer())
        + ", "
        + expressions.flat(matrix.buffer(), matrix.origin())
        + ", "
        + expressions.dim(matrix.rowStride())
        + ", "
        + expressions.dim(matrix.columnStride())
        + ")";
  }
}
