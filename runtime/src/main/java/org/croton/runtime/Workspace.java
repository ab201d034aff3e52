package org.croton.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.croton.CrotonException;
import org.jspecify.annotations.Nullable;

/**
 * Scratch memory for one call, checked out of a capped pool without locks.
 *
 * <p>In the steady state neither checking out nor giving back allocates. The pool is shared by all
 * threads, virtual ones included: there are as many workspaces as calls in flight, not as threads.
 * A workspace that finds its places in the pool full is freed.
 */
public final class Workspace {
  private static final int MIN_BITS = 6;
  private static final int MAX_BITS = 40;
  private static final int PLACES = 16;
  private static final AtomicReferenceArray<@Nullable Workspace> POOL =
      new AtomicReferenceArray<>((MAX_BITS - MIN_BITS + 1) * PLACES);

  private final int bits;
  private final Storage storage;
  private final ByteBuffer buffer;

  private Workspace(int bits) {
    this.bits = bits;
    this.storage = Storage.allocate(1L << bits);
    this.buffer = storage.segments()[0];
  }

  /**
   * Checks out at least so many bytes with any content, aligned to 64 bytes.
   *
   * @throws CrotonException if there is no such memory
   * @throws IllegalArgumentException if {@code bytes} is negative
   */
  public static Workspace acquire(long bytes) {
    int bits = bitsFor(bytes);
    int first = (bits - MIN_BITS) * PLACES;
    for (int i = first; i < first + PLACES; i++) {
      Workspace candidate = POOL.get(i);
      if (candidate != null && POOL.compareAndSet(i, candidate, null)) {
        return candidate;
      }
    }
    return new Workspace(bits);
  }

  /**
   * The first byte's address.
   *
   * @throws CrotonException if no kernel library is loaded
   */
  public long address() {
    return storage.address();
  }

  /** The bytes, which may be more than were asked for. */
  public long bytes() {
    return storage.bytes();
  }

  /** The memory itself, for code that has no native library. */
  public Storage storage() {
    return storage;
  }

  /** The first bytes, at most 2^30, in native order; the buffer's position is not to be moved. */
  public ByteBuffer buffer() {
    return buffer;
  }

  /**
   * The bytes from an offset on, as a new buffer in native order.
   *
   * @throws IndexOutOfBoundsException if the offset is not among the first 2^30 bytes
   */
  public ByteBuffer from(long offset) {
    int at = (int) Objects.checkFromToIndex(offset, buffer.capacity(), buffer.capacity());
    return buffer.slice(at, buffer.capacity() - at).order(ByteOrder.nativeOrder());
  }

  /** Gives the workspace back; it must not be used, or released, again. */
  public void release() {
    int first = (bits - MIN_BITS) * PLACES;
    for (int i = first; i < first + PLACES; i++) {
      if (POOL.get(i) == null && POOL.compareAndSet(i, null, this)) {
        return;
      }
    }
    storage.close();
  }

  private static int bitsFor(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("a workspace of " + bytes + " bytes");
    }
    int bits = Math.max(MIN_BITS, 64 - Long.numberOfLeadingZeros(bytes - 1));
    if (bytes > 1L << MAX_BITS) {
      throw NativeBytes.SHARED.outOfMemory(bytes);
    }
    return bytes <= 1L << MIN_BITS ? MIN_BITS : bits;
  }

  /** Frees every pooled workspace: what the account does first when memory runs short. */
  static final class DropPooled implements Runnable {
    @Override
    public void run() {
      for (int i = 0; i < POOL.length(); i++) {
        Workspace pooled = POOL.getAndSet(i, null);
        if (pooled != null) {
          pooled.storage.close();
        }
      }
    }
  }
}
