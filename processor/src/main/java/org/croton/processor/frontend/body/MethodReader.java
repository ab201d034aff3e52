package org.croton.processor.frontend.body;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.croton.processor.frontend.FrontendOptions;
import org.croton.processor.frontend.names.Members;
import org.croton.processor.frontend.names.Site;
import org.croton.processor.frontend.names.Source;
import org.croton.processor.frontend.signature.Declarations;
import org.croton.processor.frontend.signature.DimScope;
import org.croton.processor.frontend.signature.Inputs;
import org.croton.processor.frontend.signature.Marks;
import org.croton.processor.frontend.signature.Outputs;
import org.croton.processor.frontend.signature.Relations;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.InstanceValue;
import org.croton.processor.frontend.value.Store;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Spans;
import org.croton.processor.kernel.DimRelation;
import org.croton.processor.kernel.KernelInput;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.kernel.KernelResult;
import org.croton.processor.kernel.KernelUpdate;
import org.croton.processor.report.Code;
import org.croton.processor.report.Diagnostic;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.croton.processor.surface.Surface;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/** Reads one compiled method: signature, body, results and updates. */
public final class MethodReader {
  /** How many sizes may be found out from their use before the method is given up. */
  private static final int MOST_SOLUTIONS = 200;

  private final Source source;
  private final Declarations declarations;
  private final FrontendOptions options;
  private final Surface surface;

  public MethodReader(
      Source source, Declarations declarations, FrontendOptions options, Surface surface) {
    this.source = source;
    this.declarations = declarations;
    this.options = options;
    this.surface = surface;
  }

  /**
   * The method as part of a class, its own or one that inherits it; null if there were mistakes,
   * which are then reported.
   */
  public @Nullable ReadMethod read(TypeElement type, ExecutableElement method) {
    Map<String, Dim> solved = new LinkedHashMap<>();
    for (int round = 0; round < MOST_SOLUTIONS; round++) {
      source.reporter().draft();
      try {
        ReadMethod read = attempt(type, method, solved);
        source.reporter().publish();
        return read;
      } catch (Unifier.Solved solution) {
        source.reporter().discard();
        solved.put(solution.name(), solution.dim());
      } catch (Mistake mistake) {
        source.reporter().report(mistake.diagnostic());
        source.reporter().publish();
        return null;
      } catch (Poisoned poisoned) {
        source.reporter().publish();
        return null;
      }
    }
    throw new IllegalStateException("sizes of " + method + " keep changing: " + solved);
  }

  private @Nullable ReadMethod attempt(
      TypeElement type, ExecutableElement method, Map<String, Dim> solved) {
    TreePath path = source.language().trees().getPath(method);
    if (path == null) {
      throw Mistake.of(
          Code.NO_SOURCE,
          source.positions().of(type),
          Members.owner(method).getSimpleName() + "." + method);
    }
    int before = source.reporter().errorsSoFar();
    Store store = new Store(new GraphBuilder());
    DimScope scope = DimScope.ofMethod();
    Inputs inputs = new Inputs(source, declarations, store, scope, solved);
    Relations relations = new Relations(source, declarations);
    relations.collectNames(type, method, scope);
    List<DimRelation> where =
        relations.where(method, name -> declaredDim(name, type, method, scope), scope);
    InstanceValue self = self(type, method, inputs);
    TypeElement owner = Members.owner(method);
    Frame frame =
        new Frame(
            new Site(path.getCompilationUnit(), owner, method),
            self,
            new Scope(null),
            scope.names());
    Reading reading =
        new Reading(source, declarations, options, surface, store, inputs, new Spans(), frame);
    reading.self = self;
    Map<String, Value> parameters = parameters(method, reading, frame);
    MethodTree tree = (MethodTree) path.getLeaf();
    reading.checkpoints = Checkpoints.of(method, source);
    Completion completion = reading.statements.body(tree.getBody(), frame);
    if (source.reporter().errorsSoFar() > before) {
      return null;
    }
    if (reading.checkpoints != null) {
      reading.checkpoints.requireUse();
    }
    warnUnused(method, reading, frame);
    Value value = reading.sharing.unpacked("result", completion.value());
    Finished finished = new Finished(type, method, reading, parameters, self, value, where);
    return finish(finished);
  }

