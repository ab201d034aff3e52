package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Mark;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@code w - rate * (a b)} into a product that accumulates into a copy of {@code w} (or into
 * {@code w} itself where the old value is not needed any more): a matrix product has the sum for
 * free. Applies where the product, and the scaled product, have no other reader.
 */
final class ScaledProducts {
  private final List<Step> steps;
  private final Map<Buffer, Nest> producers = new HashMap<>();

  /** Steps that read a buffer; a reduction reads its own target, which does not count. */
  private final Map<Buffer, Integer> readers = new HashMap<>();

  private ScaledProducts(List<Step> steps) {
    this.steps = steps;
    for (Step step : steps) {
      for (Buffer buffer : Access.readBy(step)) {
        if (!(step instanceof Nest) || ((Nest) step).target() != buffer) {
          readers.merge(buffer, 1, Integer::sum);
        }
      }
    }
  }

  static List<Step> run(List<Step> steps) {
    return new ScaledProducts(steps).rewritten();
  }

  private List<Step> rewritten() {
    List<Step> out = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Iterate) {
        Iterate loop = (Iterate) step;
        out.add(loop.withBody(run(loop.body())));
        continue;
      }
      if (step instanceof Mark) {
        out.add(step);
        continue;
      }
      Nest nest = (Nest) step;
      Nest sum = accumulated(nest);
      out.add(sum != null ? sum : nest);
      if (nest.target().role() == Buffer.Role.TEMPORARY
          && readers.getOrDefault(nest.target(), 0) == 1) {
        producers.put(nest.target(), nest);
      }
    }
    return out;
  }

  /** The nest {@code base + alpha * product} as one accumulation, or null. */
  private @Nullable Nest accumulated(Nest nest) {
    if (!isElementwise(nest) || !(nest.body() instanceof Scalar.Compute)) {
      return null;
    }
    Scalar.Compute body = (Scalar.Compute) nest.body();
    boolean minus = body.primitive() == Primitive.SUB;
    if (!minus && body.primitive() != Primitive.ADD) {
      return null;
    }
    Scalar base = body.operands().get(0);
    if (!isWholeRead(base, nest)) {
      return null;
    }
    List<Scalar> factors = new ArrayList<>();
    factors(body.operands().get(1), nest, factors);
    return accumulated(nest, ((Scalar.Read) base).buffer(), minus, factors);
  }

  private @Nullable Nest accumulated(Nest nest, Buffer base, boolean minus, List<Scalar> factors) {
    Scalar scale = minus ? Scalar.real(nest.target().dtype(), -1) : null;
    Nest product = null;
    for (Scalar factor : factors) {
      Nest producer =
          factor instanceof Scalar.Read ? producers.get(((Scalar.Read) factor).buffer()) : null;
      if (product == null && producer != null && isProduct(producer)) {
        product = producer;
      } else if (isScalar(factor)) {
        scale = scale == null ? factor : Scalar.mul(scale, factor);
      } else {
        return null;
      }
    }
    if (product == null || product.target() == base) {
      return null;
    }
    Scalar body = scale == null ? product.body() : Scalar.mul(scale, product.body());
    return new Nest(
        product.axes(), nest.target(), product.at(), Combine.SUM, body, base, List.of());
  }

  private static boolean isProduct(Nest nest) {
    return nest.base() == null && MatrixProduct.recognise(nest) != null;
  }

  private static boolean isScalar(Scalar factor) {
    return factor instanceof Scalar.Immediate
        || (factor instanceof Scalar.Read && ((Scalar.Read) factor).buffer().rank() == 0);
  }

  /** The factors of an expression, seen through elementwise values that only it reads. */
  private void factors(Scalar scalar, Nest nest, List<Scalar> factors) {
    if (scalar instanceof Scalar.Compute
        && ((Scalar.Compute) scalar).primitive() == Primitive.MUL) {
      ((Scalar.Compute) scalar).operands().forEach(operand -> factors(operand, nest, factors));
      return;
    }
    Nest producer =
        isWholeRead(scalar, nest) ? producers.get(((Scalar.Read) scalar).buffer()) : null;
    if (producer != null && isElementwise(producer)) {
      factors(producer.body(), producer, factors);
    } else {
      factors.add(scalar);
    }
  }

  private static boolean isElementwise(Nest nest) {
    List<Scalar> positions = nest.axes().stream().map(Scalar::at).toList();
    return nest.combine() == Combine.SET
        && nest.base() == null
        && nest.checks().isEmpty()
        && nest.at().equals(positions);
  }

  private static boolean isWholeRead(Scalar scalar, Nest nest) {
    return scalar instanceof Scalar.Read
        && ((Scalar.Read) scalar).buffer().rank() > 0
        && ((Scalar.Read) scalar).at().equals(nest.at());
  }
}
