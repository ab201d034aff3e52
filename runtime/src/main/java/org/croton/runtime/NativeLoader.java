package org.croton.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.croton.CrotonException;
import org.jspecify.annotations.Nullable;

/**
 * Loads the best library for this processor from beside a generated class.
 *
 * <p>A library in a directory of the class path is loaded in place; one in a jar is extracted
 * first, see {@link LibraryCache}. Nothing is loaded whose checksum is not the one that the class
 * was built with. The network is never used.
 */
public final class NativeLoader {
  private NativeLoader() {}

  /**
   * Loads one of several libraries.
   *
   * @param owner the generated class
   * @param base the directory of the platform directories on the class path; empty for its root
   * @param libraries what the build made
   * @param load the owner's own {@code System::load}, so that the library belongs to its class
   *     loader
   * @return the library that was loaded
   * @throws CrotonException if there is none for this platform and processor, it is missing or
   *     changed, or no directory allows loading; the message lists what was tried
   */
  public static NativeLibrary load(
      Class<?> owner, String base, List<NativeLibrary> libraries, Consumer<String> load) {
    NativeLibrary library = best(owner, libraries, Platform.current());
    URL resource = find(owner, library, library.resource(base));
    Path file = file(resource);
    byte[] bytes = read(owner, resource, file);
    if (!library.checksum().equals(NativeLibrary.checksum(bytes))) {
      throw new CrotonException(
          resource
              + " is not the library that "
              + owner.getName()
              + " was built with; rebuild both");
    }
    List<String> failures = new ArrayList<>();
    if (file == null || !tryLoad(file, load, failures)) {
      LibraryCache.load(library, bytes, load, failures);
    }
    return library;
  }

  /** The library with the highest level that the processor has. */
  static NativeLibrary best(Class<?> owner, List<NativeLibrary> libraries, String platform) {
    CpuLevel level = CpuLevel.current();
    NativeLibrary best = null;
    boolean forPlatform = false;
    for (NativeLibrary library : libraries) {
      if (library.platform().equals(platform)) {
        forPlatform = true;
        boolean runs = library.level().compareTo(level) <= 0;
        if (runs && (best == null || library.level().compareTo(best.level()) > 0)) {
          best = library;
        }
      }
    }
    if (best != null) {
      return best;
    }
    throw new CrotonException(
        owner.getName()
            + (forPlatform
                ? " was built for processors with more than the level " + level + " of this one"
                : " was built without a library for " + platform)
            + "; it has "
            + describe(libraries)
            + ": build it for this platform too, or compile with target = JAVA");
  }

  private static String describe(List<NativeLibrary> libraries) {
    List<String> names = new ArrayList<>();
    for (NativeLibrary library : libraries) {
      names.add(library.platform() + " " + library.level());
    }
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static URL find(Class<?> owner, NativeLibrary library, String path) {
    URL url = owner.getResource("/" + path);
    if (url == null) {
      throw new CrotonException(
          "the library "
              + path
              + " of "
              + owner.getName()
              + " for "
              + library.platform()
              + " is missing from the class path: rebuild the class, and keep the directory "
              + library.platform()
              + " when repackaging its jar");
    }
    return url;
  }

  private static byte[] read(Class<?> owner, URL resource, @Nullable Path file) {
    try (InputStream in = file == null ? resource.openStream() : Files.newInputStream(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new CrotonException(
          "the library " + resource + " of " + owner.getName() + " cannot be read: " + e, e);
    }
  }

  private static @Nullable Path file(URL resource) {
    if (!resource.getProtocol().equals("file")) {
      return null;
    }
    try {
      Path file = Path.of(resource.toURI());
      return Files.isRegularFile(file) ? file.toAbsolutePath() : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Loads a file, or notes why it cannot be. */
  static boolean tryLoad(Path file, Consumer<String> load, List<String> failures) {
    try {
      load.accept(file.toString());
      return true;
    } catch (UnsatisfiedLinkError e) {
      failures.add(String.valueOf(e.getMessage()));
      return false;
    }
  }
}
