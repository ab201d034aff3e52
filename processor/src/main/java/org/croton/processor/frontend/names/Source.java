package org.croton.processor.frontend.names;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.croton.processor.report.Reporter;

/** The tools that do not change while one compilation is read. */
public final class Source {
  private final Language language;
  private final Members members;
  private final TypeNames typeNames;
  private final ValueTypes valueTypes;
  private final Overloads overloads;
  private final Positions positions;
  private final Reporter reporter;
  private final Set<ExecutableElement> inlined = new HashSet<>();

  public Source(Language language, Reporter reporter) {
    this.language = language;
    this.reporter = reporter;
    this.members = new Members(language);
    this.typeNames = new TypeNames(language, members);
    this.valueTypes = new ValueTypes(language);
    this.overloads = new Overloads(language, valueTypes);
    this.positions = new Positions(language.trees());
  }

  public Language language() {
    return language;
  }

  public Members members() {
    return members;
  }

  public TypeNames typeNames() {
    return typeNames;
  }

  public ValueTypes valueTypes() {
    return valueTypes;
  }

  public Overloads overloads() {
    return overloads;
  }

  public Positions positions() {
    return positions;
  }

  /** The methods whose bodies became part of compiled methods. */
  public Set<ExecutableElement> inlined() {
    return inlined;
  }

  public Reporter reporter() {
    return reporter;
  }
}
