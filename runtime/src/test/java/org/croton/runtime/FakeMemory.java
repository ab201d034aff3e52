package org.croton.runtime;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A native memory of direct buffers under made-up addresses, which notices wrong frees. */
final class FakeMemory implements NativeMemory, AutoCloseable {
  private final ConcurrentSkipListMap<Long, ByteBuffer> blocks = new ConcurrentSkipListMap<>();
  private final AtomicLong next = new AtomicLong(1L << 32);
  private final @Nullable NativeMemory before = InstalledMemory.REFERENCE.get();
  final AtomicLong frees = new AtomicLong();
  volatile boolean exhausted;

  /** Becomes the process's memory until closed. */
  FakeMemory() {
    InstalledMemory.REFERENCE.set(this);
  }

  int blocks() {
    return blocks.size();
  }

  @Override
  public long allocate(long bytes) {
    if (exhausted) {
      return 0;
    }
    return put(ByteBuffer.allocateDirect((int) bytes));
  }

  private long put(ByteBuffer buffer) {
    long address = next.getAndAdd((buffer.capacity() + 127L) / 64 * 64);
    blocks.put(address, buffer);
    return address;
  }

  @Override
  public void free(long address) {
    if (blocks.remove(address) == null) {
      throw new IllegalStateException("freed twice or never allocated: " + address);
    }
    frees.incrementAndGet();
  }

  @Override
  public long address(ByteBuffer direct) {
    return put(direct);
  }

  @Override
  public ByteBuffer view(long address, long bytes) {
    Map.Entry<Long, ByteBuffer> block = blocks.floorEntry(address);
    return block.getValue().slice((int) (address - block.getKey()), (int) bytes);
  }

  @Override
  public void close() {
    InstalledMemory.REFERENCE.set(before);
  }
}
