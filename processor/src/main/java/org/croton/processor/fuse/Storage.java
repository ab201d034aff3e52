package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.fuse.LoopTree.Item;
import org.croton.processor.fuse.LoopTree.Leaf;
import org.croton.processor.fuse.LoopTree.Loop;
import org.croton.processor.fuse.LoopTree.Point;
import org.croton.processor.fuse.LoopTree.Product;
import org.croton.processor.fuse.LoopTree.Sequence;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Scalar;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * What is left of each temporary inside the loops that its accesses share: an axis whose loop they
 * all run in needs no memory, and with no axis left the value is a register.
 */
final class Storage {
  /** A buffer without the axes that loops took over; {@code kept} are the positions that remain. */
  record Place(Buffer buffer, List<Integer> kept) {
    List<Scalar> at(List<Scalar> full) {
      return kept.stream().map(full::get).toList();
    }
  }

  private record Use(Leaf leaf, Access access) {}

  private final Map<Buffer, Place> places = new HashMap<>();

  private Storage() {}

  static Storage of(List<Item> items) {
    Storage storage = new Storage();
    storage.block(items, Set.of());
    return storage;
  }

  Place place(Buffer buffer) {
    return places.computeIfAbsent(buffer, Storage::whole);
  }

  private static Place whole(Buffer buffer) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < buffer.rank(); i++) {
      all.add(i);
    }
    return new Place(buffer, all);
  }

  /**
   * @param outside buffers that are used around the block too, and so keep their memory
   */
  private void block(List<Item> items, Set<Buffer> outside) {
    Map<Buffer, List<Use>> uses = new HashMap<>();
    Set<Buffer> opaque = new HashSet<>(outside);
    for (Item item : items) {
      if (item instanceof Sequence) {
        Sequence sequence = (Sequence) item;
        opaque.addAll(touched(sequence));
        block(sequence.body(), around(sequence, items, outside));
      } else if (item instanceof Product || item instanceof Point) {
        opaque.addAll(touched(item));
      } else {
        for (Leaf leaf : LoopTree.leaves(item)) {
          Access.of(leaf.nest)
              .forEach(
                  access ->
                      uses.computeIfAbsent(access.buffer(), key -> new ArrayList<>())
                          .add(new Use(leaf, access)));
        }
      }
    }
    uses.forEach(
        (buffer, all) -> {
          if (buffer.role() == Buffer.Role.TEMPORARY && !opaque.contains(buffer)) {
            places.putIfAbsent(buffer, shrink(buffer, all));
          }
        });
  }

  /** What the body of a loop shares with what is around it. */
  private static Set<Buffer> around(Sequence sequence, List<Item> items, Set<Buffer> outside) {
    Set<Buffer> around = new HashSet<>(outside);
    items.stream().filter(item -> item != sequence).forEach(item -> around.addAll(touched(item)));
    for (Iterate.Carry carry : sequence.loop().carries()) {
      around.addAll(List.of(carry.initial(), carry.current(), carry.next(), carry.result()));
    }
    return around;
  }

  private static Set<Buffer> touched(Item item) {
    Set<Buffer> touched = new HashSet<>();
    if (item instanceof Sequence) {
      Iterate loop = ((Sequence) item).loop();
      touched.addAll(Access.readBy(loop));
      touched.addAll(Access.writtenBy(loop));
      loop.carries().forEach(carry -> touched.add(carry.result()));
    } else if (item instanceof Point) {
      touched.addAll(Access.readBy(((Point) item).mark()));
    } else if (item instanceof Product) {
      Access.of(((Product) item).nest()).forEach(access -> touched.add(access.buffer()));
    } else {
      LoopTree.leaves(item)
          .forEach(leaf -> Access.of(leaf.nest).forEach(access -> touched.add(access.buffer())));
    }
    return touched;
  }

  /** Drops axes loop by loop from outside; the first loop that keeps its axis ends it. */
  private static Place shrink(Buffer buffer, List<Use> uses) {
    List<Integer> kept = new ArrayList<>(whole(buffer).kept());
    kept.removeIf(i -> buffer.shape().dim(i).isOne());
    for (Loop loop : commonPath(uses)) {
      Integer position = takenOver(loop, kept, uses);
      if (position == null) {
        break;
      }
      kept.remove(position);
    }
    if (kept.size() == buffer.rank()) {
      return whole(buffer);
    }
    Shape rest = new Shape(kept.stream().map(buffer.shape()::dim).toList());
    TensorType type = buffer.type().withShape(rest);
    return new Place(new Buffer(buffer.name(), type, buffer.role()), kept);
  }

  private static @Nullable Integer takenOver(Loop loop, List<Integer> kept, List<Use> uses) {
    for (Integer position : kept) {
      if (uses.stream().allMatch(use -> runsIn(loop, use, position))) {
        return position;
      }
    }
    return null;
  }

  private static boolean runsIn(Loop loop, Use use, int position) {
    Axis axis = use.leaf().axisOf(loop);
    return axis != null && use.access().at().get(position).equals(Scalar.at(axis));
  }

  private static List<Loop> commonPath(List<Use> uses) {
    List<Loop> path = new ArrayList<>(uses.get(0).leaf().path());
    for (Use use : uses) {
      List<Loop> other = use.leaf().path();
      int same = 0;
      while (same < Math.min(path.size(), other.size()) && path.get(same) == other.get(same)) {
        same++;
      }
      path = path.subList(0, same);
    }
    return path;
  }
}
