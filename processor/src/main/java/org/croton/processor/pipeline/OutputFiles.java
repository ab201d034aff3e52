package org.croton.processor.pipeline;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.croton.processor.kernel.KernelClass;
import org.croton.processor.toolchain.BuiltLibrary;

/** Puts generated files where javac puts its own: sources, and resources beside the classes. */
final class OutputFiles {
  /** Thrown when a file cannot be written; the message names it. */
  static final class CannotWrite extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotWrite(String file, IOException cause) {
      super("cannot write " + file + ": " + cause, cause);
    }
  }

  private final Filer filer;
  private final Elements elements;

  OutputFiles(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /** Writes a source file; javac compiles it in the next round. */
  void java(JavaFile file) {
    try {
      file.writeTo(filer);
    } catch (IOException e) {
      throw new CannotWrite(file.packageName() + "." + file.typeSpec().name(), e);
    }
  }

  /** Writes a class's libraries and the text of its graphs; drops libraries of former builds. */
  void libraries(KernelClass kernels, ClassBuild.Product product) {
    String binaryName = elements.getBinaryName(kernels.element()).toString();
    resource(
        "META-INF/croton/" + binaryName + ".graph",
        product.graphs().getBytes(StandardCharsets.UTF_8),
        kernels);
    for (BuiltLibrary library : product.libraries()) {
      FileObject file =
          resource(product.platform() + "/" + library.fileName(), library.bytes(), kernels);
      dropFormer(file.toUri(), product.libraries());
    }
  }

  private FileObject resource(String path, byte[] content, KernelClass kernels) {
    try {
      FileObject file =
          filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, kernels.element());
      try (OutputStream out = file.openOutputStream()) {
        out.write(content);
      }
      return file;
    } catch (FilerException e) {
      throw new CannotWrite(path + " twice", e);
    } catch (IOException e) {
      throw new CannotWrite(path, e);
    }
  }

  /** Libraries of the same class with other hashes would travel into the user's jar. */
  private static void dropFormer(URI written, List<BuiltLibrary> current) {
    if (!"file".equals(written.getScheme())) {
      return;
    }
    Path file = Path.of(written);
    String name = String.valueOf(file.getFileName());
    String prefix = name.substring(0, name.indexOf('-') + 1);
    Set<String> kept = current.stream().map(BuiltLibrary::fileName).collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(file.resolveSibling("."))) {
      List<Path> former =
          files
              .filter(each -> String.valueOf(each.getFileName()).startsWith(prefix))
              .filter(each -> !kept.contains(String.valueOf(each.getFileName())))
              .toList();
      for (Path each : former) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new CannotWrite("over former libraries beside " + name, e);
    }
  }
}
