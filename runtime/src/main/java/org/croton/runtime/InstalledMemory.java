package org.croton.runtime;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Holds the process's one {@link NativeMemory}, null until a kernel library is loaded. */
final class InstalledMemory {
  static final AtomicReference<@Nullable NativeMemory> REFERENCE = new AtomicReference<>();

  private InstalledMemory() {}
}
