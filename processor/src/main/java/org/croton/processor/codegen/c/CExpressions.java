package org.croton.processor.codegen.c;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.croton.DType;
import org.croton.processor.codegen.Names;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.RowMajor;
import org.croton.processor.loop.Scalar;
import org.croton.processor.type.Atom;
import org.croton.processor.type.Dim;

/** Prints scalar expressions and sizes as C; notes which library functions they call. */
final class CExpressions {
  private final Names names;
  private final CLibrary library;
  private SharedFunctions shared = new SharedFunctions();
  private boolean near;

  private final Map<Atom.Call, String> calls = new HashMap<>();

  CExpressions(Names names, CLibrary library) {
    this.names = names;
    this.library = library;
  }

  /** Which functions are called instead of written out. */
  void share(SharedFunctions functions) {
    shared = functions;
  }

  /** Whether periodic functions print in the form for arguments near zero. */
  void assumeNear(boolean holds) {
    near = holds;
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
      return CSpelling.constant(((Scalar.Immediate) scalar).value());
    }
    if (scalar instanceof Scalar.Position) {
      return name(((Scalar.Position) scalar).axis());
    }
    if (scalar instanceof Scalar.Extent) {
      return dim(((Scalar.Extent) scalar).dim());
    }
    if (scalar instanceof Scalar.Read) {
      Scalar.Read read = (Scalar.Read) scalar;
      return element(read.buffer(), read.at());
    }
    return compute((Scalar.Compute) scalar);
  }

  /** An element as an expression that can be read and assigned. */
  String element(Buffer buffer, List<Scalar> at) {
    if (buffer.rank() > 0) {
      return name(buffer) + "[" + flat(buffer, at) + "]";
    }
    boolean byAddress =
        buffer.role() == Buffer.Role.OUTPUT
            || buffer.role() == Buffer.Role.STATE
            || buffer.role() == Buffer.Role.CONSTANT;
    return byAddress ? "(*" + name(buffer) + ")" : name(buffer);
  }

  /** Row-major position of an element. */
  String flat(Buffer buffer, List<Scalar> at) {
    Scalar unsplit = RowMajor.unsplit(buffer.shape(), at);
    if (unsplit != null) {
      return position(unsplit);
    }
    String index = "";
    for (int i = 0; i < at.size(); i++) {
      String own = position(at.get(i));
      boolean zero = own.equals("INT64_C(0)");
      if (index.isEmpty()) {
        index = zero ? "" : own;
        if (!index.isEmpty() && !(at.get(i) instanceof Scalar.Position)) {
          index = "(" + index + ")";
        }
      } else {
        String outer = index.contains(" ") ? "(" + index + ")" : index;
        index = outer + " * " + dim(buffer.shape().dim(i)) + (zero ? "" : " + " + own);
      }
    }
    return index.isEmpty() ? "0" : index;
  }

  /**
   * A position in an array. It is in range, and no step on the way to it wraps: that was proven, or
   * tested before. C is told so, or it would not use vectors.
   */
  private String position(Scalar scalar) {
    if (scalar instanceof Scalar.Compute compute
        && compute.dtype() == DType.I64
        && isPolynomial(compute.primitive())) {
      List<Scalar> x = compute.operands();
      String infix = CSpelling.infix(compute.primitive());
      return "(" + position(x.get(0)) + " " + infix + " " + position(x.get(1)) + ")";
    }
    return print(scalar);
  }

  private static boolean isPolynomial(Primitive primitive) {
    return primitive == Primitive.ADD || primitive == Primitive.SUB || primitive == Primitive.MUL;
  }

  private String compute(Scalar.Compute compute) {
    Primitive primitive = compute.primitive();
    List<Scalar> x = compute.operands();
    if (primitive == Primitive.CAST) {
      return cast(x.get(0), compute.dtype());
    }
    if (primitive == Primitive.SELECT) {
      return "(" + print(x.get(0)) + " ? " + print(x.get(1)) + " : " + print(x.get(2)) + ")";
    }
    if (primitive == Primitive.NEG && compute.dtype().isFloating()) {
      return "(-" + print(x.get(0)) + ")";
    }
    if (primitive == Primitive.NOT) {
      return compute.dtype() == DType.BOOL
          ? "(!" + print(x.get(0)) + ")"
          : "(" + CSpelling.memory(compute.dtype()) + ")(~" + print(x.get(0)) + ")";
    }
    String infix = CSpelling.infix(primitive);
    boolean wraps = compute.dtype().isInteger() && !primitive.isPredicate() && !isIndex(compute);
    if (infix != null && !wraps) {
      return "(" + print(x.get(0)) + " " + infix + " " + print(x.get(1)) + ")";
    }
    DType dtype = x.get(0).dtype();
    String function =
        near && primitive.isPeriodic()
            ? CSpelling.near(primitive, dtype)
            : CSpelling.function(primitive, dtype);
    library.use(primitive, dtype);
    if (shared.contains(primitive, dtype)) {
      library.define(SharedFunctions.definition(function, compute));
      function = SharedFunctions.name(function);
    }
    return function + x.stream().map(this::print).collect(Collectors.joining(", ", "(", ")"));
  }

  /** Index arithmetic stays within the sizes that were checked at entry: it cannot overflow. */
  private static boolean isIndex(Scalar scalar) {
    if (scalar instanceof Scalar.Compute) {
      Scalar.Compute compute = (Scalar.Compute) scalar;
      return isPolynomial(compute.primitive())
          && compute.operands().stream().allMatch(CExpressions::isIndex);
    }
    return scalar.dtype() == DType.I64 && !(scalar instanceof Scalar.Read);
  }

  private String cast(Scalar operand, DType to) {
    DType from = operand.dtype();
    String value = print(operand);
    if (to == DType.BOOL) {
      return "(" + value + " != 0)";
    }
    if (from.isFloating() && !to.isFloating()) {
      library.use(Primitive.CAST, from);
      return "cr_" + CSpelling.suffix(from) + "_to_" + CSpelling.suffix(to) + "(" + value + ")";
    }
    return "((" + CSpelling.memory(to) + ")" + value + ")";
  }

  /** A size as an int64_t expression. */
  String dim(Dim dim) {
    if (dim.isConstant()) {
      return "INT64_C(" + dim.constant() + ")";
    }
    if (dim.isName()) {
      return size(dim.names().first());
    }
    String sum = dim.terms().stream().map(this::term).collect(Collectors.joining(" + "));
    return "(" + sum + ")";
  }

  private String term(Dim.Term term) {
    String product = term.atoms().stream().map(this::atom).collect(Collectors.joining(" * "));
    if (product.isEmpty()) {
      return "INT64_C(" + term.factor() + ")";
    }
    return term.factor() == 1 ? product : "INT64_C(" + term.factor() + ") * " + product;
  }

  private String atom(Atom atom) {
    if (atom instanceof Atom.Name) {
      return size(((Atom.Name) atom).name());
    }
    Atom.Call call = (Atom.Call) atom;
    String name = calls.get(call);
    return name != null ? name : call(call);
  }

  /** A function of sizes as an int64_t expression. */
  String call(Atom.Call call) {
    Primitive primitive = function(call.kind());
    library.use(primitive, DType.I64);
    return CSpelling.function(primitive, DType.I64)
        + "("
        + dim(call.left())
        + ", "
        + dim(call.right())
        + ")";
  }

  /** Prints a function of sizes as the variable that holds it. */
  void know(Atom.Call call, String name) {
    calls.put(call, name);
  }

  private static Primitive function(Atom.Kind kind) {
    switch (kind) {
      case FLOORDIV:
        return Primitive.FLOOR_DIV;
      case MOD:
        return Primitive.FLOOR_MOD;
      case MIN:
        return Primitive.MINIMUM;
      case MAX:
        return Primitive.MAXIMUM;
    }
    throw new AssertionError(kind);
  }
}
