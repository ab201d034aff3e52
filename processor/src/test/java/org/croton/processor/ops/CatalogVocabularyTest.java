package org.croton.processor.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.op.AxesAttrs;
import org.croton.processor.op.AxisAttrs;
import org.croton.processor.op.ContractAttrs;
import org.croton.processor.op.DTypeAttrs;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.OrderAttrs;
import org.croton.processor.op.ShapeAttrs;
import org.croton.processor.op.SizeAttrs;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.ops.control.BlankAttrs;
import org.croton.processor.ops.control.LoopAttrs;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogVocabularyTest {
  private final CatalogVocabulary vocabulary = new CatalogVocabulary();

  static Stream<Attrs> settings() {
    Dim n = Dim.name("n");
    Shape shape = Shape.of(n, n.plus(Dim.ONE).floorDiv(Dim.of(2)));
    return Stream.of(
        new AxesAttrs(List.of(0, 2)),
        new AxesAttrs(List.of()),
        new AxisAttrs(1),
        new OrderAttrs(List.of(1, 0)),
        new DTypeAttrs(DType.F32),
        new ShapeAttrs(shape),
        new ShapeAttrs(Shape.SCALAR),
        new SizeAttrs(n.times(n).minus(Dim.of(3))),
        new ContractAttrs("ab", "bc", "ac"),
        new ContractAttrs("a", "a", ""),
        new SliceAttrs(List.of(Dim.ONE, n), List.of(1, -2), List.of(n, Dim.of(4))),
        new LoopAttrs(3),
        new BlankAttrs(DType.F64, shape));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void readsWhatIsPrinted(Attrs attrs) {
    assertThat(vocabulary.attrs(attrs.toString(), new TypeText(Set.of()))).isEqualTo(attrs);
  }

  @Test
  void knowsTheCatalogue() {
    for (OpDef op : OpCatalog.all()) {
      assertThat(vocabulary.operator(op.name())).isSameAs(op);
    }
    assertThat(vocabulary.operator("frobnicate")).isNull();
  }

  @Test
  void refusesUnknownSettings() {
    assertThatThrownBy(() -> vocabulary.attrs("colour=red", new TypeText(Set.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour=red");
  }
}
