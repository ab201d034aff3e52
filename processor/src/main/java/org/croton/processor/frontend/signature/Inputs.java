package org.croton.processor.frontend.signature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.names.Source;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.RecordValue;
import org.croton.processor.frontend.value.Store;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Parameter;
import org.croton.processor.kernel.Dress;
import org.croton.processor.kernel.KernelField;
import org.croton.processor.kernel.KernelInput;
import org.croton.processor.report.Code;
import org.croton.processor.report.DidYouMean;
import org.croton.processor.report.Mistake;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/** Makes graph inputs of parameters and of the fields that a method reads. */
public final class Inputs {
  private final Source source;
  private final Declarations declarations;
  private final Store store;
  private final DimScope scope;
  private final Map<String, Dim> solved;
  private final List<KernelInput> inputs = new ArrayList<>();
  private final Map<String, KernelField> fields = new LinkedHashMap<>();

  /**
   * @param solved what earlier readings found out about sizes that only the data knows
   */
  public Inputs(
      Source source,
      Declarations declarations,
      Store store,
      DimScope scope,
      Map<String, Dim> solved) {
    this.source = source;
    this.declarations = declarations;
    this.store = store;
    this.scope = scope;
    this.solved = solved;
  }

  /** Inputs made so far, in order. */
  public List<KernelInput> inputs() {
    return inputs;
  }

  /** The fields that the method has touched so far. */
  public Map<String, KernelField> fields() {
    return fields;
  }

  public DimScope scope() {
    return scope;
  }

  /** The value of a parameter. Throws {@link Mistake} if it cannot be one. */
  public Value parameter(VariableElement parameter) {
    String name = parameter.getSimpleName().toString();
    return make(parameter, parameter.asType(), new Root(name, false, List.of()), scope);
  }

  /** The value of a field at entry. Throws {@link Mistake} if it cannot be state. */
  public Value field(VariableElement field) {
    String name = field.getSimpleName().toString();
    return make(field, field.asType(), new Root(name, true, List.of()), scope);
  }

  /** What a field of {@code this} holds. Throws {@link Mistake} if it can be no state. */
  public KernelField stateField(VariableElement field) {
    String name = field.getSimpleName().toString();
    KernelField known = fields.get(name);
    if (known != null) {
      return known;
    }
    TypeMirror type = field.asType();
    if (dress(type) == null) {
      throw Mistake.of(
          Code.UNSUPPORTED_TYPE,
          source.positions().of(field),
          "the field "
              + name
              + " of type "
              + source.valueTypes().describe(type)
              + " cannot be written by a compiled method: only Tensor, primitive and array fields"
              + " are state");
    }
    KernelField made = new KernelField(field, required(field, type, scope), dressOf(type));
    fields.put(name, made);
    return made;
  }

  private record Root(String name, boolean isField, List<String> path) {
    Root step(String component) {
      List<String> longer = new ArrayList<>(path);
      longer.add(component + "()");
      return new Root(name, isField, longer);
    }

    String use() {
      return name + (path.isEmpty() ? "" : "." + String.join(".", path).replace("()", ""));
    }
  }

  private Value make(Element element, TypeMirror type, Root root, DimScope dims) {
    Dress dress = dress(type);
    if (dress != null) {
      return leaf(element, type, dress, root, dims);
    }
    TypeElement record = source.language().element(type);
    if (record != null && record.getKind() == ElementKind.RECORD) {
      return record(element, record, root, dims);
    }
    throw Mistake.of(
        Code.UNSUPPORTED_TYPE,
        source.positions().ofType(element),
        root.use()
            + " is of type "
            + source.valueTypes().describe(type)
            + ": a compiled method takes tensors, primitives, arrays of primitives and records of"
            + " these");
  }

