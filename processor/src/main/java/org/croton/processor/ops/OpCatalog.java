package org.croton.processor.ops;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.croton.processor.op.OpDef;
import org.croton.processor.ops.contraction.Contract;
import org.croton.processor.ops.control.Blank;
import org.croton.processor.ops.control.Branch;
import org.croton.processor.ops.control.Loop;
import org.croton.processor.ops.control.TapeRecall;
import org.croton.processor.ops.control.TapeRecord;
import org.croton.processor.ops.control.TapeStart;
import org.croton.processor.ops.control.While;
import org.croton.processor.ops.elementwise.Abs;
import org.croton.processor.ops.elementwise.Acos;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.And;
import org.croton.processor.ops.elementwise.Asin;
import org.croton.processor.ops.elementwise.Atan;
import org.croton.processor.ops.elementwise.Atan2;
import org.croton.processor.ops.elementwise.BitAnd;
import org.croton.processor.ops.elementwise.BitOr;
import org.croton.processor.ops.elementwise.BitXor;
import org.croton.processor.ops.elementwise.Cast;
import org.croton.processor.ops.elementwise.Cbrt;
import org.croton.processor.ops.elementwise.Ceil;
import org.croton.processor.ops.elementwise.ClipGradient;
import org.croton.processor.ops.elementwise.Cos;
import org.croton.processor.ops.elementwise.Cosh;
import org.croton.processor.ops.elementwise.Div;
import org.croton.processor.ops.elementwise.Eq;
import org.croton.processor.ops.elementwise.Erf;
import org.croton.processor.ops.elementwise.Exp;
import org.croton.processor.ops.elementwise.Exp2;
import org.croton.processor.ops.elementwise.Expm1;
import org.croton.processor.ops.elementwise.Floor;
import org.croton.processor.ops.elementwise.FloorDiv;
import org.croton.processor.ops.elementwise.FloorMod;
import org.croton.processor.ops.elementwise.Ge;
import org.croton.processor.ops.elementwise.Gt;
import org.croton.processor.ops.elementwise.Hypot;
import org.croton.processor.ops.elementwise.Le;
import org.croton.processor.ops.elementwise.Log;
import org.croton.processor.ops.elementwise.Log10;
import org.croton.processor.ops.elementwise.Log1p;
import org.croton.processor.ops.elementwise.Log2;
import org.croton.processor.ops.elementwise.Lt;
import org.croton.processor.ops.elementwise.Maximum;
import org.croton.processor.ops.elementwise.Minimum;
import org.croton.processor.ops.elementwise.Mul;
import org.croton.processor.ops.elementwise.Ne;
import org.croton.processor.ops.elementwise.Neg;
import org.croton.processor.ops.elementwise.Not;
import org.croton.processor.ops.elementwise.Or;
import org.croton.processor.ops.elementwise.Pow;
import org.croton.processor.ops.elementwise.Quotient;
import org.croton.processor.ops.elementwise.Raise;
import org.croton.processor.ops.elementwise.Relu;
import org.croton.processor.ops.elementwise.Remainder;
import org.croton.processor.ops.elementwise.Require;
import org.croton.processor.ops.elementwise.Rint;
import org.croton.processor.ops.elementwise.Sigmoid;
import org.croton.processor.ops.elementwise.Sign;
import org.croton.processor.ops.elementwise.Sin;
import org.croton.processor.ops.elementwise.Sinh;
import org.croton.processor.ops.elementwise.Softplus;
import org.croton.processor.ops.elementwise.Sqrt;
import org.croton.processor.ops.elementwise.Square;
import org.croton.processor.ops.elementwise.StopGradient;
import org.croton.processor.ops.elementwise.Sub;
import org.croton.processor.ops.elementwise.Tan;
import org.croton.processor.ops.elementwise.Tanh;
import org.croton.processor.ops.elementwise.Where;
import org.croton.processor.ops.elementwise.Xor;
import org.croton.processor.ops.indexing.Accumulate;
import org.croton.processor.ops.indexing.Gather;
import org.croton.processor.ops.indexing.Get;
import org.croton.processor.ops.indexing.ScatterAdd;
import org.croton.processor.ops.indexing.ScatterSet;
import org.croton.processor.ops.indexing.Set;
import org.croton.processor.ops.movement.AccumulateSlice;
import org.croton.processor.ops.movement.BroadcastTo;
import org.croton.processor.ops.movement.Concat;
import org.croton.processor.ops.movement.ExpandDims;
import org.croton.processor.ops.movement.Iota;
import org.croton.processor.ops.movement.Reshape;
import org.croton.processor.ops.movement.SetSlice;
import org.croton.processor.ops.movement.Size;
import org.croton.processor.ops.movement.Slice;
import org.croton.processor.ops.movement.Squeeze;
import org.croton.processor.ops.movement.Transpose;
import org.croton.processor.ops.reduction.All;
import org.croton.processor.ops.reduction.Any;
import org.croton.processor.ops.reduction.Argmax;
import org.croton.processor.ops.reduction.Argmin;
import org.croton.processor.ops.reduction.Max;
import org.croton.processor.ops.reduction.Min;
import org.croton.processor.ops.reduction.Prod;
import org.croton.processor.ops.reduction.Sum;
import org.jspecify.annotations.Nullable;

