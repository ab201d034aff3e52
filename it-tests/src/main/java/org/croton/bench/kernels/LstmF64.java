package org.croton.bench.kernels;

import static org.croton.Ops.crossEntropy;
import static org.croton.Ops.grad;
import static org.croton.Ops.mean;
import static org.croton.Ops.sigmoid;
import static org.croton.Ops.tanh;

import org.croton.DType;
import org.croton.Tensor;
import org.croton.annotation.Compiled;
import org.croton.annotation.F64;
import org.croton.annotation.I32;

/** Long short-term memory in {@code F64} that guesses the next letter; gradient descent. */
public class LstmF64 {
  @F64("letters, 4*hidden")
  Tensor in;

  @F64("hidden, 4*hidden")
  Tensor again;

  @F64("4*hidden")
  Tensor bias;

  @F64("hidden, letters")
  Tensor out;

  @F64("letters")
  Tensor outBias;

  LstmF64(Tensor in, Tensor again, Tensor out) {
    this.in = in;
    this.again = again;
    this.out = out;
    bias = Tensor.zeros(DType.F64, again.dim(1));
    outBias = Tensor.zeros(DType.F64, out.dim(1));
  }

  /** Takes a step down the gradient and returns the cost before it. */
  @Compiled
  public @F64 Tensor step(@I32("time, batch") Tensor x, @I32("time, batch") Tensor y) {
    int hidden = again.dim(0);
    Tensor memory = Tensor.zeros(DType.F64, x.dim(1), hidden);
    Tensor said = Tensor.zeros(DType.F64, x.dim(1), hidden);
    Tensor sum = Tensor.scalar(0.0);
    for (int t = 0; t < x.dim(0); t++) {
      Tensor z = in.gather(x.get(t)).add(said.dot(again)).add(bias);
      Tensor take = sigmoid(z.slice(1, 0, hidden));
      Tensor keep = sigmoid(z.slice(1, hidden, 2 * hidden));
      Tensor say = sigmoid(z.slice(1, 2 * hidden, 3 * hidden));
      Tensor news = tanh(z.slice(1, 3 * hidden, 4 * hidden));
      memory = keep.mul(memory).add(take.mul(news));
      said = say.mul(tanh(memory));
      sum = sum.add(mean(crossEntropy(said.dot(out).add(outBias), y.get(t))));
    }
    Tensor cost = sum.div(x.dim(0));
    Tensor[] g = grad(cost, in, again, bias, out, outBias);
    in = in.sub(g[0].mul(0.1));
    again = again.sub(g[1].mul(0.1));
    bias = bias.sub(g[2].mul(0.1));
    out = out.sub(g[3].mul(0.1));
    outBias = outBias.sub(g[4].mul(0.1));
    return cost;
  }
}
