package org.croton.runtime;

import java.nio.ByteBuffer;
import org.croton.CrotonException;
import org.jspecify.annotations.Nullable;

/**
 * The memory behind one storage, and how it is given back. It refers to no storage, so that it can
 * be that storage's cleaning action.
 */
final class Block implements Runnable {
  final long address;
  @Nullable ByteBuffer buffer;
  private final @Nullable NativeMemory memory;
  private final long reserved;

  /** A block of library memory at an address, or of a buffer where the memory is null. */
  Block(@Nullable NativeMemory memory, long address, long reserved, @Nullable ByteBuffer buffer) {
    this.memory = memory;
    this.address = address;
    this.reserved = reserved;
    this.buffer = buffer;
  }

  /** Allocates a padded number of bytes, aligned, from the loaded library or as a direct buffer. */
  static Block allocate(long padded) {
    NativeBytes.SHARED.reserve(padded);
    boolean done = false;
    try {
      NativeMemory memory = NativeMemory.installed();
      Block block = memory == null ? direct(padded) : raw(memory, padded);
      done = true;
      return block;
    } finally {
      if (!done) {
        NativeBytes.SHARED.release(padded);
      }
    }
  }

  private static Block raw(NativeMemory memory, long padded) {
    long address = memory.allocate(padded);
    if (address == 0) {
      throw NativeBytes.SHARED.outOfMemory(padded);
    }
    return new Block(memory, address, padded, null);
  }

  private static Block direct(long padded) {
    if (padded > Integer.MAX_VALUE - Storage.ALIGNMENT) {
      throw new CrotonException(
          "a tensor of "
              + padded
              + " bytes needs a kernel library to be loaded first: call a"
              + " compiled method before creating it");
    }
    try {
      ByteBuffer whole = ByteBuffer.allocateDirect((int) padded + Storage.ALIGNMENT);
      ByteBuffer aligned = whole.alignedSlice(Storage.ALIGNMENT).slice(0, (int) padded);
      return new Block(null, 0, padded, aligned);
    } catch (OutOfMemoryError e) {
      CrotonException failure = NativeBytes.SHARED.outOfMemory(padded);
      failure.initCause(e);
      throw failure;
    }
  }

  /** Whether nothing else can have the same bytes. */
  boolean isOwn() {
    return reserved != 0;
  }

  /** A new buffer object over some of the bytes, big-endian as buffers start out. */
  ByteBuffer view(long from, int length) {
    ByteBuffer whole = buffer;
    if (whole != null) {
      return whole.slice((int) from, length);
    }
    if (memory == null) {
      throw new IllegalStateException("a block was used after it was freed");
    }
    return memory.view(address + from, length);
  }

  @Override
  public void run() {
    if (memory != null) {
      memory.free(address);
    }
    buffer = null;
    NativeBytes.SHARED.release(reserved);
  }
}
