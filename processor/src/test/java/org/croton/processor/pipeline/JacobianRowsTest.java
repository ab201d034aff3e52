package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.croton.Ops.jacobianRows;
import static org.croton.Ops.sin;

import java.nio.file.Path;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JacobianRowsTest {
  private static final String ROWS =
      """
      public class Rows {
        @Compiled
        public static Tensor full(@F64("p, 2") Tensor x, @F64("p, 3") Tensor c) {
          return jacobian(errors(x, c), c);
        }
        @Compiled
        public static Tensor rows(@F64("p, 2") Tensor x, @F64("p, 3") Tensor c) {
          return jacobianRows(errors(x, c), c);
        }
        @Compiled
        public static Tensor single(@F64("p, 3") Tensor c) {
          return jacobianRows(c.square().sum(1), c);
        }
        private static Tensor errors(Tensor x, Tensor c) {
          Tensor turned = x.mul(sin(c.get(":, 0:1"))).add(c.get(":, 1:3").mul(x));
          return concat(1, turned, turned.sum(1).expandDims(1).mul(c.get(":, 2:3")));
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void areTheBlocksOfTheFullJacobian() throws Throwable {
    Generated rows = Generated.of(folder, "Rows", ROWS);
    Tensor x = Tensor.of(new double[][] {{1, 2}, {-0.5, 0.3}, {0.7, -1}, {2, 0.1}});
    Tensor c = Tensor.of(new double[][] {{1, 2, 3}, {0.5, 0.3, -1}, {0.7, -1, 0}, {2, 0.1, 1}});
    Tensor full = (Tensor) rows.call(null, "full", x, c);
    Tensor blocks = (Tensor) rows.call(null, "rows", x, c);
    assertThat(full.shape()).containsExactly(4, 3, 4, 3);
    assertThat(blocks.shape()).containsExactly(4, 3, 3);
    double[] all = full.toDoubles();
    double[] found = blocks.toDoubles();
    for (int i = 0; i < 4; i++) {
      for (int k = 0; k < 3; k++) {
        for (int j = 0; j < 3; j++) {
          assertThat(found[(i * 3 + k) * 3 + j])
              .isCloseTo(all[((i * 3 + k) * 4 + i) * 3 + j], within(1e-14));
        }
      }
    }
    Tensor single = (Tensor) rows.call(null, "single", c);
    assertThat(single.shape()).containsExactly(4, 3);
    assertThat(single.toDoubles()).isEqualTo(c.mul(2).toDoubles());
  }

  @Test
  void areThereInPlainJava() {
    Tensor c = Tensor.of(new double[][] {{1, 2}, {0.5, 0.3}, {0.7, -1}});
    Tensor blocks = jacobianRows(sin(c), c);
    assertThat(blocks.shape()).containsExactly(3, 2, 2);
    double[] found = blocks.toDoubles();
    assertThat(found[0]).isCloseTo(Math.cos(1), within(1e-14));
    assertThat(found[1]).isZero();
    assertThat(found[3]).isCloseTo(Math.cos(2), within(1e-14));
  }

  @Test
  void needAsManyRows() throws Exception {
    JavaProject project =
        Generated.project(
            folder,
            "Wrong",
            """
            public class Wrong {
              @Compiled
              public static Tensor rows(@F64("p, 2") Tensor x) {
                return jacobianRows(x.sum(0), x);
              }
            }
            """);
    assertThat(project.compile(new KernelProcessor())).isFalse();
    assertThat(project.messages())
        .contains("[shape-mismatch]")
        .contains("jacobianRows needs as many rows of f64[p, 2] as of f64[2]");
  }
}
