package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Substitution;
import org.croton.processor.op.Extents;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.ops.indexing.Zeros;
import org.jspecify.annotations.Nullable;

/**
 * The derivatives of a branch: branches on the same condition. The reverse of an arm computes again
 * what it needs of the arm, from the branch's inputs.
 */
final class BranchDerivatives {
  private final Apply branch;
  private final BranchDraft draft;

  private BranchDerivatives(Apply branch) {
    this.branch = branch;
    int depth = branch.regions().get(0).depth();
    this.draft = new BranchDraft(branch.argument(0), depth);
  }

  static List<@Nullable Node> pushforward(Apply branch, Pushforward pushforward) {
    return new BranchDerivatives(branch).tangents(pushforward);
  }

  private List<@Nullable Node> tangents(Pushforward pushforward) {
    Map<Integer, Node> seeds = new TreeMap<>();
    for (int i = 1; i < branch.arguments().size(); i++) {
      Node tangent = pushforward.tangent(i);
      if (tangent != null) {
        seeds.put(i, draft.input(tangent));
      }
    }
    List<List<@Nullable Node>> arms = new ArrayList<>();
    for (Region arm : branch.regions()) {
      List<Node> wrt = new ArrayList<>();
      seeds.keySet().forEach(i -> wrt.add(parameter(arm, i)));
      arms.add(pushforward.tangents(arm.results(), wrt, new ArrayList<>(seeds.values())));
    }
    int count = branch.resultTypes().size();
    List<@Nullable Node> results = new ArrayList<>(Collections.nCopies(count, null));
    List<Integer> moving = new ArrayList<>();
    List<Node> then = new ArrayList<>();
    List<Node> otherwise = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Node left = arms.get(0).get(i);
      Node right = arms.get(1).get(i);
      if (left != null || right != null) {
        moving.add(i);
        then.add(image(0, left, i));
        otherwise.add(image(1, right, i));
      }
    }
    List<Node> made = draft.finish(then, otherwise);
    for (int i = 0; i < moving.size(); i++) {
      results.set(moving.get(i), made.get(i));
    }
    return results;
  }

  private Node image(int arm, @Nullable Node tangent, int result) {
    Region region = branch.regions().get(arm);
    return tangent == null
        ? Zeros.like(inside(region).of(region.results().get(result)))
        : inside(region).of(tangent);
  }

  private static Parameter parameter(Region arm, int argument) {
    return arm.parameters().get(argument - 1);
  }

  /** The arm's values as values of the arm under construction. */
  private Substitution inside(Region arm) {
    Substitution images = new Substitution(branch.builder(), Map.of());
    for (int i = 1; i < branch.arguments().size(); i++) {
      images.replace(parameter(arm, i), draft.input(branch.argument(i)));
    }
    return images;
  }

  static void pullback(Apply branch, Pullback pullback) {
    List<Integer> wanted = new ArrayList<>();
    for (int i = 1; i < branch.arguments().size(); i++) {
      if (pullback.wants(i)) {
        wanted.add(i);
      }
    }
    pullback.updateAll(
        wanted, sums -> new BranchDerivatives(branch).adjoints(pullback, wanted, sums));
  }

  /**
   * The adjoints of inputs with what the arms add to them. Each input counts as an output of the
   * arm with its adjoint so far as cotangent, so that contributions go on top of it.
   */
  private List<Node> adjoints(Pullback pullback, List<Integer> wanted, List<Node> sums) {
    List<List<Node>> arms = new ArrayList<>();
    List<Node> inputs = branch.arguments().subList(1, branch.arguments().size());
    for (Region arm : branch.regions()) {
      List<Node> outputs = new ArrayList<>();
      List<@Nullable Node> cotangents = new ArrayList<>();
      List<Node> wrt = new ArrayList<>();
      for (int i = 0; i < wanted.size(); i++) {
        Node parameter = parameter(arm, wanted.get(i));
        wrt.add(parameter);
        outputs.add(parameter);
        cotangents.add(draft.input(sums.get(i)));
      }
      for (int i = 0; i < arm.results().size(); i++) {
        Node cotangent = pullback.cotangent(i);
        if (cotangent != null) {
          outputs.add(arm.results().get(i));
          cotangents.add(draft.input(cotangent));
        }
      }
      List<Node> made = new ArrayList<>();
      Substitution inside = inside(arm);
      Extents known = Ranges.inside(arm.parameters(), inputs, pullback.extents());
      for (Node adjoint : pullback.adjoints(outputs, cotangents, wrt, known)) {
        if (adjoint == null) {
          throw new IllegalStateException("an input that is an output has an adjoint");
        }
        made.add(inside.of(adjoint));
      }
      arms.add(made);
    }
    return draft.finish(arms.get(0), arms.get(1));
  }
}
