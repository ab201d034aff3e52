package org.croton.processor.loop;

import java.util.List;
import org.croton.processor.type.Dim;

/**
 * What a kernel does, in order: the form that printers write as C, Java or CUDA. Rank-0 temporaries
 * are registers; all other buffers are memory.
 */
public sealed interface Statement {
  /** How the iterations of a loop may run. */
  enum Schedule {
    /** One after the other. */
    SERIAL,
    /**
     * In vector lanes: iterations are independent but for stores that combine into a register,
     * whose order is free.
     */
    VECTOR
  }

  /** {@code for axis in 0 .. extent-1}. */
  record For(Axis axis, Schedule schedule, List<Statement> body) implements Statement {
    public For {
      body = List.copyOf(body);
    }
  }

  /**
   * The positions of an axis in blocks: the body handles all positions of a block before the next
   * block begins. Its loops over the block are loops over {@code lane}, whose extent is the number
   * of positions in the block; within them, the axis has the position of its lane.
   *
   * @param size positions of a block, at least 1; the last block may have fewer
   */
  record Blocks(Axis axis, Axis lane, Scalar size, List<Statement> body) implements Statement {
    public Blocks {
      body = List.copyOf(body);
    }
  }

  /**
   * Adds the products of the factors at all positions of an axis to a register, or multiplies it by
   * them. The factors lie side by side in memory along the axis, F32 or F64; the register is F64.
   * Each language fixes the order, which depends on nothing but the extent.
   */
  record Reduce(Buffer register, Combine combine, Axis axis, List<Scalar.Read> factors)
      implements Statement {
    public Reduce {
      factors = List.copyOf(factors);
    }
  }

  /** Bytes of scratch memory that any product needs, whatever its sizes. */
  long MULTIPLY_SCRATCH = 8L << 20;

  /** Declares a rank-0 temporary as a register with a first value. */
  record Define(Buffer register, Scalar value) implements Statement {}

  /** {@code target[at] combine= value}; SET for a plain assignment. */
  record Store(Buffer target, List<Scalar> at, Combine combine, Scalar value) implements Statement {
    public Store {
      at = List.copyOf(at);
    }
  }

  /** Copies all elements; both have the same dtype and size. */
  record Copy(Buffer target, Buffer source) implements Statement {}

  /** Stops the kernel with a failure unless the condition holds. */
  record Require(Check check) implements Statement {}

  /**
   * {@code for index in 0 .. trips-1}; the index is a rank-0 I64 register. In vector lanes no
   * iteration touches what another one writes.
   */
  record Times(Buffer index, Scalar trips, Schedule schedule, List<Statement> body)
      implements Statement {
    public Times {
      body = List.copyOf(body);
    }
  }

  /** Runs its body if the condition, BOOL, holds. */
  record If(Scalar condition, List<Statement> body) implements Statement {
    public If {
      body = List.copyOf(body);
    }
  }

  /** Declares an empty tape, at the beginning of a kernel. */
  record Tape(Buffer buffer) implements Statement {}

  /** Stops the kernel with a failure unless the tape has, or gets, an entry of this index. */
  record Grow(Buffer tape, Scalar index, int site) implements Statement {}

  /** Leaves the {@link Times} around it unless the condition, BOOL, holds. */
  record Leave(Scalar unless) implements Statement {}

  /** Registers that take new values all at once: every value is computed before any is set. */
  record Assign(List<Buffer> registers, List<Scalar> values) implements Statement {
    public Assign {
      registers = List.copyOf(registers);
      values = List.copyOf(values);
    }
  }

  /**
   * Matrix product by the packed kernel: {@code c = alpha * a b + beta * c}.
   *
   * @param c target, rows of {@code n} adjacent elements
   * @param scratch memory for packed panels
   */
  record Multiply(
      Matrix a, Matrix b, Matrix c, Dim m, Dim n, Dim k, Scalar alpha, Scalar beta, Buffer scratch)
      implements Statement {}

  /**
   * A matrix within a buffer.
   *
   * @param origin index of its first element in the buffer
   * @param rowStride elements between rows
   * @param columnStride elements between columns
   */
  record Matrix(Buffer buffer, List<Scalar> origin, Dim rowStride, Dim columnStride) {
    public Matrix {
      origin = List.copyOf(origin);
    }
  }
}
