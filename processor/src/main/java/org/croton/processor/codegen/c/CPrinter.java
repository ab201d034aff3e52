package org.croton.processor.codegen.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.croton.DType;
import org.croton.processor.codegen.Names;
import org.croton.processor.codegen.SourceWriter;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.LoopFunction;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Statement;

/**
 * Prints kernels as C11 functions: {@code static int32_t k0(parameters, sizes, workspace,
 * failure)}.
 */
public final class CPrinter {
  private static final String FIRST = "_first";
  private static final String COUNT = "_count";
  private static final String SIZE = "_size";

  private final LoopFunction function;
  private final CExpressions expressions;
  private final Map<Axis, Axis> lanes = new HashMap<>();
  private final SourceWriter out = new SourceWriter();
  private final TapeCode tapes;
  private final LibraryCalls calls;

  private CPrinter(LoopFunction function, CLibrary library) {
    this.function = function;
    this.expressions = new CExpressions(new Names(), library);
    this.tapes = new TapeCode(expressions, library, out);
    this.calls = new LibraryCalls(expressions, library, this::extent);
  }

  /** The text of all kernels of a library, headers first. The same kernels give the same text. */
  public static String print(List<LoopFunction> functions) {
    CLibrary library = new CLibrary();
    StringBuilder bodies = new StringBuilder();
    for (LoopFunction function : functions) {
      bodies.append('\n').append(new CPrinter(function, library).print());
    }
    return library.text() + bodies;
  }

  private String print() {
    SlotTable slots = new SlotTable(function, expressions);
    slots.printFunction(out);
    out.open("static int32_t " + function.name() + "(" + parameters() + ")");
    out.line("(void)workspace;");
    out.line("(void)failure;");
    for (String size : function.sizes()) {
      out.line("(void)" + expressions.size(size) + ";");
    }
    function.parameters().forEach(buffer -> out.line("(void)" + expressions.name(buffer) + ";"));
    ConstantTables.print(function, expressions, out);
    slots.declare(out);
    sizes();
    List<Statement> body = MultiplyAdds.in(function.body());
    expressions.share(SharedFunctions.of(body));
    block(body);
    end();
    out.close();
    return out.toString();
  }

  private String parameters() {
    List<String> parameters = new ArrayList<>();
    for (Buffer buffer : function.parameters()) {
      String type = CSpelling.memory(buffer.dtype());
      boolean byValue = buffer.rank() == 0 && buffer.role() == Buffer.Role.INPUT;
      boolean readOnly = buffer.role() == Buffer.Role.INPUT;
      parameters.add(
          (byValue ? type + " " : (readOnly ? "const " : "") + type + " *")
              + expressions.name(buffer));
    }
    function.sizes().forEach(size -> parameters.add("int64_t " + expressions.size(size)));
    parameters.add("char *restrict workspace"); // no array of the caller
    parameters.add("int64_t *failure");
    return String.join(", ", parameters);
  }

