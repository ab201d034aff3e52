package org.croton.processor.ir;

import java.util.List;
import java.util.Set;
import org.croton.DType;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.TypeText;

/** Reads constants as {@link GraphPrinter} prints them: {@code 1.5:f64}, {@code {1, 2}:i32[2]}. */
final class LiteralText {
  private LiteralText() {}

  static Literal read(String text) {
    int colon = text.lastIndexOf(':');
    TensorType type = (TensorType) new TypeText(Set.of()).type(text.substring(colon + 1));
    String elements = text.substring(0, colon);
    List<String> parts =
        type.isScalar()
            ? List.of(elements)
            : TypeText.split(elements.substring(1, elements.length() - 1));
    int[] shape =
        type.shape().dims().stream().mapToLong(Dim::constant).mapToInt(Math::toIntExact).toArray();
    if (type.dtype().isFloating()) {
      double[] reals = parts.stream().mapToDouble(Double::parseDouble).toArray();
      return Literal.reals(type.dtype(), shape, reals);
    }
    long[] integers = parts.stream().mapToLong(part -> integer(type.dtype(), part)).toArray();
    return Literal.integers(type.dtype(), shape, integers);
  }

  private static long integer(DType dtype, String text) {
    if (dtype != DType.BOOL) {
      return Long.parseLong(text);
    }
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("not a truth value: " + text);
    }
    return text.equals("true") ? 1 : 0;
  }
}