/** Every operation there is: one line per op. */
public final class OpCatalog {
  private static final List<OpDef> OPS =
      List.of(
          Abs.OP,
          Acos.OP,
          Add.OP,
          And.OP,
          Asin.OP,
          Atan.OP,
          Atan2.OP,
          Cast.OP,
          Cbrt.OP,
          Ceil.OP,
          ClipGradient.OP,
          Cos.OP,
          Cosh.OP,
          Div.OP,
          Eq.OP,
          Erf.OP,
          Exp.OP,
          Exp2.OP,
          Expm1.OP,
          Floor.OP,
          FloorDiv.OP,
          FloorMod.OP,
          BitAnd.OP,
          BitOr.OP,
          BitXor.OP,
          Ge.OP,
          Gt.OP,
          Hypot.OP,
          Le.OP,
          Log.OP,
          Log10.OP,
          Log1p.OP,
          Log2.OP,
          Lt.OP,
          Maximum.OP,
          Minimum.OP,
          Mul.OP,
          Ne.OP,
          Neg.OP,
          Not.OP,
          Or.OP,
          Pow.OP,
          Quotient.OP,
          Raise.OP,
          Relu.OP,
          Remainder.OP,
          Require.OP,
          Rint.OP,
          Sigmoid.OP,
          Sign.OP,
          Sin.OP,
          Sinh.OP,
          Softplus.OP,
          Sqrt.OP,
          Square.OP,
          StopGradient.OP,
          Sub.OP,
          Tan.OP,
          Tanh.OP,
          Where.OP,
          Xor.OP,
          All.OP,
          Any.OP,
          Argmax.OP,
          Argmin.OP,
          Max.OP,
          Min.OP,
          Prod.OP,
          Sum.OP,
          Contract.OP,
          AccumulateSlice.OP,
          BroadcastTo.OP,
          Concat.OP,
          ExpandDims.OP,
          Iota.OP,
          Reshape.OP,
          SetSlice.OP,
          Size.OP,
          Slice.OP,
          Squeeze.OP,
          Transpose.OP,
          Accumulate.OP,
          Gather.OP,
          Get.OP,
          ScatterAdd.OP,
          ScatterSet.OP,
          Set.OP,
          Blank.OP,
          Branch.OP,
          Loop.OP,
          TapeStart.OP,
          TapeRecord.OP,
          TapeRecall.OP,
          While.OP);

  private static final Map<String, OpDef> BY_NAME =
      OPS.stream().collect(Collectors.toUnmodifiableMap(OpDef::name, Function.identity()));

  private OpCatalog() {}

  /** All operations, by family. */
  public static List<OpDef> all() {
    return OPS;
  }

  /** The operation of this name in the text form of graphs, or null. */
  public static @Nullable OpDef named(String name) {
    return BY_NAME.get(name);
  }
}
