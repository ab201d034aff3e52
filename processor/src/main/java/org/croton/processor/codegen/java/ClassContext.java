package org.croton.processor.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.croton.processor.kernel.EntryPlan;
import org.croton.processor.kernel.KernelClass;
import org.croton.processor.kernel.KernelField;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.kernel.KernelResult;

/**
 * What the methods of one generated class share: names of its members that hide none of the user's,
 * access to fields, nested types.
 */
final class ClassContext {
  private final KernelClass kernels;
  private final ClassName generated;
  private final FieldAccess fields;
  private final Map<String, VariableElement> fieldElements = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final String nativeOwner;
  private final String guard;
  private final Map<String, String> lastingSizes = new TreeMap<>();
  private final String loadFailure;
  private final Map<CompiledMethod, String> lines = new LinkedHashMap<>();

  ClassContext(KernelClass kernels, Elements elements, Types types) {
    this.kernels = kernels;
    TypeElement user = kernels.element();
    this.generated =
        ClassName.get(
            elements.getPackageOf(user).getQualifiedName().toString(), kernels.generatedName());
    this.fields = new FieldAccess(elements, types, elements.getPackageOf(user));
    for (Element member : elements.getAllMembers(user)) {
      taken.add(member.getSimpleName().toString());
      if (member.getKind().isField()) {
        fieldElements.put(member.getSimpleName().toString(), (VariableElement) member);
      }
    }
    kernels.fields().forEach(field -> fieldElements.put(field.name(), field.element()));
    kernels.methods().forEach(method -> taken.add(method.name()));
    this.nativeOwner = member("Kernels");
    this.guard = member("guard");
    EntryPlan.ofFields(kernels.fieldInputs(), intFields())
        .names()
        .forEach(name -> lastingSizes.put(name, member(name + "Size")));
    this.loadFailure = member("LOAD_FAILURE");
  }

  /** A name for a member that no member of the user's class has. */
  private String member(String wish) {
    String name = wish;
    while (!taken.add(name)) {
      name += "_";
    }
    return name;
  }

  KernelClass kernels() {
    return kernels;
  }

  ClassName generated() {
    return generated;
  }

  FieldAccess fields() {
    return fields;
  }

  Map<String, VariableElement> fieldElements() {
    return fieldElements;
  }

  /** The fields that a dim may be named after. */
  List<EntryPlan.IntName> intFields() {
    return EntryPlan.IntName.of(fieldElements.values());
  }

  /** The dim names whose sizes an object fixes when it is made, in order. */
  Set<String> lastingSizes() {
    return kernels.extendable() ? lastingSizes.keySet() : Set.of();
  }

  /** Name of the field that keeps the size of such a name. */
  String lastingSize(String dim) {
    String field = lastingSizes.get(dim);
    if (field == null) {
      throw new IllegalStateException("no lasting size " + dim);
    }
    return field;
  }

  CodeBlock readField(String name) {
    VariableElement field = fieldElements.get(name);
    if (field == null) {
      throw new IllegalStateException("no field " + name);
    }
    return fields.read(field);
  }

  /** The number under which a field owns its tensor. */
  int fieldNumber(String name) {
    List<String> names = kernels.fields().stream().map(KernelField::name).toList();
    int number = names.indexOf(name);
    if (number < 0) {
      throw new IllegalStateException("no field " + name);
    }
    return number;
  }

  /** Simple name of the nested class with the native methods. */
  String nativeOwner() {
    return nativeOwner;
  }

  /** Name of the field with the guard against concurrent use. */
  String guard() {
    return guard;
  }

  /** Name of the constant that says why the library could not be loaded, or is null. */
  String loadFailure() {
    return loadFailure;
  }

  boolean hasUpdates() {
    return kernels.methods().stream().anyMatch(method -> !method.updates().isEmpty());
  }

  boolean hasNative() {
    return kernels.methods().stream().anyMatch(method -> !method.javaTarget());
  }

  /** Where a method's kernel is declared. */
  CodeBlock kernelOwner(boolean java) {
    return CodeBlock.of("$T", java ? generated : generated.nestedClass(nativeOwner));
  }

  /** Name of the table of lines of a method. */
  String linesOf(CompiledMethod method) {
    return lines.computeIfAbsent(method, key -> member("LINES" + lines.size()));
  }

  /** The tables of lines that were asked for. */
  Map<CompiledMethod, String> lines() {
    return lines;
  }

  /** The type of a record result: the user's, or the nested one that is generated. */
  TypeName typeOf(KernelResult.Record result) {
    TypeMirror type = result.type();
    return type != null ? TypeName.get(type) : generated.nestedClass(result.name());
  }

  /** Records to generate, by name. */
  List<KernelResult.Record> generatedRecords() {
    List<KernelResult.Record> records = new ArrayList<>();
    for (KernelMethod method : kernels.methods()) {
      collect(method.result(), records);
    }
    return records;
  }

  private static void collect(KernelResult result, List<KernelResult.Record> records) {
    if (result instanceof KernelResult.Record) {
      KernelResult.Record whole = (KernelResult.Record) result;
      if (whole.type() == null && records.stream().noneMatch(r -> r.name().equals(whole.name()))) {
        records.add(whole);
      }
      whole.components().forEach(component -> collect(component.value(), records));
    } else if (result instanceof KernelResult.Sequence) {
      ((KernelResult.Sequence) result).elements().forEach(element -> collect(element, records));
    }
  }

  /** The Java type of a result. */
  TypeName typeOf(KernelResult result) {
    if (result instanceof KernelResult.Value) {
      return JavaTypes.parse(((KernelResult.Value) result).javaType());
    }
    if (result instanceof KernelResult.Record) {
      return typeOf((KernelResult.Record) result);
    }
    return result instanceof KernelResult.Sequence
        ? TypeName.get(((KernelResult.Sequence) result).type())
        : TypeName.VOID;
  }
}
