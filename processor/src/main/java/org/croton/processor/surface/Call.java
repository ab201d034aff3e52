package org.croton.processor.surface;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.TypeMismatch;

/** One call of a public function: where its nodes go, and its arguments by what they must be. */
record Call(GraphBuilder builder, String name, List<Object> args, Derivatives derivatives) {
  Call {
    args = Collections.unmodifiableList(new ArrayList<>(args));
  }

  int count() {
    return args.size();
  }

  boolean has(int index) {
    return index < args.size();
  }

  Object arg(int index) {
    if (!has(index)) {
      throw new TypeMismatch(
          "missing-argument",
          name + " needs at least " + (index + 1) + " arguments, not " + count());
    }
    return args.get(index);
  }

  /** An argument as a tensor; numbers become scalars of their own dtype. */
  Node tensor(int index) {
    return Operand.of(this, arg(index)).value();
  }

  TensorType type(int index) {
    return tensor(index).tensor();
  }

  /** A build-time integer. */
  int integer(int index) {
    return integer(arg(index));
  }

  int integer(Object arg) {
    if (arg instanceof Integer
        || arg instanceof Long
        || arg instanceof Short
        || arg instanceof Byte) {
      return Math.toIntExact(((Number) arg).longValue());
    }
    if (arg instanceof Dim && ((Dim) arg).isConstant()) {
      return Math.toIntExact(((Dim) arg).constant());
    }
    throw new TypeMismatch(
        "not-a-constant", name + " needs an integer known at build time here, not " + show(arg));
  }

  DType dtype(int index) {
    if (arg(index) instanceof DType) {
      return (DType) arg(index);
    }
    throw new TypeMismatch("not-a-dtype", name + " needs a DType here, not " + show(arg(index)));
  }

  /** A size: an integer or a dim. */
  Dim size(Object arg) {
    if (arg instanceof Dim) {
      return (Dim) arg;
    }
    if (arg instanceof Node || arg instanceof Weak) {
      throw new TypeMismatch(
          "unknown-size",
          name + " needs a size that is known at entry: a literal, a dim or an int parameter");
    }
    return Dim.of(integer(arg));
  }

  /** Sizes from the given argument on. */
  Shape shape(int from) {
    List<Dim> dims = new ArrayList<>();
    for (Object size : rest(from)) {
      Dim dim = size(size);
      if (dim.isConstant() && dim.constant() < 0) {
        throw new TypeMismatch("negative-size", name + ": a size cannot be " + dim);
      }
      dims.add(dim);
    }
    return new Shape(dims);
  }

  /** All arguments from an index on, lists and arrays taken apart. */
  List<Object> rest(int from) {
    List<Object> flat = new ArrayList<>();
    for (int i = from; i < count(); i++) {
      flat.addAll(elements(args.get(i)));
    }
    return flat;
  }

  /** The elements of a list or Java array; anything else is one element. */
  static List<Object> elements(Object arg) {
    if (arg instanceof List) {
      return new ArrayList<>((List<?>) arg);
    }
    if (arg.getClass().isArray()) {
      List<Object> elements = new ArrayList<>();
      for (int i = 0; i < Array.getLength(arg); i++) {
        elements.add(Array.get(arg, i));
      }
      return elements;
    }
    return List.of(arg);
  }

  static boolean isSequence(Object arg) {
    return arg instanceof List || arg.getClass().isArray();
  }

  /** An argument as messages quote it. */
  static String show(Object arg) {
    if (arg instanceof Node) {
      return "a tensor " + ((Node) arg).type();
    }
    return arg instanceof Weak
        ? "a value of run time"
        : arg.getClass().isArray() ? elements(arg).toString() : String.valueOf(arg);
  }
}
