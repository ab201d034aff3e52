package org.croton.examples;

import static org.croton.Ops.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.croton.*;
import org.croton.annotation.*;

/**
 * A recurrent network that reads text letter by letter and learns to guess the next one: long
 * short-term memory in a Java loop over time, through which the gradient goes back.
 */
public class CharRnn {
  private static final double DECAY = 0.95;
  private static final double LIMIT = 5;

  @F32("letters, 4*hidden")
  private Tensor in;

  @F32("hidden, 4*hidden")
  private Tensor again;

  @F32("4*hidden")
  private Tensor bias;

  @F32("hidden, letters")
  private Tensor out;

  @F32("letters")
  private Tensor outBias;

  // Running means of the squares of gradients, which steps are divided by.
  @F32("letters, 4*hidden")
  private Tensor inScale;

  @F32("hidden, 4*hidden")
  private Tensor againScale;

  @F32("4*hidden")
  private Tensor biasScale;

  @F32("hidden, letters")
  private Tensor outScale;

  @F32("letters")
  private Tensor outBiasScale;

  // What the network remembers of the text so far, for each of the texts that it reads side by
  // side.
  @F32("batch, hidden")
  private Tensor memory;

  @F32("batch, hidden")
  private Tensor said;

  /** Small random weights, and nothing remembered. */
  public CharRnn(int letters, int hidden, int batch, long seed) {
    double width = 1 / Math.sqrt(hidden);
    Distribution small = Distribution.uniform(-width, width);
    in = Tensor.random(DType.F32, small, seed, letters, 4 * hidden);
    again = Tensor.random(DType.F32, small, seed + 1, hidden, 4 * hidden);
    bias = Tensor.zeros(DType.F32, 4 * hidden);
    out = Tensor.random(DType.F32, small, seed + 2, hidden, letters);
    outBias = Tensor.zeros(DType.F32, letters);
    inScale = Tensor.zeros(DType.F32, letters, 4 * hidden);
    againScale = Tensor.zeros(DType.F32, hidden, 4 * hidden);
    biasScale = Tensor.zeros(DType.F32, 4 * hidden);
    outScale = Tensor.zeros(DType.F32, hidden, letters);
    outBiasScale = Tensor.zeros(DType.F32, letters);
    memory = Tensor.zeros(DType.F32, batch, hidden);
    said = Tensor.zeros(DType.F32, batch, hidden);
  }

  /** Learns from a text and writes one; see {@link ReadText} for the arguments. */
  public static void main(String[] arguments) throws IOException {
    ReadText.main(arguments);
  }

  private record Cell(Tensor memory, Tensor said) {}

  private Cell read(Cell before, Tensor letters) {
    Tensor z = in.gather(letters).add(before.said.dot(again)).add(bias);
    int hidden = before.said.dim(1);
    Tensor keep = sigmoid(z.slice(1, 0, hidden));
    Tensor take = sigmoid(z.slice(1, hidden, 2 * hidden));
    Tensor say = sigmoid(z.slice(1, 2 * hidden, 3 * hidden));
    Tensor news = tanh(z.slice(1, 3 * hidden, 4 * hidden));
    Tensor memory = keep.mul(before.memory).add(take.mul(news));
    return new Cell(memory, say.mul(tanh(memory)));
  }

  /** Reads {@code x}, whose next letters are {@code y}, and takes a step; gives the mean loss. */
  @Compiled
  public float train(@I32("time, batch") Tensor x, @I32("time, batch") Tensor y, float rate) {
    Cell cell = new Cell(memory, said);
    Tensor sum = Tensor.scalar(0f);
    for (int t = 0; t < x.dim(0); t++) {
      cell = read(cell, x.get(t));
      sum = sum.add(mean(crossEntropy(cell.said.dot(out).add(outBias), y.get(t))));
    }
    Tensor cost = sum.div(x.dim(0));
    Tensor[] g = grad(cost, in, again, bias, out, outBias);
    inScale = scale(inScale, g[0]);
    againScale = scale(againScale, g[1]);
    biasScale = scale(biasScale, g[2]);
    outScale = scale(outScale, g[3]);
    outBiasScale = scale(outBiasScale, g[4]);
    in = step(in, g[0], inScale, rate);
    again = step(again, g[1], againScale, rate);
    bias = step(bias, g[2], biasScale, rate);
    out = step(out, g[3], outScale, rate);
    outBias = step(outBias, g[4], outBiasScale, rate);
    memory = cell.memory;
    said = cell.said;
    return (float) cost.item();
  }

  private static Tensor scale(Tensor old, Tensor slope) {
    return map(old, slope, (s, g) -> DECAY * s + (1 - DECAY) * g * g);
  }

  private static Tensor step(Tensor old, Tensor slope, Tensor scale, float rate) {
    return map(
        old, slope, scale, (p, g, s) -> p - rate * clip(g / (sqrt(s) + 1e-6), -LIMIT, LIMIT));
  }

  /** Reads one letter for each text; gives the probabilities of the next ones. */
  @Compiled
  public @F32("batch, letters") Tensor next(@I32("batch") Tensor letters, float temperature) {
    Cell cell = read(new Cell(memory, said), letters);
    memory = cell.memory;
    said = cell.said;
    return softmax(cell.said.dot(out).add(outBias).div(temperature), 1);
  }

  /** Starts afresh with the next letter: forgets what was read, not what was learned. */
  public void forget() {
    memory = Tensor.zeros(DType.F32, memory.shape());
    said = Tensor.zeros(DType.F32, said.shape());
  }

  /** Writes all that was learned to {@code folder}, a file for each tensor. */
  public void save(Path folder) throws IOException {
    Files.createDirectories(folder);
    tensors().forEach((name, tensor) -> Npy.write(folder.resolve(name + ".npy"), tensor));
  }

  /** Takes the weights that {@link #save} wrote. */
  public void load(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UncheckedIOException(new IOException("no saved state in " + folder));
    }
    tensors().forEach((name, tensor) -> tensor.copyFrom(Npy.read(folder.resolve(name + ".npy"))));
  }

  private Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("in", in);
    tensors.put("again", again);
    tensors.put("bias", bias);
    tensors.put("out", out);
    tensors.put("outBias", outBias);
    tensors.put("inScale", inScale);
    tensors.put("againScale", againScale);
    tensors.put("biasScale", biasScale);
    tensors.put("outScale", outScale);
    tensors.put("outBiasScale", outBiasScale);
    return tensors;
  }
}
