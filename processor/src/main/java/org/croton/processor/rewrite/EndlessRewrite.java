package org.croton.processor.rewrite;

/** A bug in the rules: a phase does not come to an end. The message ends with the last rewrites. */
public final class EndlessRewrite extends IllegalStateException {
  private static final long serialVersionUID = 1;

  EndlessRewrite(String what, RewriteTrace trace) {
    super(what + "; the last rewrites were\n" + trace.tail(20));
  }
}
