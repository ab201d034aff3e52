package org.croton.processor.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TypeMismatch;

/**
 * How entry code learns every size of a call and checks the others: names that are {@code int}
 * parameters or fields first, then those that the object fixed when it was made, then each name at
 * its first bare occurrence, then the one linear unknown of a compound dim or relation, then
 * everything else as a check. Fields come before parameters, so that a message blames what the
 * caller passed.
 */
public final class EntryPlan {
  /** An {@code int} parameter or field that a dim may be named after. */
  public record IntName(String name, boolean isField) {
    private static final Set<TypeKind> WHOLE =
        Set.of(TypeKind.BYTE, TypeKind.SHORT, TypeKind.INT, TypeKind.LONG);

    /** Those among variables that hold whole numbers; constants and static fields are none. */
    public static List<IntName> of(Collection<? extends VariableElement> variables) {
      return variables.stream()
          .filter(variable -> WHOLE.contains(variable.asType().getKind()))
          .filter(variable -> !variable.getModifiers().contains(Modifier.STATIC))
          .map(
              variable ->
                  new IntName(variable.getSimpleName().toString(), variable.getKind().isField()))
          .toList();
    }
  }

  private final List<EntryStep> steps = new ArrayList<>();
  private final Set<String> known = new TreeSet<>();
  private final Set<String> natural = new TreeSet<>();
  private final Map<EntryStep.Place, Dim> open = new LinkedHashMap<>();
  private final List<DimRelation> relations = new ArrayList<>();

  private EntryPlan() {}

  /**
   * Plans the entry of a method.
   *
   * @param inputs the method's inputs
   * @param where declared relations
   * @param ints what dims may be named after; a parameter hides a field of the same name
   * @param needed names that the kernel and the results use
   * @param natural names that must not be negative
   * @param lasting names whose sizes the object fixed when it was made
   * @throws TypeMismatch {@code dim-undetermined} if a size follows from nothing that is known at
   *     entry
   */
  public static EntryPlan of(
      List<KernelInput> inputs,
      List<DimRelation> where,
      List<IntName> ints,
      Set<String> needed,
      Set<String> natural,
      Set<String> lasting) {
    EntryPlan plan = new EntryPlan();
    plan.natural.addAll(natural);
    plan.collect(inputs, true);
    plan.collect(inputs, false);
    plan.relations.addAll(where);
    plan.take(ints, needed);
    plan.recall(lasting, needed);
    plan.bind();
    while (plan.solve()) {
      plan.bind();
    }
    plan.check(inputs);
    plan.require(needed);
    return plan;
  }

  /**
   * Plans the check of an object's fields among themselves; what only an argument tells is left to
   * the calls.
   *
   * @param ints {@code int} fields
   */
  public static EntryPlan ofFields(List<KernelInput> fields, List<IntName> ints) {
    EntryPlan plan = new EntryPlan();
    plan.collect(fields, true);
    plan.open.values().forEach(dim -> plan.natural.addAll(dim.names()));
    plan.take(ints, Set.of());
    plan.bind();
    while (plan.solve()) {
      plan.bind();
    }
    plan.open.values().removeIf(dim -> !plan.unknown(dim).isEmpty());
    plan.check(fields);
    return plan;
  }

  /** In the order in which they run. */
  public List<EntryStep> steps() {
    return List.copyOf(steps);
  }

  /** All names whose sizes are known after the last step. */
  public Set<String> names() {
    return Set.copyOf(known);
  }

