package org.croton.runtime;

import java.util.Optional;

/** Explains, in the user's class names, why an operation cannot run as plain Java. */
final class PlainRun {
  private static final String OPS = "org.croton.";
  private static final String RUNTIME = "org.croton.runtime.";

  private PlainRun() {}

  static String denied(String operation) {
    return operation + " ran as plain Java, which -Dcroton.plain=deny forbids: " + remedy(caller());
  }

  static String withoutEvaluator(String operation) {
    return operation
        + " ran as plain Java, and there is no evaluator on the class path: "
        + remedy(caller())
        + ", or put croton-processor on the test class path";
  }

  private static String remedy(Optional<Class<?>> caller) {
    if (caller.isEmpty()) {
      return "call the generated Compiled class";
    }
    Class<?> owner = outermostWithBody(caller.get());
    String generated = compiledName(owner);
    return exists(owner, generated)
        ? "call " + generated + " instead of " + simpleName(owner, ".")
        : "annotate the method of "
            + simpleName(owner, ".")
            + " with @Compiled and call "
            + generated;
  }

  /** Local and anonymous classes have no generated sibling: the class around them has. */
  private static Class<?> outermostWithBody(Class<?> type) {
    Class<?> owner = type;
    while (owner.isAnonymousClass() || owner.isLocalClass()) {
      owner = owner.getEnclosingClass();
    }
    return owner.getSimpleName().startsWith("Compiled")
            && owner.getSuperclass() != null
            && owner.getSuperclass() != Object.class
        ? owner.getSuperclass()
        : owner;
  }

  private static String compiledName(Class<?> owner) {
    return "Compiled" + simpleName(owner, "_");
  }

  private static String simpleName(Class<?> owner, String separator) {
    Class<?> outer = owner.getEnclosingClass();
    return outer == null
        ? owner.getSimpleName()
        : simpleName(outer, separator) + separator + owner.getSimpleName();
  }

  private static boolean exists(Class<?> owner, String generated) {
    String prefix = owner.getPackageName().isEmpty() ? "" : owner.getPackageName() + ".";
    try {
      Class.forName(prefix + generated, false, owner.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** The class of the first frame that is neither ours nor the JDK's. */
  private static Optional<Class<?>> caller() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(
            frames ->
                frames
                    .<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                    .filter(type -> !isOurs(type.getName()) && !type.getName().startsWith("java."))
                    .findFirst());
  }

  private static boolean isOurs(String name) {
    return name.startsWith(RUNTIME)
        || (name.startsWith(OPS) && name.indexOf('.', OPS.length()) < 0);
  }
}
