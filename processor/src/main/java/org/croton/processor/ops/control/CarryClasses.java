package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;
import org.croton.processor.op.OperandOrder;

/**
 * Which carried values of several loops over the same iterations are always equal: those that begin
 * equal and, as long as they are, become equal. Found by splitting: all that begin equal are one
 * class until their next values differ.
 */
final class CarryClasses {
  /** A carried value of one of the loops. */
  private record Member(Cycle loop, int carry) {
    Node initial() {
      return loop.outer(1 + carry);
    }
  }

  private final List<Cycle> loops;
  private final Spans spans;
  private final UnaryOperator<List<Node>> merged;
  private List<List<Member>> classes = new ArrayList<>();
  private LoopDraft draft;
  private List<Parameter> parameters = new ArrayList<>();
  private Map<Member, Node> nexts = new HashMap<>();

  /** What the loops run as long as, if they are not counted. */
  private Set<Node> conditions = new LinkedHashSet<>();

  private CarryClasses(List<Cycle> loops, Spans spans, UnaryOperator<List<Node>> merged) {
    this.loops = loops;
    this.spans = spans;
    this.merged = merged;
    this.draft = newDraft();
  }

  /**
   * @param merged merges the loops inside a body: bodies are equal if they are so after that
   */
  static CarryClasses of(List<Cycle> loops, Spans spans, UnaryOperator<List<Node>> merged) {
    CarryClasses found = new CarryClasses(loops, spans, merged);
    Map<Node, List<Member>> byInitial = new LinkedHashMap<>();
    for (Cycle loop : loops) {
      for (int carry = 0; carry < loop.carries(); carry++) {
        Member member = new Member(loop, carry);
        byInitial.computeIfAbsent(member.initial(), key -> new ArrayList<>()).add(member);
      }
    }
    found.classes.addAll(byInitial.values());
    int before = -1;
    while (found.haveCommon() && found.classes.size() > before) {
      before = found.classes.size();
      found.compute();
      found.split();
    }
    return found;
  }

  private LoopDraft newDraft() {
    return LoopDraft.like(loops.get(0), spans);
  }

  /** The bodies of all loops, with one parameter for each class. */
  private void compute() {
    draft = newDraft();
    parameters = new ArrayList<>();
    nexts = new HashMap<>();
    conditions = new LinkedHashSet<>();
    Map<Member, Parameter> byMember = new HashMap<>();
    for (List<Member> members : classes) {
      Parameter parameter = draft.carry(members.get(0).initial());
      parameters.add(parameter);
      members.forEach(member -> byMember.put(member, parameter));
    }
    for (Cycle loop : loops) {
      Region region = loop.body();
      Map<Node, Node> images = new HashMap<>();
      images.put(region.parameters().get(0), draft.index());
      for (int i = 1; i <= loop.inputs(); i++) {
        Parameter shared = byMember.get(new Member(loop, i - 1));
        images.put(
            region.parameters().get(i), shared != null ? shared : draft.invariant(loop.outer(i)));
      }
      Substitution into = new Substitution(loop.apply().builder(), images, spans);
      if (loop.condition() != null) {
        conditions.add(into.of(loop.condition().results().get(0)));
      }
      for (int carry = 0; carry < loop.carries(); carry++) {
        nexts.put(new Member(loop, carry), into.of(region.results().get(carry)));
      }
    }
    List<Member> members = classes.stream().flatMap(List::stream).toList();
    List<Node> ordered =
        OperandOrder.of(
            members.stream().map(this::next).toList(), loops.get(0).apply().builder(), spans);
    List<Node> bodies = merged.apply(ordered);
    for (int i = 0; i < bodies.size(); i++) {
      nexts.put(members.get(i), bodies.get(i));
    }
  }

  private Node next(Member member) {
    return Objects.requireNonNull(nexts.get(member));
  }

  private void split() {
    List<List<Member>> finer = new ArrayList<>();
    for (List<Member> members : classes) {
      Map<Node, List<Member>> byNext = new LinkedHashMap<>();
      for (Member member : members) {
        byNext.computeIfAbsent(next(member), key -> new ArrayList<>()).add(member);
      }
      finer.addAll(byNext.values());
    }
    classes = finer;
  }

  /** True if some class has members of several loops, and they run equally often. */
  boolean areShared() {
    return conditions.size() < 2 && haveCommon();
  }

  private boolean haveCommon() {
    return classes.stream()
        .anyMatch(members -> members.stream().map(Member::loop).distinct().count() > 1);
  }

  /** One loop that carries each class once; gives what the loops' results are then. */
  Map<Node, Node> merge() {
    for (int i = 0; i < parameters.size(); i++) {
      draft.next(parameters.get(i), next(classes.get(i).get(0)));
    }
    conditions.forEach(draft::holds);
    List<Node> finals = draft.finish();
    Map<Node, Node> images = new HashMap<>();
    for (int i = 0; i < finals.size(); i++) {
      for (Member member : classes.get(i)) {
        Node result = member.loop().result(1 + member.carry());
        images.put(result, finals.get(i));
      }
    }
    for (Cycle loop : loops) {
      if (!loop.isCounted()) {
        images.put(loop.trips(), draft.rounds());
      }
    }
    return images;
  }
}
