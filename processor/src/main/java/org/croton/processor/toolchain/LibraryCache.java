package org.croton.processor.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Built libraries on disk, by key. Only ever a shortcut: an entry that is missing, damaged or
 * unreadable is as if it had never been there, and a disk that cannot be written is left alone.
 *
 * <p>An entry is one file: the SHA-256 of the library in hexadecimal digits, then the library. It
 * appears by an atomic move, so that builds side by side see whole entries only.
 */
public final class LibraryCache {
  private static final int DIGITS = 64;
  private static final int MOST_ENTRIES = 3000;

  private final Optional<Path> directory;

  private LibraryCache(Optional<Path> directory) {
    this.directory = directory;
  }

  /** Keeps libraries in a directory, which is made when first needed. */
  public static LibraryCache in(Path directory) {
    return new LibraryCache(Optional.of(directory));
  }

  /** Keeps nothing. */
  public static LibraryCache none() {
    return new LibraryCache(Optional.empty());
  }

  /** The user's cache directory, as {@code XDG_CACHE_HOME} or the home directory gives it. */
  public static LibraryCache ofUser(Map<String, String> environment, String home) {
    String base = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (base.isEmpty() && home.isEmpty()) {
      return none();
    }
    Path root = base.isEmpty() ? Path.of(home, ".cache") : Path.of(base);
    return in(root.resolve("croton").resolve("build"));
  }

  Optional<byte[]> get(BuildKey key) {
    if (directory.isEmpty()) {
      return Optional.empty();
    }
    Path file = directory.get().resolve(key.text());
    try {
      byte[] entry = Files.readAllBytes(file);
      Optional<byte[]> library = unpack(entry);
      if (library.isPresent()) {
        touch(file);
      }
      return library;
    } catch (IOException | SecurityException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> unpack(byte[] entry) {
    if (entry.length <= DIGITS) {
      return Optional.empty();
    }
    String digits = new String(entry, 0, DIGITS, StandardCharsets.US_ASCII);
    byte[] library = Arrays.copyOfRange(entry, DIGITS, entry.length);
    return BuildKey.sha256(library).equals(digits) ? Optional.of(library) : Optional.empty();
  }

  /**
   * Remembers a use, for {@link #prune}; an entry that cannot be touched is only forgotten sooner.
   */
  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
    } catch (IOException e) {
      return;
    }
  }

  /** Keeps a library; does nothing if the disk does not let it. */
  void put(BuildKey key, byte[] library) {
    if (directory.isEmpty()) {
      return;
    }
    try {
      Path folder = Files.createDirectories(directory.get());
      Path part = Files.createTempFile(folder, key.brief(), ".part");
      try {
        byte[] head = BuildKey.sha256(library).getBytes(StandardCharsets.US_ASCII);
        byte[] entry = Arrays.copyOf(head, head.length + library.length);
        System.arraycopy(library, 0, entry, head.length, library.length);
        Files.write(part, entry);
        Files.move(part, folder.resolve(key.text()), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
      prune(folder);
    } catch (IOException | SecurityException e) {
      return;
    }
  }

  /** Drops the half that was not used for longest once there are too many entries. */
  private static void prune(Path folder) throws IOException {
    Map<Path, Long> uses;
    try (Stream<Path> files = Files.list(folder)) {
      uses = files.collect(Collectors.toMap(file -> file, file -> file.toFile().lastModified()));
    }
    if (uses.size() <= MOST_ENTRIES) {
      return;
    }
    List<Path> oldest =
        uses.entrySet().stream()
            .sorted(Comparator.comparing(Map.Entry::getValue))
            .limit(MOST_ENTRIES / 2)
            .map(Map.Entry::getKey)
            .toList();
    for (Path file : oldest) {
      Files.deleteIfExists(file);
    }
  }
}
