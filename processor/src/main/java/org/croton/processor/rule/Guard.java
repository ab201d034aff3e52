package org.croton.processor.rule;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import org.croton.DType;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;

/** A named test on what a left side matched; a rule fires only where all its guards hold. */
public record Guard(String name, Predicate<Match> test) {
  /** A test on one bound value. */
  public static Guard on(String variable, String property, Predicate<Node> test) {
    return new Guard(variable + " " + property, match -> test.test(match.node(variable)));
  }

  /** The value has a floating dtype. */
  public static Guard floating(String variable) {
    return on(variable, "is floating", node -> node.tensor().dtype().isFloating());
  }

  /** The value has an integer dtype. */
  public static Guard integer(String variable) {
    return on(variable, "is integer", node -> node.tensor().dtype().isInteger());
  }

  /** The value has a dtype with negative numbers. */
  public static Guard signed(String variable) {
    return on(variable, "is signed", node -> node.tensor().dtype() != DType.U8);
  }

  /** The value is BOOL. */
  public static Guard truth(String variable) {
    return on(variable, "is a truth value", node -> node.tensor().dtype() == DType.BOOL);
  }

  /** The value has rank 0. */
  public static Guard scalar(String variable) {
    return on(variable, "is a scalar", node -> node.tensor().isScalar());
  }

  /** The value is not a scalar. */
  public static Guard array(String variable) {
    return on(variable, "is an array", node -> !node.tensor().isScalar());
  }

  /** The value has the root's dtype and dims. */
  public static Guard rootType(String variable) {
    return new Guard(
        variable + " has the root's type",
        match -> match.node(variable).type().equals(match.root().type()));
  }

  /** The other guard does not hold. */
  public static Guard not(Guard other) {
    return new Guard("not: " + other.name(), other.test().negate());
  }

  /** Each element of the constant passes. */
  public static Guard constant(String variable, String property, DoublePredicate test) {
    return on(variable, property, node -> everyElement(((Constant) node).value(), test));
  }

  private static boolean everyElement(Literal value, DoublePredicate test) {
    double[] elements = new double[value.count()];
    Arrays.setAll(elements, value::real);
    return Arrays.stream(elements).allMatch(test);
  }
}
