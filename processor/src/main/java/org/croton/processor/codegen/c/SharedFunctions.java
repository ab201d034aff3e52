package org.croton.processor.codegen.c;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.DType;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Statement;
import org.croton.processor.loop.StatementVisitor;

/**
 * The functions of the mathematics library that a kernel calls so often that they are compiled once
 * for it. Others are compiled where they are called: 7 to 47 % faster to run as measured, and a
 * tenth of a second of the C compiler's time for each ten calls.
 */
final class SharedFunctions {
  /** With more calls of one function than this in a kernel, they share one. */
  static final int MOST_INLINE = 24;

  private record Key(Primitive primitive, DType dtype) {}

  private final Set<Key> shared = new HashSet<>();

  static SharedFunctions of(List<Statement> statements) {
    Map<Key, Integer> calls = new HashMap<>();
    StatementVisitor visitor =
        new StatementVisitor(
            buffer -> {},
            dim -> {},
            compute -> {
              DType dtype = compute.operands().get(0).dtype();
              if (CLibrary.isOwn(compute.primitive(), dtype)) {
                calls.merge(new Key(compute.primitive(), dtype), 1, Integer::sum);
              }
            });
    statements.forEach(visitor::visit);
    SharedFunctions functions = new SharedFunctions();
    calls.forEach(
        (key, times) -> {
          if (times > MOST_INLINE) {
            functions.shared.add(key);
          }
        });
    return functions;
  }

  boolean contains(Primitive primitive, DType dtype) {
    return shared.contains(new Key(primitive, dtype));
  }

  /** The definition of the copy that calls share, of a function of the library. */
  static String definition(String function, Scalar.Compute call) {
    String type = CSpelling.memory(call.operands().get(0).dtype());
    String arguments = call.operands().size() == 1 ? "(x)" : "(x, y)";
    String parameters = "(" + type + " x" + (arguments.length() > 3 ? ", " + type + " y)" : ")");
    return "CR_SHARED "
        + type
        + " "
        + name(function)
        + parameters
        + " { return "
        + function
        + arguments
        + "; }";
  }

  static String name(String function) {
    return function + "_shared";
  }
}
