package org.croton.examples;

import static org.croton.Ops.*;

import java.util.Locale;
import java.util.Random;
import org.croton.*;
import org.croton.annotation.*;

/**
 * Tells two kinds of pulses apart that a xenon time-projection chamber records: the flash of light
 * where a particle hits (S1: up at once, then an exponential fall), and the slow one of the
 * electrons that drift up from there (S2: wide and round). Pulses are simulated, with noise.
 */
public class Waveforms {
  private static final int SAMPLES = 64;
  private static final int HIDDEN = 16;
  private static final double RATE = 0.05;

  @F32("samples, hidden")
  private Tensor w;

  @F32("hidden")
  private Tensor b;

  @F32("hidden")
  private Tensor v;

  @F32 private Tensor c;

  /** Small random weights. */
  public Waveforms(int samples, int hidden, long seed) {
    double width = 1 / Math.sqrt(samples);
    w = Tensor.random(DType.F32, Distribution.uniform(-width, width), seed, samples, hidden);
    b = Tensor.zeros(DType.F32, hidden);
    v = Tensor.random(DType.F32, Distribution.uniform(-0.1, 0.1), seed + 1, hidden);
    c = Tensor.scalar(0f);
  }

  /** The logit of being an S2, for each pulse. */
  @Compiled
  public @F32("pulses") Tensor score(@F32("pulses, samples") Tensor x) {
    return tanh(x.dot(w).add(b)).dot(v).add(c);
  }

  /** A step on pulses of which {@code s2} says the kind, 0 or 1; gives the mean cross-entropy. */
  @Compiled
  public float train(@F32("pulses, samples") Tensor x, @F32("pulses") Tensor s2) {
    Tensor p = sigmoid(score(x));
    Tensor cost = mean(map(s2, p, (t, q) -> -t * log(q) - (1 - t) * log(1 - q)));
    Tensor[] g = grad(cost, w, b, v, c);
    w = w.sub(g[0].mul(RATE));
    b = b.sub(g[1].mul(RATE));
    v = v.sub(g[2].mul(RATE));
    c = c.sub(g[3].mul(RATE));
    return (float) cost.item();
  }

  /** A pulse of unit area at a random place, under noise. */
  static float[] pulse(boolean s2, Random random) {
    double width = s2 ? 4 + 6 * random.nextDouble() : 2 + 6 * random.nextDouble();
    double start = 20 + 10 * random.nextDouble();
    float[] pulse = new float[SAMPLES];
    double area = 0;
    for (int t = 0; t < SAMPLES; t++) {
      double late = (t - start) / width;
      double light = s2 ? Math.exp(-late * late / 2) : late < 0 ? 0 : Math.exp(-late);
      pulse[t] = (float) light;
      area += light;
    }
    for (int t = 0; t < SAMPLES; t++) {
      pulse[t] = (float) (10 * pulse[t] / area + 0.1 * random.nextGaussian());
    }
    return pulse;
  }

  /** Trains on simulated pulses and prints which part of others is recognised. */
  public static void main(String[] arguments) {
    accuracy(200);
  }

  /** See {@link #main}; {@code epochs} times through 60 batches of 100 pulses. */
  static double accuracy(int epochs) {
    Random random = new Random(1);
    int batches = 60;
    Tensor[] x = new Tensor[batches + 20];
    Tensor[] s2 = new Tensor[batches + 20];
    for (int i = 0; i < x.length; i++) {
      float[][] pulses = new float[100][];
      float[] kinds = new float[100];
      for (int k = 0; k < 100; k++) {
        kinds[k] = k % 2;
        pulses[k] = pulse(k % 2 == 1, random);
      }
      x[i] = Tensor.of(pulses);
      s2[i] = Tensor.of(kinds);
    }
    Waveforms model = new CompiledWaveforms(SAMPLES, HIDDEN, 1);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      double loss = 0;
      for (int i = 0; i < batches; i++) {
        loss += model.train(x[i], s2[i]);
      }
      if (epoch % 50 == 0 || epoch == epochs) {
        print("epoch %d of %d loss %.4f", epoch, epochs, loss / batches);
      }
    }
    int right = 0;
    for (int i = batches; i < x.length; i++) {
      try (Tensor score = model.score(x[i])) {
        float[] scores = score.toFloats();
        for (int k = 0; k < scores.length; k++) {
          right += scores[k] > 0 == (k % 2 == 1) ? 1 : 0;
        }
      }
    }
    double accuracy = right / (100.0 * (x.length - batches));
    print("recognised %.3f of pulses not seen before", accuracy);
    return accuracy;
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
