package org.croton.processor.frontend.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.croton.DType;
import org.croton.processor.frontend.signature.Marks;
import org.croton.processor.frontend.signature.Outputs;
import org.croton.processor.frontend.signature.Solving;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.RecordValue;
import org.croton.processor.frontend.value.SequenceValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.croton.processor.kernel.Dress;
import org.croton.processor.kernel.KernelResult;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;

/** Turns what a compiled method returns into outputs, held against what its signature declares. */
final class ResultReader {
  /** Marks dim names that only the result has: the body defines them. */
  private static final String OPEN = "'";

  private final Reading reading;
  private final Outputs outputs;
  private final Span span;

  /**
   * @param span what was returned, for mistakes
   */
  ResultReader(Reading reading, Outputs outputs, Span span) {
    this.reading = reading;
    this.outputs = outputs;
    this.span = span;
  }

  /**
   * The outputs for a value.
   *
   * @param declaration whose annotations hold: the method, a component of a record
   */
  KernelResult read(
      String name, Value value, TypeMirror type, Element declaration, Map<String, Dim> defined) {
    if (value instanceof RecordValue record) {
      return record(name, record, type);
    }
    if (value instanceof SequenceValue sequence) {
      return sequence(name, sequence, type);
    }
    if (value == Value.Missing.NULL) {
      throw Mistake.of(Code.NULL_VALUE, span, name);
    }
    if (value instanceof Value.Tensor || value instanceof ArrayValue) {
      return array(name, value, type, declaration, defined);
    }
    JavaKind kind = JavaKind.of(reading.conversions.unboxed(type).getKind());
    if (kind == null) {
      throw Mistake.of(
          Code.UNSUPPORTED_TYPE,
          span,
          "a compiled method cannot return "
              + reading.source.valueTypes().describe(value)
              + ": only tensors, numbers, arrays of numbers, and records, arrays and lists of these");
    }
    Node node = reading.conversions.node(reading.conversions.assign(value, type, span), kind);
    return outputs.value(name, node, Dress.PRIMITIVE, type);
  }

  private KernelResult record(String name, RecordValue record, TypeMirror type) {
    Map<String, Dim> local = new LinkedHashMap<>();
    List<KernelResult.Component> components = new ArrayList<>();
    List<? extends RecordComponentElement> declared = record.type().getRecordComponents();
    for (int i = 0; i < declared.size(); i++) {
      RecordComponentElement component = declared.get(i);
      String own = component.getSimpleName().toString();
      KernelResult part =
          read(
              name + "." + own,
              record.components().get(i),
              reading.source.language().types().erasure(component.asType()),
              component,
              local);
      components.add(new KernelResult.Component(own, part));
    }
    TypeMirror shown = type.getKind() == TypeKind.DECLARED ? type : record.type().asType();
    return new KernelResult.Record(shown, record.type().getSimpleName().toString(), components);
  }

  private KernelResult sequence(String name, SequenceValue sequence, TypeMirror type) {
    List<KernelResult> elements = new ArrayList<>();
    List<Value> items = reading.arrays.items(sequence);
    TypeMirror element =
        type.getKind() == TypeKind.ARRAY
            ? ((ArrayType) type).getComponentType()
            : reading.source.language().mirror("java.lang.Object");
    for (int i = 0; i < items.size(); i++) {
      elements.add(item(name + "[" + i + "]", items.get(i), element));
    }
    return new KernelResult.Sequence(type, elements);
  }

  private KernelResult item(String name, Value item, TypeMirror element) {
    TypeMirror own = reading.source.valueTypes().type(item);
    TypeMirror type = element.getKind() != TypeKind.DECLARED || own == null ? element : own;
    Element declaration = reading.source.language().types().asElement(type);
    Element nothing = reading.source.language().type("java.lang.Object");
    return read(
        name, item, type, declaration == null ? nothing : declaration, new LinkedHashMap<>());
  }

  private KernelResult array(
      String name, Value value, TypeMirror type, Element declaration, Map<String, Dim> defined) {
    Node node =
        value instanceof Value.Tensor tensor
            ? tensor.node()
            : reading.arrays.contents().node((ArrayValue) value);
    Dress dress = value instanceof Value.Tensor ? Dress.TENSOR : Dress.JAVA_ARRAY;
    Marks.DimsMark mark = reading.declarations.mark(declaration);
    if (mark == null) {
      return outputs.value(name, node, dress, type);
    }
    TensorType declared = declared(declaration, mark, node.tensor(), defined);
    Value fitted =
        reading.localTypes.fit(
            (isMethod(declaration) ? "the result of " : "") + declaration.getSimpleName(),
            declared,
            new Value.Tensor(node),
            span);
    return outputs.value(name, ((Value.Tensor) fitted).node(), dress, type);
  }

  private static boolean isMethod(Element element) {
    return element.getKind() == ElementKind.METHOD;
  }

  /** The declared type, names that only the result has taken from the value. */
  private TensorType declared(
      Element declaration, Marks.DimsMark mark, TensorType actual, Map<String, Dim> defined) {
    boolean ofMethod = isMethod(declaration);
    List<Dim> patterns =
        reading.declarations.dims(
            declaration,
            mark,
            name -> {
              Dim known = ofMethod ? reading.knownDim(name) : null;
              return known != null ? known : Dim.name(OPEN + name);
            });
    Map<String, Dim> found =
        patterns.size() == actual.rank()
            ? Solving.match(patterns, actual.shape().dims(), defined)
            : null;
    if (found != null) {
      defined.putAll(found);
    }
    Shape shape = Solving.substitute(new Shape(patterns), found != null ? found : defined);
    Shape shown = Solving.rename(shape, n -> n.startsWith(OPEN) ? n.substring(OPEN.length()) : n);
    DType dtype = mark.dtype() != null ? mark.dtype() : actual.dtype();
    return new TensorType(dtype, shown);
  }
}
