package org.croton.processor.codegen.c;

import java.util.LinkedHashMap;
import java.util.Map;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.LoopFunction;
import org.croton.processor.loop.StatementVisitor;
import org.croton.processor.type.Atom;
import org.croton.processor.type.Dim;

/**
 * The functions of sizes that a kernel counts and addresses with. They are computed once, at its
 * beginning: a division in the index of a loop would keep the compiler from using vectors.
 */
final class SizeCalls {
  private final Map<Atom.Call, String> names = new LinkedHashMap<>();

  private SizeCalls() {}

  /** The calls, those first that others are made of. */
  static Map<Atom.Call, String> in(LoopFunction function) {
    SizeCalls calls = new SizeCalls();
    function.parameters().forEach(calls::shape);
    StatementVisitor visitor = new StatementVisitor(calls::shape, calls::collect);
    function.body().forEach(visitor::visit);
    return calls.names;
  }

  private void shape(Buffer buffer) {
    buffer.shape().dims().forEach(this::collect);
  }

  private void collect(Dim dim) {
    for (Dim.Term term : dim.terms()) {
      for (Atom atom : term.atoms()) {
        if (atom instanceof Atom.Call call && !names.containsKey(call)) {
          collect(call.left());
          collect(call.right());
          names.put(call, "s" + names.size() + "_");
        }
      }
    }
  }
}
