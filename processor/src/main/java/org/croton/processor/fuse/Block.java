package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.fuse.LoopTree.Item;
import org.croton.processor.fuse.LoopTree.Point;
import org.croton.processor.loop.Buffer;

/**
 * A block's items in their order, and which of them touched each buffer last: what a step has to
 * wait for is found without a look into all that stands before it.
 */
final class Block {
  final List<Item> items = new ArrayList<>();

  /** What wrote each buffer last is also what stands last of its writers: they wait in a row. */
  private final Map<Buffer, Item> writers = new HashMap<>();

  /** What read each buffer since. */
  private final Map<Buffer, List<Item>> readers = new HashMap<>();

  /** Says that an item of the block does this too. */
  void note(Touched touched, Item item) {
    for (Buffer written : touched.writes()) {
      writers.put(written, item);
      readers.remove(written);
    }
    for (Buffer read : touched.reads()) {
      readers.computeIfAbsent(read, key -> new ArrayList<>()).add(item);
    }
  }

  /** Index of the last item that a step which touches this must not precede, or -1. */
  int lastConflict(Touched touched) {
    Set<Item> before = Collections.newSetFromMap(new IdentityHashMap<>());
    touched.reads().forEach(read -> addWriter(read, before));
    for (Buffer written : touched.writes()) {
      addWriter(written, before);
      before.addAll(readers.getOrDefault(written, List.of()));
    }
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.get(i) instanceof Point || before.contains(items.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private void addWriter(Buffer buffer, Set<Item> before) {
    Item writer = writers.get(buffer);
    if (writer != null) {
      before.add(writer);
    }
  }
}
