package org.croton.processor.fuse;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Statement;
import org.croton.processor.loop.StatementVisitor;

/** Names of the sizes that a kernel depends on. */
final class SizeNames {
  private SizeNames() {}

  static Set<String> of(List<Buffer> parameters, List<Statement> body) {
    Set<String> names = new TreeSet<>();
    parameters.forEach(buffer -> shape(buffer, names));
    StatementVisitor collector =
        new StatementVisitor(buffer -> shape(buffer, names), dim -> names.addAll(dim.names()));
    body.forEach(collector::visit);
    return names;
  }

  private static void shape(Buffer buffer, Set<String> names) {
    buffer.shape().dims().stream()
        .filter(dim -> !dim.isEndless())
        .forEach(dim -> names.addAll(dim.names()));
  }
}
