package org.croton.runtime;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.croton.ClosedTensorException;
import org.croton.CrotonException;
import org.jspecify.annotations.Nullable;

/**
 * A block of off-heap bytes that is freed exactly once: when closed, or when nothing refers to it.
 *
 * <p>Own blocks start at a multiple of 64 bytes and are padded to one; wrapped buffers have only
 * the alignment and length that their maker gave them. Blocks come from the kernel library's
 * allocator when one is loaded and from direct buffers before that. Closing twice is fine, from any
 * thread, but closing while another thread reads or computes is the caller's race.
 */
public final class Storage implements AutoCloseable {
  /** What own storage is aligned and padded to. */
  public static final int ALIGNMENT = 64;

  private static final Cleaner CLEANER = Cleaner.create();
  private static final int SEGMENT_BITS = 30;
  private static final int ZEROS = 1 << 13;

  private final long bytes;
  private final Block block;
  private final Cleaner.Cleanable cleanable;
  private volatile boolean closed;
  private boolean exported;
  private long address;
  private ByteBuffer @Nullable [] segments;

  private Storage(long bytes, Block block) {
    this.bytes = bytes;
    this.block = block;
    this.address = block.address;
    this.cleanable = CLEANER.register(this, block);
  }

  /**
   * Allocates bytes with any content.
   *
   * @throws CrotonException if there is no such memory
   */
  public static Storage allocate(long bytes) {
    return new Storage(bytes, Block.allocate(padded(bytes)));
  }

  /**
   * Allocates zero bytes.
   *
   * @throws CrotonException if there is no such memory
   */
  public static Storage allocateZeroed(long bytes) {
    Storage storage = allocate(bytes);
    if (storage.block.buffer == null) {
      storage.clear();
    }
    return storage;
  }

  /**
   * Uses a direct buffer's bytes from position to limit, without copying, and keeps the buffer
   * alive.
   *
   * @throws CrotonException if the buffer is not direct or read-only
   */
  public static Storage wrap(ByteBuffer direct) {
    if (!direct.isDirect() || direct.isReadOnly()) {
      throw new CrotonException("only a writable direct ByteBuffer can be wrapped");
    }
    ByteBuffer slice = direct.slice();
    return new Storage(slice.remaining(), new Block(null, 0, 0, slice));
  }

  /** The size as asked for, without padding. */
  public long bytes() {
    return bytes;
  }

  /** Whether {@link #close} was called. */
  public boolean isClosed() {
    return closed;
  }

  /**
   * Throws if the storage is closed.
   *
   * @throws ClosedTensorException after close
   */
  public void checkOpen() {
    if (closed) {
      throw new ClosedTensorException();
    }
  }

  /**
   * The address of the first byte.
   *
   * @throws ClosedTensorException after close
   * @throws CrotonException if the bytes are in a direct buffer and no kernel library is loaded
   */
  public long address() {
    checkOpen();
    long known = address;
    return known != 0 ? known : resolve();
  }

  private synchronized long resolve() {
    ByteBuffer buffer = block.buffer;
    if (closed || buffer == null) {
      throw new ClosedTensorException();
    }
    NativeMemory memory = NativeMemory.installed();
    if (memory == null) {
      throw new CrotonException("a tensor has no address before a kernel library is loaded");
    }
    address = memory.address(buffer);
    return address;
  }

  /**
   * Whether this and another storage have a byte in common. Direct buffers that were wrapped
   * separately are compared by address once a kernel library is loaded.
   *
   * @throws ClosedTensorException if either is closed
   */
  public boolean overlaps(Storage other) {
    if (this == other) {
      return bytes > 0;
    }
    boolean ownBlocks = block.isOwn() && other.block.isOwn();
    if (ownBlocks || bytes == 0 || other.bytes == 0 || NativeMemory.installed() == null) {
      return false;
    }
    long start = address();
    long otherStart = other.address();
    return start < otherStart + other.bytes && otherStart < start + bytes;
  }

  /**
   * The bytes for reading and writing from Java, in native order, as segments of 2^30 bytes of
   * which the last may be shorter. They must not outlive the use of this storage; {@link #export}
   * may.
   *
   * @throws ClosedTensorException after close
   */
  public synchronized ByteBuffer[] segments() {
    checkOpen();
    if (segments == null) {
      segments = cut();
    }
    return segments;
  }

  private ByteBuffer[] cut() {
    int count = (int) (((bytes - 1) >> SEGMENT_BITS) + 1);
    ByteBuffer[] parts = new ByteBuffer[Math.max(1, count)];
    for (int i = 0; i < parts.length; i++) {
      long from = (long) i << SEGMENT_BITS;
      long length = Math.min(bytes - from, 1L << SEGMENT_BITS);
      parts[i] = block.view(from, (int) length).order(ByteOrder.nativeOrder());
    }
    return parts;
  }

  /**
   * A buffer over all bytes, in native order, that keeps the memory valid as long as it is
   * reachable, even after {@link #close}.
   *
   * @throws ClosedTensorException after close
   * @throws CrotonException if the storage is larger than a ByteBuffer can be
   */
  public synchronized ByteBuffer export() {
    checkOpen();
    if (bytes > Integer.MAX_VALUE) {
      throw new CrotonException("a ByteBuffer cannot hold the " + bytes + " bytes of this tensor");
    }
    ByteBuffer view = block.view(0, (int) bytes);
    exported = true;
    CLEANER.register(view, new KeepAlive(this));
    return view.order(ByteOrder.nativeOrder());
  }

  /** Frees the bytes, or lets the last exported buffer do so; later uses throw. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    segments = null;
    if (!exported) {
      cleanable.clean();
    }
  }

  private void clear() {
    byte[] zeros = new byte[(int) Math.min(ZEROS, bytes)];
    for (ByteBuffer segment : segments()) {
      ByteBuffer rest = segment.duplicate();
      while (rest.hasRemaining()) {
        rest.put(zeros, 0, Math.min(zeros.length, rest.remaining()));
      }
    }
  }

  private static long padded(long bytes) {
    if (bytes > Long.MAX_VALUE - ALIGNMENT) {
      throw NativeBytes.SHARED.outOfMemory(bytes);
    }
    return Math.max(ALIGNMENT, (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
  }

  /** Holds a storage from the cleaner's list until the exported buffer it belongs to is gone. */
  private record KeepAlive(Storage storage) implements Runnable {
    @Override
    public void run() {}
  }
}
