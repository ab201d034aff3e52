package org.croton.processor.loop;

import java.util.function.Consumer;
import org.croton.processor.type.Dim;

/** Shows every buffer, size and operation that statements mention, nested ones included. */
public final class StatementVisitor {
  private final Consumer<Buffer> buffers;
  private final Consumer<Dim> dims;
  private final Consumer<Scalar.Compute> computes;

  public StatementVisitor(Consumer<Buffer> buffers, Consumer<Dim> dims) {
    this(buffers, dims, compute -> {});
  }

  public StatementVisitor(
      Consumer<Buffer> buffers, Consumer<Dim> dims, Consumer<Scalar.Compute> computes) {
    this.buffers = buffers;
    this.dims = dims;
    this.computes = computes;
  }

  public void visit(Statement statement) {
    if (statement instanceof Statement.For) {
      Statement.For loop = (Statement.For) statement;
      dims.accept(loop.axis().extent());
      loop.body().forEach(this::visit);
    } else if (statement instanceof Statement.Times) {
      Statement.Times times = (Statement.Times) statement;
      visit(times.trips());
      times.body().forEach(this::visit);
    } else if (statement instanceof Statement.If) {
      visit(((Statement.If) statement).condition());
      ((Statement.If) statement).body().forEach(this::visit);
    } else if (statement instanceof Statement.Tape) {
      buffers.accept(((Statement.Tape) statement).buffer());
    } else if (statement instanceof Statement.Grow) {
      buffers.accept(((Statement.Grow) statement).tape());
      visit(((Statement.Grow) statement).index());
    } else if (statement instanceof Statement.Leave) {
      visit(((Statement.Leave) statement).unless());
    } else if (statement instanceof Statement.Blocks) {
      Statement.Blocks blocks = (Statement.Blocks) statement;
      dims.accept(blocks.axis().extent());
      visit(blocks.size());
      blocks.body().forEach(this::visit);
    } else if (statement instanceof Statement.Reduce) {
      Statement.Reduce reduce = (Statement.Reduce) statement;
      dims.accept(reduce.axis().extent());
      reduce.factors().forEach(this::visit);
    } else if (statement instanceof Statement.Define) {
      visit(((Statement.Define) statement).value());
    } else if (statement instanceof Statement.Store) {
      Statement.Store store = (Statement.Store) statement;
      buffers.accept(store.target());
      store.at().forEach(this::visit);
      visit(store.value());
    } else if (statement instanceof Statement.Copy) {
      buffers.accept(((Statement.Copy) statement).target());
      buffers.accept(((Statement.Copy) statement).source());
    } else if (statement instanceof Statement.Require) {
      Statement.Require require = (Statement.Require) statement;
      visit(require.check().condition());
      require.check().facts().forEach(this::visit);
    } else if (statement instanceof Statement.Assign) {
      ((Statement.Assign) statement).values().forEach(this::visit);
    } else {
      multiply((Statement.Multiply) statement);
    }
  }

  private void multiply(Statement.Multiply multiply) {
    matrix(multiply.a());
    matrix(multiply.b());
    matrix(multiply.c());
    dims.accept(multiply.m());
    dims.accept(multiply.n());
    dims.accept(multiply.k());
    visit(multiply.alpha());
    visit(multiply.beta());
    buffers.accept(multiply.scratch());
  }

  private void matrix(Statement.Matrix matrix) {
    buffers.accept(matrix.buffer());
    dims.accept(matrix.rowStride());
    dims.accept(matrix.columnStride());
    matrix.origin().forEach(this::visit);
  }

  private void visit(Scalar scalar) {
    if (scalar instanceof Scalar.Read) {
      buffers.accept(((Scalar.Read) scalar).buffer());
      ((Scalar.Read) scalar).at().forEach(this::visit);
    } else if (scalar instanceof Scalar.Compute) {
      computes.accept((Scalar.Compute) scalar);
      ((Scalar.Compute) scalar).operands().forEach(this::visit);
    } else if (scalar instanceof Scalar.Extent) {
      dims.accept(((Scalar.Extent) scalar).dim());
    }
  }
}