  private void sizes() {
    SizeCalls.in(function)
        .forEach(
            (call, name) -> {
              out.line("const int64_t " + name + " = " + expressions.call(call) + ";");
              out.line("(void)" + name + ";");
              expressions.know(call, name);
            });
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
      out.line(calls.reduce((Statement.Reduce) statement));
    } else if (statement instanceof Statement.Define) {
      Statement.Define define = (Statement.Define) statement;
      out.line(
          CSpelling.register(define.register().dtype())
              + " "
              + expressions.name(define.register())
              + " = "
              + expressions.print(define.value())
              + ";");
    } else if (statement instanceof Statement.Store) {
      Statement.Store store = (Statement.Store) statement;
      out.line(store(store));
    } else if (statement instanceof Statement.Copy) {
      copy((Statement.Copy) statement);
    } else if (statement instanceof Statement.Require) {
      require((Statement.Require) statement);
    } else if (statement instanceof Statement.Times) {
      times((Statement.Times) statement);
    } else if (statement instanceof Statement.If) {
      choice((Statement.If) statement);
    } else if (statement instanceof Statement.Tape) {
      tapes.declare(((Statement.Tape) statement).buffer());
    } else if (statement instanceof Statement.Grow) {
      tapes.grow((Statement.Grow) statement);
    } else if (statement instanceof Statement.Leave) {
      leave((Statement.Leave) statement);
    } else if (statement instanceof Statement.Assign) {
      assign((Statement.Assign) statement);
    } else {
      out.line(calls.multiply((Statement.Multiply) statement));
    }
  }

  private void loop(Statement.For loop) {
    if (loop.schedule() == Statement.Schedule.SERIAL) {
      open(loop.axis());
      block(loop.body());
      out.close();
      return;
    }
    PeriodicLoop periodic = lanes.containsKey(loop.axis()) ? PeriodicLoop.of(loop.body()) : null;
    if (periodic == null) {
      vector(loop);
      return;
    }
    out.open("");
    expressions.assumeNear(true);
    far(periodic, loop.axis());
    out.open("if (!far_)");
    vector(loop);
    out.close();
    expressions.assumeNear(false);
    out.open("else");
    vector(loop);
    out.close();
    out.close();
  }

  private void vector(Statement.For loop) {
    out.line("#pragma omp simd" + reductions(loop));
    open(loop.axis());
    block(loop.body());
    out.close();
  }

  /** Finds out whether any lane's argument of a periodic function is far from zero. */
  private void far(PeriodicLoop periodic, Axis axis) {
    out.line("int far_ = 0;");
    out.line("#pragma omp simd reduction(|:far_)");
    open(axis);
    periodic.registers().forEach(this::statement);
    periodic.registers().forEach(r -> out.line("(void)" + expressions.name(r.register()) + ";"));
    for (Scalar argument : periodic.arguments()) {
      String dtype = CSpelling.suffix(argument.dtype());
      out.line(
          "far_ |= cr_abs_"
              + dtype
              + "("
              + expressions.print(argument)
              + ") > "
              + CSpelling.nearest(argument.dtype())
              + ";");
    }
    out.close();
  }

  /** Opens a loop over an axis; a loop over a block's lanes names the block's axis too. */
  private void open(Axis axis) {
    String index = expressions.name(axis);
    out.open(
        "for (int64_t " + index + " = 0; " + index + " < " + extent(axis) + "; " + index + "++)");
    Axis blocked = lanes.get(axis);
    if (blocked != null) {
      String whole = expressions.name(blocked);
      out.line("const int64_t " + whole + " = " + whole + FIRST + " + " + index + ";");
      out.line("(void)" + whole + ";");
    }
  }

  private String extent(Axis axis) {
    Axis blocked = lanes.get(axis);
    return blocked == null ? expressions.dim(axis.extent()) : expressions.name(blocked) + COUNT;
  }

  private void blocks(Statement.Blocks blocks) {
    lanes.put(blocks.lane(), blocks.axis());
    String axis = expressions.name(blocks.axis());
    String extent = expressions.dim(blocks.axis().extent());
    String first = axis + FIRST;
    String size = axis + SIZE;
    out.line("const int64_t " + size + " = " + expressions.print(blocks.size()) + ";");
    out.open(
        "for (int64_t "
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
    String rest = extent + " - " + first;
    out.line(
        "const int64_t "
            + axis
            + COUNT
            + " = "
            + size
            + " < "
            + rest
            + " ? "
            + size
            + " : "
            + rest
            + ";");
    block(blocks.body());
    out.close();
  }

  /** The registers that a vector loop combines into, by the operator that joins their lanes. */
  private String reductions(Statement.For loop) {
    Map<String, List<String>> clauses = new TreeMap<>();
    for (Statement statement : loop.body()) {
      if (statement instanceof Statement.Store) {
        Statement.Store store = (Statement.Store) statement;
        if (store.combine() != Combine.SET && store.target().rank() == 0) {
          clauses
              .computeIfAbsent(operator(store), key -> new ArrayList<>())
              .add(expressions.name(store.target()));
        }
      }
    }
    return clauses.entrySet().stream()
        .map(e -> " reduction(" + e.getKey() + ":" + String.join(", ", e.getValue()) + ")")
        .collect(Collectors.joining());
  }

  private String operator(Statement.Store store) {
    DType dtype = store.target().dtype();
    switch (store.combine()) {
      case SUM:
        return "+";
      case PRODUCT:
        return "*";
      case MAXIMUM:
        return CSpelling.function(Primitive.MAXIMUM, dtype);
      case MINIMUM:
        return CSpelling.function(Primitive.MINIMUM, dtype);
      default:
        throw new IllegalStateException(store.combine().name());
    }
  }

  private String store(Statement.Store store) {
    String target = expressions.element(store.target(), store.at());
    Scalar now = new Scalar.Read(store.target(), store.at());
    return target + " = " + expressions.print(combined(store, now)) + ";";
  }

  private static Scalar combined(Statement.Store store, Scalar now) {
    switch (store.combine()) {
      case SET:
        return store.value();
      case SUM:
        return sum(now, store.value());
      case PRODUCT:
        return Scalar.mul(now, store.value());
      case MAXIMUM:
        return Scalar.of(Primitive.MAXIMUM, now, store.value());
      case MINIMUM:
        return Scalar.of(Primitive.MINIMUM, now, store.value());
    }
    throw new AssertionError(store.combine());
  }

  /** A sum of products rounds once per term where the level has FMA. */
  private static Scalar sum(Scalar now, Scalar term) {
    if (term instanceof Scalar.Compute
        && ((Scalar.Compute) term).primitive() == Primitive.MUL
        && term.dtype().isFloating()) {
      List<Scalar> factors = ((Scalar.Compute) term).operands();
      return Scalar.of(Primitive.FMA, factors.get(0), factors.get(1), now);
    }
    return Scalar.add(now, term);
  }

  private void copy(Statement.Copy copy) {
    out.line(
        "memcpy("
            + expressions.name(copy.target())
            + ", "
            + expressions.name(copy.source())
            + ", sizeof("
            + CSpelling.memory(copy.target().dtype())
            + ") * (size_t)"
            + expressions.dim(copy.target().shape().size())
            + ");");
  }

  private void require(Statement.Require require) {
    out.open("if (!" + expressions.print(require.check().condition()) + ")");
    out.line("failure[0] = " + require.check().site() + ";");
    for (int i = 0; i < require.check().facts().size(); i++) {
      out.line(
          "failure[" + (i + 1) + "] = " + expressions.print(require.check().facts().get(i)) + ";");
    }
    out.line(tapes.any() ? "goto failed;" : "return 1;");
    out.close();
  }

  private void end() {
    tapes.free();
    out.line("return 0;");
    if (tapes.any()) {
      out.line("failed:");
      tapes.free();
      out.line("return 1;");
    }
  }

  private void times(Statement.Times times) {
    String index = expressions.name(times.index());
    String trips = expressions.print(times.trips());
    // Trips may be a choice, which is made once.
    out.line("const int64_t " + index + "_end = " + trips + ";");
    if (times.schedule() == Statement.Schedule.VECTOR) {
      out.line("#pragma omp simd");
    }
    out.open(String.format("for (int64_t %s = 0; %s < %s_end; %s++)", index, index, index, index));
    block(times.body());
    out.close();
  }

  private void choice(Statement.If choice) {
    String condition = expressions.print(choice.condition());
    out.open("if " + (condition.startsWith("(") ? condition : "(" + condition + ")"));
    block(choice.body());
    out.close();
  }

  private void leave(Statement.Leave leave) {
    out.open("if (!" + expressions.print(leave.unless()) + ")");
    out.line("break;");
    out.close();
  }

  /** A value that reads a register which is set before it is kept aside first. */
  private void assign(Statement.Assign assign) {
    if (assign.registers().size() == 1) {
      String value = expressions.print(assign.values().get(0));
      out.line(expressions.name(assign.registers().get(0)) + " = " + value + ";");
      return;
    }
    out.open("");
    for (int i = 0; i < assign.registers().size(); i++) {
      out.line(
          CSpelling.register(assign.registers().get(i).dtype())
              + " next"
              + i
              + "_ = "
              + expressions.print(assign.values().get(i))
              + ";");
    }
    for (int i = 0; i < assign.registers().size(); i++) {
      out.line(expressions.name(assign.registers().get(i)) + " = next" + i + "_;");
    }
    out.close();
  }
}
