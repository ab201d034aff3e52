package org.croton.processor.ops;

import static org.croton.processor.ops.Sample.index;
import static org.croton.processor.ops.Sample.position;
import static org.croton.processor.ops.Sample.real;
import static org.croton.processor.ops.Sample.truth;
import static org.croton.processor.ops.Sample.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.ops.Sample.Input;
import org.croton.processor.ops.Sample.Slope;
import org.croton.processor.ops.contraction.Contract;
import org.croton.processor.ops.elementwise.BitAnd;
import org.croton.processor.ops.elementwise.BitOr;
import org.croton.processor.ops.elementwise.BitXor;
import org.croton.processor.ops.elementwise.Cast;
import org.croton.processor.ops.elementwise.ClipGradient;
import org.croton.processor.ops.elementwise.FloorDiv;
import org.croton.processor.ops.elementwise.FloorMod;
import org.croton.processor.ops.elementwise.Quotient;
import org.croton.processor.ops.elementwise.Remainder;
import org.croton.processor.ops.elementwise.Require;
import org.croton.processor.ops.elementwise.Where;
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
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;

/** Programs that try every op of the catalogue; a new op takes a line here. */
final class OpSamples {
  private static final Dim N = Dim.name("n");
  private static final Dim M = Dim.name("m");

  private final List<Sample> samples = new ArrayList<>();

  private OpSamples() {}

  static List<Sample> all() {
    OpSamples samples = new OpSamples();
    samples.unary();
    samples.binary();
    samples.choices();
    samples.integers();
    samples.reductions();
    samples.products();
    samples.movements();
    samples.boxes();
    samples.indexing();
    return samples.samples;
  }

  private void add(OpDef op, Slope slope, List<Input> inputs, Function<List<Node>, Node> program) {
    samples.add(new Sample(op.name(), inputs, slope, program));
  }

  private static OpDef op(String name) {
    OpDef op = OpCatalog.named(name);
    if (op == null) {
      throw new AssertionError(name);
    }
    return op;
  }

  /** The op itself as the program. */
  private void direct(String name, Slope slope, Input... inputs) {
    OpDef op = op(name);
    add(op, slope, List.of(inputs), x -> x.get(0).builder().apply(op, Attrs.NONE, x));
  }

  private void unary() {
    Map<String, double[]> ranges = new TreeMap<>();
    for (String name : List.of("sqrt", "cbrt", "log", "log2", "log10")) {
      ranges.put(name, new double[] {0.2, 3});
    }
    ranges.put("log1p", new double[] {-0.8, 3});
    ranges.put("asin", new double[] {-0.9, 0.9});
    ranges.put("acos", new double[] {-0.9, 0.9});
    ranges.put("tan", new double[] {-1.2, 1.2});
    for (String name : List.of("abs", "relu")) {
      ranges.put(name, new double[] {0.1, 2});
    }
    for (String name :
        List.of(
            "neg",
            "square",
            "exp",
            "exp2",
            "expm1",
            "sigmoid",
            "softplus",
            "tanh",
            "sin",
            "cos",
            "atan",
            "sinh",
            "cosh",
            "erf")) {
      ranges.put(name, new double[] {-2, 2});
    }
    ranges.forEach((name, range) -> direct(name, Slope.SMOOTH, real("n m", range[0], range[1])));
    for (String name : List.of("abs", "relu")) {
      direct(name, Slope.SMOOTH, real("n m", -2, -0.1));
    }
    for (String name : List.of("sign", "floor", "ceil", "rint", "stopGradient")) {
      direct(name, Slope.ZERO, real("n m", -3, 3));
    }
    for (String name : List.of("neg", "abs", "sign", "square", "relu")) {
      direct(name, Slope.NONE, whole(DType.I32, "n", -50000, 50000));
    }
  }

