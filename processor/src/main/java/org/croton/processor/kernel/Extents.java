package org.croton.processor.kernel;

import java.util.SortedSet;
import java.util.TreeSet;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.type.Atom;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;

/**
 * Finds the names that something in a graph has as its extent, so that they must not be negative. A
 * number that only says how often a loop runs may be: it stands in {@code max(..., 0)}.
 */
public final class Extents {
  private Extents() {}

  public static SortedSet<String> names(Graph graph) {
    SortedSet<String> names = new TreeSet<>();
    graph.inputs().forEach(input -> collect(input.value(), names));
    graph.nodes().forEach(node -> collect(node, names));
    return names;
  }

  private static void collect(Node node, SortedSet<String> names) {
    if (!(node instanceof Apply)) {
      collect(node.type(), names);
    } else {
      ((Apply) node).resultTypes().forEach(type -> collect(type, names));
      for (Region region : ((Apply) node).regions()) {
        Graph.reachable(region.results()).forEach(inner -> collect(inner, names));
      }
    }
  }

  private static void collect(Type type, SortedSet<String> names) {
    if (type instanceof TensorType) {
      ((TensorType) type).shape().dims().forEach(dim -> collect(dim, names));
    }
  }

  private static void collect(Dim dim, SortedSet<String> names) {
    for (Dim.Term term : dim.terms()) {
      for (Atom atom : term.atoms()) {
        if (atom instanceof Atom.Name) {
          names.add(((Atom.Name) atom).name());
        } else if (!isCount(atom)) {
          collect(((Atom.Call) atom).left(), names);
          collect(((Atom.Call) atom).right(), names);
        }
      }
    }
  }

  private static boolean isCount(Atom atom) {
    return atom instanceof Atom.Call
        && ((Atom.Call) atom).kind() == Atom.Kind.MAX
        && (isNatural(((Atom.Call) atom).left()) || isNatural(((Atom.Call) atom).right()));
  }

  private static boolean isNatural(Dim dim) {
    return dim.isConstant() && dim.constant() >= 0;
  }
}
