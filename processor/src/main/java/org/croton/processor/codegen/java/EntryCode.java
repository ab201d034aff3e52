package org.croton.processor.codegen.java;

import com.palantir.javapoet.CodeBlock;
import org.croton.processor.kernel.DimRelation;
import org.croton.processor.kernel.EntryPlan;
import org.croton.processor.kernel.EntryStep;
import org.croton.processor.type.Dim;
import org.croton.runtime.EntryCheck;

/** Writes the steps of an entry plan: sizes become local variables, the rest becomes checks. */
final class EntryCode {
  private final String method;
  private final Inputs inputs;
  private final Sizes sizes;
  private final ClassContext context;
  private final CodeBlock.Builder code;

  EntryCode(
      String method, Inputs inputs, Sizes sizes, ClassContext context, CodeBlock.Builder code) {
    this.method = method;
    this.inputs = inputs;
    this.sizes = sizes;
    this.context = context;
    this.code = code;
  }

  void write(EntryPlan plan) {
    plan.steps().forEach(this::step);
  }

  private void step(EntryStep step) {
    if (step instanceof EntryStep.Take) {
      take((EntryStep.Take) step);
    } else if (step instanceof EntryStep.Recall) {
      String name = ((EntryStep.Recall) step).name();
      code.addStatement(
          "long $N = this.$N", sizes.declare(name, "the constructor"), context.lastingSize(name));
    } else if (step instanceof EntryStep.Hold) {
      hold(((EntryStep.Hold) step).name());
    } else if (step instanceof EntryStep.Bind) {
      EntryStep.Bind bind = (EntryStep.Bind) step;
      String by = inputs.input(bind.place().input()).expression();
      code.addStatement("long $N = $L", sizes.declare(bind.name(), by), size(bind.place()));
    } else if (step instanceof EntryStep.Solve) {
      solve((EntryStep.Solve) step);
    } else if (step instanceof EntryStep.Match) {
      match((EntryStep.Match) step);
    } else {
      relate(((EntryStep.Relate) step).relation());
    }
  }

  private CodeBlock size(EntryStep.Axis place) {
    return inputs.size(place.input(), place.axis());
  }

  private void take(EntryStep.Take take) {
    String origin = take.isField() ? "this." + take.name() : take.name();
    CodeBlock value =
        take.isField() ? context.readField(take.name()) : CodeBlock.of("$N", take.name());
    if (!take.natural()) {
      code.addStatement("long $N = $L", sizes.declare(take.name(), origin), value);
      return;
    }
    code.addStatement(
        "long $N = $T.size($L, $S)",
        sizes.declare(take.name(), origin),
        EntryCheck.class,
        value,
        method + ": " + origin);
  }

  private void hold(String name) {
    code.addStatement(
        "$T.lasting($N, this.$N, $S, $S)",
        EntryCheck.class,
        sizes.local(name),
        context.lastingSize(name),
        method,
        name);
  }

  private void solve(EntryStep.Solve solve) {
    CodeBlock factor = sizes.code(solve.factor());
    CodeBlock rest = sizes.code(solve.rest());
    if (solve.place() instanceof EntryStep.Axis) {
      EntryStep.Axis place = (EntryStep.Axis) solve.place();
      code.addStatement(
          "long $N = $T.solve($L, $L, $L, $S, $L, $S, $S)",
          sizes.declare(solve.name(), inputs.input(place.input()).expression()),
          EntryCheck.class,
          size(place),
          factor,
          rest,
          inputs.where(place.input()),
          place.axis(),
          solve.dim().toString(),
          solve.name());
    } else {
      String text = ((EntryStep.Relation) solve.place()).relation().text();
      code.addStatement(
          "long $N = $T.solveFact($L, $L, $S, $S, $S)",
          sizes.declare(solve.name(), "\"" + text + "\""),
          EntryCheck.class,
          factor,
          rest,
          method,
          text,
          solve.name());
    }
  }

  private void match(EntryStep.Match match) {
    int input = match.place().input();
    matchAxis(size(match.place()), match.dim(), inputs.where(input), match.place().axis());
  }

  /** Emits the check that an axis has the size of a dim. */
  void matchAxis(CodeBlock actual, Dim dim, String where, int axis) {
    code.addStatement(
        "$T.dim($L, $L, $S, $L, $S, $S)",
        EntryCheck.class,
        actual,
        sizes.code(dim),
        where,
        axis,
        dim.toString(),
        sizes.boundBy(dim));
  }

  private void relate(DimRelation relation) {
    CodeBlock left = sizes.code(relation.left());
    CodeBlock right = sizes.code(relation.right());
    code.addStatement(
        "$T.fact($L $L $L, $S, $S, $L, $L)",
        EntryCheck.class,
        left,
        spell(relation.operator()),
        right,
        method,
        relation.text(),
        left,
        right);
  }

  private static String spell(DimRelation.Operator operator) {
    switch (operator) {
      case EQ:
        return "==";
      case LE:
        return "<=";
      case GE:
        return ">=";
      case LT:
        return "<";
      case GT:
        return ">";
    }
    throw new AssertionError(operator);
  }
}
