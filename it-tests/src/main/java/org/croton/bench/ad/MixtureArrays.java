package org.croton.bench.ad;

import static org.croton.Ops.*;

import org.croton.Tensor;
import org.croton.annotation.Compiled;
import org.croton.annotation.F64;
import org.croton.annotation.Gradient;
import org.croton.annotation.I64;

/** The log posterior of a mixture of Gaussians, in array style. */
public final class MixtureArrays {
  private MixtureArrays() {}

  /**
   * The log posterior, less what does not depend on the parameters.
   *
   * @param alpha logarithms of weights, one for each component
   * @param mu means
   * @param q logarithms of the diagonals of the factors of the precisions
   * @param l what stands below the diagonals, column by column
   * @param x the points
   * @param at for each place in a factor, where {@code l} holds it
   * @param below 1 below the diagonal and 0 elsewhere
   * @param m of the prior
   * @param gamma of the prior
   */
  @Compiled
  @Gradient(wrt = {"alpha", "mu", "q", "l"})
  public static double posterior(
      @F64("k") Tensor alpha,
      @F64("k, d") Tensor mu,
      @F64("k, d") Tensor q,
      @F64("k, t") Tensor l,
      @F64("n, d") Tensor x,
      @I64("d, d") Tensor at,
      @F64("d, d") Tensor below,
      int m,
      double gamma) {
    int n = x.dim(0);
    Tensor lower = l.transpose().gather(at).transpose(2, 0, 1).mul(below);
    Tensor centred = x.expandDims(0).sub(mu.expandDims(1));
    Tensor scaled = centred.mul(exp(q).expandDims(1));
    Tensor turned = centred.matmul(lower.transpose(0, 2, 1)).add(scaled);
    Tensor beta = alpha.add(q.sum(1)).expandDims(1).sub(square(turned).sum(2).mul(0.5));
    double likelihood = sum(beta.logsumexp(0)).item() - n * alpha.logsumexp(0).item();
    double size = sum(exp(q.mul(2))).item() + sum(square(l)).item();
    return likelihood + m * sum(q).item() - 0.5 * gamma * gamma * size;
  }
}
