package org.croton.processor.frontend.body;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Name;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates statements. A mistake is reported once, and what the statement would have assigned is
 * undefined from there on, so that the statements after it are still checked.
 */
final class StatementReader {
  private final Reading reading;
  private final SwitchReader switches;
  private final BranchReader branches;
  private final Dispatch dispatch = new Dispatch();

  StatementReader(Reading reading) {
    this.reading = reading;
    this.switches = new SwitchReader(reading);
    this.branches = new BranchReader(reading);
  }

  SwitchReader switches() {
    return switches;
  }

  /** A block with its own variables. */
  Completion body(BlockTree block, Frame frame) {
    return all(block.getStatements(), frame.block());
  }

  /** Statements in the same scope, until one does not complete normally. */
  Completion all(List<? extends StatementTree> statements, Frame frame) {
    for (int i = 0; i < statements.size(); i++) {
      StatementTree statement = statements.get(i);
      List<? extends StatementTree> rest = statements.subList(i + 1, statements.size());
      if (statement instanceof IfTree choice && BranchReader.takesRest(choice)) {
        return last(choice, rest, frame);
      }
      Completion completion = run(statement, frame);
      if (!completion.canBeNormal()) {
        return completion;
      }
      if (!completion.isNormal()) {
        Span span = reading.span(statement, frame);
        return reading.fork.rest(completion, () -> all(rest, frame), () -> span);
      }
    }
    return Completion.NORMAL;
  }

  /** An if of which one side goes on with the rest of the block. */
  private Completion last(IfTree tree, List<? extends StatementTree> rest, Frame frame) {
    Frame around = reading.here;
    reading.here = frame;
    try {
      return branches.choose(tree, rest, frame);
    } catch (Mistake mistake) {
      reading.report(mistake);
    } catch (Poisoned poisoned) {
      // reported where the mistake is
    } finally {
      reading.here = around;
    }
    poison(tree, frame);
    return returns(tree) ? poisoned() : all(rest, frame);
  }

  private static Completion poisoned() {
    return Completion.of(Completion.Kind.RETURN, null, Value.Missing.POISON);
  }

  Completion run(StatementTree tree, Frame frame) {
    return run(tree, null, frame);
  }

  private Completion run(StatementTree tree, @Nullable String label, Frame frame) {
    Frame around = reading.here;
    reading.here = frame;
    try {
      return tree instanceof LabeledStatementTree labeled
          ? labeled(labeled, frame)
          : tree.accept(dispatch, new Labeled(label, frame));
    } catch (Mistake mistake) {
      reading.report(mistake);
    } catch (Poisoned poisoned) {
      // reported where the mistake is
    } finally {
      reading.here = around;
    }
    poison(tree, frame);
    return returns(tree) ? poisoned() : Completion.NORMAL;
  }

  private Completion labeled(LabeledStatementTree tree, Frame frame) {
    String label = tree.getLabel().toString();
    Completion completion = run(tree.getStatement(), label, frame);
    return reading.exits.absorb(
        completion,
        exit -> exit.kind() == Completion.Kind.BREAK && label.equals(exit.label()),
        () -> reading.span(tree, frame));
  }

  private record Labeled(@Nullable String label, Frame frame) {}

  private static boolean returns(Tree tree) {
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitReturn(ReturnTree node, Void unused) {
        found[0] = true;
        return null;
      }

      @Override
      public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
        return null;
      }

