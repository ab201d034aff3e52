package org.croton.processor.codegen.java;

import java.util.ArrayList;
import java.util.List;
import org.croton.DType;
import org.croton.processor.codegen.Names;
import org.croton.processor.ir.Literal;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.LoopFunction;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.type.Atom;
import org.croton.processor.type.Dim;

/** Prints scalar expressions and sizes as Java. Positions are longs, offsets in memory ints. */
final class JavaExpressions {
  private final Names names = new Names();
  private final LoopFunction function;

  JavaExpressions(LoopFunction function) {
    this.function = function;
  }

  String name(Buffer buffer) {
    return names.of(buffer, buffer.name());
  }

  String name(Axis axis) {
    return names.of(axis, "i");
  }

  String size(String name) {
    return names.size(name);
  }

  String print(Scalar scalar) {
    if (scalar instanceof Scalar.Immediate) {
      return JavaSpelling.constant(((Scalar.Immediate) scalar).value());
    }
    if (scalar instanceof Scalar.Position) {
      return name(((Scalar.Position) scalar).axis());
    }
    if (scalar instanceof Scalar.Extent) {
      return dim(((Scalar.Extent) scalar).dim());
    }
    if (scalar instanceof Scalar.Read) {
      return read((Scalar.Read) scalar);
    }
    return compute((Scalar.Compute) scalar);
  }

  private String read(Scalar.Read read) {
    Buffer buffer = read.buffer();
    Literal constant = function.constants().get(buffer);
    if (constant != null && buffer.rank() == 0) {
      return JavaSpelling.constant(constant);
    }
    if (constant != null) {
      return name(buffer) + "[(int) (" + flat(buffer, read.at()) + ")]";
    }
    return isMemory(buffer)
        ? JavaSpelling.get(name(buffer), offset(buffer, read.at()), buffer.dtype())
        : name(buffer);
  }

  /** Whether a buffer's elements are in memory rather than in a variable. */
  static boolean isMemory(Buffer buffer) {
    return buffer.rank() > 0
        || buffer.role() == Buffer.Role.OUTPUT
        || buffer.role() == Buffer.Role.STATE;
  }

  /** The offset of an element in bytes. */
  String offset(Buffer buffer, List<Scalar> at) {
    int shift = JavaSpelling.shift(buffer.dtype());
    String flat = flat(buffer, at);
    if (flat.equals("0L")) {
      return "0";
    }
    return "(int) (" + flat + ")" + (shift == 0 ? "" : " << " + shift);
  }

  /** Row-major position of an element. */
  String flat(Buffer buffer, List<Scalar> at) {
    String index = "";
    for (int i = 0; i < at.size(); i++) {
      String own = print(at.get(i));
      index =
          index.isEmpty() ? own : "(" + index + ") * " + dim(buffer.shape().dim(i)) + " + " + own;
    }
    return index.isEmpty() ? "0L" : index;
  }

  private String compute(Scalar.Compute compute) {
    List<String> x = new ArrayList<>();
    compute.operands().forEach(operand -> x.add(print(operand)));
    DType dtype = compute.operands().get(0).dtype();
    if (compute.primitive() == Primitive.CAST) {
      return JavaSpelling.cast(x.get(0), dtype, compute.dtype());
    }
    if (compute.primitive() == Primitive.SELECT) {
      return "(" + x.get(0) + " ? " + x.get(1) + " : " + x.get(2) + ")";
    }
    return JavaSpelling.call(compute.primitive(), dtype, x);
  }

  /** A size as a long. */
  String dim(Dim dim) {
    if (dim.isConstant()) {
      return dim.constant() + "L";
    }
    List<String> terms = new ArrayList<>();
    for (Dim.Term term : dim.terms()) {
      List<String> factors = new ArrayList<>();
      if (term.factor() != 1 || term.atoms().isEmpty()) {
        factors.add(term.factor() + "L");
      }
      term.atoms().forEach(atom -> factors.add(atom(atom)));
      terms.add(String.join(" * ", factors));
    }
    return terms.size() == 1 && dim.isName() ? terms.get(0) : "(" + String.join(" + ", terms) + ")";
  }

  private String atom(Atom atom) {
    if (atom instanceof Atom.Name) {
      return size(((Atom.Name) atom).name());
    }
    Atom.Call call = (Atom.Call) atom;
    return "Math."
        + Sizes.function(call.kind())
        + "("
        + dim(call.left())
        + ", "
        + dim(call.right())
        + ")";
  }
}
