package org.croton.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LorenzTest {
  private static final double BETA = 8.0 / 3;

  @TempDir Path folder;

  @Test
  void nativeCodeAndJavaTakeTheSamePath() {
    double[][] path = CompiledLorenz.path(10, 28, BETA, 1, 1, 1, 500, 0.01);
    double[][] java = Lorenz.path(10, 28, BETA, 1, 1, 1, 500, 0.01);
    assertThat(path).hasDimensions(500, 3);
    for (int t = 0; t < path.length; t++) {
      assertThat(path[t]).containsExactly(java[t], within(1e-9));
    }
  }

  @Test
  void theGradientIsThatOfDifferences() {
    double h = 1e-6;
    CompiledLorenz.HeightGradient g =
        CompiledLorenz.heightGradient(10, 28, BETA, 1, 1, 1, 100, 0.01);
    assertThat(g.value()).isCloseTo(height(10, 28, 1), within(1e-10));
    double byRho = (height(10, 28 + h, 1) - height(10, 28 - h, 1)) / (2 * h);
    double byZ = (height(10, 28, 1 + h) - height(10, 28, 1 - h)) / (2 * h);
    assertThat(g.rho()).isCloseTo(byRho, within(1e-7));
    assertThat(g.z()).isCloseTo(byZ, within(1e-7));
  }

  private static double height(double sigma, double rho, double z) {
    return Lorenz.height(sigma, rho, BETA, 1, 1, z, 100, 0.01);
  }

  @Test
  void aBatchEndsWhereEachPathEnds() {
    double[][] starts = {{1, 1, 1}, {0, -1, 20}, {5, 5, 5}};
    double[][] ends = CompiledLorenz.ends(10, 28, BETA, starts, 200, 0.01);
    for (int i = 0; i < starts.length; i++) {
      double[][] path =
          Lorenz.path(10, 28, BETA, starts[i][0], starts[i][1], starts[i][2], 200, 0.01);
      assertThat(ends[i]).containsExactly(path[199], within(1e-9));
    }
  }

  @Test
  void drawsTheAttractor() throws Exception {
    Path file = folder.resolve("lorenz.svg");
    Lorenz.main(new String[] {file.toString()});
    assertThat(file).content().startsWith("<svg ").contains("<polyline").endsWith("</svg>\n");
    assertThat(Files.size(file)).isBetween(100_000L, 300_000L);
  }
}
