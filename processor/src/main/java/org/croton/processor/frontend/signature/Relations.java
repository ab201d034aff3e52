package org.croton.processor.frontend.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.names.Source;
import org.croton.processor.kernel.DimRelation;
import org.croton.processor.report.Code;
import org.croton.processor.report.DidYouMean;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/** The dim names of a method and its fields, and the relations that the method declares of them. */
public final class Relations {
  private final Source source;
  private final Declarations declarations;

  public Relations(Source source, Declarations declarations) {
    this.source = source;
    this.declarations = declarations;
  }

  /** Makes the scope know every name in the signature and in the fields of the class. */
  public void collectNames(TypeElement type, ExecutableElement method, DimScope scope) {
    method.getParameters().forEach(parameter -> collect(parameter, scope));
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      for (VariableElement field : source.members().instanceFields(type)) {
        collect(field, scope);
      }
    }
  }

  /** Records bind their own names; the names that those are bound to are the method's. */
  private void collect(Element element, DimScope scope) {
    try {
      Marks.DimsMark mark = declarations.mark(element);
      TypeMirror type = element.asType();
      boolean array = declarations.isTensor(type) || Declarations.elementKind(type) != null;
      if (mark != null && array) {
        declarations.dims(element, mark, scope::dim);
      }
    } catch (Mistake mistake) {
      source.reporter().report(mistake.diagnostic());
    }
  }

  /**
   * The relations of {@code @Compiled(where = ...)}, as they were written; the scope learns what
   * they say.
   *
   * @param names gives the dim of a name, or null if there is none
   */
  public List<DimRelation> where(
      ExecutableElement method, Function<String, @Nullable Dim> names, DimScope scope) {
    List<DimRelation> relations = new ArrayList<>();
    AnnotationMirror compiled = Marks.find(method, "Compiled");
    if (compiled == null) {
      return relations;
    }
    Span span = source.positions().of(method, compiled);
    for (String text : Marks.texts(compiled, "where")) {
      try {
        relations.add(DimParser.relation(text, name -> known(name, text, names, method, span)));
      } catch (DimParser.SyntaxError | ArithmeticException e) {
        throw Mistake.of(Code.DIM_SYNTAX, span, String.valueOf(e.getMessage()));
      }
    }
    relations.forEach(scope.facts()::learn);
    return relations;
  }

  private Dim known(
      String name,
      String text,
      Function<String, @Nullable Dim> names,
      ExecutableElement method,
      Span span) {
    Dim dim = names.apply(name);
    if (dim == null) {
      Set<String> all = new TreeSet<>();
      method.getParameters().forEach(parameter -> all.addAll(namesOf(parameter)));
      throw Mistake.of(
          Code.UNKNOWN_DIM,
          span,
          "no parameter or field has a dim "
              + name
              + ", which \""
              + text
              + "\" speaks of"
              + DidYouMean.suggest(name, all));
    }
    return dim;
  }

  private Set<String> namesOf(Element element) {
    Set<String> names = new TreeSet<>();
    Marks.DimsMark mark = declarations.mark(element);
    if (mark != null) {
      declarations.dims(element, mark, Dim::name).forEach(dim -> names.addAll(dim.names()));
    }
    return names;
  }
}
