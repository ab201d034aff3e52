package org.croton.processor.frontend.names;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/** Turns syntax into spans, and spans back into the syntax that javac can point at. */
public final class Positions {
  /** A piece of syntax and the file it stands in. */
  public record Place(Tree tree, CompilationUnitTree unit) {}

  private static final Span NOWHERE = new Span("", 0, 0, 1, 1);

  private final Trees trees;
  private final Map<Span, Place> places = new HashMap<>();

  public Positions(Trees trees) {
    this.trees = trees;
  }

  public Span of(Tree tree, Site site) {
    return of(tree, site.unit());
  }

  public Span of(Tree tree, CompilationUnitTree unit) {
    SourcePositions positions = trees.getSourcePositions();
    int start = (int) positions.getStartPosition(unit, tree);
    int end = (int) positions.getEndPosition(unit, tree);
    if (start < 0) {
      return NOWHERE;
    }
    LineMap lines = unit.getLineMap();
    Span span =
        new Span(
            unit.getSourceFile().getName(),
            start,
            Math.max(start, end),
            (int) lines.getLineNumber(start),
            (int) lines.getColumnNumber(start));
    places.putIfAbsent(span, new Place(tree, unit));
    return span;
  }

  /** Where a declaration's name stands, or a span without place for a class from a jar. */
  public Span of(Element element) {
    TreePath path = trees.getPath(element);
    return path == null ? NOWHERE : of(path.getLeaf(), path.getCompilationUnit());
  }

  /** Where an annotation of a declaration stands. */
  public Span of(Element element, AnnotationMirror annotation) {
    TreePath path = trees.getPath(element, annotation);
    return path == null ? of(element) : of(path.getLeaf(), path.getCompilationUnit());
  }

  /** Where a member of an annotation is given, or the annotation where it is not. */
  public Span of(Element element, AnnotationMirror annotation, String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        TreePath path = trees.getPath(element, annotation, entry.getValue());
        return path == null
            ? of(element, annotation)
            : of(path.getLeaf(), path.getCompilationUnit());
      }
    }
    return of(element, annotation);
  }

  /** Where the type of a declared variable stands. */
  public Span ofType(Element element) {
    TreePath path = trees.getPath(element);
    return path != null && path.getLeaf() instanceof VariableTree variable
        ? of(variable.getType(), path.getCompilationUnit())
        : of(element);
  }

  /** The syntax of a span made here, or null. */
  public @Nullable Place place(Span span) {
    return places.get(span);
  }
}
