package org.croton.processor.frontend.names;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.value.FunctionValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;

/**
 * Chooses the method that a call means, by the Java types of the values, in Java's three phases:
 * without boxing, with boxing, with variable arity. More than one most specific method is an error.
 */
public final class Overloads {
  /** A method and whether the call spreads its last arguments over a variable-arity parameter. */
  public record Choice(ExecutableElement method, boolean spread) {}

  private final Language language;
  private final ValueTypes types;

  public Overloads(Language language, ValueTypes types) {
    this.language = language;
    this.types = types;
  }

  /** Throws {@link Mistake} if none fits or several fit equally well. */
  public Choice choose(
      String name, List<ExecutableElement> candidates, List<Value> arguments, Span span) {
    for (Phase phase : Phase.values()) {
      List<ExecutableElement> fitting =
          candidates.stream().filter(method -> fits(method, arguments, phase)).toList();
      List<ExecutableElement> best = mostSpecific(fitting, arguments.size(), phase);
      if (best.size() == 1) {
        return new Choice(best.get(0), phase == Phase.SPREAD);
      }
      if (best.size() > 1) {
        throw Mistake.of(
            Code.AMBIGUOUS_CALL,
            span,
            name,
            types.describe(arguments),
            best.stream().map(this::describe).collect(Collectors.joining(", ")));
      }
    }
    String known =
        candidates.stream().map(this::describe).limit(6).collect(Collectors.joining(", "));
    throw Mistake.of(
        Code.NO_APPLICABLE_METHOD,
        span,
        name,
        types.describe(arguments),
        known.isEmpty() ? "" : "; there is " + known);
  }

  /** The method as a reader of the class would spell it: {@code grad(Tensor, Tensor[])}. */
  private String describe(ExecutableElement method) {
    return method.getSimpleName()
        + method.getParameters().stream()
            .map(parameter -> types.describe(language.types().erasure(parameter.asType())))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private enum Phase {
    STRICT,
    BOXED,
    SPREAD
  }

  private boolean fits(ExecutableElement method, List<Value> arguments, Phase phase) {
    if (phase == Phase.SPREAD && !method.isVarArgs()) {
      return false;
    }
    int fixed = method.getParameters().size() - (phase == Phase.SPREAD ? 1 : 0);
    boolean arity = phase == Phase.SPREAD ? arguments.size() >= fixed : arguments.size() == fixed;
    if (!arity) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror type = declared(method, i, phase);
      boolean open =
          type.getKind() == TypeKind.TYPEVAR && arguments.get(i) instanceof FunctionValue;
      TypeMirror erased = language.types().erasure(type);
      if (!open && !types.fits(arguments.get(i), erased, phase != Phase.STRICT)) {
        return false;
      }
    }
    return true;
  }

  private TypeMirror parameter(ExecutableElement method, int index, Phase phase) {
    return language.types().erasure(declared(method, index, phase));
  }

  private static TypeMirror declared(ExecutableElement method, int index, Phase phase) {
    int last = method.getParameters().size() - 1;
    boolean spread = phase == Phase.SPREAD && index >= last;
    TypeMirror type = method.getParameters().get(spread ? last : index).asType();
    return spread ? ((ArrayType) type).getComponentType() : type;
  }

  private List<ExecutableElement> mostSpecific(
      List<ExecutableElement> fitting, int arity, Phase phase) {
    List<ExecutableElement> best = new ArrayList<>();
    for (ExecutableElement method : fitting) {
      boolean beaten =
          fitting.stream()
              .anyMatch(
                  other ->
                      other != method
                          && isMoreSpecific(other, method, arity, phase)
                          && !isMoreSpecific(method, other, arity, phase));
      if (!beaten) {
        best.add(method);
      }
    }
    return best;
  }

  private boolean isMoreSpecific(ExecutableElement a, ExecutableElement b, int arity, Phase phase) {
    for (int i = 0; i < arity; i++) {
      TypeMirror left = parameter(a, i, phase);
      TypeMirror right = parameter(b, i, phase);
      if (!language.types().isSameType(left, right) && !language.types().isSubtype(left, right)) {
        return false;
      }
    }
    return true;
  }
}