      @Override
      public Void visitClass(ClassTree node, Void unused) {
        return null;
      }
    }.scan(tree, null);
    return found[0];
  }

  /** Everything that the statement assigns is undefined. */
  private void poison(Tree statement, Frame frame) {
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree tree, Void unused) {
        if (tree == statement) {
          declare(tree, null, null, Value.Missing.POISON, frame);
        }
        return super.visitVariable(tree, null);
      }

      @Override
      public Void visitAssignment(AssignmentTree tree, Void unused) {
        reading.assignments.poison(tree.getVariable(), frame);
        return super.visitAssignment(tree, null);
      }

      @Override
      public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
        reading.assignments.poison(tree.getVariable(), frame);
        return super.visitCompoundAssignment(tree, null);
      }

      @Override
      public Void visitUnary(UnaryTree tree, Void unused) {
        if (tree.getKind().name().endsWith("CREMENT")) {
          reading.assignments.poison(tree.getExpression(), frame);
        }
        return super.visitUnary(tree, null);
      }
    }.scan(statement, null);
  }

  private void declare(
      VariableTree tree,
      @Nullable TypeMirror type,
      @Nullable TensorType declared,
      Value value,
      Frame frame) {
    String name = tree.getName().toString();
    frame.scope().add(new Scope.Variable(name, type, declared, reading.store.make(name, value)));
  }

  /** A local variable with its first value, or with none. */
  void variable(VariableTree tree, @Nullable Value given, Frame frame) {
    // The type of "var" is absent from the syntax.
    TypeMirror type =
        tree.getType() == null ? null : reading.expressions.type(tree.getType(), frame);
    TensorType declared = reading.localTypes.declared(tree, frame);
    ExpressionTree initializer = tree.getInitializer();
    Value value = given;
    if (value == null && initializer != null) {
      TypeMirror wanted =
          type != null ? type : reading.source.language().mirror("java.lang.Object");
      value = reading.arrays.initializer(initializer, wanted, frame);
    }
    if (value == null) {
      declare(tree, type, declared, Value.Missing.UNASSIGNED, frame);
      return;
    }
    Tree place = initializer != null ? initializer : tree;
    Value held = reading.conversions.assign(value, type, reading.span(place, frame));
    if (declared != null) {
      held =
          reading.localTypes.fit(
              tree.getName().toString(), declared, held, reading.span(place, frame));
    }
    declare(tree, type, declared, held, frame);
  }

  private final class Dispatch extends SimpleTreeVisitor<Completion, Labeled> {
    @Override
    protected Completion defaultAction(Tree tree, Labeled at) {
      String form = tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      throw reading.mistake(
          Code.UNSUPPORTED_STATEMENT,
          tree,
          at.frame(),
          "\"" + form + "\" is not possible in a compiled method");
    }

    @Override
    public Completion visitBlock(BlockTree tree, Labeled at) {
      return body(tree, at.frame());
    }

    @Override
    public Completion visitEmptyStatement(EmptyStatementTree tree, Labeled at) {
      return Completion.NORMAL;
    }

    @Override
    public Completion visitVariable(VariableTree tree, Labeled at) {
      variable(tree, null, at.frame());
      return Completion.NORMAL;
    }

    @Override
    public Completion visitExpressionStatement(ExpressionStatementTree tree, Labeled at) {
      reading.expressions.evaluate(tree.getExpression(), at.frame());
      return Completion.NORMAL;
    }

    @Override
    public Completion visitIf(IfTree tree, Labeled at) {
      return branches.choose(tree, List.of(), at.frame());
    }

    @Override
    public Completion visitReturn(ReturnTree tree, Labeled at) {
      Value value =
          tree.getExpression() == null
              ? Value.Missing.VOID
              : reading.expressions.evaluate(tree.getExpression(), at.frame());
      Tree place = tree.getExpression() == null ? tree : tree.getExpression();
      reading.returned = reading.span(place, at.frame());
      return Completion.of(Completion.Kind.RETURN, null, value);
    }

    @Override
    public Completion visitYield(YieldTree tree, Labeled at) {
      Value value = reading.expressions.evaluate(tree.getValue(), at.frame());
      return Completion.of(Completion.Kind.YIELD, null, value);
    }

    @Override
    public Completion visitBreak(BreakTree tree, Labeled at) {
      return Completion.of(Completion.Kind.BREAK, text(tree.getLabel()), Value.Missing.VOID);
    }

    @Override
    public Completion visitContinue(ContinueTree tree, Labeled at) {
      return Completion.of(Completion.Kind.CONTINUE, text(tree.getLabel()), Value.Missing.VOID);
    }

    private @Nullable String text(@Nullable Name label) {
      return label == null ? null : label.toString();
    }

    @Override
    public Completion visitForLoop(ForLoopTree tree, Labeled at) {
      return reading.loops.counted(tree, at.label(), at.frame());
    }

    @Override
    public Completion visitEnhancedForLoop(EnhancedForLoopTree tree, Labeled at) {
      return reading.loops.each(tree, at.label(), at.frame());
    }

    @Override
    public Completion visitWhileLoop(WhileLoopTree tree, Labeled at) {
      return reading.loops.whileLoop(
          tree.getCondition(), tree.getStatement(), true, at.label(), at.frame());
    }

    @Override
    public Completion visitDoWhileLoop(DoWhileLoopTree tree, Labeled at) {
      return reading.loops.whileLoop(
          tree.getCondition(), tree.getStatement(), false, at.label(), at.frame());
    }

    @Override
    public Completion visitSwitch(SwitchTree tree, Labeled at) {
      return switches.statement(tree, at.label(), at.frame());
    }

    @Override
    public Completion visitAssert(AssertTree tree, Labeled at) {
      return Completion.NORMAL; // off unless the JVM is told otherwise, as in Java
    }

    @Override
    public Completion visitClass(ClassTree tree, Labeled at) {
      reading.report(
          reading.mistake(
              Code.UNSUPPORTED_STATEMENT,
              tree,
              at.frame(),
              "a class in a method is not possible in a compiled method: declare it beside the"
                  + " method, static"));
      return poisoned(); // What follows uses it.
    }

    @Override
    public Completion visitThrow(ThrowTree tree, Labeled at) {
      if (reading.guard != null) {
        throw reading.mistake(
            Code.UNSUPPORTED_STATEMENT,
            tree,
            at.frame(),
            "a compiled method throws nothing that the data decides: check before the call, or"
                + " return what tells the caller");
      }
      throw reading.mistake(
          Code.BUILD_TIME_EXCEPTION, tree, at.frame(), tree.getExpression().toString());
    }
  }
}
