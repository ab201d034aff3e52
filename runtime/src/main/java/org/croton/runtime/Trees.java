package org.croton.runtime;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.croton.CrotonException;
import org.croton.Tensor;
import org.croton.TreeOps.TernaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Walks tensors grouped in records, arrays and lists, nested as deep as one likes.
 *
 * <p>Records are rebuilt through their canonical constructor, which need not be public.
 */
public final class Trees {
  private Trees() {}

  /** A group of the same structure with each tensor replaced by a function of it. */
  public static <T> T map(UnaryOperator<Tensor> function, T group) {
    return rebuilt((path, tensors) -> function.apply(tensors[0]), group);
  }

  /**
   * A group like the first of two with each tensor replaced by a function of the tensors at that
   * place; what is neither a tensor nor a group is taken from the first.
   *
   * @throws CrotonException if the groups differ in structure
   */
  public static <T> T map(BinaryOperator<Tensor> function, T a, T b) {
    return rebuilt((path, tensors) -> function.apply(tensors[0], tensors[1]), a, (Object) b);
  }

  /**
   * As {@link #map(BinaryOperator, Object, Object)}, for three groups.
   *
   * @throws CrotonException if the groups differ in structure
   */
  public static <T> T map(TernaryOperator function, T a, T b, T c) {
    return rebuilt((path, tensors) -> function.apply(tensors[0], tensors[1], tensors[2]), a, b, c);
  }

  /**
   * A group of the same structure with each tensor replaced by a function of its place, such as
   * {@code layers[0].w}, and of it.
   */
  public static <T> T mapNamed(BiFunction<String, Tensor, Tensor> function, T group) {
    int root = group.getClass().getSimpleName().length() + 1;
    return rebuilt((path, x) -> function.apply(path.substring(root), x[0]), group);
  }

  private static <T> T rebuilt(
      BiFunction<String, Tensor[], Tensor> function, T first, Object... others) {
    @Nullable Object[] groups = new Object[others.length + 1];
    groups[0] = first;
    System.arraycopy(others, 0, groups, 1, others.length);
    @SuppressWarnings("unchecked") // every kind of group is rebuilt in its own class
    T result = (T) Objects.requireNonNull(node(function, groups, first.getClass().getSimpleName()));
    return result;
  }

  /** The tensors of a group, in the order of components and elements. */
  public static List<Tensor> leaves(Object group) {
    List<Tensor> leaves = new ArrayList<>();
    map(
        tensor -> {
          leaves.add(tensor);
          return tensor;
        },
        group);
    return leaves;
  }

  private static @Nullable Object node(
      BiFunction<String, Tensor[], Tensor> function, @Nullable Object[] nodes, String path) {
    Object first = nodes[0];
    if (first == null) {
      return null;
    }
    if (!(first instanceof Tensor || first instanceof Record || isArray(first) || isList(first))) {
      return first;
    }
    for (Object node : nodes) {
      if (node == null || (node.getClass() != first.getClass() && !isList(first))) {
        throw new CrotonException(
            path
                + " is a "
                + first.getClass().getSimpleName()
                + " in one group and "
                + (node == null ? "null" : "a " + node.getClass().getSimpleName())
                + " in another");
      }
    }
    if (first instanceof Tensor) {
      Tensor[] tensors = new Tensor[nodes.length];
      System.arraycopy(nodes, 0, tensors, 0, nodes.length);
      return function.apply(path, tensors);
    }
    if (first instanceof Record record) {
      return rebuild(record, function, nodes, path);
    }
    return isList(first) ? list(function, nodes, path) : array(function, nodes, path);
  }

  private static boolean isArray(Object value) {
    return value instanceof Object[];
  }

  private static boolean isList(Object value) {
    return value instanceof List<?>;
  }

  private static Object rebuild(
      Record record,
      BiFunction<String, Tensor[], Tensor> function,
      @Nullable Object[] nodes,
      String path) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      @Nullable Object[] parts = new Object[nodes.length];
      for (int g = 0; g < nodes.length; g++) {
        parts[g] = component(components[i], nodes[g]);
      }
      values[i] = node(function, parts, path + "." + components[i].getName());
    }
    try {
      Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new CrotonException("the constructor of " + path + " failed", e.getCause());
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new CrotonException("the record " + path + " cannot be rebuilt: " + e.getMessage(), e);
    }
  }

  private static @Nullable Object component(RecordComponent component, @Nullable Object record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new CrotonException(
          "the component " + component.getName() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Object array(
      BiFunction<String, Tensor[], Tensor> function, @Nullable Object[] nodes, String path) {
    int length = Array.getLength(nodes[0]);
    for (Object node : nodes) {
      checkLength(length, Array.getLength(node), path);
    }
    Object result = Array.newInstance(nodes[0].getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      @Nullable Object[] parts = new Object[nodes.length];
      for (int g = 0; g < nodes.length; g++) {
        parts[g] = Array.get(nodes[g], i);
      }
      Array.set(result, i, node(function, parts, path + "[" + i + "]"));
    }
    return result;
  }

  private static Object list(
      BiFunction<String, Tensor[], Tensor> function, @Nullable Object[] nodes, String path) {
    int length = ((List<?>) nodes[0]).size();
    List<@Nullable Object> result = new ArrayList<>(length);
    for (Object node : nodes) {
      checkLength(length, ((List<?>) node).size(), path);
    }
    for (int i = 0; i < length; i++) {
      @Nullable Object[] parts = new Object[nodes.length];
      for (int g = 0; g < nodes.length; g++) {
        parts[g] = ((List<?>) nodes[g]).get(i);
      }
      result.add(node(function, parts, path + "[" + i + "]"));
    }
    return Collections.unmodifiableList(result);
  }

  private static void checkLength(int expected, int found, String path) {
    if (expected != found) {
      throw new CrotonException(
          path + " has " + expected + " elements in one group and " + found + " in another");
    }
  }
}