  private void collect(List<KernelInput> inputs, boolean fields) {
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).isField() == fields) {
        List<Dim> dims = inputs.get(i).type().shape().dims();
        for (int axis = 0; axis < dims.size(); axis++) {
          open.put(new EntryStep.Axis(i, axis), dims.get(axis));
        }
      }
    }
  }

  private SortedSet<String> used(Set<String> needed) {
    SortedSet<String> used = new TreeSet<>(needed);
    open.values().forEach(dim -> used.addAll(dim.names()));
    relations.forEach(
        relation -> {
          used.addAll(relation.left().names());
          used.addAll(relation.right().names());
        });
    return used;
  }

  private void take(List<IntName> ints, Set<String> needed) {
    Set<String> used = used(needed);
    for (boolean fields : new boolean[] {false, true}) {
      for (IntName value : ints) {
        if (value.isField() == fields && used.contains(value.name()) && known.add(value.name())) {
          boolean size = natural.contains(value.name());
          steps.add(new EntryStep.Take(value.name(), value.isField(), size));
        }
      }
    }
  }

  private void recall(Set<String> lasting, Set<String> needed) {
    Set<String> used = used(needed);
    for (String name : new TreeSet<>(lasting)) {
      if (used.contains(name)) {
        steps.add(known.add(name) ? new EntryStep.Recall(name) : new EntryStep.Hold(name));
      }
    }
  }

  private void bind() {
    open.entrySet()
        .removeIf(
            entry -> {
              Dim dim = entry.getValue();
              if (!dim.isName() || !known.add(dim.names().first())) {
                return false;
              }
              steps.add(new EntryStep.Bind(dim.names().first(), (EntryStep.Axis) entry.getKey()));
              return true;
            });
  }

  /** Solves the first place that has one linear unknown; false if there is none. */
  private boolean solve() {
    for (Map.Entry<EntryStep.Place, Dim> entry : open.entrySet()) {
      if (solve(entry.getValue(), entry.getKey())) {
        open.remove(entry.getKey());
        return true;
      }
    }
    for (DimRelation relation : relations) {
      boolean equation = relation.operator() == DimRelation.Operator.EQ;
      Dim gap = relation.left().minus(relation.right());
      if (equation && solve(gap, new EntryStep.Relation(relation))) {
        relations.remove(relation);
        return true;
      }
    }
    return false;
  }

  private boolean solve(Dim dim, EntryStep.Place place) {
    SortedSet<String> unknown = unknown(dim);
    if (unknown.size() != 1) {
      return false;
    }
    Optional<LinearDim> split = LinearDim.split(dim, unknown.first());
    if (split.isEmpty()) {
      return false;
    }
    LinearDim linear = split.get();
    steps.add(new EntryStep.Solve(unknown.first(), linear.factor(), linear.rest(), dim, place));
    known.add(unknown.first());
    return true;
  }

  private void check(List<KernelInput> inputs) {
    open.forEach(
        (place, dim) -> {
          EntryStep.Axis axis = (EntryStep.Axis) place;
          String where = "dim \"" + dim + "\" of " + inputs.get(axis.input()).expression();
          requireKnown(dim, where);
          steps.add(new EntryStep.Match(axis, dim));
        });
    for (DimRelation relation : relations) {
      requireKnown(relation.left(), "the relation \"" + relation.text() + "\"");
      requireKnown(relation.right(), "the relation \"" + relation.text() + "\"");
      steps.add(new EntryStep.Relate(relation));
    }
  }

  private void requireKnown(Dim dim, String where) {
    SortedSet<String> unknown = unknown(dim);
    if (!unknown.isEmpty()) {
      throw undetermined(
          where, unknown.size() == 1 ? "\"" + unknown.first() + "\"" : String.valueOf(unknown));
    }
  }

  private void require(Set<String> needed) {
    for (String name : new TreeSet<>(needed)) {
      if (!known.contains(name)) {
        throw undetermined("the size \"" + name + "\"", "\"" + name + "\"");
      }
    }
  }

  private static TypeMismatch undetermined(String where, String unknown) {
    return new TypeMismatch(
        "dim-undetermined",
        where
            + " cannot be determined at entry: "
            + unknown
            + " does not follow from the sizes of the arguments. Let a parameter or field have it as a"
            + " dim of its own, or take it as an int parameter of that name");
  }

  private SortedSet<String> unknown(Dim dim) {
    SortedSet<String> unknown = new TreeSet<>(dim.names());
    unknown.removeAll(known);
    return unknown;
  }
}
