package org.croton.processor.codegen;

/** Text with indentation: lines and brace blocks. */
public final class SourceWriter {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  public SourceWriter line(String line) {
    if (!line.isEmpty()) {
      text.append("  ".repeat(depth)).append(line);
    }
    text.append('\n');
    return this;
  }

  /** The head and an opening brace; lines up to {@link #close()} are indented. */
  public SourceWriter open(String head) {
    line(head + " {");
    depth++;
    return this;
  }

  public SourceWriter close() {
    depth--;
    return line("}");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
