package org.croton.processor.report;

import static org.croton.processor.report.Severity.ERROR;
import static org.croton.processor.report.Severity.WARNING;

/**
 * Every message the compiler can give, by its stable id. In a template {@code {0}} stands for the
 * first argument and so on.
 */
public enum Code {
  // What ops and type rules find: they bring their own text.
  SHAPE_MISMATCH("shape-mismatch"),
  RANK_MISMATCH("rank-mismatch"),
  DTYPE_UNSUPPORTED("dtype-unsupported"),
  LOSSY_LITERAL("lossy-literal"),
  AXIS_OUT_OF_RANGE("axis-out-of-range"),
  AXIS_REPEATED("axis-repeated"),
  UNKNOWN_DIM("unknown-dim"),
  AMBIGUOUS_DIM("ambiguous-dim"),
  DIM_UNDETERMINED("dim-undetermined"),
  UNKNOWN_SIZE("unknown-size"),
  NEGATIVE_SIZE("negative-size"),
  EMPTY_REDUCTION("empty-reduction"),
  NOT_AN_INTEGER_INDEX("not-an-integer-index"),
  INDEX_OUT_OF_RANGE("index-out-of-range"),
  MALFORMED_INDEX("malformed-index"),
  MALFORMED_RANGE("malformed-range"),
  MALFORMED_EINSUM("malformed-einsum"),
  MISSING_ARGUMENT("missing-argument"),
  BAD_ARGUMENT("bad-argument"),
  NOT_A_CONSTANT("not-a-constant"),
  NOT_A_DTYPE("not-a-dtype"),
  NOT_A_TENSOR("not-a-tensor"),
  NOT_A_SCALAR("not-a-scalar"),
  UNKNOWN_OPERATION("unknown-operation"),
  NOT_DIFFERENTIABLE("not-differentiable"),
  LOOP_CARRY("loop-carry"),
  LOOP_TAPE("loop-tape"),
  DTYPE_MISMATCH("dtype-mismatch", ERROR, "{0}", "cast(...) changes an element type"),
  DISCONNECTED(
      "disconnected",
      ERROR,
      "{0}",
      "after x = x.add(1) the name x means the new value, which the cost may not have used"),

  DISCRETE_PATH("discrete-path"),

  // Names and calls.
  UNKNOWN_NAME("unknown-name", ERROR, "no variable, field or class is named {0}{1}", ""),
  UNKNOWN_TYPE("unknown-type", ERROR, "no class is named {0}{1}", ""),
  UNKNOWN_METHOD("unknown-method", ERROR, "{0} has no method {1}{2}", ""),
  NO_APPLICABLE_METHOD("no-applicable-method", ERROR, "no method {0} takes ({1}){2}", ""),
  AMBIGUOUS_CALL(
      "ambiguous-call", ERROR, "{0}({1}) fits more than one method: {2}", "cast an argument"),
  NO_SOURCE(
      "no-source",
      ERROR,
      "{0} cannot be compiled into this method: its source is not part of this compilation",
      ""),
  UNSUPPORTED_CALL("unsupported-call", ERROR, "{0}", ""),
  RECURSION(
      "recursion",
      ERROR,
      "{0} calls itself without an end that the build can see",
      "recursion is unrolled, so only values known to the build may decide when it ends"),

  // Java forms.
  UNSUPPORTED_STATEMENT("unsupported-statement", ERROR, "{0}", ""),
  UNSUPPORTED_EXPRESSION("unsupported-expression", ERROR, "{0}", ""),
  UNSUPPORTED_LOOP("unsupported-loop", ERROR, "{0}", ""),
  UNSUPPORTED_BRANCH("unsupported-branch", ERROR, "{0}", ""),
  UNSUPPORTED_TYPE("unsupported-type", ERROR, "{0}", ""),
  UNSUPPORTED_ASSIGNMENT("unsupported-assignment", ERROR, "{0}", ""),
  TENSOR_CONDITION(
      "tensor-condition",
      ERROR,
      "a condition is one boolean, but this is a tensor {0}",
      "any(...) and all(...) make one of many, where(...) chooses per element"),
  LOOP_TOO_LONG("loop-too-long", ERROR, "the build gave up after {0} rounds of this loop", ""),
  BUILD_TIME_EXCEPTION("build-time-exception", ERROR, "this always throws: {0}", ""),
  NULL_VALUE("null-value", ERROR, "{0} is null here", ""),
  UNASSIGNED("unassigned", ERROR, "{0} has no value yet", ""),
  INCOMPATIBLE_TYPES("incompatible-types", ERROR, "found {0}, but {1} is expected", ""),
  CAPTURED_TENSOR(
      "captured-tensor",
      ERROR,
      "the lambda of a map works on single elements, but {0} is a whole tensor",
      "hand the tensor to map as one more argument"),
  STATIC_STATE("static-state", ERROR, "{0} is static and not final, so it is no state", ""),
  CALLER_ARRAY(
      "caller-array",
      ERROR,
      "{0} belongs to the caller and cannot be written",
      "write a clone(); that of a matrix still has the same rows: m[i] = x[i].clone()"),

