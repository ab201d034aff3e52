package org.croton.processor.surface;

import static org.croton.processor.ops.contraction.Contract.contract;
import static org.croton.processor.ops.indexing.Gather.gather;
import static org.croton.processor.ops.movement.Iota.iota;
import static org.croton.processor.ops.movement.Transpose.transpose;
import static org.croton.processor.ops.reduction.Sum.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;

/**
 * Sums of products in Einstein's notation, such as {@code "ij,jk->ik"}, as NumPy reads it: one
 * letter per axis, a letter that stands twice in a factor takes the diagonal, and without {@code
 * ->} the result has the letters that occur once, in alphabetical order. Factors meet from left to
 * right.
 */
final class Einsum {
  private final String text;
  private final List<Factor> factors = new ArrayList<>();
  private final String result;

  /** An array whose axes have different letters. */
  private record Factor(Node value, String letters) {}

  private Einsum(String text, List<Node> operands) {
    this.text = text;
    String[] sides = text.replace(" ", "").split("->", -1);
    String[] parts = sides[0].split(",", -1);
    if (sides.length > 2 || !text.matches("[a-zA-Z, ]*(->[a-zA-Z ]*)?")) {
      throw wrong("is no list of letters with at most one ->");
    }
    if (parts.length != operands.size()) {
      throw wrong("has " + parts.length + " factors for " + operands.size() + " tensors");
    }
    for (int i = 0; i < parts.length; i++) {
      factors.add(factor(operands.get(i), parts[i]));
    }
    this.result = sides.length == 2 ? sides[1] : once(sides[0]);
    for (int i = 0; i < result.length(); i++) {
      char letter = result.charAt(i);
      if (sides[0].indexOf(letter) < 0 || result.indexOf(letter, i + 1) >= 0) {
        throw wrong("needs " + letter + " once in the result, and in a factor");
      }
    }
  }

  /** {@code einsum(text, tensors...)}. */
  static Node of(Call call) {
    if (!(call.arg(0) instanceof String text)) {
      throw new TypeMismatch("not-a-constant", "the first argument of einsum is a literal text");
    }
    return new Einsum(text, Promotion.promoted(call, call.rest(1))).product();
  }

  private TypeMismatch wrong(String why) {
    return new TypeMismatch("malformed-einsum", "einsum: \"" + text + "\" " + why);
  }

  private static String once(String letters) {
    return new TreeSet<>(letters.chars().boxed().toList())
        .stream()
            .filter(Character::isLetter)
            .filter(letter -> letters.indexOf(letter) == letters.lastIndexOf(letter))
            .map(Character::toString)
            .collect(Collectors.joining());
  }

  private Factor factor(Node value, String letters) {
    Shape shape = value.tensor().shape();
    if (letters.length() != shape.rank()) {
      throw wrong("has the letters \"" + letters + "\" for the axes of " + shape);
    }
    for (int first = 0; first < letters.length(); first++) {
      int second = letters.indexOf(letters.charAt(first), first + 1);
      if (second >= 0) {
        return diagonal(value, letters, first, second);
      }
    }
    return new Factor(value, letters);
  }

  private Factor diagonal(Node value, String letters, int first, int second) {
    Shape shape = value.tensor().shape();
    if (!shape.dim(first).equals(shape.dim(second))) {
      throw new TypeMismatch(
          "shape-mismatch",
          "einsum: letter " + letters.charAt(first) + " stands for two sizes in " + shape,
          shape.dim(first),
          shape.dim(second));
    }
    List<Integer> order = new ArrayList<>(List.of(first, second));
    IntStream.range(0, shape.rank()).filter(axis -> !order.contains(axis)).forEach(order::add);
    Node positions = iota(value.builder(), shape.dim(first));
    Node taken = gather(transpose(value, order), List.of(positions, positions), 0);
    String rest = letters.charAt(first) + letters.replace("" + letters.charAt(first), "");
    return factor(taken, rest);
  }

  private Node product() {
    Factor product = alone(factors.get(0), 0);
    for (int i = 1; i < factors.size(); i++) {
      Factor next = alone(factors.get(i), i);
      String needed = needed(i);
      product = alone(product, next.letters + needed);
      next = alone(next, product.letters + needed);
      String kept = (product.letters + next.letters.replaceAll(any(product.letters), ""));
      String letters = kept.replaceAll("[^" + needed + "-]", "");
      Node value = contract(product.value, next.value, product.letters, next.letters, letters);
      product = new Factor(value, letters);
    }
    String letters = product.letters;
    List<Integer> order = result.chars().mapToObj(letters::indexOf).toList();
    return transpose(product.value, order);
  }

  /** The letters of the result and of the factors after one. */
  private String needed(int factor) {
    StringBuilder letters = new StringBuilder(result);
    factors.subList(factor + 1, factors.size()).forEach(each -> letters.append(each.letters));
    return letters.toString();
  }

  /** Without the letters that nothing else has. */
  private Factor alone(Factor factor, int place) {
    StringBuilder others = new StringBuilder(result);
    for (int i = 0; i < factors.size(); i++) {
      others.append(i == place ? "" : factors.get(i).letters);
    }
    return alone(factor, others.toString());
  }

  private static Factor alone(Factor factor, String others) {
    List<Integer> axes =
        IntStream.range(0, factor.letters.length())
            .filter(axis -> others.indexOf(factor.letters.charAt(axis)) < 0)
            .boxed()
            .toList();
    String rest = factor.letters.replaceAll("[^" + others + "-]", "");
    return axes.isEmpty() ? factor : new Factor(sum(factor.value, axes), rest);
  }

  private static String any(String letters) {
    return letters.isEmpty() ? "-" : "[" + letters + "]";
  }
}
