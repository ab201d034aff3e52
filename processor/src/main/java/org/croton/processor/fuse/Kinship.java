package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;

/**
 * Which axes of a block's nests run over the same positions of the same values, directly or through
 * nests between them. Nests that compute from separate inputs what a third one reads are kin: in
 * one loop, their results need no memory.
 */
final class Kinship {
  private final Map<Axis, Axis> parents = new HashMap<>();

  private Kinship() {}

  static Kinship of(List<Step> steps) {
    Kinship kinship = new Kinship();
    Map<Buffer, List<Scalar>> written = new HashMap<>();
    for (Step step : steps) {
      if (step instanceof Nest) {
        Nest nest = (Nest) step;
        for (Access access : Access.of(nest)) {
          List<Scalar> at = written.get(access.buffer());
          if (at != null && !access.isWrite()) {
            kinship.join(at, access.at());
          }
        }
        written.put(nest.target(), nest.at());
      }
    }
    return kinship;
  }

  private void join(List<Scalar> written, List<Scalar> read) {
    for (int i = 0; i < written.size(); i++) {
      if (written.get(i) instanceof Scalar.Position && read.get(i) instanceof Scalar.Position) {
        Axis first = root(((Scalar.Position) written.get(i)).axis());
        Axis second = root(((Scalar.Position) read.get(i)).axis());
        if (first != second) {
          parents.put(first, second);
        }
      }
    }
  }

  /** The one axis that stands for all that are kin to this one. */
  Axis root(Axis axis) {
    List<Axis> path = new ArrayList<>();
    Axis root = axis;
    for (Axis next = parents.get(root); next != null; next = parents.get(root)) {
      path.add(root);
      root = next;
    }
    for (Axis each : path) {
      parents.put(each, root);
    }
    return root;
  }
}