  private void binary() {
    for (String name : List.of("add", "sub", "mul", "atan2", "hypot")) {
      direct(name, Slope.SMOOTH, real("n m", 0.2, 2), real("m", 0.2, 2));
    }
    direct("div", Slope.SMOOTH, real("m", -2, 2), real("n m", 0.5, 2));
    direct("pow", Slope.SMOOTH, real("n m", 0.3, 2), real("m", -2, 2));
    direct("maximum", Slope.SMOOTH, real("n m", 0, 1), real("m", 1.1, 2));
    direct("maximum", Slope.SMOOTH, real("n m", 2.1, 3), real("m", 1, 2));
    direct("minimum", Slope.SMOOTH, real("n m", 0, 1), real("m", 1.1, 2));
    direct("minimum", Slope.SMOOTH, real("n m", 2.1, 3), real("m", 1, 2));
    for (String name : List.of("add", "sub", "mul", "maximum", "minimum")) {
      direct(name, Slope.NONE, whole(DType.U8, "n m", 0, 255), whole(DType.U8, "m", 0, 255));
      direct(name, Slope.NONE, whole(DType.I32, "m", -99, 99), whole(DType.I32, "n m", -99, 99));
    }
    for (String name : List.of("lt", "le", "gt", "ge", "eq", "ne")) {
      direct(name, Slope.NONE, real("n m", -1, 1), real("m", -1, 1));
      direct(name, Slope.NONE, whole(DType.I64, "n m", 0, 3), whole(DType.I64, "m", 0, 3));
      direct(name, Slope.NONE, truth("n m"), truth("m"));
    }
    for (String name : List.of("and", "or", "xor")) {
      direct(name, Slope.NONE, truth("n m"), truth("m"));
    }
    direct("not", Slope.NONE, truth("n m"));
  }

  private void choices() {
    add(
        Where.OP,
        Slope.SMOOTH,
        List.of(truth("n m"), real("m", -1, 1), real("", -1, 1)),
        x -> Where.where(x.get(0), x.get(1), x.get(2)));
    add(
        Where.OP,
        Slope.NONE,
        List.of(truth("n"), whole(DType.I32, "n", 0, 9), whole(DType.I32, "", 0, 9)),
        x -> Where.where(x.get(0), x.get(1), x.get(2)));
    add(
        Require.OP,
        Slope.SMOOTH,
        List.of(real("n m", -1, 1), whole(DType.I32, "", 1, 9)),
        x -> Require.require(x.get(0), Cast.cast(x.get(1), DType.BOOL)));
    add(
        ClipGradient.OP,
        Slope.SMOOTH,
        List.of(real("n m", -1, 1)),
        x -> {
          DType dtype = x.get(0).tensor().dtype();
          Node low = x.get(0).builder().constant(dtype, -5.0);
          Node high = x.get(0).builder().constant(dtype, 5.0);
          return ClipGradient.clipGradient(x.get(0), low, high);
        });
    for (DType dtype : List.of(DType.I32, DType.I64, DType.U8, DType.BOOL)) {
      add(Cast.OP, Slope.NONE, List.of(real("n m", -9, 300)), x -> Cast.cast(x.get(0), dtype));
      add(
          Cast.OP,
          Slope.NONE,
          List.of(whole(DType.I32, "n m", -300, 300)),
          x -> Cast.cast(x.get(0), dtype == DType.I32 ? DType.F32 : dtype));
    }
    add(Cast.OP, Slope.SMOOTH, List.of(real("n m", -1, 1)), x -> Cast.cast(x.get(0), DType.F64));
  }

  private void integers() {
    Input dividend = whole(DType.I32, "n m", -20, 20);
    Input divisor = whole(DType.I32, "m", 1, 7);
    Input guard = truth("n m");
    List<Input> plain = List.of(dividend, divisor);
    List<Input> guarded = List.of(dividend, whole(DType.I32, "m", -7, -1), guard);
    add(Quotient.OP, Slope.NONE, plain, x -> Quotient.quotient(x.get(0), x.get(1)));
    add(Remainder.OP, Slope.NONE, plain, x -> Remainder.remainder(x.get(0), x.get(1)));
    add(FloorDiv.OP, Slope.NONE, plain, x -> FloorDiv.floorDiv(x.get(0), x.get(1)));
    add(FloorMod.OP, Slope.NONE, plain, x -> FloorMod.floorMod(x.get(0), x.get(1)));
    add(BitAnd.OP, Slope.NONE, plain, x -> BitAnd.bitAnd(x.get(0), x.get(1)));
    add(BitOr.OP, Slope.NONE, plain, x -> BitOr.bitOr(x.get(0), x.get(1)));
    add(BitXor.OP, Slope.NONE, plain, x -> BitXor.bitXor(x.get(0), x.get(1)));
    direct("raise", Slope.NONE, whole(DType.I32, "n m", -9, 9), whole(DType.I32, "m", 0, 12));
    direct("raise", Slope.NONE, whole(DType.I64, "n m", -2, 3), whole(DType.I64, "m", -4, 70));
    direct("raise", Slope.NONE, whole(DType.U8, "n m", 0, 255), whole(DType.U8, "m", 0, 9));
    for (String name : List.of("quotient", "remainder", "floorDiv", "floorMod")) {
      direct(name, Slope.NONE, guarded.toArray(new Input[0]));
    }
  }

