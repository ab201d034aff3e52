package org.croton;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.croton.runtime.AtomicFile;

/**
 * Reads and writes NumPy's {@code .npy} files.
 *
 * <p>Reading takes the versions 1 to 3, both byte orders and both element orders, and the element
 * types of {@link DType}. Writing makes version 1 in native byte order; a file appears whole or not
 * at all.
 */
public final class Npy {
  private Npy() {}

  /**
   * Reads a tensor.
   *
   * @throws CrotonException if the file is no {@code .npy} file, is cut short or goes on after the
   *     array, or has an element type that {@link DType} lacks
   * @throws UncheckedIOException if it cannot be read
   */
  public static Tensor read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return NpyFormat.read(in, file.toString(), Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * Writes a tensor, replacing any file of the name.
   *
   * @throws UncheckedIOException if it cannot be written; an existing file is then unchanged
   */
  public static void write(Path file, Tensor tensor) {
    AtomicFile.write(file, (OutputStream out) -> NpyFormat.write(out, tensor));
  }
}
