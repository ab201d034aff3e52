package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.fuse.LoopTree.Leaf;
import org.croton.processor.fuse.LoopTree.Loop;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Scalar;
import org.jspecify.annotations.Nullable;

/** Where the nests in a loop touch each buffer, and what they run over in it. */
final class LoopUses {
  /** An access by a nest, and the nest's axis that runs in the loop. */
  private record Use(Access access, @Nullable Axis axis) {}

  private final Map<Buffer, List<Use>> reads = new HashMap<>();
  private final Map<Buffer, List<Use>> writes = new HashMap<>();
  private final Set<Axis> kin = new HashSet<>();

  void add(Leaf leaf, Touched touched, Loop loop, Kinship kinship) {
    Axis axis = leaf.axisOf(loop);
    for (Access access : touched.accesses()) {
      (access.isWrite() ? writes : reads)
          .computeIfAbsent(access.buffer(), key -> new ArrayList<>())
          .add(new Use(access, axis));
    }
    if (axis != null) {
      kin.add(kinship.root(axis));
    }
  }

  /** True if one of the nests and what touches this share a buffer that either writes. */
  boolean conflictWith(Touched touched) {
    return touched.reads().stream().anyMatch(writes::containsKey)
        || touched.writes().stream()
            .anyMatch(buffer -> writes.containsKey(buffer) || reads.containsKey(buffer));
  }

  /** True if what they share is touched in the same iteration, if the axis runs in the loop. */
  boolean areAligned(Touched touched, Axis axis) {
    for (Access access : touched.accesses()) {
      if (!areAligned(writes, access, axis)
          || (access.isWrite() && !areAligned(reads, access, axis))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areAligned(Map<Buffer, List<Use>> uses, Access access, Axis axis) {
    for (Use use : uses.getOrDefault(access.buffer(), List.of())) {
      if (!sameIteration(use, access, axis)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameIteration(Use first, Access second, Axis axis) {
    if (first.axis() == null) {
      return false;
    }
    List<Scalar> at = first.access().at();
    for (int i = 0; i < at.size(); i++) {
      if (at.get(i).equals(Scalar.at(first.axis())) && second.at().get(i).equals(Scalar.at(axis))) {
        return true;
      }
    }
    return false;
  }

  /** True if something is read along the loop by one of them and along the axis by the other. */
  boolean shareReads(Touched touched, Axis axis) {
    for (Access access : touched.accesses()) {
      if (!access.isWrite()
          && access.at().contains(Scalar.at(axis))
          && reads.getOrDefault(access.buffer(), List.of()).stream().anyMatch(LoopUses::moves)) {
        return true;
      }
    }
    return false;
  }

  private static boolean moves(Use use) {
    return use.axis() != null && use.access().at().contains(Scalar.at(use.axis()));
  }

  /** True if a nest's axis in the loop is kin to this one. */
  boolean areKin(Axis axis, Kinship kinship) {
    return kin.contains(kinship.root(axis));
  }
}