  private void reductions() {
    List<Input> cube = List.of(real("n m k", -2, 2));
    for (List<Integer> axes : List.of(List.of(0), List.of(1), List.of(0, 2), List.of(0, 1, 2))) {
      add(Sum.OP, Slope.SMOOTH, cube, x -> Sum.sum(x.get(0), axes));
      add(Prod.OP, Slope.SMOOTH, cube, x -> Prod.prod(x.get(0), axes));
      add(Max.OP, Slope.SMOOTH, cube, x -> Max.max(x.get(0), axes));
      add(Min.OP, Slope.SMOOTH, cube, x -> Min.min(x.get(0), axes));
      add(Any.OP, Slope.NONE, List.of(truth("n m k")), x -> Any.any(x.get(0), axes));
      add(All.OP, Slope.NONE, List.of(truth("n m k")), x -> All.all(x.get(0), axes));
    }
    for (DType dtype : List.of(DType.U8, DType.I32, DType.I64, DType.BOOL)) {
      List<Input> wholes = List.of(whole(dtype, "n m", 0, dtype == DType.BOOL ? 1 : 100));
      add(Sum.OP, Slope.NONE, wholes, x -> Sum.sum(x.get(0), List.of(1)));
      add(Prod.OP, Slope.NONE, wholes, x -> Prod.prod(x.get(0), List.of(0)));
      add(Max.OP, Slope.NONE, wholes, x -> Max.max(x.get(0), List.of(0)));
      add(Min.OP, Slope.NONE, wholes, x -> Min.min(x.get(0), List.of(1)));
    }
    for (int axis : List.of(0, 1, 2)) {
      add(Argmax.OP, Slope.NONE, cube, x -> Argmax.argmax(x.get(0), axis));
      List<Input> ties = List.of(whole(DType.I32, "n m k", 0, 1));
      add(Argmin.OP, Slope.NONE, ties, x -> Argmin.argmin(x.get(0), axis));
    }
  }

  private void products() {
    product("n m", "m k", "ab", "bc", "ac");
    product("n m", "n k", "ba", "bc", "ca");
    product("n m k", "n k m", "abc", "acd", "abd");
    product("n m", "m", "ab", "b", "a");
    product("n", "n", "a", "a", "");
    product("n", "m", "a", "b", "ab");
    product("n m", "n m", "ab", "ab", "ab");
    product("n m", "", "ab", "", "ab");
    add(
        Contract.OP,
        Slope.NONE,
        List.of(whole(DType.I32, "n m", -9, 9), whole(DType.I32, "m k", -9, 9)),
        x -> Contract.contract(x.get(0), x.get(1), "ab", "bc", "ac"));
  }

  private void product(String a, String b, String left, String right, String result) {
    add(
        Contract.OP,
        Slope.SMOOTH,
        List.of(real(a, -1, 1), real(b, -1, 1)),
        x -> Contract.contract(x.get(0), x.get(1), left, right, result));
  }

  private void movements() {
    List<Input> cube = List.of(real("n m k", -1, 1));
    Dim k = Dim.name("k");
    add(Transpose.OP, Slope.SMOOTH, cube, x -> Transpose.transpose(x.get(0), List.of(2, 0, 1)));
    add(ExpandDims.OP, Slope.SMOOTH, cube, x -> ExpandDims.expandDims(x.get(0), List.of(0, 4)));
    add(
        Squeeze.OP,
        Slope.SMOOTH,
        cube,
        x ->
            Squeeze.squeeze(
                Reshape.reshape(x.get(0), Shape.of(Dim.ONE, N, M, Dim.ONE, k)), List.of(0, 3)));
    add(
        BroadcastTo.OP,
        Slope.SMOOTH,
        List.of(real("m", -1, 1), whole(DType.I32, "n", 0, 1)), // the second gives n its size
        x -> BroadcastTo.broadcastTo(x.get(0), Shape.of(N, Dim.of(2), M)));
    add(
        BroadcastTo.OP,
        Slope.SMOOTH,
        cube,
        x ->
            BroadcastTo.broadcastTo(
                ExpandDims.expandDims(x.get(0), List.of(2)), Shape.of(N, M, Dim.of(3), k)));
    add(Reshape.OP, Slope.SMOOTH, cube, x -> Reshape.reshape(x.get(0), Shape.of(M.times(N), k)));
    add(Reshape.OP, Slope.SMOOTH, cube, x -> Reshape.reshape(x.get(0), Shape.of(k, Dim.ONE, M, N)));
    add(
        Reshape.OP,
        Slope.SMOOTH,
        List.of(real("", -1, 1)),
        x -> Reshape.reshape(x.get(0), Shape.of(1, 1)));
    add(
        Concat.OP,
        Slope.SMOOTH,
        List.of(real("n m", -1, 1), real("n k", -1, 1), real("n m", -1, 1)),
        x -> Concat.concat(x, 1));
    add(
        Concat.OP,
        Slope.NONE,
        List.of(whole(DType.I32, "n m", 0, 9), whole(DType.I32, "k m", 0, 9)),
        x -> Concat.concat(x, 0));
    add(Iota.OP, Slope.NONE, cube, x -> Iota.iota(x.get(0).builder(), N.times(k)));
    add(Size.OP, Slope.NONE, cube, x -> Size.size(x.get(0).builder(), N.times(M).plus(Dim.ONE)));
  }

