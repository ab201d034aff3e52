package org.croton.processor.codegen.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.regex.Pattern;
import org.croton.DType;

/** Element types and type names as Java spells them. */
final class JavaTypes {
  /** A type annotation as javac prints it, with text that may hold brackets itself. */
  private static final Pattern ANNOTATION =
      Pattern.compile("@[\\w.]+\\s*(\\((?:[^\"()]|\"[^\"]*\")*\\))?\\s*");

  private JavaTypes() {}

  /** Reads {@code double}, {@code float[][]} or {@code org.croton.Tensor}, annotated or not. */
  static TypeName parse(String annotated) {
    String text = ANNOTATION.matcher(annotated).replaceAll("").strip();
    if (text.endsWith("[]")) {
      return ArrayTypeName.of(parse(text.substring(0, text.length() - 2)));
    }
    switch (text) {
      case "boolean":
        return TypeName.BOOLEAN;
      case "byte":
        return TypeName.BYTE;
      case "short":
        return TypeName.SHORT;
      case "char":
        return TypeName.CHAR;
      case "int":
        return TypeName.INT;
      case "long":
        return TypeName.LONG;
      case "float":
        return TypeName.FLOAT;
      case "double":
        return TypeName.DOUBLE;
      default:
        return ClassName.bestGuess(text);
    }
  }

  /** The primitive that native methods take for an element. */
  static TypeName primitive(DType dtype) {
    switch (dtype) {
      case BOOL:
        return TypeName.BOOLEAN;
      case U8:
        return TypeName.BYTE;
      case I32:
        return TypeName.INT;
      case I64:
        return TypeName.LONG;
      case F32:
        return TypeName.FLOAT;
      case F64:
        return TypeName.DOUBLE;
    }
    throw new AssertionError(dtype);
  }

  /** An element of a byte buffer, as the given Java primitive. */
  static CodeBlock get(CodeBlock buffer, int at, DType dtype, TypeName as) {
    CodeBlock raw = CodeBlock.of("$L.get$L($L)", buffer, suffix(dtype), at);
    if (dtype == DType.BOOL) {
      return CodeBlock.of("$L != 0", raw);
    }
    CodeBlock whole = dtype == DType.U8 ? CodeBlock.of("($L & 0xff)", raw) : raw;
    boolean same = dtype != DType.U8 && primitive(dtype).equals(as);
    return same ? whole : CodeBlock.of("($T) $L", as, whole);
  }

  /** Sets an element of a byte buffer. */
  static CodeBlock put(String buffer, int at, DType dtype, CodeBlock value) {
    CodeBlock raw =
        dtype == DType.BOOL
            ? CodeBlock.of("(byte) ($L ? 1 : 0)", value)
            : dtype == DType.U8 ? CodeBlock.of("(byte) $L", value) : value;
    return CodeBlock.of("$N.put$L($L, $L)", buffer, suffix(dtype), at, raw);
  }

  /** The part of {@code ByteBuffer}'s method names that says the type. */
  static String suffix(DType dtype) {
    switch (dtype) {
      case BOOL:
      case U8:
        return "";
      case I32:
        return "Int";
      case I64:
        return "Long";
      case F32:
        return "Float";
      case F64:
        return "Double";
    }
    throw new AssertionError(dtype);
  }
}
