package org.croton.processor.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.croton.processor.type.Dim;
import org.junit.jupiter.api.Test;

class BoundsTest {
  private static final Dim N = Dim.name("n");
  private static final Dim K = Dim.name("k");
  private final Bounds sizes = Bounds.of(Set.of("n"));

  @Test
  void sizesAreNaturalNumbersAndOthersAreAnything() {
    assertThat(sizes.isNotNegative(N)).isTrue();
    assertThat(sizes.isNotNegative(N.minus(Dim.ONE))).isFalse();
    assertThat(sizes.isNotNegative(K)).isFalse();
    assertThat(sizes.isNotNegative(K.times(K))).isFalse();
    assertThat(sizes.knowing(K).isNotNegative(K)).isTrue();
  }

  @Test
  void aLoopsVariableIsBelowItsTrips() {
    Dim i = Dim.existential("#0");
    Bounds loop = sizes.within("#0", N);
    assertThat(loop.isNotNegative(i)).isTrue();
    assertThat(loop.isNotNegative(N.minus(Dim.ONE).minus(i))).isTrue();
    assertThat(loop.isNotNegative(N.minus(Dim.of(2)).minus(i))).isFalse();
    assertThat(loop.isNotNegative(i.minus(Dim.ONE))).isFalse();
    assertThat(loop.isNotNegative(N.minus(Dim.ONE))).as("it has a trip").isTrue();
  }

  @Test
  void tripsDependOnVariablesFurtherOut() {
    Dim i = Dim.existential("#0");
    Dim j = Dim.existential("#1");
    Bounds triangle = sizes.within("#0", N).within("#1", N.minus(i).minus(Dim.ONE));
    Dim column = i.plus(Dim.ONE).plus(j);
    assertThat(triangle.isNotNegative(N.minus(Dim.ONE).minus(column))).isTrue();
    assertThat(triangle.isNotNegative(N.minus(Dim.of(2)).minus(column))).isFalse();
    assertThat(triangle.isNotNegative(N.times(i).plus(j))).isTrue();
  }

  @Test
  void knowsWhatFitsIntoAnInt() {
    assertThat(sizes.isInt(N)).isTrue();
    assertThat(sizes.isInt(N.plus(Dim.ONE))).isFalse();
    assertThat(sizes.isInt(N.times(Dim.of(2)))).isFalse();
    assertThat(sizes.isLong(N.times(N))).isFalse();
    assertThat(sizes.isLong(N.times(Dim.of(1000)))).isTrue();
    assertThat(sizes.within("#0", N).isInt(Dim.existential("#0").plus(Dim.ONE))).isTrue();
    assertThat(sizes.isInt(K)).isFalse();
  }

  @Test
  void quotientsOfSizesAreSizes() {
    Dim blocks = N.floorDiv(Dim.of(64));
    Dim few = N.floorDiv(Dim.of(64).plus(N.floorDiv(Dim.of(9)).min(Dim.ONE)));
    for (Dim quotient : List.of(blocks, few)) {
      Bounds loop = sizes.within("#0", quotient);
      Dim entry = quotient.minus(Dim.ONE).minus(Dim.existential("#0"));
      assertThat(loop.isNotNegative(entry)).isTrue();
      assertThat(loop.isLong(entry)).isTrue();
      assertThat(loop.isNotNegative(entry.minus(Dim.ONE))).isFalse();
    }
    assertThat(sizes.isNotNegative(K.floorDiv(Dim.of(64)))).isFalse();
    assertThat(sizes.isNotNegative(N.floorDiv(K))).isFalse();
    assertThat(sizes.isNotNegative(N.minus(Dim.ONE).max(Dim.ZERO))).isTrue();
    assertThat(sizes.isNotNegative(N.minus(Dim.ONE).max(Dim.of(-3)))).isFalse();
  }

  @Test
  void coefficientsBeyondLongProveNothing() {
    Dim huge = N.times(Dim.of(Long.MAX_VALUE));
    assertThat(sizes.isNotNegative(Dim.of(Long.MAX_VALUE).minus(huge))).isFalse();
    assertThat(sizes.knowing(Dim.of(Long.MIN_VALUE).plus(N)).isNotNegative(huge)).isTrue();
  }
}
