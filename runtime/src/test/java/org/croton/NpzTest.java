package org.croton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {
  record Layer(Tensor w, Tensor b, int units) {}

  record Net(Layer first, List<Layer> rest) {}

  @TempDir Path directory;

  private static Layer layer(double x) {
    return new Layer(Tensor.of(new double[][] {{x, x + 1}}), Tensor.of((float) x), 3);
  }

  private static Net net(double x) {
    return new Net(layer(x), List.of(layer(x + 10), layer(x + 20)));
  }

  private Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("z", Tensor.fill(DType.F32, i -> i, 3, 4));
    tensors.put("a", Tensor.of(true, false));
    tensors.put("one", Tensor.scalar(5L));
    tensors.put("none", Tensor.zeros(DType.F64, 0, 2));
    return tensors;
  }

  @Test
  void writesWhatItReads() throws IOException {
    Path file = directory.resolve("t.npz");
    Map<String, Tensor> written = tensors();
    Npz.write(file, written);
    Map<String, Tensor> read = Npz.read(file);
    assertThat(read.keySet()).containsExactly("z", "a", "one", "none");
    written.forEach(
        (name, x) -> {
          assertThat(read.get(name).dtype()).isEqualTo(x.dtype());
          assertThat(read.get(name).shape()).isEqualTo(x.shape());
          assertThat(read.get(name).asByteBuffer()).isEqualTo(x.asByteBuffer());
        });
    byte[] bytes = Files.readAllBytes(file);
    Npz.write(file, tensors());
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void recordsKeepTheirStructure() {
    Path file = directory.resolve("net.npz");
    Npz.write(file, net(1));
    assertThat(Npz.read(file).keySet())
        .containsExactly("first.w", "first.b", "rest[0].w", "rest[0].b", "rest[1].w", "rest[1].b");
    Net read = Npz.read(file, net(0));
    assertThat(read.first().w().toDoubles()).containsExactly(1, 2);
    assertThat(read.rest().get(1).b().toFloats()).containsExactly(21);
    assertThat(read.rest().get(1).units()).isEqualTo(3);
  }

  @Test
  void recordsThatDoNotFitAreRefused() {
    Path file = directory.resolve("net.npz");
    Npz.write(file, net(1));
    assertThatThrownBy(() -> Npz.read(file, layer(0))).hasMessageEndingWith("has no w");
    assertThatThrownBy(() -> Npz.read(file, new Net(layer(0), List.of(layer(0)))))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining("rest[1].w, rest[1].b, which the record lacks");
    Layer wide = new Layer(Tensor.of(new double[][] {{1, 2, 3}}), Tensor.of(1f), 1);
    assertThatThrownBy(() -> Npz.read(file, new Net(wide, List.of())))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("first.w in ")
        .hasMessageContaining("has shape [1, 2] and the target [1, 3]");
    Layer other = new Layer(Tensor.of(new float[][] {{1, 2}}), Tensor.of(1f), 1);
    assertThatThrownBy(() -> Npz.read(file, new Net(other, List.of())))
        .isInstanceOf(DTypeException.class);
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    Path file = directory.resolve("t.npz");
    assertThatThrownBy(() -> Npz.read(file)).isInstanceOf(UncheckedIOException.class);
    Files.write(file, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> Npz.read(file))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining("is no .npz file");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.write(1);
    }
    assertThatThrownBy(() -> Npz.read(file)).hasMessageContaining("readme.txt, which is no .npy");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("x.npy"));
      zip.write(new byte[20]);
    }
    assertThatThrownBy(() -> Npz.read(file)).hasMessageContaining("x.npy is no .npy file");
  }

  @Test
  void damagedFilesGiveClearErrors() throws IOException {
    Path good = directory.resolve("good.npz");
    Npz.write(good, tensors());
    byte[] bytes = Files.readAllBytes(good);
    Random random = new Random(12);
    Path bad = directory.resolve("bad.npz");
    for (int i = 0; i < 1500; i++) {
      byte[] damaged = bytes.clone();
      for (int k = random.nextInt(4); k >= 0; k--) {
        damaged[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      int length = random.nextInt(5) == 0 ? random.nextInt(bytes.length) : bytes.length;
      Files.write(bad, Arrays.copyOf(damaged, length));
      try {
        Npz.read(bad).values().forEach(x -> assertThat(x.size()).isNotNegative());
      } catch (CrotonException e) {
        assertThat(e).hasMessageContaining("bad.npz");
      }
    }
  }

  @Test
  void numpyReadsAndWritesTheSame() throws IOException, InterruptedException {
    Path ours = directory.resolve("ours.npz");
    Path packed = directory.resolve("packed.npz");
    Path plain = directory.resolve("plain.npz");
    Npz.write(ours, tensors());
    assumeTrue(python("import numpy") == 0, "needs python3 with numpy");
    String script =
        """
        import numpy as np
        x = np.load('%s')
        assert list(x.keys()) == ['z', 'a', 'one', 'none']
        assert x['z'].dtype == np.float32 and (x['z'] == np.arange(12).reshape(3, 4)).all()
        assert x['a'].tolist() == [True, False] and x['one'] == 5 and x['none'].shape == (0, 2)
        np.savez_compressed('%s', **x)
        np.savez('%s', **x)
        """;
    assertThat(python(script.formatted(ours, packed, plain))).isZero();
    for (Path file : List.of(packed, plain)) {
      assertThat(Npz.read(file).get("z").toFloats()).isEqualTo(tensors().get("z").toFloats());
      assertThat(Npz.read(file)).hasSize(4);
    }
  }

  private static int python(String script) throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder("python3", "-c", script).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said).doesNotContain("AssertionError");
      return process.waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
