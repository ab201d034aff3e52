package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@code w - rate * (a b)} into a product that accumulates into a copy of {@code w} (or into
 * {@code w} itself where the old value is not needed any more): a matrix product has the sum for
 * free. Applies where the product has no other reader.
 */
final class ScaledProducts {
  private ScaledProducts() {}

  static List<Step> run(List<Step> steps) {
    Map<Buffer, Nest> products = new HashMap<>();
    List<Step> out = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Iterate) {
        Iterate loop = (Iterate) step;
        out.add(new Iterate(loop.index(), loop.trips(), loop.carries(), run(loop.body())));
        continue;
      }
      Nest nest = (Nest) step;
      if (MatrixProduct.recognise(nest) != null && nest.base() == null) {
        products.put(nest.target(), nest);
      }
      Nest sum = accumulated(nest, products, steps);
      if (sum != null) {
        out.removeIf(earlier -> earlier == products.get(consumed(nest, products)));
        out.add(sum);
      } else {
        out.add(nest);
      }
    }
    return out;
  }

  private static @Nullable Buffer consumed(Nest nest, Map<Buffer, Nest> products) {
    return Access.of(nest).stream()
        .map(Access::buffer)
        .filter(products::containsKey)
        .findFirst()
        .orElse(null);
  }

  /** The nest {@code base + alpha * product} as one accumulation, or null. */
  private static @Nullable Nest accumulated(
      Nest nest, Map<Buffer, Nest> products, List<Step> steps) {
    if (nest.combine() != Combine.SET
        || nest.base() != null
        || !nest.checks().isEmpty()
        || !isElementwise(nest)
        || !(nest.body() instanceof Scalar.Compute)) {
      return null;
    }
    Scalar.Compute body = (Scalar.Compute) nest.body();
    boolean minus = body.primitive() == Primitive.SUB;
    if (!minus && body.primitive() != Primitive.ADD) {
      return null;
    }
    Scalar base = body.operands().get(0);
    Scalar scaled = body.operands().get(1);
    if (!isWholeRead(base, nest)) {
      return null;
    }
    return accumulated(nest, ((Scalar.Read) base).buffer(), minus, scaled, products, steps);
  }

  private static @Nullable Nest accumulated(
      Nest nest,
      Buffer base,
      boolean minus,
      Scalar scaled,
      Map<Buffer, Nest> products,
      List<Step> steps) {
    Scalar scale = Scalar.real(nest.target().dtype(), minus ? -1 : 1);
    Scalar.Read read = null;
    List<Scalar> factors = new ArrayList<>();
    flatten(scaled, factors);
    for (Scalar factor : factors) {
      if (factor instanceof Scalar.Read && isWholeRead(factor, nest) && read == null) {
        read = (Scalar.Read) factor;
      } else if (factor instanceof Scalar.Immediate
          || (factor instanceof Scalar.Read && ((Scalar.Read) factor).buffer().rank() == 0)) {
        scale = Scalar.mul(scale, factor);
      } else {
        return null;
      }
    }
    Nest product = read == null ? null : products.get(read.buffer());
    if (product == null
        || base == read.buffer()
        || product.target().role() != Buffer.Role.TEMPORARY
        || readers(product.target(), steps) != 1) {
      return null;
    }
    return new Nest(
        product.axes(),
        nest.target(),
        product.at(),
        Combine.SUM,
        Scalar.mul(scale, product.body()),
        base,
        List.of());
  }

  private static void flatten(Scalar scalar, List<Scalar> factors) {
    if (scalar instanceof Scalar.Compute
        && ((Scalar.Compute) scalar).primitive() == Primitive.MUL) {
      ((Scalar.Compute) scalar).operands().forEach(operand -> flatten(operand, factors));
    } else {
      factors.add(scalar);
    }
  }

  private static boolean isElementwise(Nest nest) {
    List<Scalar> positions = nest.axes().stream().map(Scalar::at).toList();
    return nest.at().equals(positions);
  }

  private static boolean isWholeRead(Scalar scalar, Nest nest) {
    return scalar instanceof Scalar.Read
        && ((Scalar.Read) scalar).buffer().rank() > 0
        && ((Scalar.Read) scalar).at().equals(nest.at());
  }

  private static long readers(Buffer buffer, List<Step> steps) {
    return steps.stream().filter(step -> Access.readBy(step).contains(buffer)).count();
  }
}
