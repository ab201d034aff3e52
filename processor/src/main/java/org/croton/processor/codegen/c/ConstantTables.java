package org.croton.processor.codegen.c;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.croton.processor.codegen.SourceWriter;
import org.croton.processor.ir.Literal;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.LoopFunction;

/** Arrays whose elements the build knows, as static tables of a kernel. */
final class ConstantTables {
  private ConstantTables() {}

  static void print(LoopFunction function, CExpressions expressions, SourceWriter out) {
    List<Map.Entry<Buffer, Literal>> sorted = new ArrayList<>(function.constants().entrySet());
    sorted.sort(Comparator.comparing(entry -> entry.getKey().name()));
    for (Map.Entry<Buffer, Literal> entry : sorted) {
      Literal value = entry.getValue();
      if (value.rank() == 0) {
        continue;
      }
      String elements =
          IntStream.range(0, value.count())
              .mapToObj(i -> CSpelling.constant(element(value, i)))
              .collect(Collectors.joining(", "));
      out.line(
          "static const "
              + CSpelling.memory(value.dtype())
              + " "
              + expressions.name(entry.getKey())
              + "[] = {"
              + (elements.isEmpty() ? "0" : elements)
              + "};");
      out.line("(void)" + expressions.name(entry.getKey()) + ";");
    }
  }

  private static Literal element(Literal value, int position) {
    return value.dtype().isFloating()
        ? Literal.scalar(value.dtype(), value.real(position))
        : Literal.scalar(value.dtype(), value.integer(position));
  }
}
