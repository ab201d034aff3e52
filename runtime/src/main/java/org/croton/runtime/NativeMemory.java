package org.croton.runtime;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Raw memory as a loaded kernel library provides it.
 *
 * <p>The first library to load installs its implementation, which then serves the whole process and
 * stays reachable for good. Until then tensors live in direct buffers.
 */
public interface NativeMemory {
  /**
   * Allocates memory aligned to 64 bytes, with any content.
   *
   * @param bytes a positive multiple of 64
   * @return the address, or 0 if the system has no such memory
   */
  long allocate(long bytes);

  /** Frees what {@link #allocate} returned, once. */
  void free(long address);

  /** The address of a direct buffer's first byte, whatever its position. */
  long address(ByteBuffer direct);

  /** A buffer over {@code bytes} bytes at an address, at most {@code Integer.MAX_VALUE}. */
  ByteBuffer view(long address, long bytes);

  /** Makes this the process's memory unless another library came first; either way is fine. */
  static void install(NativeMemory memory) {
    InstalledMemory.REFERENCE.compareAndSet(null, memory);
  }

  /** The installed memory, or null while no kernel library is loaded. */
  static @Nullable NativeMemory installed() {
    return InstalledMemory.REFERENCE.get();
  }
}
