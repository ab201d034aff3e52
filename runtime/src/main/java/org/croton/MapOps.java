package org.croton;

import org.croton.runtime.Evaluation;

/**
 * Elementwise functions written as scalar Java: {@code map(x, y, (a, b) -> a * exp(-b))}.
 *
 * <p>The tensors, one to eight, broadcast. The lambda computes in their promoted kind, although its
 * parameters are of type {@code double}; numbers may be captured, tensors may not. Shapes that do
 * not broadcast are a {@link ShapeException}.
 */
public abstract sealed class MapOps extends IndexOps permits TreeOps {
  MapOps() {}

  /** A function of each element. */
  public static Tensor map(Tensor a, ToDouble.Of1 function) {
    return Evaluation.tensor("map", a, function);
  }

  /** A function of each 2 elements. */
  public static Tensor map(Tensor a, Tensor b, ToDouble.Of2 function) {
    return Evaluation.tensor("map", a, b, function);
  }

  /** A function of each 3 elements. */
  public static Tensor map(Tensor a, Tensor b, Tensor c, ToDouble.Of3 function) {
    return Evaluation.tensor("map", a, b, c, function);
  }

  /** A function of each 4 elements. */
  public static Tensor map(Tensor a, Tensor b, Tensor c, Tensor d, ToDouble.Of4 function) {
    return Evaluation.tensor("map", a, b, c, d, function);
  }

  /** A function of each 5 elements. */
  public static Tensor map(
      Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, ToDouble.Of5 function) {
    return Evaluation.tensor("map", a, b, c, d, e, function);
  }

  /** A function of each 6 elements. */
  public static Tensor map(
      Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, Tensor f, ToDouble.Of6 function) {
    return Evaluation.tensor("map", a, b, c, d, e, f, function);
  }

  /** A function of each 7 elements. */
  public static Tensor map(
      Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, Tensor f, Tensor g, ToDouble.Of7 function) {
    return Evaluation.tensor("map", a, b, c, d, e, f, g, function);
  }

  /** A function of each 8 elements. */
  public static Tensor map(
      Tensor a,
      Tensor b,
      Tensor c,
      Tensor d,
      Tensor e,
      Tensor f,
      Tensor g,
      Tensor h,
      ToDouble.Of8 function) {
    return Evaluation.tensor("map", a, b, c, d, e, f, g, h, function);
  }

  /** A {@link DType#BOOL} function of each element. */
  public static Tensor mapToBool(Tensor a, ToBool.Of1 function) {
    return Evaluation.tensor("mapToBool", a, function);
  }

  /** A {@link DType#BOOL} function of each 2 elements. */
  public static Tensor mapToBool(Tensor a, Tensor b, ToBool.Of2 function) {
    return Evaluation.tensor("mapToBool", a, b, function);
  }

  /** A {@link DType#BOOL} function of each 3 elements. */
  public static Tensor mapToBool(Tensor a, Tensor b, Tensor c, ToBool.Of3 function) {
    return Evaluation.tensor("mapToBool", a, b, c, function);
  }

  /** A {@link DType#BOOL} function of each 4 elements. */
  public static Tensor mapToBool(Tensor a, Tensor b, Tensor c, Tensor d, ToBool.Of4 function) {
    return Evaluation.tensor("mapToBool", a, b, c, d, function);
  }

  /** A {@link DType#BOOL} function of each 5 elements. */
  public static Tensor mapToBool(
      Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, ToBool.Of5 function) {
    return Evaluation.tensor("mapToBool", a, b, c, d, e, function);
  }

  /** A {@link DType#BOOL} function of each 6 elements. */
  public static Tensor mapToBool(
      Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, Tensor f, ToBool.Of6 function) {
    return Evaluation.tensor("mapToBool", a, b, c, d, e, f, function);
  }

  /** A {@link DType#BOOL} function of each 7 elements. */
  public static Tensor mapToBool(
      Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, Tensor f, Tensor g, ToBool.Of7 function) {
    return Evaluation.tensor("mapToBool", a, b, c, d, e, f, g, function);
  }

  /** A {@link DType#BOOL} function of each 8 elements. */
  public static Tensor mapToBool(
      Tensor a,
      Tensor b,
      Tensor c,
      Tensor d,
      Tensor e,
      Tensor f,
      Tensor g,
      Tensor h,
      ToBool.Of8 function) {
    return Evaluation.tensor("mapToBool", a, b, c, d, e, f, g, h, function);
  }

