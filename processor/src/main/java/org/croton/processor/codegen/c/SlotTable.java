package org.croton.processor.codegen.c;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.codegen.SourceWriter;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.LoopFunction;
import org.croton.processor.type.Dim;

/**
 * Where a kernel's temporaries begin in its workspace. Offsets that depend on sizes are computed by
 * a function of their own, each from the one before it, which hides their formulas from the
 * compiler: both gcc and clang otherwise carry these polynomials through every address of the
 * kernel, at many times the cost of the rest of the compilation.
 */
final class SlotTable {
  private final LoopFunction function;
  private final CExpressions expressions;
  private final Map<Dim, Integer> computed = new LinkedHashMap<>();

  SlotTable(LoopFunction function, CExpressions expressions) {
    this.function = function;
    this.expressions = expressions;
    for (LoopFunction.Slot slot : function.slots()) {
      if (!slot.offset().isConstant()) {
        computed.putIfAbsent(slot.offset(), computed.size());
      }
    }
  }

  /** The function that computes the offsets; nothing where all are constant. */
  void printFunction(SourceWriter out) {
    if (computed.isEmpty()) {
      return;
    }
    List<String> parameters = new ArrayList<>(List.of("int64_t *slots"));
    function.sizes().forEach(size -> parameters.add("int64_t " + expressions.size(size)));
    out.open(
        "static __attribute__((noinline)) void "
            + name()
            + "("
            + String.join(", ", parameters)
            + ")");
    function.sizes().forEach(size -> out.line("(void)" + expressions.size(size) + ";"));
    Dim before = Dim.ZERO;
    String base = "";
    for (Map.Entry<Dim, Integer> entry : computed.entrySet()) {
      Dim step = entry.getKey().minus(before);
      boolean shorter = step.terms().size() < entry.getKey().terms().size();
      String to = "slots[" + entry.getValue() + "]";
      String value =
          shorter && !base.isEmpty()
              ? base + " + " + expressions.dim(step)
              : expressions.dim(entry.getKey());
      out.line(to + " = " + value + ";");
      before = entry.getKey();
      base = to;
    }
    out.close();
  }

  /** Declares a pointer per temporary, at the top of the kernel. */
  void declare(SourceWriter out) {
    if (!computed.isEmpty()) {
      out.line("int64_t slots[" + computed.size() + "];");
      List<String> arguments = new ArrayList<>(List.of("slots"));
      function.sizes().forEach(size -> arguments.add(expressions.size(size)));
      out.line(name() + "(" + String.join(", ", arguments) + ");");
    }
    for (LoopFunction.Slot slot : function.slots()) {
      out.line(pointer(slot.buffer(), slot.offset()));
    }
  }

  private String pointer(Buffer buffer, Dim offset) {
    String type = CSpelling.memory(buffer.dtype()) + " *";
    Integer index = computed.get(offset);
    String at = index == null ? expressions.dim(offset) : "slots[" + index + "]";
    return type + expressions.name(buffer) + " = (" + type + ")(workspace + " + at + ");";
  }

  private String name() {
    return function.name() + "_slots";
  }
}
