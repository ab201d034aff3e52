package org.croton.processor.loop;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The text form of kernels, for dumps and goldens: one line per statement, loops indented. The same
 * kernel always prints the same text.
 */
public final class LoopPrinter {
  private final StringBuilder text = new StringBuilder();
  private final IdentityHashMap<Axis, String> axes = new IdentityHashMap<>();

  private LoopPrinter() {}

  public static String print(LoopFunction function) {
    LoopPrinter printer = new LoopPrinter();
    for (Buffer buffer : function.parameters()) {
      String role = buffer.role().name().toLowerCase(Locale.ROOT);
      printer.line(0, role + " " + buffer + " : " + buffer.type());
    }
    for (LoopFunction.Slot slot : function.slots()) {
      printer.line(0, "slot " + slot.buffer() + " : " + slot.buffer().type());
    }
    printer.line(0, "workspace " + function.workspaceBytes());
    printer.block(function.body(), 0);
    return printer.text.toString();
  }

  private void line(int depth, String content) {
    text.append("  ".repeat(depth)).append(content).append('\n');
  }

  private void block(List<Statement> statements, int depth) {
    statements.forEach(statement -> statement(statement, depth));
  }

  private void statement(Statement statement, int depth) {
    if (statement instanceof Statement.For) {
      Statement.For loop = (Statement.For) statement;
      String how = loop.schedule() == Statement.Schedule.VECTOR ? "vector " : "for ";
      line(depth, how + name(loop.axis()) + " < " + loop.axis().extent());
      block(loop.body(), depth + 1);
    } else if (statement instanceof Statement.Times) {
      Statement.Times times = (Statement.Times) statement;
      String how = times.schedule() == Statement.Schedule.VECTOR ? "vector times " : "times ";
      line(depth, how + times.index() + " < " + print(times.trips()));
      block(times.body(), depth + 1);
    } else if (statement instanceof Statement.If) {
      Statement.If choice = (Statement.If) statement;
      line(depth, "if " + print(choice.condition()));
      block(choice.body(), depth + 1);
    } else if (statement instanceof Statement.Blocks) {
      Statement.Blocks blocks = (Statement.Blocks) statement;
      String of = " in blocks " + name(blocks.lane()) + " of " + print(blocks.size());
      line(depth, "for " + name(blocks.axis()) + " < " + blocks.axis().extent() + of);
      block(blocks.body(), depth + 1);
    } else {
      line(depth, simple(statement));
    }
  }

  private String simple(Statement statement) {
    if (statement instanceof Statement.Define) {
      Statement.Define define = (Statement.Define) statement;
      return "let " + define.register() + " = " + print(define.value());
    }
    if (statement instanceof Statement.Store) {
      Statement.Store store = (Statement.Store) statement;
      String combine =
          store.combine() == Combine.SET
              ? "="
              : store.combine().name().toLowerCase(Locale.ROOT) + "=";
      return element(store.target(), store.at()) + " " + combine + " " + print(store.value());
    }
    if (statement instanceof Statement.Copy) {
      Statement.Copy copy = (Statement.Copy) statement;
      return "copy " + copy.target() + " from " + copy.source();
    }
    if (statement instanceof Statement.Require) {
      Check check = ((Statement.Require) statement).check();
      return "require " + print(check.condition()) + " site " + check.site();
    }
    if (statement instanceof Statement.Tape) {
      Buffer tape = ((Statement.Tape) statement).buffer();
      return "tape " + tape + " : " + tape.type();
    }
    if (statement instanceof Statement.Grow) {
      Statement.Grow grow = (Statement.Grow) statement;
      return "grow " + grow.tape() + " to " + print(grow.index()) + " site " + grow.site();
    }
    if (statement instanceof Statement.Leave) {
      return "leave unless " + print(((Statement.Leave) statement).unless());
    }
    if (statement instanceof Statement.Assign) {
      Statement.Assign assign = (Statement.Assign) statement;
      return assign.registers() + " = " + list(assign.values());
    }
    if (statement instanceof Statement.Reduce) {
      Statement.Reduce reduce = (Statement.Reduce) statement;
      String combine = reduce.combine().name().toLowerCase(Locale.ROOT) + "=";
      String factors =
          reduce.factors().stream().map(this::print).collect(Collectors.joining(" * "));
      return reduce.register() + " " + combine + " all " + name(reduce.axis()) + ": " + factors;
    }
    return multiply((Statement.Multiply) statement);
  }

  private String multiply(Statement.Multiply multiply) {
    return "multiply "
        + matrix(multiply.c())
        + " = "
        + print(multiply.alpha())
        + " * "
        + matrix(multiply.a())
        + " "
        + matrix(multiply.b())
        + " + "
        + print(multiply.beta())
        + " * "
        + multiply.c().buffer()
        + " over "
        + multiply.m()
        + ", "
        + multiply.n()
        + ", "
        + multiply.k();
  }

  private String matrix(Statement.Matrix matrix) {
    return element(matrix.buffer(), matrix.origin())
        + "{"
        + matrix.rowStride()
        + ", "
        + matrix.columnStride()
        + "}";
  }

  private String name(Axis axis) {
    return axes.computeIfAbsent(axis, key -> "i" + axes.size());
  }

  private String element(Buffer buffer, List<Scalar> at) {
    return buffer + (at.isEmpty() ? "" : list(at));
  }

  private String list(List<Scalar> scalars) {
    return scalars.stream().map(this::print).collect(Collectors.joining(", ", "[", "]"));
  }

  private String print(Scalar scalar) {
    if (scalar instanceof Scalar.Immediate) {
      return ((Scalar.Immediate) scalar).value().toString();
    }
    if (scalar instanceof Scalar.Position) {
      return name(((Scalar.Position) scalar).axis());
    }
    if (scalar instanceof Scalar.Extent) {
      return ((Scalar.Extent) scalar).dim().toString();
    }
    if (scalar instanceof Scalar.Read) {
      return element(((Scalar.Read) scalar).buffer(), ((Scalar.Read) scalar).at());
    }
    Scalar.Compute compute = (Scalar.Compute) scalar;
    return compute.primitive().name().toLowerCase(Locale.ROOT)
        + compute.operands().stream().map(this::print).collect(Collectors.joining(", ", "(", ")"));
  }
}
