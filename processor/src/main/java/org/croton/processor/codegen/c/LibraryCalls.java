package org.croton.processor.codegen.c;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Statement;
import org.croton.processor.loop.Substitution;

/** Prints statements that are calls of the library: reductions and matrix products. */
final class LibraryCalls {
  private final CExpressions expressions;
  private final CLibrary library;
  private final Function<Axis, String> extents;

  LibraryCalls(CExpressions expressions, CLibrary library, Function<Axis, String> extents) {
    this.expressions = expressions;
    this.library = library;
    this.extents = extents;
  }

  /** A reduction into a register. */
  String reduce(Statement.Reduce reduce) {
    library.use("reduce.h");
    boolean product = reduce.combine() == Combine.PRODUCT;
    String function = product ? "product" : reduce.factors().size() == 2 ? "dot" : "sum";
    String suffix = CSpelling.suffix(reduce.factors().get(0).dtype());
    Substitution start =
        new Substitution(p -> p.axis() == reduce.axis() ? Scalar.whole(0) : p, read -> read);
    String from =
        reduce.factors().stream()
            .map(factor -> "&" + expressions.print(start.apply(factor)))
            .collect(Collectors.joining(", "));
    String call =
        "cr_" + function + "_" + suffix + "(" + from + ", " + extents.apply(reduce.axis()) + ")";
    return expressions.name(reduce.register()) + (product ? " *= " : " += ") + call + ";";
  }

  /** A matrix product. */
  String multiply(Statement.Multiply multiply) {
    String suffix = CSpelling.suffix(multiply.c().buffer().dtype());
    library.use("gemm_" + suffix + ".h");
    return "cr_gemm_"
        + suffix
        + "("
        + String.join(
            ", ",
            expressions.dim(multiply.m()),
            expressions.dim(multiply.n()),
            expressions.dim(multiply.k()),
            expressions.print(multiply.alpha()),
            matrix(multiply.a()),
            expressions.dim(multiply.a().columnStride()),
            matrix(multiply.b()),
            expressions.dim(multiply.b().columnStride()),
            expressions.print(multiply.beta()),
            matrix(multiply.c()),
            expressions.name(multiply.scratch()))
        + ");";
  }

  private String matrix(Statement.Matrix matrix) {
    return expressions.name(matrix.buffer())
        + " + "
        + expressions.flat(matrix.buffer(), matrix.origin())
        + ", "
        + expressions.dim(matrix.rowStride());
  }
}
