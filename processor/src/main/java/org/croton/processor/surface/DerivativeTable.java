package org.croton.processor.surface;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Dependence;
import org.croton.processor.ir.Node;
import org.croton.processor.ops.movement.Reshape;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/**
 * {@code grad}, {@code jvp}, {@code vjp}, {@code hvp}, {@code jacobian} and {@code hessian}. Where
 * the Java function takes an array or a record, the argument is the list of its floating tensors,
 * and so is the result.
 */
final class DerivativeTable {
  private DerivativeTable() {}

  static void register(Map<String, Meaning> table) {
    table.put("grad", DerivativeTable::grad);
    table.put("vjp", DerivativeTable::vjp);
    table.put("jvp", DerivativeTable::jvp);
    table.put("hvp", DerivativeTable::hvp);
    table.put("jacobian", DerivativeTable::jacobian);
    table.put("jacobianRows", DerivativeTable::jacobianRows);
    table.put("hessian", DerivativeTable::hessian);
  }

  /** One tensor gives a tensor, several (spread or as a list) give a list. */
  private static Object grad(Call call) {
    Node cost = cost(call);
    List<Node> wrt = variables(call, call.rest(1));
    boolean several = call.count() > 2 || Call.isSequence(call.arg(1));
    List<Node> gradients = gradients(call, cost, wrt);
    return several ? gradients : gradients.get(0);
  }

  private static List<Node> gradients(Call call, Node cost, List<Node> wrt) {
    Node one = call.builder().constant(cost.tensor().dtype(), 1.0);
    List<@Nullable Node> made = call.derivatives().pullback(List.of(cost), List.of(one), wrt);
    return connected(call, List.of(cost), made, wrt);
  }

  private static Node cost(Call call) {
    Node cost = call.tensor(0);
    if (!cost.tensor().isScalar()) {
      throw new TypeMismatch(
          "not-a-scalar",
          call.name() + " needs a scalar cost, not " + cost.tensor() + "; sum it or take its mean");
    }
    if (!cost.tensor().dtype().isFloating()) {
      throw new TypeMismatch(
          "not-differentiable", call.name() + ": the cost is " + cost.tensor() + ", not floating");
    }
    return cost;
  }

  private static List<Node> variables(Call call, List<Object> args) {
    List<Node> variables = new ArrayList<>();
    for (Object arg : args) {
      Node x = arg instanceof Weak ? ((Weak) arg).value() : arg instanceof Node ? (Node) arg : null;
      if (x == null) {
        throw new TypeMismatch(
            "not-differentiable",
            call.name() + " is with respect to values of run time, not " + Call.show(arg));
      }
      if (!x.tensor().dtype().isFloating()) {
        throw new TypeMismatch(
            "not-differentiable",
            call.name()
                + ": there is no derivative with respect to "
                + x.tensor()
                + "; only floating values have one");
      }
      variables.add(x);
    }
    if (variables.isEmpty()) {
      throw new TypeMismatch("missing-argument", call.name() + " needs something to derive by");
    }
    return variables;
  }

  /** All the derivatives. Throws {@link TypeMismatch} where there is none. */
  private static List<Node> connected(
      Call call, List<Node> values, List<@Nullable Node> derivatives, List<Node> wrt) {
    List<Node> connected = new ArrayList<>();
    for (int i = 0; i < derivatives.size(); i++) {
      Node derivative = derivatives.get(i);
      if (derivative == null) {
        String which = wrt.size() == 1 ? "" : " number " + (i + 1) + " of " + wrt.size();
        throw nothing(call, values, wrt.get(i), "the variable" + which);
      }
      connected.add(derivative);
    }
    return connected;
  }

  private static TypeMismatch nothing(Call call, List<Node> values, Node x, String variable) {
    return Dependence.of(values, x)
        ? new TypeMismatch(
            "discrete-path",
            call.name()
                + ": every way from "
                + variable
                + " to the value leads through whole numbers, comparisons or stopGradient")
        : new TypeMismatch(
            "disconnected",
            call.name()
                + ": the value does not depend on "
                + variable
                + "; was it reassigned before?");
  }

  /** Seeds in the types of what they belong to. */
  private static List<Node> seeds(Call call, Object arg, List<Node> like) {
    List<Object> given = Call.elements(arg);
    if (given.size() != like.size()) {
      throw new TypeMismatch(
          "shape-mismatch",
          call.name() + " needs " + like.size() + " directions, not " + given.size());
    }
    List<Node> seeds = new ArrayList<>();
    for (int i = 0; i < like.size(); i++) {
      TensorType type = like.get(i).tensor();
      Operand operand = Operand.of(call, given.get(i));
      Node seed = operand.value();
      if (!seed.tensor().shape().equals(type.shape())
          || (!operand.isWeak() && seed.tensor().dtype() != type.dtype())) {
        throw new TypeMismatch(
            "shape-mismatch",
            call.name() + " needs a direction of type " + type + ", not " + seed.tensor());
      }
      seeds.add(operand.as(type.dtype()));
    }
    return seeds;
  }