  /** The dim that a name means in a relation: a dim, an int parameter or field; or null. */
  private @Nullable Dim declaredDim(
      String name, TypeElement type, ExecutableElement method, DimScope scope) {
    List<VariableElement> numbers = new ArrayList<>(method.getParameters());
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      numbers.addAll(source.members().instanceFields(type));
    }
    boolean number =
        numbers.stream()
            .anyMatch(
                variable ->
                    variable.getSimpleName().contentEquals(name)
                        && variable.asType().getKind() == TypeKind.INT);
    return number || scope.knows(name) ? scope.dim(name) : null;
  }

  private record Finished(
      TypeElement type,
      ExecutableElement method,
      Reading reading,
      Map<String, Value> parameters,
      @Nullable InstanceValue self,
      Value value,
      List<DimRelation> where) {}

  private @Nullable InstanceValue self(TypeElement type, ExecutableElement method, Inputs inputs) {
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return null;
    }
    InstanceValue self = new InstanceValue(type, true);
    for (VariableElement field : source.members().instanceFields(type)) {
      String name = field.getSimpleName().toString();
      self.add(name, Cell.lazy(name, () -> inputs.field(field)));
    }
    return self;
  }

  private Map<String, Value> parameters(ExecutableElement method, Reading reading, Frame frame) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (VariableElement parameter : method.getParameters()) {
      String name = parameter.getSimpleName().toString();
      Value value = Value.Missing.POISON;
      try {
        value = reading.inputs.parameter(parameter);
      } catch (Mistake mistake) {
        source.reporter().report(mistake.diagnostic());
      }
      values.put(name, value);
      frame
          .scope()
          .add(
              new Scope.Variable(
                  name,
                  source.language().types().erasure(parameter.asType()),
                  null,
                  reading.store.make(name, value)));
    }
    return values;
  }

  private void warnUnused(ExecutableElement method, Reading reading, Frame frame) {
    if (method.getAnnotation(SuppressWarnings.class) != null) {
      return;
    }
    for (VariableElement parameter : method.getParameters()) {
      String name = parameter.getSimpleName().toString();
      Scope.Variable variable = frame.scope().find(name);
      boolean used = variable != null && reading.used.contains(variable.cell());
      if (!used && !reading.inputs.scope().knows(name)) {
        source
            .reporter()
            .report(Diagnostic.of(Code.UNUSED_PARAMETER, source.positions().of(parameter), name));
      }
    }
  }

  private @Nullable ReadMethod finish(Finished read) {
    Reading reading = read.reading();
    Outputs outputs = new Outputs(source);
    Span span = reading.returned != null ? reading.returned : source.positions().of(read.method());
    KernelResult result =
        read.method().getReturnType().getKind() == TypeKind.VOID
            ? new KernelResult.Nothing()
            : new ResultReader(reading, outputs, span)
                .read(
                    "result",
                    read.value(),
                    read.method().getReturnType(),
                    read.method(),
                    new LinkedHashMap<>());
    List<KernelUpdate> updates = updates(read, outputs);
    List<KernelInput> inputs = reading.inputs.inputs();
    Graph graph = graph(reading, inputs, outputs);
    AnnotationMirror compiled = Marks.find(read.method(), "Compiled");
    boolean java = compiled != null && Marks.is(compiled, "target", "JAVA");
    KernelMethod kernel =
        new KernelMethod(
            read.method(),
            read.method().getSimpleName().toString(),
            true,
            inputs,
            result,
            updates,
            read.where(),
            graph,
            reading.spans,
            java);
    List<KernelMethod> methods = new ArrayList<>(List.of(kernel));
    methods.addAll(
        new DerivativeMethods(reading, kernel, span)
            .read(read.value(), read.parameters(), read.self()));
    return new ReadMethod(methods, List.copyOf(reading.inputs.fields().values()));
  }

  static Graph graph(Reading reading, List<KernelInput> inputs, Outputs outputs) {
    List<Graph.Input> named =
        inputs.stream().map(input -> new Graph.Input(input.expression(), input.value())).toList();
    return new Graph(reading.builder(), named, outputs.outputs());
  }

  private List<KernelUpdate> updates(Finished read, Outputs outputs) {
    List<KernelUpdate> updates = new ArrayList<>();
    if (read.self() == null) {
      return updates;
    }
    read.self()
        .fields()
        .forEach(
            (name, cell) -> {
              Value value = read.reading().store.changed(cell);
              VariableElement field = source.members().field(read.type(), name);
              if (value != null && field != null) {
                int output =
                    outputs.add("this." + name, read.reading().content(value, field.asType()));
                updates.add(new KernelUpdate(read.reading().inputs.stateField(field), output));
              }
            });
    return updates;
  }
}
