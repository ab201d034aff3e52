package org.croton.runtime;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.croton.ClosedTensorException;
import org.croton.CrotonException;
import org.croton.DType;
import org.croton.DTypeException;
import org.croton.ShapeException;
import org.croton.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The checks at the entry of generated methods, with messages in the user's names; none allocates
 * unless it fails.
 *
 * <p>{@code where} is the method and the value, such as {@code "train: y"} or {@code "train:
 * params.w"}; {@code declared} is the text of the value's dims, such as {@code "rows, features"}.
 */
public final class EntryCheck {
  private EntryCheck() {}

  /**
   * Checks a tensor argument, component, field or given output.
   *
   * @throws NullPointerException if it is null
   * @throws ClosedTensorException if it is closed
   * @throws DTypeException if its element type is another
   * @throws ShapeException if its rank is another
   */
  public static void tensor(
      @Nullable Tensor tensor, String where, DType dtype, int rank, String declared) {
    if (tensor == null) {
      throw new NullPointerException(where + " is null");
    }
    if (tensor.isClosed()) {
      throw new ClosedTensorException(where);
    }
    if (tensor.dtype() != dtype) {
      throw new DTypeException(where + " is " + tensor.dtype() + " but is declared " + dtype);
    }
    if (tensor.rank() != rank) {
      throw wrongRank(tensor, where, rank, declared);
    }
  }

  private static ShapeException wrongRank(Tensor tensor, String where, int rank, String declared) {
    return new ShapeException(
        where
            + " has shape "
            + Arrays.toString(tensor.shape())
            + " of rank "
            + tensor.rank()
            + " but \""
            + declared
            + "\" has rank "
            + rank);
  }

  /**
   * Checks one dim against a size known already.
   *
   * @param dim the dim's text, a name or arithmetic or a number
   * @param boundBy the value that bound the dim first; empty for a number
   * @throws ShapeException if the sizes differ
   */
  public static void dim(
      long actual, long expected, String where, int axis, String dim, String boundBy) {
    if (actual != expected) {
      throw wrongDim(actual, expected, where, axis, dim, boundBy);
    }
  }

  private static ShapeException wrongDim(
      long actual, long expected, String where, int axis, String dim, String boundBy) {
    String found =
        isName(dim) ? " has " + actual + " " + dim : " has size " + actual + " along axis " + axis;
    String wanted =
        boundBy.isEmpty()
            ? " but is declared " + dim
            : " but \"" + dim + "\" is " + expected + " (bound by " + boundBy + ")";
    return new ShapeException(where + found + wanted);
  }

  private static boolean isName(String dim) {
    for (int i = 0; i < dim.length(); i++) {
      char c = dim.charAt(i);
      if (i == 0 ? !Character.isJavaIdentifierStart(c) : !Character.isJavaIdentifierPart(c)) {
        return false;
      }
    }
    return !dim.isEmpty();
  }

  /**
   * Solves a dim that is {@code factor * unknown + offset} for its unknown.
   *
   * @return the unknown
   * @throws ShapeException if the unknown is not whole, negative, or any (a factor of 0)
   */
  public static long solve(
      long actual, long factor, long offset, String where, int axis, String dim, String unknown) {
    long rest = actual - offset;
    if (factor == 0 || rest % factor != 0) {
      throw new ShapeException(
          where
              + " has size "
              + actual
              + " along axis "
              + axis
              + ", but there is no whole "
              + unknown
              + " for which \""
              + dim
              + "\" is that");
    }
    long value = rest / factor;
    if (value < 0) {
      throw new ShapeException(
          where
              + " has size "
              + actual
              + " along axis "
              + axis
              + ", for which \""
              + dim
              + "\" needs "
              + unknown
              + " = "
              + value
              + ", but a dim cannot be negative");
    }
    return value;
  }

  /**
   * Solves a declared equation, {@code factor * unknown + offset = 0}, for its unknown.
   *
   * @return the unknown
   * @throws ShapeException if the unknown is not whole, negative, or any (a factor of 0)
   */
  public static long solveFact(
      long factor, long offset, String method, String fact, String unknown) {
    if (factor == 0 || offset % factor != 0 || -(offset / factor) < 0) {
      throw new ShapeException(
          method + ": there is no one size " + unknown + " for which \"" + fact + "\" holds");
    }
    return -(offset / factor);
  }

  /**
   * Checks a number that is used as a dim.
   *
   * @return the number
   * @throws ShapeException if it is negative or no {@code int}
   */
  public static int size(long value, String where) {
    if (value < 0) {
      throw new ShapeException(where + " is " + value + ", but a dim cannot be negative");
    }
    if (value > Integer.MAX_VALUE) {
      throw new ShapeException(where + " is " + value + ", which is too large for a dim");
    }
    return (int) value;
  }

  /**
   * Checks a number against the size that it was when the object was made.
   *
   * @throws ShapeException if they differ
   */
  public static void lasting(long size, long first, String method, String dim) {
    if (size != first) {
      throw new ShapeException(
          method
              + ": "
              + dim
              + " is "
              + size
              + " but was "
              + first
              + " when the object was made: a dim of its fields lasts");
    }
  }

  /**
   * Checks a declared relation of dims.
   *
   * @param fact its text
   * @param left the value of its left side
   * @param right the value of its right side
   * @throws ShapeException if it does not hold
   */
  public static void fact(boolean holds, String method, String fact, long left, long right) {
    if (!holds) {
      throw new ShapeException(
          method + ": \"" + fact + "\" does not hold: left is " + left + ", right is " + right);
    }
  }

  /**
   * Checks that a Java array, string or record is there.
   *
   * @throws NullPointerException if it is null
   */
  public static void present(@Nullable Object value, String where) {
    if (value == null) {
      throw new NullPointerException(where + " is null");
    }
  }

  /**
   * Checks that the rows of an array are there and of one length.
   *
   * @return that length; 0 if there are no rows
   * @throws NullPointerException if the array or a row is null
   * @throws ShapeException if it is ragged
   */
  public static int columns(Object @Nullable [] rows, String where) {
    if (rows == null) {
      throw new NullPointerException(where + " is null");
    }
    int columns = -1;
    for (int i = 0; i < rows.length; i++) {
      Object row = rows[i];
      if (row == null) {
        throw new NullPointerException(where + " has no row " + i + ": it is null");
      }
      int length = Array.getLength(row);
      if (columns < 0) {
        columns = length;
      } else if (length != columns) {
        throw ragged(where, i, length, columns);
      }
    }
    return Math.max(0, columns);
  }

  /**
   * Checks that the rows of all planes of an array are there and of one length, and the planes of
   * one number of rows.
   *
   * @return the rows' length; 0 if there are no rows
   * @throws NullPointerException if the array, a plane or a row is null
   * @throws ShapeException if it is ragged
   */
  public static int depth(Object @Nullable [] @Nullable [] planes, String where) {
    int rows = columns(planes, where);
    int depth = 0;
    for (int i = 0; rows > 0 && planes != null && i < planes.length; i++) {
      int length = columns(planes[i], where);
      if (i > 0 && length != depth) {
        throw ragged(where, i, length, depth);
      }
      depth = length;
    }
    return depth;
  }

  private static ShapeException ragged(String where, int row, int length, int expected) {
    return new ShapeException(
        where
            + " is ragged: row "
            + row
            + " has "
            + length
            + " elements where row 0 has "
            + expected);
  }

  /**
   * Checks that a given output has no byte in common with another value of the call.
   *
   * @param where the method and the output
   * @param name the other value
   * @throws CrotonException if it has
   */
  public static void distinct(Tensor output, Tensor other, String where, String name) {
    if (TensorAccess.storage(output).overlaps(TensorAccess.storage(other))) {
      throw new CrotonException(
          where + " shares memory with " + name + ", which the call reads or writes");
    }
  }
}
