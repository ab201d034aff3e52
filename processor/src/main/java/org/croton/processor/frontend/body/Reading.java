package org.croton.processor.frontend.body;

import com.sun.source.tree.Tree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.croton.DType;
import org.croton.processor.frontend.FrontendOptions;
import org.croton.processor.frontend.names.Source;
import org.croton.processor.frontend.signature.Declarations;
import org.croton.processor.frontend.signature.DimScope;
import org.croton.processor.frontend.signature.Inputs;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.InstanceValue;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Store;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Spans;
import org.croton.processor.kernel.Dress;
import org.croton.processor.report.Code;
import org.croton.processor.report.Diagnostic;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Reporter;
import org.croton.processor.report.Span;
import org.croton.processor.surface.Surface;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/** What all readers of one method share, and the readers themselves. */
final class Reading {
  final Source source;
  final Declarations declarations;
  final FrontendOptions options;
  final Surface surface;
  final Store store;
  final Inputs inputs;
  final Spans spans;

  final ExpressionReader expressions = new ExpressionReader(this);
  final StatementReader statements = new StatementReader(this);
  final NameReader names = new NameReader(this);
  final CallReader calls = new CallReader(this);
  final Inliner inliner = new Inliner(this);
  final ObjectReader objects = new ObjectReader(this);
  final ArrayReader arrays = new ArrayReader(this);
  final AssignmentReader assignments = new AssignmentReader(this);
  final OperatorReader operators = new OperatorReader(this);
  final ConditionReader conditions = new ConditionReader(this);
  final Exits exits = new Exits(this);
  final Fork fork = new Fork(this);
  final ScalarArithmetic arithmetic = new ScalarArithmetic(this);
  final Conversions conversions = new Conversions(this);
  final LoopReader loops = new LoopReader(this);
  final TensorCalls tensorCalls = new TensorCalls(this);
  final LocalTypes localTypes = new LocalTypes(this);
  final Unifier unifier = new Unifier(this);

  final Sharing sharing = new Sharing(this);

  /** Where the calls stand that lead to what is being read. */
  final Deque<Frame> callers = new ArrayDeque<>();

  /** Where the statement stands that is being read. */
  Frame here;

  /** Cells that were read, for warnings about those that never are. */
  final Set<Cell> used = new HashSet<>();

  /** {@code this} of the compiled method. */
  @Nullable InstanceValue self;

  /** The last thing that was returned: in the end, by the compiled method itself. */
  @Nullable Span returned;

  /**
   * How many loops of the graph and calls that can fail there were so far, drafts included: code
   * that has any is an arm of a branch.
   */
  int loopsMade;

  /** How outermost loops are cut for their reverse; null leaves them whole. */
  @Nullable Checkpoints checkpoints;

  /** What {@code double} means inside the lambdas of maps; empty outside. */
  private final Deque<DType> workingKinds = new ArrayDeque<>();

  /** The level of the store where each of these lambdas starts. */
  private final Deque<Integer> mapLevels = new ArrayDeque<>();

  /**
   * The condition under which the code being read runs, as a cell with a boolean; null is always.
   */
  @Nullable Cell guard;

  Reading(
      Source source,
      Declarations declarations,
      FrontendOptions options,
      Surface surface,
      Store store,
      Inputs inputs,
      Spans spans,
      Frame frame) {
    this.source = source;
    this.declarations = declarations;
    this.options = options;
    this.surface = surface;
    this.store = store;
    this.inputs = inputs;
    this.spans = spans;
    this.here = frame;
  }

  GraphBuilder builder() {
    return store.builder();
  }

  Reporter reporter() {
    return source.reporter();
  }

  Span span(Tree tree, Frame frame) {
    return source.positions().of(tree, frame.site());
  }

  Mistake mistake(Code code, Tree tree, Frame frame, Object... arguments) {
    return Mistake.of(code, span(tree, frame), arguments);
  }

  /** Reports a mistake with the calls that lead to it. */
  void report(Mistake mistake) {
    Diagnostic diagnostic = mistake.diagnostic();
    for (String call : inliner.chain()) {
      diagnostic = diagnostic.note(call);
    }
    reporter().report(diagnostic);
  }

  /** Whether an {@code int} parameter or field of the compiled method has that name. */
  private boolean isIntInput(String name) {
    return inputs.inputs().stream()
        .anyMatch(
            input ->
                input.root().equals(name)
                    && input.path().isEmpty()
                    && input.dress() == Dress.PRIMITIVE
                    && input.type().dtype() == DType.I32);
  }

  /** What a cell holds. Throws {@link Poisoned} if a mistake left it undefined. */
  Value read(Cell cell) {
    Value value = store.get(cell);
    used.add(cell);
    if (value == Value.Missing.POISON) {
      throw new Poisoned();
    }
    return value;
  }

  /** The dim that a name means in the signature, or null. */
  @Nullable Dim knownDim(String name) {
    DimScope scope = inputs.scope();
    Cell field = self == null ? null : self.field(name);
    if (!scope.knows(name) && field != null && isInt(name)) {
      store.get(field); // becomes an input
    }
    return scope.knows(name) || isIntInput(name) ? scope.meaning(name) : null;
  }

  private boolean isInt(String fieldName) {
    VariableElement field = self == null ? null : source.members().field(self.type(), fieldName);
    return field != null && field.asType().getKind() == TypeKind.INT;
  }

  /** A value of a field's type as one node. */
  Node content(Value value, TypeMirror type) {
    if (value instanceof Value.Tensor tensor) {
      return tensor.node();
    }
    if (value instanceof ArrayValue array) {
      return arrays.contents().node(array);
    }
    JavaKind kind = JavaKind.of(type.getKind());
    if (kind == null) {
      throw new IllegalStateException(type + ": " + value);
    }
    return conversions.node(value, kind);
  }

  /**
   * What can fail has a place, and is computed on its path only: in an arm of a branch of the
   * graph.
   */
  void notePartial(Object made, List<Object> arguments, Span place) {
    List<Apply> partial = Partial.operations(made, arguments);
    partial.forEach(apply -> spans.add(apply, place));
    if (guard != null && !inMap() && !partial.isEmpty()) {
      loopsMade++;
    }
  }

  boolean inMap() {
    return !workingKinds.isEmpty();
  }

  void enterMap(DType workingKind) {
    workingKinds.push(workingKind);
    store.openTrial();
    mapLevels.push(store.level());
  }

  void leaveMap() {
    workingKinds.pop();
    mapLevels.pop();
    store.commit();
  }

  /** Throws {@link Mistake} if a lambda of a map writes what it did not make. */
  void checkWrite(Cell cell, Tree tree, Frame frame) {
    if (inMap() && !store.isMadeSince(mapLevels.element(), cell)) {
      throw mistake(
          Code.UNSUPPORTED_ASSIGNMENT,
          tree,
          frame,
          "a map works on all elements at once, so its lambda cannot write what stands outside it");
    }
  }

  /** The element type of a primitive at this point. */
  DType dtype(JavaKind kind) {
    return kind == JavaKind.DOUBLE && inMap() ? workingKinds.element() : kind.dtype();
  }

  /** The condition under which the code being read runs, as a boolean node. */
  Node guardNode() {
    if (guard == null) {
      return builder().constant(DType.BOOL, 1L);
    }
    return ((Value.Scalar) store.get(guard)).node();
  }
}
