package org.croton.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The sizes of this project's jars on the class path, in bytes. */
final class Footprint {
  private Footprint() {}

  /** The bytes of each {@code croton-*.jar} in {@code classPath}, by file name. */
  static Map<String, Long> jars(String classPath) {
    Map<String, Long> sizes = new TreeMap<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      Path name = path.getFileName();
      if (name != null && name.toString().matches("croton-.*\\.jar")) {
        try {
          sizes.put(name.toString(), Files.size(path));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return sizes;
  }
}
