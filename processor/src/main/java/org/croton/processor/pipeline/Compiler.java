package org.croton.processor.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.croton.processor.codegen.java.CompiledMethod;
import org.croton.processor.fuse.FuseNests;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphPrinter;
import org.croton.processor.ir.GraphVerifier;
import org.croton.processor.ir.Node;
import org.croton.processor.kernel.EntryPlan;
import org.croton.processor.kernel.Extents;
import org.croton.processor.kernel.KernelClass;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.kernel.KernelResult;
import org.croton.processor.loop.LoopFunction;
import org.croton.processor.loop.LoopPrinter;
import org.croton.processor.lower.InlineViews;
import org.croton.processor.lower.LowerGraph;
import org.croton.processor.lower.LoweredGraph;
import org.croton.processor.report.Span;
import org.croton.processor.rewrite.RewriteProof;
import org.croton.processor.rewrite.RewriteTrace;
import org.croton.processor.rewrite.Rewriter;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.croton.runtime.SourceLine;

/** From a method's graph to a kernel that is ready to print: the passes in their order. */
final class Compiler {
  private final Options options;
  private final Elements elements;
  private final Rewriter rewriter = Rewriter.standard();

  Compiler(Options options, Elements elements) {
    this.options = options;
    this.elements = elements;
  }

  /** A compiled method and the graph that its kernel was made from. */
  record Compilation(CompiledMethod method, Graph graph) {}

  /**
   * Compiles one method.
   *
   * @param name the kernel's name, unique in its class
   * @throws org.croton.processor.type.TypeMismatch if a size cannot be determined at entry
   */
  Compilation compile(KernelClass owner, KernelMethod method, String name, StageDump dump) {
    dump.stage("graph", GraphPrinter.print(method.graph()));
    GraphVerifier.check(method.graph(), "frontend");
    Rewriter.Rewritten rewriting =
        rewriter.rewrite(method.graph(), method.spans(), options.rewrites());
    Graph graph = rewriting.graph();
    GraphVerifier.check(graph, "rewrite");
    dump.stage("rewritten", GraphPrinter.print(graph));
    if (options.verify().contains("rewrites")) {
      prove(rewriting.trace());
    }
    LoweredGraph lowered = InlineViews.run(LowerGraph.lower(graph));
    LoopFunction function =
        FuseNests.fuse(
            name,
            lowered.inputs(),
            lowered.outputs(),
            lowered.constants(),
            lowered.steps(),
            options.fuse());
    dump.stage("loops", LoopPrinter.print(function));
    KernelMethod same = method.withGraph(graph);
    KernelMethod rewritten = SmallMethods.areFasterInJava(same, function) ? same.inJava() : same;
    CompiledMethod compiled =
        new CompiledMethod(
            rewritten, function, plan(owner, rewritten, function), lines(owner, method, lowered));
    return new Compilation(compiled, graph);
  }

  /** A rewrite that changes what a sample gives is a bug, whatever else works. */
  private static void prove(RewriteTrace trace) {
    List<RewriteProof.Disproof> disproofs = RewriteProof.of(trace).disproofs();
    if (!disproofs.isEmpty()) {
      throw new IllegalStateException("wrong rewrite: " + disproofs.get(0));
    }
  }

  private EntryPlan plan(KernelClass owner, KernelMethod method, LoopFunction function) {
    List<EntryPlan.IntName> ints =
        new ArrayList<>(EntryPlan.IntName.of(method.element().getParameters()));
    List<EntryPlan.IntName> fields =
        EntryPlan.IntName.of(ElementFilter.fieldsIn(elements.getAllMembers(owner.element())));
    ints.addAll(fields);
    SortedSet<String> needed = new TreeSet<>(function.sizes());
    needed.addAll(function.workspaceBytes().names());
    collect(method.result(), needed);
    method.updates().forEach(update -> collect(update.field().type(), needed));
    boolean isStatic = method.element().getModifiers().contains(Modifier.STATIC);
    Set<String> lasting =
        isStatic ? Set.of() : EntryPlan.ofFields(owner.fieldInputs(), fields).names();
    Set<String> natural = new TreeSet<>(Extents.names(method.graph()));
    return EntryPlan.of(method.inputs(), method.where(), ints, needed, natural, lasting);
  }

  private static void collect(KernelResult result, Set<String> names) {
    if (result instanceof KernelResult.Value) {
      collect(((KernelResult.Value) result).type(), names);
    } else if (result instanceof KernelResult.Record) {
      ((KernelResult.Record) result)
          .components()
          .forEach(component -> collect(component.value(), names));
    } else if (result instanceof KernelResult.Sequence) {
      ((KernelResult.Sequence) result).elements().forEach(element -> collect(element, names));
    }
  }

  private static void collect(TensorType type, Set<String> names) {
    for (Dim dim : type.shape().dims()) {
      names.addAll(dim.names());
    }
  }

  /** Where in the user's source each check of the kernel stands. */
  private List<SourceLine> lines(KernelClass owner, KernelMethod method, LoweredGraph lowered) {
    List<SourceLine> lines = new ArrayList<>();
    String className =
        elements.getBinaryName((TypeElement) method.element().getEnclosingElement()).toString();
    String methodName = method.element().getSimpleName().toString();
    String otherwise = owner.element().getSimpleName() + ".java";
    for (Node site : lowered.sites()) {
      SortedSet<Span> spans = method.spans().of(site);
      lines.add(
          spans.isEmpty()
              ? new SourceLine(className, methodName, otherwise, -1, "")
              : line(className, methodName, spans.first()));
    }
    return lines;
  }

  private static SourceLine line(String className, String methodName, Span span) {
    String file = span.file().substring(span.file().lastIndexOf('/') + 1);
    return new SourceLine(className, methodName, file, span.line(), "");
  }
}
