package org.croton;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What the header of a {@code .npy} file says. */
final class NpyHeader {
  private final DType dtype;
  private final boolean swapped;
  private final boolean columnMajor;
  private final int[] shape;

  private NpyHeader(DType dtype, boolean swapped, boolean columnMajor, int[] shape) {
    this.dtype = dtype;
    this.swapped = swapped;
    this.columnMajor = columnMajor;
    this.shape = shape;
  }

  /** The element type. */
  DType dtype() {
    return dtype;
  }

  /** Whether elements are in the other byte order than this machine's. */
  boolean swapped() {
    return swapped;
  }

  /** Whether the first axis varies fastest. */
  boolean columnMajor() {
    return columnMajor;
  }

  /** The shape, not copied. */
  int[] shape() {
    return shape;
  }

  /** Reads the header's text, a Python dictionary with three entries. */
  static NpyHeader parse(String text, String name) {
    String order = value(text, "fortran_order", name);
    if (!order.equals("True") && !order.equals("False")) {
      throw malformed(name, text);
    }
    String descr = value(text, "descr", name);
    if (descr.length() < 4) {
      throw malformed(name, text);
    }
    String type = descr.substring(1, descr.length() - 1);
    DType dtype = dtype(type);
    if (dtype == null) {
      throw new CrotonException(
          name
              + " has elements of type "
              + descr
              + ", which is none of "
              + Arrays.toString(DType.values()));
    }
    char own = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? '<' : '>';
    char sign = type.charAt(0);
    boolean swapped = (sign == '<' || sign == '>') && sign != own;
    return new NpyHeader(dtype, swapped, order.equals("True"), shape(text, name));
  }

  private static @Nullable DType dtype(String type) {
    if ("<>|=".indexOf(type.charAt(0)) < 0) {
      return null;
    }
    for (DType dtype : DType.values()) {
      if (dtype.descr().substring(1).equals(type.substring(1))) {
        return dtype;
      }
    }
    return null;
  }

  /** The text of an entry up to the comma or brace that ends it. */
  private static String value(String text, String key, String name) {
    int start = text.indexOf("'" + key + "':");
    if (start < 0) {
      throw malformed(name, text);
    }
    int from = start + key.length() + 3;
    int comma = text.indexOf(',', from);
    int brace = text.indexOf('}', from);
    int end = comma < 0 || (brace >= 0 && brace < comma) ? brace : comma;
    if (end < 0) {
      throw malformed(name, text);
    }
    return text.substring(from, end).trim();
  }

  private static int[] shape(String text, String name) {
    int start = text.indexOf("'shape':");
    int open = start < 0 ? -1 : text.indexOf('(', start);
    int close = open < 0 ? -1 : text.indexOf(')', open);
    if (close < 0) {
      throw malformed(name, text);
    }
    String inside = text.substring(open + 1, close).trim();
    String list = inside.endsWith(",") ? inside.substring(0, inside.length() - 1) : inside;
    if (list.isEmpty()) {
      return new int[0];
    }
    String[] parts = list.split(",", -1);
    int[] shape = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      shape[i] = dim(parts[i].trim(), name);
    }
    return shape;
  }

  private static int dim(String digits, String name) {
    try {
      int dim = Integer.parseInt(digits);
      if (dim >= 0) {
        return dim;
      }
    } catch (NumberFormatException e) {
      throw new CrotonException(name + " has the dim " + digits + ", which is no int", e);
    }
    throw new CrotonException(name + " has the negative dim " + digits);
  }

  private static CrotonException malformed(String name, String text) {
    return new CrotonException(name + " has a malformed .npy header: " + text.trim());
  }

  /** The header's text for a tensor in native byte order, without padding. */
  static String text(DType dtype, int[] shape) {
    boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    String descr = little ? dtype.descr() : dtype.descr().replace('<', '>');
    StringJoiner dims = new StringJoiner(", ", "(", shape.length == 1 ? ",)" : ")");
    for (int dim : shape) {
      dims.add(Integer.toString(dim));
    }
    return "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + dims + ", }";
  }
}
