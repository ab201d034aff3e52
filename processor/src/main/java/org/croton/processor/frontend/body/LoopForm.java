package org.croton.processor.frontend.body;

import com.sun.source.tree.Tree;
import java.util.function.Function;
import java.util.function.Supplier;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.jspecify.annotations.Nullable;

/**
 * A loop as its body, its end and its place.
 *
 * @param trips how often it runs if nothing leaves it, or null if a condition says so
 * @param condition whether another round runs; without one it runs until something leaves it
 * @param testsFirst whether the condition is evaluated before the first round too
 * @param body reads a round; it gets the round's number
 */
record LoopForm(
    Tree tree,
    @Nullable String label,
    @Nullable Trips trips,
    @Nullable Supplier<Value> condition,
    boolean testsFirst,
    Function<Node, Completion> body,
    Frame frame) {
  static LoopForm counted(
      Tree tree,
      @Nullable String label,
      Trips trips,
      Function<Node, Completion> body,
      Frame frame) {
    return new LoopForm(tree, label, trips, null, true, body, frame);
  }

  static LoopForm conditional(
      Tree tree,
      @Nullable String label,
      @Nullable Supplier<Value> condition,
      boolean testsFirst,
      Supplier<Completion> body,
      Frame frame) {
    return new LoopForm(tree, label, null, condition, testsFirst, index -> body.get(), frame);
  }

  /** Whether a way to end a round leads to the next one. */
  boolean goesOn(Completion.Exit exit) {
    return exit.isNormal() || exit.concerns(Completion.Kind.CONTINUE, label);
  }

  /** Whether a way to end a round only ends the loop. */
  boolean ends(Completion.Exit exit) {
    return exit.concerns(Completion.Kind.BREAK, label);
  }
}
