package org.croton.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.croton.CrotonException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLoaderTest {
  private static final String FILE = "libanswer-1.so";
  private static final List<String> PROPERTIES =
      List.of("croton.cache", "user.home", "java.io.tmpdir", "user.dir", "croton.level");

  @TempDir Path directory;
  private final Map<String, String> before = new HashMap<>();
  private final List<String> loaded = new ArrayList<>();
  private byte[] bytes = {};

  @BeforeEach
  void prepare() throws IOException {
    for (String property : PROPERTIES) {
      before.put(property, System.getProperty(property));
    }
    bytes = "stands for a library".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    System.setProperty("croton.cache", directory.resolve("cache").toString());
    System.setProperty("user.home", directory.resolve("home").toString());
    System.setProperty(
        "java.io.tmpdir", Files.createDirectory(directory.resolve("tmp")).toString());
  }

  @AfterEach
  void restore() {
    before.forEach(
        (property, value) -> {
          if (value == null) {
            System.clearProperty(property);
          } else {
            System.setProperty(property, value);
          }
        });
  }

  private NativeLibrary library(CpuLevel level) {
    return new NativeLibrary(Platform.current(), level, FILE, NativeLibrary.checksum(bytes));
  }

  /** A class whose loader finds the library in a jar. */
  private Class<?> owner(Path classPath) throws ReflectiveOperationException, IOException {
    URL[] urls = {classPath.toUri().toURL()};
    return Class.forName(LoadingOwner.class.getName(), true, new ChildFirst(urls));
  }

  private Path jar() throws IOException {
    Path jar = directory.resolve("app.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      entry(out, classFile(), ownerBytes());
      entry(out, Platform.current() + "/" + FILE, bytes);
    }
    return jar;
  }

  private Path classDirectory() throws IOException {
    Path root = directory.resolve("classes");
    write(root.resolve(classFile()), ownerBytes());
    write(root.resolve(Platform.current()).resolve(FILE), bytes);
    return root;
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static void entry(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private static String classFile() {
    return LoadingOwner.class.getName().replace('.', '/') + ".class";
  }

  private static byte[] ownerBytes() throws IOException {
    try (var in = LoadingOwner.class.getResourceAsStream("LoadingOwner.class")) {
      return in.readAllBytes();
    }
  }

  /** Defines {@link LoadingOwner} itself and takes everything else from the test's loader. */
  private static final class ChildFirst extends URLClassLoader {
    ChildFirst(URL[] urls) {
      super(urls, NativeLoaderTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(LoadingOwner.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known == null ? findClass(name) : known;
    }
  }

  private void load(Class<?> owner) {
    NativeLoader.load(owner, "", List.of(library(CpuLevel.BASE)), loaded::add);
  }

  private Path cached(String root) {
    return directory.resolve(root).resolve(NativeLibrary.checksum(bytes)).resolve(FILE);
  }

  @Test
  void extractsFromAJarIntoTheCache() throws Exception {
    load(owner(jar()));
    assertThat(loaded).containsExactly(cached("cache").toString());
    assertThat(cached("cache")).hasBinaryContent(bytes);
  }

  @Test
  void reusesWhatIsThereAndReplacesWhatWasChanged() throws Exception {
    Class<?> owner = owner(jar());
    load(owner);
    var written = Files.getLastModifiedTime(cached("cache"));
    load(owner);
    assertThat(Files.getLastModifiedTime(cached("cache"))).isEqualTo(written);
    Files.writeString(cached("cache"), "tampered");
    load(owner);
    assertThat(cached("cache")).hasBinaryContent(bytes);
    try (var files = Files.list(cached("cache").getParent())) {
      assertThat(files).containsExactly(cached("cache"));
    }
  }

  @Test
  void loadsFromADirectoryInPlace() throws Exception {
    Path root = classDirectory();
    load(owner(root));
    assertThat(loaded).containsExactly(root.resolve(Platform.current()).resolve(FILE).toString());
    assertThat(directory.resolve("cache")).doesNotExist();
  }

  @Test
  void refusesALibraryThatTheClassWasNotBuiltWith() throws Exception {
    Path root = classDirectory();
    Files.writeString(root.resolve(Platform.current()).resolve(FILE), "other");
    assertThatThrownBy(() -> load(owner(root)))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining("is not the library that " + LoadingOwner.class.getName());
    assertThat(loaded).isEmpty();
  }

  @Test
  void namesAMissingLibrary() throws Exception {
    Path root = classDirectory();
    Files.delete(root.resolve(Platform.current()).resolve(FILE));
    assertThatThrownBy(() -> load(owner(root)))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining(Platform.current() + "/" + FILE)
        .hasMessageContaining(LoadingOwner.class.getName())
        .hasMessageContaining("rebuild the class");
  }

  @Test
  void worksWithoutAHomeThatCanBeWritten() throws Exception {
    System.clearProperty("croton.cache");
    Files.writeString(directory.resolve("home"), "a file, so nothing can be made below it");
    load(owner(jar()));
    String user = System.getProperty("user.name");
    assertThat(loaded).containsExactly(cached("tmp/croton-" + user).toString());
  }

  @Test
  void goesOnWhereLoadingIsForbidden() throws Exception {
    List<String> tried = new ArrayList<>();
    NativeLoader.load(
        owner(jar()),
        "",
        List.of(library(CpuLevel.BASE)),
        path -> {
          tried.add(path);
          if (path.startsWith(directory.resolve("cache").toString())) {
            throw new UnsatisfiedLinkError(path + ": failed to map segment from shared object");
          }
        });
    assertThat(tried)
        .containsExactly(cached("cache").toString(), cached("home/.croton/cache").toString());
  }

  @Test
  void listsEveryFailure() throws Exception {
    System.setProperty("user.dir", directory.resolve("work").toString());
    Class<?> owner = owner(jar());
    assertThatThrownBy(
            () ->
                NativeLoader.load(
                    owner,
                    "",
                    List.of(library(CpuLevel.BASE)),
                    path -> {
                      throw new UnsatisfiedLinkError(path + ": no libm.so.6");
                    }))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining("set -Dcroton.cache")
        .hasMessageContaining(cached("cache") + ": no libm.so.6")
        .hasMessageContaining(cached("home/.croton/cache") + ": no libm.so.6");
  }

  @Test
  void refusesADirectoryThatOthersCanChange() throws Exception {
    Path shared = Files.createDirectories(cached("cache").getParent());
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
    load(owner(jar()));
    assertThat(loaded).containsExactly(cached("home/.croton/cache").toString());
  }

  @Test
  void picksTheHighestLevelThatTheProcessorHas() {
    System.setProperty("croton.level", "base");
    List<NativeLibrary> all = List.of(library(CpuLevel.V2), library(CpuLevel.BASE));
    assertThat(NativeLoader.best(LoadingOwner.class, all, Platform.current()).level())
        .isEqualTo(CpuLevel.BASE);
    assertThatThrownBy(
            () ->
                NativeLoader.best(
                    LoadingOwner.class, List.of(library(CpuLevel.V2)), Platform.current()))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining("more than the level BASE")
        .hasMessageContaining("target = JAVA");
    assertThatThrownBy(() -> NativeLoader.best(LoadingOwner.class, all, "linux-riscv64"))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining("was built without a library for linux-riscv64; it has")
        .hasMessageContaining(Platform.current());
  }

  @Test
  void loadsARealLibraryInTwoClassLoaders() throws Exception {
    bytes = compileAnswer();
    Path jar = jar();
    for (int i = 0; i < 3; i++) {
      Class<?> owner = owner(jar);
      owner
          .getMethod("load", String.class, String.class)
          .invoke(null, FILE, NativeLibrary.checksum(bytes));
      assertThat(owner.getMethod("answer").invoke(null)).isEqualTo(42);
    }
    try (var files = Files.list(cached("cache").getParent())) {
      assertThat(files).containsExactly(cached("cache"));
    }
  }

  private byte[] compileAnswer() throws IOException, InterruptedException {
    Path source = directory.resolve("answer.c");
    Files.writeString(
        source,
        "int Java_org_croton_runtime_LoadingOwner_answer(void *e, void *c) { return 42; }\n");
    Path library = directory.resolve("answer.so");
    try {
      Process gcc =
          new ProcessBuilder("gcc", "-shared", "-fPIC", "-o", library.toString(), source.toString())
              .inheritIO()
              .start();
      assertThat(gcc.waitFor()).isZero();
    } catch (IOException e) {
      assumeTrue(false, "gcc is not on PATH, so there is no library to load: " + e.getMessage());
    }
    return Files.readAllBytes(library);
  }
}
