package org.croton.processor.testing;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.LoopFunction;

/** The main function of a {@link CProgram}: reads arguments, calls kernels, writes results. */
final class CMain {
  private static final String SUPPORT =
      """
      static void get(void *to, int64_t bytes) {
        if (bytes > 0 && fread(to, 1, (size_t)bytes, stdin) != (size_t)bytes) exit(9);
      }
      static int64_t get_long(void) { int64_t v; get(&v, 8); return v; }
      static void *room(int64_t bytes) {
        void *p = aligned_alloc(64, (size_t)((bytes + 64) / 64 * 64));
        if (!p) exit(8);
        return p;
      }
      static void put(const void *from, int64_t bytes) { fwrite(from, 1, (size_t)bytes, stdout); }
      """;

  private CMain() {}

  static String of(List<CompiledGraph> kernels) {
    StringBuilder text = new StringBuilder(SUPPORT);
    for (CompiledGraph kernel : kernels) {
      call(kernel.function(), text);
    }
    text.append("int main(void) {\n");
    kernels.forEach(kernel -> text.append("  call_" + kernel.function().name() + "();\n"));
    return text.append("  return 0;\n}\n").toString();
  }

  private static void call(LoopFunction function, StringBuilder text) {
    text.append("static void call_" + function.name() + "(void) {\n");
    List<String> arguments = new ArrayList<>();
    StringBuilder after = new StringBuilder();
    int n = 0;
    for (String size : function.sizes()) {
      text.append("  int64_t s" + n + " = get_long(); /* " + size + " */\n");
      n++;
    }
    text.append("  char *workspace = room(get_long());\n  int64_t failure[4];\n");
    for (int i = 0; i < function.parameters().size(); i++) {
      Buffer buffer = function.parameters().get(i);
      boolean given = buffer.role() != Buffer.Role.OUTPUT;
      String type = CProgram.type(buffer.dtype());
      text.append("  int64_t b" + i + " = get_long();\n");
      text.append("  " + type + " *p" + i + " = malloc((size_t)b" + i + ");\n");
      text.append(given ? "  get(p" + i + ", b" + i + ");\n" : "");
      boolean byValue = buffer.rank() == 0 && buffer.role() == Buffer.Role.INPUT;
      arguments.add((byValue ? "*p" : "p") + i);
      if (buffer.role() != Buffer.Role.INPUT) {
        after.append("  put(p" + i + ", b" + i + ");\n");
      }
      after.append("  free(p" + i + ");\n");
    }
    for (int i = 0; i < n; i++) {
      arguments.add("s" + i);
    }
    arguments.add("workspace");
    arguments.add("failure");
    text.append("  unsigned char code = (unsigned char)");
    text.append(function.name() + "(" + String.join(", ", arguments) + ");\n  put(&code, 1);\n");
    text.append(after).append("  free(workspace);\n}\n");
  }
}
