package org.croton.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.croton.CrotonException;
import org.croton.DType;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;

/** The limit of native memory, in a JVM that has a small one. */
class NativeLimitTest {
  /** Makes garbage far beyond the limit, then holds on to too much. */
  static final class Greedy {
    private Greedy() {}

    public static void main(String[] args) {
      for (int i = 0; i < 300; i++) {
        if (Tensor.zeros(DType.U8, 1 << 20).size() == 0) {
          throw new AssertionError();
        }
      }
      System.out.println("garbage was collected");
      Tensor[] held = new Tensor[40];
      try {
        for (int i = 0; i < held.length; i++) {
          held[i] = Tensor.zeros(DType.U8, 1 << 20);
        }
      } catch (CrotonException e) {
        System.out.println(e.getMessage());
      }
      for (Tensor tensor : held) {
        if (tensor != null) {
          tensor.close();
        }
      }
      System.out.println(Tensor.zeros(DType.U8, 16 << 20).size());
      TensorAccess.address(held[0]);
    }
  }

  @Test
  void garbageIsCollectedAndHeldTensorsAreCounted() {
    assertThat(ForkedJvm.run(Greedy.class, "-Dcroton.maxNativeBytes=20m").lines())
        .startsWith(
            "garbage was collected",
            "out of native memory: asked 1048576 bytes, in use 20971520, limit 20971520"
                + " (-Dcroton.maxNativeBytes sets it); close tensors that are no longer needed",
            "16777216")
        .anyMatch(line -> line.contains("ClosedTensorException: tensor is closed"));
  }
}
