package org.croton.processor.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.croton.processor.frontend.names.Site;
import org.croton.processor.frontend.names.Source;
import org.croton.processor.frontend.signature.CompiledMethods;
import org.croton.processor.frontend.signature.Marks;
import org.croton.processor.report.Code;
import org.croton.processor.report.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Notes where code calls what runs as plain Java, though a compiled form of it is generated: a
 * static method by its own class, or an object that is made of the class itself. Tests may; so may
 * what is compiled, where calls are inlined.
 */
final class OriginalCalls extends TreePathScanner<Void, Site> {
  private final Source source;
  private final Set<ExecutableElement> inlined;

  /**
   * @param inlined the methods that became part of compiled ones
   */
  OriginalCalls(Source source, Set<ExecutableElement> inlined) {
    this.source = source;
    this.inlined = inlined;
  }

  /** Notes the calls in a top-level class. */
  void note(TypeElement root) {
    TreePath path = source.language().trees().getPath(root);
    if (path != null && !isTest(path.getCompilationUnit().getSourceFile().getName())) {
      scan(path, new Site(path.getCompilationUnit(), root, null));
    }
  }

  private static boolean isTest(String file) {
    String path = file.replace('\\', '/');
    return path.contains("/test/") || path.endsWith("Test.java");
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, Site site) {
    TreePath parent = getCurrentPath().getParentPath();
    boolean member =
        parent == null
            || parent.getLeaf() instanceof ClassTree
            || parent.getLeaf() instanceof CompilationUnitTree;
    if (!member) {
      return null; // to ask javac for a class in a body would make it attribute the body
    }
    return source.language().trees().getElement(getCurrentPath()) instanceof TypeElement type
        ? super.visitClass(tree, new Site(site.unit(), type, null))
        : null;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, Site site) {
    if (!(source.language().trees().getElement(getCurrentPath())
        instanceof ExecutableElement method)) {
      return null;
    }
    boolean compiled = Marks.find(method, "Compiled") != null || inlined.contains(method);
    return compiled
        ? null
        : super.visitMethod(tree, new Site(site.unit(), site.enclosing(), method));
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, Site site) {
    TypeElement type = original(tree.getIdentifier(), site);
    if (type != null
        && tree.getClassBody() == null
        && CompiledMethods.isExtendable(type)
        && hasCompiled(type)) {
      String generated = KernelReader.generatedName(type);
      note(
          tree,
          site,
          "this "
              + type.getSimpleName()
              + " runs as plain Java; new "
              + generated
              + "(...) does not");
    }
    return super.visitNewClass(tree, site);
  }

  /**
   * A named class that was not generated. To look into the class file that an earlier build left of
   * a generated class would make javac 17 fail: it cannot read a record again from source
   * afterwards.
   */
  private @Nullable TypeElement original(Tree tree, Site site) {
    return KernelReader.isGeneratedName(tree.toString())
        ? null
        : source.typeNames().findClass(tree, site);
  }

  private static boolean hasCompiled(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
        .anyMatch(method -> Marks.find(method, "Compiled") != null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Site site) {
    ExpressionTree select = tree.getMethodSelect();
    if (select instanceof MemberSelectTree member) {
      TypeElement type = original(member.getExpression(), site);
      String name = member.getIdentifier().toString();
      if (type != null && isCompiled(type, name)) {
        String generated = KernelReader.generatedName(type);
        note(
            tree,
            site,
            name
                + " of "
                + type.getSimpleName()
                + " runs as plain Java; "
                + generated
                + "."
                + name
                + " does not");
      }
    }
    return super.visitMethodInvocation(tree, site);
  }

  /** Whether all static methods of a name are compiled, so that it does not matter which it is. */
  private static boolean isCompiled(TypeElement type, String name) {
    boolean any = false;
    for (Element member : type.getEnclosedElements()) {
      boolean candidate =
          member instanceof ExecutableElement
              && member.getSimpleName().contentEquals(name)
              && member.getModifiers().contains(Modifier.STATIC);
      if (candidate && Marks.find(member, "Compiled") == null) {
        return false;
      }
      any |= candidate;
    }
    return any;
  }

  private void note(Tree tree, Site site, String text) {
    source
        .reporter()
        .report(Diagnostic.of(Code.ORIGINAL_CALLED, source.positions().of(tree, site), text));
  }
}
