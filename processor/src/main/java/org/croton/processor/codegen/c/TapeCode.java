package org.croton.processor.codegen.c;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.codegen.SourceWriter;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Statement;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;

/** Prints the tapes of a kernel: they grow as it runs, and are freed on every way out. */
final class TapeCode {
  private final CExpressions expressions;
  private final CLibrary library;
  private final SourceWriter out;
  private final List<String> names = new ArrayList<>();

  TapeCode(CExpressions expressions, CLibrary library, SourceWriter out) {
    this.expressions = expressions;
    this.library = library;
    this.out = out;
  }

  /** Whether the kernel has tapes, so that it leaves by the label that frees them. */
  boolean any() {
    return !names.isEmpty();
  }

  void free() {
    names.forEach(name -> out.line("free(" + name + ");"));
  }

  void declare(Buffer buffer) {
    library.use("tape.h");
    String name = expressions.name(buffer);
    names.add(name);
    out.line(CSpelling.memory(buffer.dtype()) + " *" + name + " = 0;");
    out.line("int64_t " + name + "_room = 0;");
  }

  void grow(Statement.Grow grow) {
    String name = expressions.name(grow.tape());
    String index = expressions.print(grow.index());
    List<Dim> dims = grow.tape().shape().dims();
    Dim count = new Shape(dims.subList(1, dims.size())).size();
    String entry = "(int64_t)sizeof(*" + name + ") * " + expressions.dim(count);
    out.open("if (" + index + " >= " + name + "_room)");
    out.line(
        "void *more = cr_grown(" + name + ", &" + name + "_room, " + index + ", " + entry + ");");
    out.open("if (!more)");
    out.line("failure[0] = " + grow.site() + ";");
    out.line("failure[1] = (" + index + " + 1) * " + entry + ";");
    out.line("goto failed;");
    out.close();
    out.line(name + " = more;");
    out.close();
  }
}
