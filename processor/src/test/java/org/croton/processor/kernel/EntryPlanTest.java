package org.croton.processor.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.croton.DType;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.TypeMismatch;
import org.junit.jupiter.api.Test;

class EntryPlanTest {
  private static final Dim N = Dim.name("n");
  private static final Dim M = Dim.name("m");
  private static final Dim K = Dim.name("k");

  private final GraphBuilder graph = new GraphBuilder();
  private final List<KernelInput> inputs = new ArrayList<>();
  private final List<DimRelation> where = new ArrayList<>();
  private final List<EntryPlan.IntName> ints = new ArrayList<>();
  private final Set<String> lasting = new TreeSet<>();
  private final Set<String> natural = new TreeSet<>(Set.of("n"));

  private EntryPlanTest input(String name, Dim... dims) {
    return add(name, false, dims);
  }

  private EntryPlanTest field(String name, Dim... dims) {
    return add(name, true, dims);
  }

  private EntryPlanTest add(String name, boolean isField, Dim... dims) {
    TensorType type = new TensorType(DType.F64, Shape.of(dims));
    inputs.add(
        new KernelInput(
            graph.parameter(0, inputs.size(), type),
            name,
            isField,
            List.of(),
            type,
            Dress.TENSOR,
            "org.croton.Tensor"));
    return this;
  }

  private EntryPlanTest equation(Dim left, Dim right) {
    where.add(new DimRelation(left, DimRelation.Operator.EQ, right, left + " = " + right));
    return this;
  }

  private EntryPlan plan(String... needed) {
    return EntryPlan.of(inputs, where, ints, Set.of(needed), natural, lasting);
  }

  private static EntryStep bind(String name, int input, int axis) {
    return new EntryStep.Bind(name, new EntryStep.Axis(input, axis));
  }

  private static EntryStep match(Dim dim, int input, int axis) {
    return new EntryStep.Match(new EntryStep.Axis(input, axis), dim);
  }

  @Test
  void bindsAtTheFirstBareOccurrenceAndChecksTheOthers() {
    EntryPlan plan = input("x", N, Dim.of(784)).input("y", N).plan("n");

    assertThat(plan.steps())
        .containsExactly(bind("n", 0, 0), match(Dim.of(784), 0, 1), match(N, 1, 0));
    assertThat(plan.names()).containsExactly("n");
  }

  @Test
  void bindsFieldsBeforeParameters() {
    EntryPlan plan = input("x", N, M).field("w", M).plan();

    assertThat(plan.steps()).containsExactly(bind("m", 1, 0), bind("n", 0, 0), match(M, 0, 1));
  }

  @Test
  void prefersABareOccurrenceToAnEarlierCompoundOne() {
    EntryPlan plan = input("x", N.plus(Dim.ONE)).input("y", N).plan();

    assertThat(plan.steps()).containsExactly(bind("n", 1, 0), match(N.plus(Dim.ONE), 0, 0));
  }

  @Test
  void solvesForOneLinearUnknown() {
    Dim dim = Dim.of(2).times(N).plus(Dim.ONE);

    assertThat(input("x", dim).plan().steps())
        .containsExactly(
            new EntryStep.Solve("n", Dim.of(2), Dim.ONE, dim, new EntryStep.Axis(0, 0)));
  }

  @Test
  void solvesOneAfterTheOther() {
    Dim product = N.times(M);
    Dim sum = M.minus(K);

    assertThat(input("x", sum).input("y", product).input("z", N).plan().steps())
        .containsExactly(
            bind("n", 2, 0),
            new EntryStep.Solve("m", N, Dim.ZERO, product, new EntryStep.Axis(1, 0)),
            new EntryStep.Solve("k", Dim.of(-1), M, sum, new EntryStep.Axis(0, 0)));
  }

  @Test
  void relationsBindAndCheck() {
    Dim gap = N.minus(M.times(K));
    equation(N, M.times(K)).input("x", N, M);
    where.add(new DimRelation(N, DimRelation.Operator.GE, Dim.of(5), "n >= 5"));

    assertThat(plan("k").steps())
        .containsExactly(
            bind("n", 0, 0),
            bind("m", 0, 1),
            new EntryStep.Solve(
                "k", M.times(Dim.of(-1)), N, gap, new EntryStep.Relation(where.get(0))),
            new EntryStep.Relate(where.get(1)));
  }

  @Test
  void namesMayBeIntParameters() {
    ints.add(new EntryPlan.IntName("n", true));
    ints.add(new EntryPlan.IntName("n", false));
    ints.add(new EntryPlan.IntName("other", false));

    assertThat(input("x", N).plan("n").steps())
        .containsExactly(new EntryStep.Take("n", false, true), match(N, 0, 0));
  }

  @Test
  void saysWhatCannotBeDetermined() {
    assertThatThrownBy(() -> input("x", N.times(M)).plan())
        .isInstanceOf(TypeMismatch.class)
        .hasMessageContaining("dim \"m*n\" of x cannot be determined at entry: [m, n]");
  }

  @Test
  void doesNotSolveThroughRounding() {
    assertThatThrownBy(() -> input("x", N.floorDiv(Dim.of(2))).plan())
        .hasMessageContaining("\"n\" does not follow");
    assertThatThrownBy(() -> input("x", N.times(N)).plan()).hasMessageContaining("\"n\"");
  }

  @Test
  void saysThatANeededSizeIsUnknown() {
    assertThatThrownBy(() -> input("x", N).plan("n", "trips"))
        .hasMessageContaining("the size \"trips\" cannot be determined");
  }

  @Test
  void recallsWhatTheObjectFixed() {
    lasting.addAll(Set.of("m", "k"));
    EntryPlan plan = field("w", M).input("x", N, M).plan("n");

    assertThat(plan.steps())
        .containsExactly(
            new EntryStep.Recall("m"), bind("n", 1, 0), match(M, 0, 0), match(M, 1, 1));
  }

  @Test
  void holdsANumberToWhatTheObjectFixed() {
    lasting.add("m");
    ints.add(new EntryPlan.IntName("m", true));
    EntryPlan plan = field("w", M).plan();

    assertThat(plan.steps())
        .containsExactly(
            new EntryStep.Take("m", true, false), new EntryStep.Hold("m"), match(M, 0, 0));
  }
}
