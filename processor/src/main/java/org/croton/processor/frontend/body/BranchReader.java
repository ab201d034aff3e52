package org.croton.processor.frontend.body;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.YieldTree;
import java.util.ArrayList;
import java.util.List;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/** Evaluates an if. */
final class BranchReader {
  private final Reading reading;

  BranchReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * Whether one side of an if leaves the block, so that the other one goes on with what follows.
   */
  static boolean takesRest(IfTree tree) {
    return leaves(tree.getThenStatement()) != leaves(tree.getElseStatement());
  }

  private static boolean leaves(@Nullable StatementTree tree) {
    if (tree instanceof BlockTree block) {
      List<? extends StatementTree> statements = block.getStatements();
      return !statements.isEmpty() && leaves(statements.get(statements.size() - 1));
    }
    return tree instanceof ReturnTree
        || tree instanceof BreakTree
        || tree instanceof ContinueTree
        || tree instanceof YieldTree;
  }

  /**
   * How the statement ends.
   *
   * @param rest what follows in the block, for the side that does not leave it
   */
  Completion choose(IfTree tree, List<? extends StatementTree> rest, Frame frame) {
    Value condition = reading.conditions.truth(tree.getCondition(), frame);
    boolean leaves = leaves(tree.getThenStatement());
    List<StatementTree> then = side(tree.getThenStatement(), leaves ? List.of() : rest);
    List<StatementTree> otherwise = side(tree.getElseStatement(), leaves ? rest : List.of());
    if (condition instanceof Value.Known known) {
      return reading.statements.all(known.isTrue() ? then : otherwise, frame.block());
    }
    Span span = reading.span(tree.getCondition(), frame);
    return reading.fork.run(
        (Value.Scalar) condition,
        () -> reading.statements.all(then, frame.block()),
        () -> reading.statements.all(otherwise, frame.block()),
        () -> span);
  }

  private static List<StatementTree> side(
      @Nullable StatementTree own, List<? extends StatementTree> rest) {
    List<StatementTree> all = new ArrayList<>();
    if (own != null) {
      all.add(own);
    }
    all.addAll(rest);
    return all;
  }
}