  private Value leaf(Element element, TypeMirror type, Dress dress, Root root, DimScope dims) {
    TensorType declared = solve(required(element, type, dims));
    TensorType known = known(declared);
    if (root.isField() && root.path().isEmpty()) {
      stateField((VariableElement) element);
    }
    Parameter node = store.builder().parameter(0, inputs.size(), known);
    inputs.add(
        new KernelInput(
            node,
            root.name(),
            root.isField(),
            root.path(),
            declared,
            dress,
            source.valueTypes().qualified(type)));
    JavaKind kind = JavaKind.of(type.getKind());
    if (kind == JavaKind.INT && root.path().isEmpty() && scope.knows(root.name())) {
      Dim size = scope.meaning(root.name());
      return size.isConstant()
          ? Value.Known.of(Math.toIntExact(size.constant()))
          : new Value.Size(size);
    }
    if (kind != null) {
      return new Value.Scalar(kind, node);
    }
    Value.Tensor tensor = new Value.Tensor(node);
    return dress == Dress.TENSOR ? tensor : array(type, tensor, root.use());
  }

  private ArrayValue array(TypeMirror type, Value.Tensor content, String owner) {
    JavaKind kind = Declarations.elementKind(type);
    if (kind == null) {
      throw new IllegalArgumentException(type.toString());
    }
    return new ArrayValue(
        kind, Declarations.rank(type), store.make(owner, content), List.of(), owner);
  }

  private Value record(Element element, TypeElement record, Root root, DimScope dims) {
    DimScope local = dims.local(root.use());
    bind(element, record, local, dims);
    List<Value> values = new ArrayList<>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      String name = component.getSimpleName().toString();
      values.add(make(component, component.asType(), root.step(name), local));
    }
    return new RecordValue(record, values);
  }

  private void bind(Element element, TypeElement record, DimScope local, DimScope dims) {
    Marks.DimsMark mark = declarations.mark(element);
    if (mark == null) {
      return;
    }
    if (mark.dtype() != null) {
      throw Mistake.of(
          Code.MISPLACED_ANNOTATION,
          source.positions().of(element, mark.annotation()),
          element.getSimpleName() + " is a record: its components carry their own element types");
    }
    try {
      for (DimParser.Binding binding : DimParser.bindings(mark.dims(), dims::dim)) {
        Set<String> known = componentDims(record);
        if (!known.contains(binding.name())) {
          throw Mistake.of(
              Code.UNKNOWN_DIM,
              source.positions().of(element, mark.annotation()),
              record.getSimpleName()
                  + " has no dim "
                  + binding.name()
                  + DidYouMean.suggest(binding.name(), known));
        }
        local.bind(binding.name(), binding.dim());
      }
    } catch (DimParser.SyntaxError e) {
      throw Mistake.of(
          Code.DIM_SYNTAX,
          source.positions().of(element, mark.annotation()),
          String.valueOf(e.getMessage()));
    }
  }

  private Set<String> componentDims(TypeElement record) {
    Set<String> names = new TreeSet<>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      Marks.DimsMark mark = declarations.mark(component);
      if (mark != null) {
        declarations.dims(component, mark, Dim::name).forEach(dim -> names.addAll(dim.names()));
      }
    }
    return names;
  }

  private TensorType required(Element element, TypeMirror type, DimScope dims) {
    TensorType declared = declarations.declared(element, type, dims);
    if (declared == null) {
      throw Mistake.of(
          Code.MISSING_ANNOTATION,
          source.positions().of(element),
          element.getSimpleName().toString());
    }
    return declared;
  }

  /** The type with what declared equations say of its dims. */
  public TensorType known(TensorType type) {
    return new TensorType(type.dtype(), scope.facts().apply(type.shape()));
  }

  private TensorType solve(TensorType type) {
    return new TensorType(type.dtype(), Solving.substitute(type.shape(), solved));
  }

  private Dress dressOf(TypeMirror type) {
    Dress dress = dress(type);
    if (dress == null) {
      throw new IllegalArgumentException(type.toString());
    }
    return dress;
  }

  /** How a Java type holds an array, or null if it does not. */
  public @Nullable Dress dress(TypeMirror type) {
    JavaKind kind = JavaKind.of(type.getKind());
    if (kind != null) {
      return Dress.PRIMITIVE;
    }
    if (declarations.isTensor(type)) {
      return Dress.TENSOR;
    }
    JavaKind elements = Declarations.elementKind(type);
    return elements == null || elements.isNarrow() ? null : Dress.JAVA_ARRAY;
  }
}