  // Declarations.
  PRIVATE_COMPILED("private-compiled", ERROR, "{0} is private: nothing can override it", ""),
  FINAL_COMPILED("final-compiled", ERROR, "{0} is final: nothing can override it", ""),
  ABSTRACT_COMPILED("abstract-compiled", ERROR, "{0} has no body to compile", ""),
  INNER_CLASS(
      "inner-class",
      ERROR,
      "{0} is an inner class: its methods cannot be compiled",
      "make it static"),
  INSTANCE_OF_CLOSED(
      "closed-class",
      ERROR,
      "{0} is an instance method of {1}, which cannot be extended",
      "only static methods are compiled in final classes, records, enums and interfaces"),
  PRIVATE_CLASS("private-class", ERROR, "{0} is private: nothing can extend or call it", ""),
  MISSING_ANNOTATION(
      "missing-annotation",
      ERROR,
      "{0} is a Tensor of unknown element type and dims",
      "say for example @F32(\"rows, 784\")"),
  MISPLACED_ANNOTATION("misplaced-annotation", ERROR, "{0}", ""),
  WRONG_CHECKPOINT("wrong-checkpoint", ERROR, "{0}", ""),
  DIM_SYNTAX("dim-syntax", ERROR, "{0}", ""),
  DECLARED_MISMATCH("declared-mismatch", ERROR, "{0} is declared {1} but its value is {2}{3}", ""),
  LOSSY_ASSIGNMENT(
      "lossy-assignment",
      ERROR,
      "{0} is declared {1}, but its value is {2}: that would lose precision silently",
      "cast(...) says that the loss is wanted"),
  UNUSED_PARAMETER("unused-parameter", WARNING, "{0} does not influence what the method does", ""),
  UNKNOWN_PARAMETER("unknown-parameter", ERROR, "{0} has no parameter or field {1}{2}", ""),
  UNKNOWN_COMPONENT("unknown-component", ERROR, "{0} has no component {1}{2}", ""),
  NAME_CLASH("name-clash", ERROR, "{0} would be generated twice", "give it another name = ..."),
  DERIVATIVE_UNSUPPORTED(
      "derivative-unsupported", ERROR, "@{0} cannot be taken with respect to {1}", ""),
  ANNOTATION_WITHOUT_COMPILED(
      "not-compiled", ERROR, "@{0} stands on {1}, which is not @Compiled", ""),

  // The build.
  NOT_JAVAC(
      "not-javac",
      ERROR,
      "Croton reads method bodies, which only javac shows to a processor; this compiler is {0}",
      "in Eclipse, build with Maven or Gradle"),
  MISSING_COMPILER(
      "missing-c-compiler",
      ERROR,
      "{0}",
      "install gcc or clang, name one with -Acroton.cc=, or use target = JAVA"),
  OLD_COMPILER("old-c-compiler", ERROR, "{0}", ""),
  C_COMPILER_FAILED("c-compiler-failed", ERROR, "{0}", ""),
  CANNOT_WRITE("cannot-write", ERROR, "{0}", ""),
  WRONG_OPTION("wrong-option", ERROR, "{0}", ""),
  WRONG_GRADIENT("wrong-gradient", ERROR, "{0}", ""),
  ORIGINAL_CALLED("original-called", Severity.NOTE, "{0}", ""),
  REPORT("report", Severity.NOTE, "{0}", ""),
  BUG("bug", ERROR, "a bug in Croton, not in your program: {0}", "please report it with this text");

  private final String id;
  private final Severity severity;
  private final String template;
  private final String hint;

  Code(String id) {
    this(id, ERROR, "{0}", "");
  }

  Code(String id, Severity severity, String template, String hint) {
    this.id = id;
    this.severity = severity;
    this.template = template;
    this.hint = hint;
  }

  /** What stands in brackets before the text; never changes. */
  public String id() {
    return id;
  }

  public Severity severity() {
    return severity;
  }

  /** What to do, or nothing. */
  public String hint() {
    return hint;
  }

  /** The template filled. */
  public String text(Object... arguments) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
      int index = template.charAt(open + 1) - '0';
      text.append(template, at, open).append(arguments[index]);
      at = open + 3;
    }
    return text.append(template.substring(at)).toString();
  }

  /** The code with an id. Throws {@link IllegalArgumentException} if there is none. */
  public static Code byId(String id) {
    for (Code code : values()) {
      if (code.id.equals(id)) {
        return code;
      }
    }
    throw new IllegalArgumentException("no diagnostic has the id " + id);
  }
}
