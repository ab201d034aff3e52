package org.croton.processor.op;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/** Elementwise operations on truth values. */
public abstract class Logic extends Elementwise {
  private final Primitive primitive;

  protected Logic(String name, Primitive primitive) {
    super(name);
    this.primitive = primitive;
  }

  @Override
  protected final DType resultDtype(List<DType> arguments, Attrs attrs) {
    for (DType dtype : arguments) {
      if (dtype != DType.BOOL) {
        throw new TypeMismatch(
            "dtype-unsupported", name() + " needs truth values, not " + dtype + "; compare first");
      }
    }
    return DType.BOOL;
  }

  @Override
  protected final @Nullable Node derivative(int argument, List<Node> x, Node y) {
    return null;
  }

  @Override
  protected final Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    return Scalar.of(primitive, x.toArray(new Scalar[0]));
  }
}