  private static Object vjp(Call call) {
    List<Node> outputs = variables(call, Call.elements(call.arg(0)));
    List<Node> wrt = variables(call, Call.elements(call.arg(1)));
    List<Node> cotangents = seeds(call, call.arg(2), outputs);
    List<Node> adjoints =
        connected(call, outputs, call.derivatives().pullback(outputs, cotangents, wrt), wrt);
    return Call.isSequence(call.arg(1)) ? adjoints : adjoints.get(0);
  }

  private static Object jvp(Call call) {
    List<Node> outputs = variables(call, Call.elements(call.arg(0)));
    List<Node> wrt = variables(call, Call.elements(call.arg(1)));
    List<Node> tangents = seeds(call, call.arg(2), wrt);
    List<@Nullable Node> results = call.derivatives().pushforward(outputs, wrt, tangents);
    if (results.stream().allMatch(result -> result == null)) {
      throw nothing(call, outputs, wrt.get(0), "the variable");
    }
    List<Node> full = orZeros(call, results, outputs);
    return Call.isSequence(call.arg(0)) ? full : full.get(0);
  }

  /** The tangent of the gradient; 0 where the cost is linear. */
  private static Object hvp(Call call) {
    List<Node> wrt = variables(call, Call.elements(call.arg(1)));
    List<Node> tangents = seeds(call, call.arg(2), wrt);
    List<Node> gradients = gradients(call, cost(call), wrt);
    List<Node> products =
        orZeros(call, call.derivatives().pushforward(gradients, wrt, tangents), wrt);
    return Call.isSequence(call.arg(1)) ? products : products.get(0);
  }

  /** In the shape of the value followed by that of each variable. */
  private static Object jacobian(Call call) {
    Node y = variables(call, List.of(call.arg(0))).get(0);
    List<Node> wrt = variables(call, Call.elements(call.arg(1)));
    Jacobians jacobians = new Jacobians(call.derivatives(), call.builder());
    List<@Nullable Node> made = new ArrayList<>();
    wrt.forEach(x -> made.add(jacobians.jacobian(y, x)));
    List<Node> parts = connected(call, List.of(y), made, wrt);
    return Call.isSequence(call.arg(1)) ? parts : parts.get(0);
  }

  /** Of each row by the same row of each variable. */
  private static Object jacobianRows(Call call) {
    Node y = variables(call, List.of(call.arg(0))).get(0);
    List<Node> wrt = variables(call, Call.elements(call.arg(1)));
    Jacobians jacobians = new Jacobians(call.derivatives(), call.builder());
    List<@Nullable Node> made = new ArrayList<>();
    for (Node x : wrt) {
      requireSameRows(call, y.tensor(), x.tensor());
      made.add(jacobians.rows(y, x));
    }
    List<Node> parts = connected(call, List.of(y), made, wrt);
    return Call.isSequence(call.arg(1)) ? parts : parts.get(0);
  }

  private static void requireSameRows(Call call, TensorType y, TensorType x) {
    if (y.isScalar() || x.isScalar() || !y.shape().dim(0).equals(x.shape().dim(0))) {
      throw new TypeMismatch(
          "shape-mismatch", call.name() + " needs as many rows of " + x + " as of " + y);
    }
  }

  /**
   * In the shape of the variable twice; of several variables, the matrix over all their elements,
   * one variable after another.
   */
  private static Object hessian(Call call) {
    List<Node> wrt = variables(call, Call.elements(call.arg(1)));
    List<Node> gradients = gradients(call, cost(call), wrt);
    Node matrix = new Jacobians(call.derivatives(), call.builder()).hessian(gradients, wrt);
    if (Call.isSequence(call.arg(1))) {
      return matrix;
    }
    Shape shape = wrt.get(0).tensor().shape();
    List<Dim> twice = new ArrayList<>(shape.dims());
    twice.addAll(shape.dims());
    return Reshape.reshape(matrix, new Shape(twice));
  }

  private static List<Node> orZeros(Call call, List<@Nullable Node> values, List<Node> like) {
    List<Node> full = new ArrayList<>(Collections.nCopies(like.size(), like.get(0)));
    for (int i = 0; i < like.size(); i++) {
      Node value = values.get(i);
      full.set(i, value != null ? value : Filled.like(call, like.get(i), 0));
    }
    return full;
  }
}
