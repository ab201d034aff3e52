package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.jspecify.annotations.Nullable;

/**
 * A carried array of which each iteration writes a slot of its own, {@code a[i + c] = v}: what is
 * in a slot once it was written stays there. So the final array tells what each iteration saw and
 * did.
 *
 * @param carry number of the loop's argument
 * @param writes in program order; each writes elements of the iteration's slot
 * @param slot first index of the writes
 * @param readsEarlier true if the body uses the array for nothing but reads of slots that earlier
 *     iterations wrote, or none
 * @param separate true if no two writes of an iteration touch the same element
 */
record WriteOnce(
    int carry, List<Access> writes, Affine slot, boolean readsEarlier, boolean separate) {

  /** Null if the carried array is used in another way. */
  static @Nullable WriteOnce of(Cycle loop, int carry, Origins origins) {
    Region region = loop.body();
    Parameter array = region.parameters().get(carry);
    Parameter index = region.parameters().get(0);
    List<Access> writes = new ArrayList<>();
    Node version = region.results().get(carry - 1);
    while (Access.isWrite(version)) {
      Access write = new Access((Apply) version);
      writes.add(0, write);
      version = write.array();
    }
    if (version != array || writes.isEmpty()) {
      return null;
    }
    Affine slot = Affine.of(writes.get(0).indices().get(0));
    boolean own =
        slot.factor(index) != 0
            && slot.terms().keySet().stream().allMatch(x -> x == index || origins.isInvariant(x))
            && writes.stream().allMatch(w -> isAt(w, slot));
    return own
        ? new WriteOnce(
            carry,
            List.copyOf(writes),
            slot,
            readsEarlier(region, array, index, writes, slot),
            areSeparate(writes))
        : null;
  }

  private static boolean isAt(Access write, Affine slot) {
    Long distance = Affine.of(write.indices().get(0)).minus(slot);
    return distance != null && distance == 0;
  }

  /** True if a read in an iteration finds what an earlier one wrote, or what none ever writes. */
  boolean isEarlier(Access read, Parameter index) {
    return isEarlier(read, index, slot);
  }

  private static boolean isEarlier(Access read, Parameter index, Affine slot) {
    if (read.indices().isEmpty()) {
      return false;
    }
    Long ahead = Affine.of(read.indices().get(0)).minus(slot);
    return ahead != null && (slot.factor(index) > 0 ? ahead < 0 : ahead > 0);
  }

  private static boolean readsEarlier(
      Region region, Parameter array, Parameter index, List<Access> writes, Affine slot) {
    Set<Node> versions = new HashSet<>(Set.of(array));
    Set<Node> known = new HashSet<>();
    for (Access write : writes) {
      versions.add(write.apply());
      known.add(write.apply());
    }
    for (Node node : Graph.reachable(region.results())) {
      boolean uses = Graph.operands(node).stream().anyMatch(versions::contains);
      boolean earlier =
          Access.isRead(node)
              && ((Apply) node).argument(0) == array
              && isEarlier(new Access((Apply) node), index, slot);
      if (uses && !known.contains(node) && !earlier) {
        return false;
      }
    }
    long results = region.results().stream().filter(versions::contains).count();
    return results == 1;
  }

  private static boolean areSeparate(List<Access> writes) {
    for (int i = 0; i < writes.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (!areSeparate(writes.get(i).indices(), writes.get(j).indices())) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean areSeparate(List<Node> one, List<Node> other) {
    for (int axis = 1; axis < Math.min(one.size(), other.size()); axis++) {
      Long distance = Affine.of(one.get(axis)).minus(Affine.of(other.get(axis)));
      if (distance != null && distance != 0) {
        return true;
      }
    }
    return false;
  }
}
