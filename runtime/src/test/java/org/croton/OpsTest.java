package org.croton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.croton.Ops.clip;
import static org.croton.Ops.each;
import static org.croton.Ops.logaddexp;
import static org.croton.Ops.onesLike;
import static org.croton.Ops.relu;
import static org.croton.Ops.sigmoid;
import static org.croton.Ops.softplus;
import static org.croton.Ops.zerosLike;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpsTest {
  record Layer(Tensor w, Tensor b, int units) {}

  @SuppressWarnings("ArrayRecordComponent") // arrays of tensors are what is tested
  record Net(Layer first, Tensor[] rest, List<Tensor> more, String name) {}

  private static Net net(double x) {
    return new Net(
        new Layer(Tensor.of(x), Tensor.of(x + 1), 3),
        new Tensor[] {Tensor.of(x + 2)},
        List.of(Tensor.of(x + 3)),
        "net");
  }

  @Test
  void hasEveryFunctionOfMathWithTheSameValues() throws ReflectiveOperationException {
    Random random = new Random(1);
    for (Method math : Math.class.getMethods()) {
      if (!Modifier.isStatic(math.getModifiers())
          || math.getName().equals("random")
          || isNewer(math)) {
        continue;
      }
      Method ops = Ops.class.getMethod(math.getName(), math.getParameterTypes());
      assertThat(ops.getReturnType()).isEqualTo(math.getReturnType());
      for (int i = 0; i < 20; i++) {
        Object[] arguments = new Object[math.getParameterCount()];
        for (int k = 0; k < arguments.length; k++) {
          arguments[k] = argument(math.getParameterTypes()[k], random);
        }
        assertThat(result(ops, arguments)).isEqualTo(result(math, arguments));
      }
    }
  }

  /**
   * Functions that came after Java 17 are not part of the language that compiled methods are in.
   */
  private static boolean isNewer(Method method) {
    return switch (method.getName()) {
      case "clamp",
          "ceilDiv",
          "ceilMod",
          "ceilDivExact",
          "floorDivExact",
          "divideExact",
          "powExact",
          "unsignedMultiplyHigh",
          "unsignedMultiplyExact",
          "unsignedPowExact" ->
          true;
      default -> false;
    };
  }

  private static Object argument(Class<?> type, Random random) {
    if (type == double.class) {
      return random.nextGaussian() * 3;
    } else if (type == float.class) {
      return (float) random.nextGaussian();
    } else if (type == long.class) {
      return (long) random.nextInt(20) - 10;
    }
    return random.nextInt(20) - 10;
  }

  private static Object result(Method method, Object[] arguments) throws IllegalAccessException {
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      return e.getCause().getClass();
    }
  }

  @Test
  void scalarFunctionsDoNotOverflow() {
    assertThat(sigmoid(-1000.0)).isZero();
    assertThat(sigmoid(1000.0)).isEqualTo(1);
    assertThat(sigmoid(0f)).isEqualTo(0.5f);
    assertThat(softplus(1000.0)).isEqualTo(1000);
    assertThat(softplus(-800.0)).isZero();
    assertThat(logaddexp(1000.0, 1000.0)).isEqualTo(1000 + Math.log(2));
    assertThat(logaddexp(Double.NEGATIVE_INFINITY, 2.0)).isEqualTo(2);
    double none = Double.NEGATIVE_INFINITY;
    assertThat(logaddexp(none, none)).isEqualTo(none);
    assertThat(relu(-1.0)).isZero();
    assertThat(relu(Double.NaN)).isNaN();
    assertThat(clip(5f, 0f, 1f)).isEqualTo(1f);
    assertThat(clip(Double.NaN, 0, 1)).isNaN();
  }

  @Test
  void eachWalksRecordsArraysAndLists() {
    Net a = net(1);
    Net b = each(a, Tensor::copy);
    assertThat(b).isNotSameAs(a);
    assertThat(b.first().w().item()).isEqualTo(1);
    assertThat(b.first().b().item()).isEqualTo(2);
    assertThat(b.first().units()).isEqualTo(3);
    assertThat(b.rest()[0].item()).isEqualTo(3);
    assertThat(b.more().get(0).item()).isEqualTo(4);
    assertThat(b.name()).isEqualTo("net");
    Net second = each(a, net(10), (x, y) -> y);
    assertThat(second.rest()[0].item()).isEqualTo(12);
    Net third = each(a, b, net(20), (x, y, z) -> z);
    assertThat(third.first().b().item()).isEqualTo(21);
    Tensor[] array =
        each(new Tensor[] {Tensor.of(1.0)}, new Tensor[] {Tensor.of(2.0)}, (x, y) -> y);
    assertThat(array[0].item()).isEqualTo(2);
  }

  @Test
  void groupsOfDifferentStructureAreRefused() {
    Net more = new Net(net(1).first(), new Tensor[2], List.of(), "x");
    assertThatThrownBy(() -> each(net(1), more, (x, y) -> x))
        .isInstanceOf(CrotonException.class)
        .hasMessage("Net.rest has 1 elements in one group and 2 in another");
    Net hole = new Net(new Layer(null, Tensor.of(1.0), 1), new Tensor[0], List.of(), "x");
    assertThatThrownBy(() -> each(net(1), hole, (x, y) -> x))
        .hasMessage("Net.first.w is a Tensor in one group and null in another");
  }

  @Test
  void zerosAndOnesNeedNoEvaluator() {
    assertThat(zerosLike(Tensor.of(1, 2)).toInts()).containsExactly(0, 0);
    assertThat(onesLike(net(3)).first().w().item()).isEqualTo(1);
    assertThat(zerosLike(net(3)).more().get(0).item()).isZero();
  }
}