  /** An {@link DType#I32} function of each element. */
  public static Tensor mapToInt(Tensor a, ToInt.Of1 function) {
    return Evaluation.tensor("mapToInt", a, function);
  }

  /** An {@link DType#I32} function of each 2 elements. */
  public static Tensor mapToInt(Tensor a, Tensor b, ToInt.Of2 function) {
    return Evaluation.tensor("mapToInt", a, b, function);
  }

  /** An {@link DType#I32} function of each 3 elements. */
  public static Tensor mapToInt(Tensor a, Tensor b, Tensor c, ToInt.Of3 function) {
    return Evaluation.tensor("mapToInt", a, b, c, function);
  }

  /** An {@link DType#I32} function of each 4 elements. */
  public static Tensor mapToInt(Tensor a, Tensor b, Tensor c, Tensor d, ToInt.Of4 function) {
    return Evaluation.tensor("mapToInt", a, b, c, d, function);
  }

  /** An {@link DType#I32} function of each 5 elements. */
  public static Tensor mapToInt(
      Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, ToInt.Of5 function) {
    return Evaluation.tensor("mapToInt", a, b, c, d, e, function);
  }

  /** An {@link DType#I32} function of each 6 elements. */
  public static Tensor mapToInt(
      Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, Tensor f, ToInt.Of6 function) {
    return Evaluation.tensor("mapToInt", a, b, c, d, e, f, function);
  }

  /** An {@link DType#I32} function of each 7 elements. */
  public static Tensor mapToInt(
      Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, Tensor f, Tensor g, ToInt.Of7 function) {
    return Evaluation.tensor("mapToInt", a, b, c, d, e, f, g, function);
  }

  /** An {@link DType#I32} function of each 8 elements. */
  public static Tensor mapToInt(
      Tensor a,
      Tensor b,
      Tensor c,
      Tensor d,
      Tensor e,
      Tensor f,
      Tensor g,
      Tensor h,
      ToInt.Of8 function) {
    return Evaluation.tensor("mapToInt", a, b, c, d, e, f, g, h, function);
  }

  /** An {@link DType#I64} function of each element. */
  public static Tensor mapToLong(Tensor a, ToLong.Of1 function) {
    return Evaluation.tensor("mapToLong", a, function);
  }

  /** An {@link DType#I64} function of each 2 elements. */
  public static Tensor mapToLong(Tensor a, Tensor b, ToLong.Of2 function) {
    return Evaluation.tensor("mapToLong", a, b, function);
  }

  /** An {@link DType#I64} function of each 3 elements. */
  public static Tensor mapToLong(Tensor a, Tensor b, Tensor c, ToLong.Of3 function) {
    return Evaluation.tensor("mapToLong", a, b, c, function);
  }

  /** An {@link DType#I64} function of each 4 elements. */
  public static Tensor mapToLong(Tensor a, Tensor b, Tensor c, Tensor d, ToLong.Of4 function) {
    return Evaluation.tensor("mapToLong", a, b, c, d, function);
  }

  /** An {@link DType#I64} function of each 5 elements. */
  public static Tensor mapToLong(
      Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, ToLong.Of5 function) {
    return Evaluation.tensor("mapToLong", a, b, c, d, e, function);
  }

  /** An {@link DType#I64} function of each 6 elements. */
  public static Tensor mapToLong(
      Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, Tensor f, ToLong.Of6 function) {
    return Evaluation.tensor("mapToLong", a, b, c, d, e, f, function);
  }

  /** An {@link DType#I64} function of each 7 elements. */
  public static Tensor mapToLong(
      Tensor a, Tensor b, Tensor c, Tensor d, Tensor e, Tensor f, Tensor g, ToLong.Of7 function) {
    return Evaluation.tensor("mapToLong", a, b, c, d, e, f, g, function);
  }

  /** An {@link DType#I64} function of each 8 elements. */
  public static Tensor mapToLong(
      Tensor a,
      Tensor b,
      Tensor c,
      Tensor d,
      Tensor e,
      Tensor f,
      Tensor g,
      Tensor h,
      ToLong.Of8 function) {
    return Evaluation.tensor("mapToLong", a, b, c, d, e, f, g, h, function);
  }
}
