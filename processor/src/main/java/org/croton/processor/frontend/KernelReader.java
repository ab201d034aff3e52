package org.croton.processor.frontend;

import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.croton.processor.frontend.body.MethodReader;
import org.croton.processor.frontend.body.ReadMethod;
import org.croton.processor.frontend.names.Language;
import org.croton.processor.frontend.names.Positions;
import org.croton.processor.frontend.names.Source;
import org.croton.processor.frontend.signature.CompiledMethods;
import org.croton.processor.frontend.signature.Declarations;
import org.croton.processor.frontend.signature.Marks;
import org.croton.processor.kernel.KernelClass;
import org.croton.processor.kernel.KernelField;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.report.Reporter;
import org.croton.processor.surface.Surface;

/** Reads the classes of a compilation that have compiled methods. */
public final class KernelReader {
  private static final String PREFIX = "Compiled";

  private final Source source;
  private final CompiledMethods compiled;
  private final MethodReader methods;

  /**
   * @throws org.croton.processor.report.Mistake {@code not-javac} if the compiler is another one
   */
  public KernelReader(
      ProcessingEnvironment environment,
      Surface surface,
      Reporter reporter,
      FrontendOptions options) {
    Language language =
        new Language(
            environment.getElementUtils(),
            environment.getTypeUtils(),
            TreesAccess.trees(environment));
    this.source = new Source(language, reporter);
    Declarations declarations = new Declarations(source, new Marks(options.real()));
    this.compiled = new CompiledMethods(source);
    this.methods = new MethodReader(source, declarations, options, surface);
  }

  public Trees trees() {
    return source.language().trees();
  }

  /** Where the spans of diagnostics and of nodes stand. */
  public Positions positions() {
    return source.positions();
  }

  /**
   * The classes among the roots and those nested in them that have compiled methods, in source
   * order. A class with a mistake is reported and left out.
   */
  public List<KernelClass> read(Set<TypeElement> roots) {
    List<KernelClass> classes = new ArrayList<>();
    for (TypeElement root : roots) {
      collect(root, classes);
    }
    return classes;
  }

  /** Notes where the classes call what a generated class does faster; after all were read. */
  public void noteOriginalCalls(Set<TypeElement> roots) {
    OriginalCalls calls = new OriginalCalls(source, source.inlined());
    roots.forEach(calls::note);
  }

  private void collect(TypeElement type, List<KernelClass> classes) {
    List<ExecutableElement> found = compiled.of(type);
    if (!found.isEmpty()) {
      int before = source.reporter().errorsSoFar();
      KernelClass read = read(type, found);
      if (source.reporter().errorsSoFar() == before) {
        classes.add(read);
      }
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(inner -> collect(inner, classes));
  }

  private KernelClass read(TypeElement type, List<ExecutableElement> found) {
    List<KernelMethod> kernels = new ArrayList<>();
    Map<String, KernelField> fields = new LinkedHashMap<>();
    for (ExecutableElement method : found) {
      ReadMethod read = compiled.isValid(type, method) ? methods.read(type, method) : null;
      if (read != null) {
        kernels.addAll(read.methods());
        read.fields().forEach(field -> fields.putIfAbsent(field.name(), field));
      }
    }
    compiled.checkClashes(type, kernels);
    return new KernelClass(
        type,
        generatedName(type),
        CompiledMethods.isExtendable(type),
        List.copyOf(fields.values()),
        kernels);
  }

  /** {@code CompiledOuter_Inner}. */
  public static String generatedName(TypeElement type) {
    StringBuilder name = new StringBuilder(type.getSimpleName());
    TypeElement current = type;
    while (current.getEnclosingElement() instanceof TypeElement outer) {
      name.insert(0, outer.getSimpleName() + "_");
      current = outer;
    }
    return PREFIX + name;
  }

  /** Whether a class that is named so, with or without its package, may be a generated one. */
  static boolean isGeneratedName(String name) {
    return name.startsWith(PREFIX, name.lastIndexOf('.') + 1);
  }
}
