package org.croton.processor.ops.contraction;

import static org.croton.processor.ops.contraction.Contract.contract;

import java.util.List;
import java.util.stream.Collectors;
import org.croton.processor.ir.Node;
import org.croton.processor.op.ContractAttrs;
import org.croton.processor.op.OrderAttrs;
import org.croton.processor.rule.Match;

/** Takes transposes into products: the letters move instead of the elements. */
public final class ContractedAxes {
  private ContractedAxes() {}

  /** The product of {@code x}, which was transposed by {@code order}, and {@code y}. */
  public static Node left(Match match) {
    ContractAttrs letters = letters(match);
    String left = pick(letters.left(), order(match).inverse());
    return contract(match.node("x"), match.node("y"), left, letters.right(), letters.result());
  }

  /** The product of {@code x} and {@code y}, which was transposed by {@code order}. */
  public static Node right(Match match) {
    ContractAttrs letters = letters(match);
    String right = pick(letters.right(), order(match).inverse());
    return contract(match.node("x"), match.node("y"), letters.left(), right, letters.result());
  }

  /** The product of {@code x} and {@code y}, transposed by {@code order}. */
  public static Node result(Match match) {
    ContractAttrs letters = letters(match);
    String result = pick(letters.result(), order(match).order());
    return contract(match.node("x"), match.node("y"), letters.left(), letters.right(), result);
  }

  private static ContractAttrs letters(Match match) {
    return match.attrs("letters", ContractAttrs.class);
  }

  private static OrderAttrs order(Match match) {
    return match.attrs("order", OrderAttrs.class);
  }

  private static String pick(String letters, List<Integer> places) {
    return places.stream()
        .map(place -> String.valueOf(letters.charAt(place)))
        .collect(Collectors.joining());
  }
}
