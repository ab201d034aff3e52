package org.croton.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.croton.CrotonException;
import org.jspecify.annotations.Nullable;

/**
 * Extracts a library into the first directory from which it can be loaded.
 *
 * <p>Tried in turn: the system property {@code croton.cache}, {@code ~/.croton/cache}, the
 * temporary directory, {@code /var/tmp} and the working directory. A directory fails if it cannot
 * be written, belongs to or can be written by somebody else, or forbids execution. A file that is
 * there already is used only if its bytes are the right ones, and is replaced atomically otherwise.
 * Where another class loader has loaded the same file, this one gets a copy of its own.
 */
final class LibraryCache {
  private LibraryCache() {}

  /**
   * Loads a library from the first directory that allows it.
   *
   * @throws CrotonException if none does, listing every failure
   */
  static void load(
      NativeLibrary library, byte[] bytes, Consumer<String> load, List<String> failures) {
    for (Path root : roots()) {
      try {
        if (loadFrom(root, library, bytes, load, failures)) {
          return;
        }
      } catch (IOException | SecurityException e) {
        failures.add(root + ": " + e);
      }
    }
    throw new CrotonException(
        "the library "
            + library.file()
            + " cannot be loaded; set -Dcroton.cache to a directory that can be written and executed"
            + " from. Tried:\n  "
            + String.join("\n  ", failures));
  }

  private static boolean loadFrom(
      Path root, NativeLibrary library, byte[] bytes, Consumer<String> load, List<String> failures)
      throws IOException {
    Path directory = ownDirectory(root, library.checksum());
    Path file = directory.resolve(library.file());
    if (!holds(file, library)) {
      replace(file, bytes);
    }
    return NativeLoader.tryLoad(file, load, failures)
        || loadCopy(directory, library, bytes, load, failures);
  }

  /** Tries a file that no other class loader can have loaded; it may go once it is loaded. */
  private static boolean loadCopy(
      Path directory,
      NativeLibrary library,
      byte[] bytes,
      Consumer<String> load,
      List<String> failures)
      throws IOException {
    if (!isLoadedElsewhere(failures.get(failures.size() - 1))) {
      return false;
    }
    Path copy = Files.createTempFile(directory, "copy-", "-" + library.file());
    try {
      Files.write(copy, bytes);
      return NativeLoader.tryLoad(copy, load, failures);
    } finally {
      deleteNowOrAtExit(copy);
    }
  }

  private static boolean isLoadedElsewhere(String failure) {
    return failure.contains("already loaded in another classloader");
  }

  private static void deleteNowOrAtExit(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  private static boolean holds(Path file, NativeLibrary library) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && NativeLibrary.checksum(Files.readAllBytes(file)).equals(library.checksum());
  }

  /** Readers see the old file or the whole new one. */
  private static void replace(Path file, byte[] bytes) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Path fresh = Files.createTempFile(directory, "new-", ".tmp");
    try {
      Files.write(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Creates a directory for this user alone, or checks that an existing one is. */
  private static Path ownDirectory(Path root, String name) throws IOException {
    Path directory = root.resolve(name);
    Path existing = existing(directory);
    if (!Files.getFileStore(existing).supportsFileAttributeView(PosixFileAttributeView.class)) {
      return Files.createDirectories(directory);
    }
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path parent = root.getParent();
    if (parent != null && isShared(attributes(parent))) {
      checkPrivate(root);
    }
    checkPrivate(directory);
    return directory;
  }

  private static Path existing(Path directory) throws IOException {
    for (Path path = directory; path != null; path = path.getParent()) {
      if (Files.exists(path)) {
        return path;
      }
    }
    throw new IOException("no such directory: " + directory);
  }

  /**
   * Nobody but this user, and the superuser, may be able to swap the file between check and load.
   */
  private static void checkPrivate(Path directory) throws IOException {
    PosixFileAttributes attributes = attributes(directory);
    boolean superuser = "root".equals(System.getProperty("user.name"));
    boolean trusted =
        attributes.owner().getName().equals("root") || (!superuser && Files.isWritable(directory));
    if (!attributes.isDirectory() || isShared(attributes) || !trusted) {
      throw new IOException(directory + " can be changed by other users");
    }
  }

  private static boolean isShared(PosixFileAttributes attributes) {
    return attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
        || attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE);
  }

  private static PosixFileAttributes attributes(Path directory) throws IOException {
    return Files.readAttributes(directory, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static List<Path> roots() {
    String user = System.getProperty("user.name", "user");
    List<Path> roots = new ArrayList<>();
    add(roots, System.getProperty("croton.cache"), "");
    add(roots, System.getProperty("user.home"), ".croton/cache");
    add(roots, System.getProperty("java.io.tmpdir"), "croton-" + user);
    add(roots, "/var/tmp", "croton-" + user);
    add(roots, System.getProperty("user.dir"), ".croton/cache");
    return roots;
  }

  /** A JVM without a home directory says "?". */
  private static void add(List<Path> roots, @Nullable String parent, String child) {
    if (parent == null || parent.isEmpty() || parent.equals("?")) {
      return;
    }
    try {
      Path root = Path.of(parent).toAbsolutePath().resolve(child);
      if (!roots.contains(root)) {
        roots.add(root);
      }
    } catch (InvalidPathException e) {
      throw new CrotonException("no directory is named " + parent, e);
    }
  }
}
