package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import org.croton.DType;
import org.croton.Tensor;

/** Holds results of native code against those of plain Java. */
final class SameValues {
  private SameValues() {}

  /** Same types, shapes, integers and truth values; reals within a few units in the last place. */
  static void check(String what, Object found, Object expected) throws Exception {
    if (expected instanceof Tensor tensor) {
      tensors(what, (Tensor) found, tensor);
    } else if (expected instanceof Record) {
      for (RecordComponent part : expected.getClass().getRecordComponents()) {
        check(
            what + ", " + part.getName(),
            part.getAccessor().invoke(found),
            part.getAccessor().invoke(expected));
      }
    } else if (expected.getClass().isArray()) {
      assertThat(Array.getLength(found)).as(what).isEqualTo(Array.getLength(expected));
      for (int i = 0; i < Array.getLength(expected); i++) {
        check(what + " at " + i, Array.get(found, i), Array.get(expected, i));
      }
    } else if (expected instanceof Double || expected instanceof Float) {
      assertThat(found).as(what).isInstanceOf(expected.getClass());
      double bound = expected instanceof Double ? 1e-12 : 1e-5;
      real(what, ((Number) found).doubleValue(), ((Number) expected).doubleValue(), bound);
    } else {
      assertThat(found).as(what).isEqualTo(expected);
    }
  }

  private static void tensors(String what, Tensor found, Tensor expected) {
    assertThat(found.dtype()).as(what).isEqualTo(expected.dtype());
    assertThat(found.shape()).as(what).isEqualTo(expected.shape());
    if (!expected.dtype().isFloating()) {
      assertThat(found.cast(DType.I64).toLongs())
          .as(what)
          .isEqualTo(expected.cast(DType.I64).toLongs());
      return;
    }
    double bound = expected.dtype() == DType.F64 ? 1e-12 : 1e-5;
    for (int i = 0; i < expected.size(); i++) {
      real(what + " at " + i, found.toDoubles()[i], expected.toDoubles()[i], bound);
    }
  }

  private static void real(String what, double found, double expected, double bound) {
    if (Double.isFinite(expected)) {
      assertThat(found).as(what).isCloseTo(expected, within(bound * (1 + Math.abs(expected))));
    } else {
      assertThat(found).as(what).isEqualTo(expected);
    }
  }
}