  private void boxes() {
    List<Dim> starts = List.of(M.minus(Dim.ONE), Dim.ZERO);
    SliceAttrs backwards = new SliceAttrs(starts, List.of(-1, 1), List.of(M, N));
    Dim half = N.plus(Dim.ONE).floorDiv(Dim.of(2));
    SliceAttrs everyOther =
        new SliceAttrs(List.of(Dim.ZERO, Dim.ZERO), List.of(1, 2), List.of(M, half));
    for (SliceAttrs box : List.of(backwards, everyOther)) {
      Input base = real("m n", -1, 1);
      add(Slice.OP, Slope.SMOOTH, List.of(base), x -> Slice.slice(x.get(0), box));
      add(
          SetSlice.OP,
          Slope.SMOOTH,
          List.of(base, real("m n", -1, 1)),
          x -> SetSlice.setSlice(x.get(0), Slice.slice(x.get(1), box), box));
      add(
          AccumulateSlice.OP,
          Slope.SMOOTH,
          List.of(base, real("m n", -1, 1)),
          x -> AccumulateSlice.accumulateSlice(x.get(0), Slice.slice(x.get(1), box), box));
    }
  }

  private void indexing() {
    Input array = real("n m k", -1, 1);
    add(
        Gather.OP,
        Slope.SMOOTH,
        List.of(array, index("k n", "m")),
        x -> Gather.gather(x.get(0), x.subList(1, 2), 1));
    add(
        Gather.OP,
        Slope.SMOOTH,
        List.of(array, index("k", "n"), index("n k", "m")),
        x -> Gather.gather(x.get(0), x.subList(1, 3), 0));
    add(
        Gather.OP,
        Slope.SMOOTH,
        List.of(real("n m", -1, 1), index("n", "m")),
        x -> {
          Node rows = Iota.iota(x.get(0).builder(), N);
          return Gather.gather(x.get(0), List.of(rows, x.get(1)), 0);
        });
    add(
        ScatterAdd.OP,
        Slope.SMOOTH,
        List.of(array, index("k n", "m"), real("n k n k", -1, 1)),
        x -> ScatterAdd.scatterAdd(x.get(0), x.subList(1, 2), x.get(2), 1));
    add(
        ScatterSet.OP,
        Slope.SMOOTH,
        List.of(array, index("k n", "m"), real("n k n k", -1, 1)),
        x -> ScatterSet.scatterSet(x.get(0), x.subList(1, 2), x.get(2), 1));
    places(array);
  }

  private void places(Input array) {
    Input i = position("", "n");
    Input j = position("", "m");
    Input row = real("k", -1, 1);
    add(Get.OP, Slope.SMOOTH, List.of(array, i, j), x -> Get.get(x.get(0), x.subList(1, 3)));
    add(
        Get.OP,
        Slope.SMOOTH,
        List.of(array, i, j, truth("")),
        x -> Get.get(x.get(0), x.subList(1, 3), x.get(3)));
    add(
        Set.OP,
        Slope.SMOOTH,
        List.of(array, i, j, row),
        x -> Set.set(x.get(0), x.subList(1, 3), x.get(3)));
    add(
        Accumulate.OP,
        Slope.SMOOTH,
        List.of(array, i, j, row),
        x -> Accumulate.accumulate(x.get(0), x.subList(1, 3), x.get(3)));
    for (boolean taken : List.of(true, false)) {
      add(
          Set.OP,
          Slope.SMOOTH,
          List.of(array, i, j, row, truth("")),
          x -> Set.set(x.get(0), x.subList(1, 3), x.get(3), guard(x.get(4), taken)));
      add(
          Accumulate.OP,
          Slope.SMOOTH,
          List.of(array, i, j, row, truth("")),
          x -> Accumulate.accumulate(x.get(0), x.subList(1, 3), x.get(3), guard(x.get(4), taken)));
    }
  }

  /** The random condition or its opposite: between them they take both paths. */
  private static Node guard(Node condition, boolean taken) {
    OpDef not = op("not");
    return taken ? condition : condition.builder().apply(not, Attrs.NONE, List.of(condition));
  }
}
