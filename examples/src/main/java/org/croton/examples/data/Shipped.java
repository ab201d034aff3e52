package org.croton.examples.data;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the data that comes with the examples, in a folder beside the build output. */
public final class Shipped {
  private static final Path DATA = Path.of("data");

  private Shipped() {}

  /**
   * The folder {@code name} of the shipped data.
   *
   * @throws IOException if it is nowhere; the message says what was looked for
   */
  public static Path folder(String name) throws IOException {
    List<Path> candidates = new ArrayList<>();
    Path output = codeLocation();
    if (output != null) {
      for (Path above = output.getParent(); above != null; above = above.getParent()) {
        candidates.add(above.resolve(DATA).resolve(name));
        if (above.endsWith("examples")) {
          break;
        }
      }
    }
    candidates.add(Path.of("examples").resolve(DATA).resolve(name).toAbsolutePath());
    candidates.add(DATA.resolve(name).toAbsolutePath());
    for (Path candidate : candidates) {
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    throw new IOException("the shipped data are in none of " + candidates);
  }

  /**
   * The file {@code file} in the folder {@code name} of the shipped data.
   *
   * @throws IOException if the folder is nowhere
   */
  public static Path file(String name, String file) throws IOException {
    return folder(name).resolve(file);
  }

  private static @Nullable Path codeLocation() throws IOException {
    CodeSource source = Shipped.class.getProtectionDomain().getCodeSource();
    if (source == null || !"file".equals(source.getLocation().getProtocol())) {
      return null;
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("cannot tell where the examples run from", e);
    }
  }
}
