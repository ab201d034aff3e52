package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the matrix products of a recurrent network's training step are computed. */
class LoopProductsTest {
  private static final String LSTM =
      """
      public class Lstm {
        @F32("vocab, 4*h") Tensor wx;
        @F32("h, 4*h") Tensor wh;
        @F32("4*h") Tensor b;
        @F32("h, vocab") Tensor wy;
        @F32("vocab") Tensor by;
        @Compiled
        public double train(@I64("time, batch") Tensor index, @I64("time, batch") Tensor target) {
          int size = wh.dim(0);
          Tensor h = zeros(DType.F32, index.dim(1), size);
          Tensor c = zeros(DType.F32, index.dim(1), size);
          Tensor cost = Tensor.scalar(0f);
          for (int t = 0; t < index.dim(0); t++) {
            Tensor z = wx.gather(index.get(t)).add(b).add(h.dot(wh));
            Tensor i = sigmoid(z.slice(1, 0, size));
            Tensor f = sigmoid(z.slice(1, size, 2 * size));
            Tensor o = sigmoid(z.slice(1, 2 * size, 3 * size));
            Tensor g = tanh(z.slice(1, 3 * size, 4 * size));
            c = f.mul(c).add(i.mul(g));
            h = o.mul(tanh(c));
            cost = cost.add(mean(crossEntropy(h.dot(wy).add(by), target.get(t))));
          }
          cost = cost.div(index.dim(0));
          Tensor[] d = grad(cost, wx, wh, b, wy, by);
          wx = wx.sub(d[0].mul(0.1));
          wh = wh.sub(d[1].mul(0.1));
          b = b.sub(d[2].mul(0.1));
          wy = wy.sub(d[3].mul(0.1));
          by = by.sub(d[4].mul(0.1));
          return cost.item();
        }
      }
      """;

  @TempDir Path folder;

  private String stage(String stage) throws IOException {
    JavaProject project =
        Generated.project(folder, "Lstm", LSTM, "-Acroton.dump=" + folder.resolve("dump"));
    assertThat(project.compile(new KernelProcessor())).as(project.messages()).isTrue();
    return Files.readString(folder.resolve("dump").resolve("CompiledLstm.train." + stage));
  }

  private static long count(String text, String what, boolean inLoops) {
    return text.lines()
        .filter(line -> line.contains(what))
        .filter(line -> line.startsWith(" ") == inLoops)
        .count();
  }

  /** Forward the state's product, backward its adjoint's: all others are one for all steps. */
  @Test
  void onlyTheProductsOfTheStateAreComputedStepByStep() throws IOException {
    String graph = stage("2-rewritten.txt");
    assertThat(count(graph, " = loop(", false)).as(graph).isEqualTo(2);
    assertThat(count(graph, " = contract(", true)).as(graph).isEqualTo(2);
    assertThat(count(graph, " = contract(", false)).isEqualTo(4);
    assertThat(count(graph, "{vocab, 1}", true)).isZero();
  }

  /**
   * All values of the state, the first among them (two arrays), and the four gates; on the way back
   * the adjoint of the four gates' arguments, for the product of all steps.
   */
  @Test
  void memoryHoldsWhatTheMathsNeeds() throws IOException {
    JavaProject project = Generated.project(folder, "Lstm", LSTM, "-Acroton.report=memory");
    assertThat(project.compile(new KernelProcessor())).as(project.messages()).isTrue();
    int ofEachStep = 2 + 4 + 4;
    int first = 2;
    assertThat(project.messages().strip())
        .endsWith(
            "what loops keep of their rounds "
                + (4 * ofEachStep + "*batch*h*time + ")
                + (4 * first + "*batch*h"));
  }

  /** Besides what loops keep: the adjoint of the outputs, and no copy of anything. */
  @Test
  void statesAreHandedOnWhereTheyAre() throws IOException {
    String loops = stage("3-loops.txt");
    assertThat(count(loops, ": f32[time + 1, batch, h]", false)).as(loops).isEqualTo(2);
    assertThat(count(loops, ": f32[time, batch, h]", false)).isEqualTo(4 + 1);
    assertThat(count(loops, ": f32[time, batch, 4*h]", false)).isEqualTo(1);
  }

  @Test
  void productsOfAllStepsAreOneCallOfTheMatrixKernel() throws IOException {
    String loops = stage("3-loops.txt");
    assertThat(count(loops, "multiply ", true)).as(loops).isEqualTo(2);
    assertThat(count(loops, "multiply ", false)).isEqualTo(4);
    assertThat(loops).contains(" over batch*time, vocab, h").contains(" over h, 4*h, batch*time");
  }
}
