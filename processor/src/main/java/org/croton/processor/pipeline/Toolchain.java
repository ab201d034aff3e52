package org.croton.processor.pipeline;

import java.nio.file.Path;
import java.util.Map;
import org.croton.processor.toolchain.CCompiler;
import org.croton.processor.toolchain.CompilerFinder;
import org.croton.processor.toolchain.LibraryCache;
import org.jspecify.annotations.Nullable;

/**
 * The C compiler and the cache of one run of javac; the compiler is looked for when first needed.
 */
final class Toolchain {
  private final @Nullable String option;
  private final Map<String, String> environment;
  private final LibraryCache cache;
  private @Nullable CCompiler compiler;

  Toolchain(Options options, Map<String, String> environment, String home) {
    this.option = options.cc();
    this.environment = environment;
    Path directory = options.cache();
    this.cache =
        directory != null ? LibraryCache.in(directory) : LibraryCache.ofUser(environment, home);
  }

  /** Throws {@link org.croton.processor.toolchain.ToolchainFailure} if there is none. */
  CCompiler compiler() {
    CCompiler found = compiler;
    if (found == null) {
      found = new CompilerFinder(environment).find(option);
      compiler = found;
    }
    return found;
  }

  LibraryCache cache() {
    return cache;
  }
}
