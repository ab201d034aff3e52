package org.croton.runtime;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.croton.CrotonException;

/**
 * Counts the bytes of tensors and workspaces in use and keeps them under a limit.
 *
 * <p>The garbage collector does not see native memory, so a reservation that would pass the limit
 * first gives back pooled workspaces, then asks for collections and waits for cleaners, and only
 * then fails. The limit is the system property {@code croton.maxNativeBytes} (a number, optionally
 * followed by k, m or g), by default the smaller of twice the maximum heap and 80% of the machine's
 * memory.
 */
public final class NativeBytes {
  /** The process's account. */
  static final NativeBytes SHARED = new NativeBytes(defaultLimit(), new Workspace.DropPooled());

  private static final String PROPERTY = "croton.maxNativeBytes";
  private static final int ATTEMPTS = 9;

  private final long limit;
  private final Runnable makeRoom;
  private final AtomicLong used = new AtomicLong();

  NativeBytes(long limit, Runnable makeRoom) {
    this.limit = limit;
    this.makeRoom = makeRoom;
  }

  /** The bytes of native memory that tensors and workspaces hold now. */
  public static long inUse() {
    return SHARED.used();
  }

  long used() {
    return used.get();
  }

  /**
   * Counts bytes as used.
   *
   * @throws CrotonException if they do not fit under the limit even after garbage collection
   */
  void reserve(long bytes) {
    if (tryReserve(bytes)) {
      return;
    }
    makeRoom.run();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (tryReserve(bytes)) {
        return;
      }
      System.gc();
      if (!pause(1L << attempt)) {
        break;
      }
    }
    if (!tryReserve(bytes)) {
      throw outOfMemory(bytes);
    }
  }

  void release(long bytes) {
    used.addAndGet(-bytes);
  }

  /** The failure to get memory of this size, from the limit or from the system. */
  CrotonException outOfMemory(long bytes) {
    return new CrotonException(
        "out of native memory: asked "
            + bytes
            + " bytes, in use "
            + used.get()
            + ", limit "
            + limit
            + " (-D"
            + PROPERTY
            + " sets it); close tensors that are no longer needed");
  }

  private boolean tryReserve(long bytes) {
    long before = used.get();
    while (bytes <= limit - before) {
      if (used.compareAndSet(before, before + bytes)) {
        return true;
      }
      before = used.get();
    }
    return false;
  }

  private static boolean pause(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static long defaultLimit() {
    String text = System.getProperty(PROPERTY);
    if (text != null) {
      return parse(text);
    }
    long heap = Runtime.getRuntime().maxMemory();
    long twice = heap > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : 2 * heap;
    return Math.min(twice, physicalMemory() / 10 * 8);
  }

  static long parse(String text) {
    String trimmed = text.trim();
    int unit =
        trimmed.isEmpty()
            ? -1
            : "kmg".indexOf(Character.toLowerCase(trimmed.charAt(trimmed.length() - 1)));
    String digits = unit < 0 ? trimmed : trimmed.substring(0, trimmed.length() - 1);
    try {
      long value = Math.multiplyExact(Long.parseLong(digits), 1L << (10 * (unit + 1)));
      if (value > 0) {
        return value;
      }
    } catch (NumberFormatException | ArithmeticException e) {
      throw new CrotonException("-D" + PROPERTY + "=" + text + " is not a number of bytes", e);
    }
    throw new CrotonException("-D" + PROPERTY + "=" + text + " is not a positive number of bytes");
  }

  /**
   * The machine's memory where the system tells it in a file, else as if it were unlimited. A plain
   * stream, because the first tensor should not wait for channels to be loaded.
   */
  private static long physicalMemory() {
    try (InputStream in = new FileInputStream("/proc/meminfo")) {
      return totalBytes(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  /** The entry MemTotal of the text of {@code /proc/meminfo}, which is in kilobytes. */
  static long totalBytes(String meminfo) {
    int start = meminfo.indexOf("MemTotal:");
    int end = meminfo.indexOf("kB", Math.max(0, start));
    if (start < 0 || end < 0) {
      return Long.MAX_VALUE;
    }
    try {
      return Long.parseLong(meminfo.substring(start + "MemTotal:".length(), end).trim()) * 1024;
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
