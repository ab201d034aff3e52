package org.croton;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.croton.runtime.AtomicFile;
import org.croton.runtime.Trees;

/**
 * Reads and writes NumPy's {@code .npz} files: named tensors, or all tensors of a record, whose
 * names are their places in it, such as {@code layers[0].w}.
 *
 * <p>Reading takes what {@code numpy.savez} and {@code numpy.savez_compressed} write and checks the
 * sums of the file; each array is read as {@link Npy} reads one. The same tensors always give the
 * same bytes, and a file appears whole or not at all.
 */
public final class Npz {
  private static final String SUFFIX = ".npy";

  /** No compressor of zip files does better than this. */
  private static final long BEST_RATIO = 1040;

  private Npz() {}

  /**
   * Reads all tensors, in the order of the file.
   *
   * @throws CrotonException if the file is no {@code .npz} file, is damaged, or has something that
   *     {@link Npy} cannot read
   * @throws UncheckedIOException if it cannot be read
   */
  public static Map<String, Tensor> read(Path file) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    boolean whole = false;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName();
        if (!name.endsWith(SUFFIX)) {
          throw new CrotonException(file + " has " + name + ", which is no .npy file");
        }
        String key = name.substring(0, name.length() - SUFFIX.length());
        Tensor before = tensors.put(key, array(zip, entry, file + ", " + name));
        if (before != null) {
          before.close();
          throw new CrotonException(file + " has two arrays " + key);
        }
      }
      whole = true;
      return tensors;
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new CrotonException(file + " is no .npz file or damaged: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } finally {
      if (!whole) {
        tensors.values().forEach(Tensor::close);
      }
    }
  }

  private static Tensor array(ZipFile zip, ZipEntry entry, String name) throws IOException {
    long size = entry.getSize();
    if (size < 0 || size / BEST_RATIO > entry.getCompressedSize()) {
      throw new CrotonException(name + " cannot have " + size + " bytes");
    }
    CRC32 sum = new CRC32();
    try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
      Tensor tensor = NpyFormat.read(new BufferedInputStream(in), name, size);
      if (sum.getValue() != entry.getCrc()) {
        tensor.close();
        throw new CrotonException(name + " is damaged: its check sum is wrong");
      }
      return tensor;
    }
  }

  /**
   * Reads a record like one that is given: the same structure, element types and shapes. What is no
   * tensor is taken from {@code like}.
   *
   * @throws CrotonException as {@link #read(Path)}, and if the file lacks a tensor of the record or
   *     has one that it lacks
   * @throws ShapeException if a shape differs
   * @throws DTypeException if an element type differs
   * @throws UncheckedIOException if the file cannot be read
   */
  public static <R extends Record> R read(Path file, R like) {
    Map<String, Tensor> tensors = read(file);
    boolean whole = false;
    try {
      R result = Trees.mapNamed((name, x) -> fitting(file, name, x, tensors), like);
      if (!tensors.isEmpty()) {
        throw new CrotonException(
            file + " has " + String.join(", ", tensors.keySet()) + ", which the record lacks");
      }
      whole = true;
      return result;
    } finally {
      if (!whole) {
        tensors.values().forEach(Tensor::close);
      }
    }
  }

  private static Tensor fitting(Path file, String name, Tensor like, Map<String, Tensor> tensors) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new CrotonException(file + " has no " + name);
    }
    Creation.checkSame(like, tensor, name + " in " + file);
    tensors.remove(name);
    return tensor;
  }

  /**
   * Writes named tensors, replacing any file of the name.
   *
   * @throws UncheckedIOException if it cannot be written; an existing file is then unchanged
   */
  public static void write(Path file, Map<String, Tensor> tensors) {
    AtomicFile.write(file, out -> zip(out, tensors));
  }

  private static void zip(OutputStream out, Map<String, Tensor> tensors) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION);
    for (Map.Entry<String, Tensor> each : tensors.entrySet()) {
      ZipEntry entry = new ZipEntry(each.getKey() + SUFFIX);
      entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
      zip.putNextEntry(entry);
      NpyFormat.write(zip, each.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }

  /**
   * Writes the tensors of a record, named by their places, replacing any file of the name.
   *
   * @throws UncheckedIOException if it cannot be written; an existing file is then unchanged
   */
  public static void write(Path file, Record group) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Trees.mapNamed(
        (name, x) -> {
          tensors.put(name, x);
          return x;
        },
        group);
    write(file, tensors);
  }
}
