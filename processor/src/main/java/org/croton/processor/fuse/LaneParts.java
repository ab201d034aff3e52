package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.croton.processor.fuse.LoopTree.Item;
import org.croton.processor.fuse.LoopTree.Leaf;
import org.croton.processor.fuse.LoopTree.Loop;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.type.Dim;

/**
 * A loop around others cut into parts that run one after the other over a block of its positions:
 * what stands between the inner loops, such as the sigmoid of each row's product, then runs in
 * vector lanes. Nests share a loop only if they meet in the same iteration, so that every cut is
 * legal; values that cross a cut are kept per lane.
 */
final class LaneParts {
  /** Most positions of a block. */
  static final int LANES = 512;

  private static final int ROWS = 16;

  /** Most nests of a part: the C compiler's time grows faster than a loop's length. */
  static final int TOGETHER = 256;

  /** Elements of a row that may be visited twice while they stay in the cache. */
  private static final int CACHED = 1 << 17;

  /** Consecutive items of the loop. */
  static final class Part {
    private final List<Item> items;
    private final List<Leaf> leaves = new ArrayList<>();
    private final Set<Buffer> touched = new LinkedHashSet<>();
    private final Set<Buffer> reads = new LinkedHashSet<>();
    private final Set<Buffer> writes = new LinkedHashSet<>();

    Part(List<Item> items) {
      this.items = List.copyOf(items);
      this.items.forEach(item -> leaves.addAll(LoopTree.leaves(item)));
      for (Leaf leaf : leaves) {
        Access.of(leaf.nest).forEach(access -> touched.add(access.buffer()));
      }
    }

    List<Item> items() {
      return items;
    }

    /** True if it has no loops within. */
    boolean isVector() {
      return items.get(0) instanceof Leaf;
    }

    /** Registers that another part sets. */
    Set<Buffer> reads() {
      return reads;
    }

    /** Registers that another part reads. */
    Set<Buffer> writes() {
      return writes;
    }
  }

  private final Loop loop;
  private final Storage storage;
  private final List<Part> parts = new ArrayList<>();
  private final Set<Buffer> crossing = new LinkedHashSet<>();

  LaneParts(Loop loop, Storage storage) {
    this.loop = loop;
    this.storage = storage;
    cut();
    findCrossing();
  }

  /** True for a loop with no loops within that is too long to be one, and can be cut. */
  static boolean areNeeded(Loop loop, Storage storage) {
    return loop.items.size() > TOGETHER && new LaneParts(loop, storage).keepsRowsWhole();
  }

  /** True if functions are evaluated between inner loops, and nothing forbids to cut there. */
  static boolean areWorthwhile(Loop loop, Storage storage) {
    List<Leaf> own = loop.items.stream().filter(i -> i instanceof Leaf).map(i -> (Leaf) i).toList();
    boolean plain =
        loop.items.stream().allMatch(item -> item instanceof Leaf || item instanceof Loop)
            && LoopTree.leaves(loop).stream().allMatch(leaf -> leaf.nest.checks().isEmpty())
            && own.stream().allMatch(leaf -> Folds.isStraight(leaf, loop));
    return plain
        && own.stream().anyMatch(leaf -> Folds.calls(leaf.nest.body(), Primitive::isTranscendental))
        && new LaneParts(loop, storage).keepsRowsWhole();
  }

  List<Part> parts() {
    return parts;
  }

  /** Positions per block: fewer if what a block keeps would leave the cache. */
  Scalar size() {
    if (loop.items.stream().allMatch(item -> item instanceof Leaf)) {
      return Scalar.whole(LANES / 4);
    }
    Dim longest = Dim.ONE;
    for (Item item : loop.items) {
      if (item instanceof Loop) {
        longest = longest.max(((Loop) item).axis.extent());
      }
    }
    return Scalar.extent(Dim.of(CACHED).floorDiv(longest).min(Dim.of(ROWS)).max(Dim.ONE));
  }

  private void cut() {
    List<Item> run = new ArrayList<>();
    for (Item item : loop.items) {
      boolean other = !run.isEmpty() && run.get(0) instanceof Leaf != item instanceof Leaf;
      if (other || run.size() == TOGETHER) {
        close(run);
      }
      run.add(item);
    }
    close(run);
  }

  private void close(List<Item> run) {
    parts.add(new Part(run));
    run.clear();
  }

  private void findCrossing() {
    Set<Buffer> inside = new HashSet<>();
    for (Part part : parts) {
      part.leaves.stream()
          .filter(leaf -> !Folds.combinesAcross(leaf, loop))
          .forEach(leaf -> inside.add(leaf.nest.target()));
    }
    for (Part part : parts) {
      Set<Buffer> written = new HashSet<>();
      part.leaves.forEach(leaf -> written.add(leaf.nest.target()));
      for (Buffer buffer : part.touched) {
        Buffer place = storage.place(buffer).buffer();
        if (inside.contains(buffer)
            && EmitStatements.isRegister(place)
            && isTouchedElsewhere(buffer, part)) {
          crossing.add(place);
          (written.contains(buffer) ? part.writes() : part.reads()).add(place);
        }
      }
    }
  }

  private boolean isTouchedElsewhere(Buffer buffer, Part part) {
    return parts.stream().anyMatch(other -> other != part && other.touched.contains(buffer));
  }

  /** False if parts share an array that exists for one position of the loop at a time. */
  private boolean keepsRowsWhole() {
    for (Part part : parts) {
      for (Buffer buffer : part.touched) {
        Storage.Place place = storage.place(buffer);
        if (place.buffer().rank() > 0
            && place.kept().size() < buffer.rank()
            && isTouchedElsewhere(buffer, part)) {
          return false;
        }
      }
    }
    return crossing.stream()
        .allMatch(place -> parts.stream().filter(p -> p.writes().contains(place)).count() == 1);
  }
}
