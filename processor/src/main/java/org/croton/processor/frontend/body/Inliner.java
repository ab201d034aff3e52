package org.croton.processor.frontend.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.croton.DType;
import org.croton.processor.frontend.names.Members;
import org.croton.processor.frontend.names.Site;
import org.croton.processor.frontend.signature.Marks;
import org.croton.processor.frontend.signature.Solving;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.InstanceValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/** Evaluates the body of a called method in place of the call. */
final class Inliner {
  /** How often one method may stand in the chain of calls: recursion ends by then or never. */
  private static final int DEEPEST = 64;

  private static final int MOST_NOTES = 3;

  private record Call(Element method, Span span) {}

  private static final String MARK = "'";

  private final Reading reading;
  private final Deque<Call> chain = new ArrayDeque<>();

  Inliner(Reading reading) {
    this.reading = reading;
  }

  /**
   * The call's value.
   *
   * @param argumentTrees for places of mistakes; may be shorter than the arguments
   * @param span the call
   */
  Value call(
      ExecutableElement method,
      @Nullable InstanceValue self,
      List<Value> arguments,
      List<? extends ExpressionTree> argumentTrees,
      Span span,
      Frame caller) {
    TreePath path = reading.source.language().trees().getPath(method);
    MethodTree tree = path == null ? null : (MethodTree) path.getLeaf();
    if (path == null || tree == null || tree.getBody() == null) {
      throw Mistake.of(Code.NO_SOURCE, span, Members.owner(method).getSimpleName() + "." + method);
    }
    enter(method, span);
    reading.source.inlined().add(method);
    reading.callers.push(caller);
    try {
      Frame frame = frame(method, path, self);
      bind(method, tree, arguments, argumentTrees, span, caller, frame);
      Completion completion = reading.statements.body(tree.getBody(), frame);
      return result(method, completion, frame, span);
    } finally {
      reading.callers.pop();
      chain.pop();
    }
  }

  private void enter(Element method, Span span) {
    if (chain.stream().filter(call -> call.method().equals(method)).count() >= DEEPEST) {
      throw Mistake.of(Code.RECURSION, span, method.getSimpleName());
    }
    chain.push(new Call(method, span));
  }

  /** The calls that lead to what is being read, innermost first, as notes; the first few. */
  List<String> chain() {
    return chain.stream()
        .limit(MOST_NOTES)
        .map(
            call ->
                "in the call of "
                    + call.method().getSimpleName()
                    + " at line "
                    + call.span().line())
        .toList();
  }

  /** A frame for a method's body: no variables yet. */
  Frame frame(ExecutableElement method, TreePath path, @Nullable InstanceValue self) {
    TypeElement owner = Members.owner(method);
    Site site = new Site(path.getCompilationUnit(), owner, method);
    return new Frame(site, self, new Scope(null), new LinkedHashMap<>());
  }

  /** Makes the parameters variables of the frame, checked against their declarations. */
  void bind(
      ExecutableElement method,
      MethodTree tree,
      List<Value> arguments,
      List<? extends ExpressionTree> argumentTrees,
      Span span,
      Frame caller,
      Frame frame) {
    for (int i = 0; i < arguments.size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      boolean placed = i < argumentTrees.size();
      Span place = placed ? reading.span(argumentTrees.get(i), caller) : span;
      TypeMirror type = reading.source.language().types().erasure(parameter.asType());
      Value value = reading.conversions.assign(arguments.get(i), type, place);
      String name = tree.getParameters().get(i).getName().toString();
      Value checked = check(parameter, name, value, place, frame.dims());
      frame.scope().add(new Scope.Variable(name, type, null, reading.store.make(name, checked)));
    }
  }

  private Value result(ExecutableElement method, Completion completion, Frame frame, Span span) {
    if (method.getReturnType().getKind() == TypeKind.VOID) {
      return Value.Missing.VOID;
    }
    Value value = reading.sharing.unpacked("result", completion.value());
    if (value == Value.Missing.POISON
        || !completion.has(exit -> exit.kind() == Completion.Kind.RETURN)) {
      throw new Poisoned();
    }
    TypeMirror type = reading.source.language().types().erasure(method.getReturnType());
    Value converted = reading.conversions.assign(value, type, span);
    return check(method, "the result of " + method.getSimpleName(), converted, span, frame.dims());
  }

  /** The value in the element type that an annotation declares; binds its new dim names. */
  private Value check(Element element, String name, Value value, Span span, Map<String, Dim> dims) {
    Marks.DimsMark mark = reading.declarations.mark(element);
    Shape actual = shape(value);
    if (mark == null || actual == null) {
      return value;
    }
    // Names of the helper are marked, so that they never mean the caller's of the same name.
    List<Dim> patterns = reading.declarations.dims(element, mark, n -> Dim.name(MARK + n));
    Map<String, Dim> known = new LinkedHashMap<>();
    dims.forEach((n, dim) -> known.put(MARK + n, dim));
    Map<String, Dim> found =
        patterns.size() == actual.rank() ? Solving.match(patterns, actual.dims(), known) : null;
    if (found != null) {
      found.forEach((n, dim) -> dims.put(n.substring(MARK.length()), dim));
    }
    Shape declared = Solving.substitute(new Shape(patterns), found != null ? found : known);
    declared = Solving.rename(declared, n -> n.startsWith(MARK) ? n.substring(MARK.length()) : n);
    TensorType type =
        new TensorType(mark.dtype() != null ? mark.dtype() : dtypeOf(value), declared);
    return reading.localTypes.fit(name, type, value, span);
  }

  private DType dtypeOf(Value value) {
    return value instanceof Value.Tensor tensor
        ? tensor.node().tensor().dtype()
        : ((ArrayValue) value).element().dtype();
  }

  private @Nullable Shape shape(Value value) {
    if (value instanceof Value.Tensor tensor) {
      return tensor.node().tensor().shape();
    }
    return value instanceof ArrayValue array
        ? reading.arrays.contents().node(array).tensor().shape()
        : null;
  }
}
