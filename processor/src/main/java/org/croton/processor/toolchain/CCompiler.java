package org.croton.processor.toolchain;

import java.util.List;

/**
 * A C compiler that was found and is new enough.
 *
 * @param command the program and leading arguments, as in {@code CC="ccache gcc"}
 * @param version first line of its {@code --version}
 * @param platform what it builds for
 */
public record CCompiler(List<String> command, String version, Platform platform) {
  public CCompiler {
    command = List.copyOf(command);
  }
}
