package org.croton.processor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random Java methods {@code double f(double a, double[] x, int m)} with nested loops, branches,
 * writes into local arrays and jumps. Their values stay small and, kinks apart, depend smoothly on
 * the floating arguments; no index is out of range as long as {@code x} has an element.
 */
public final class RandomPrograms {
  private static final int MOST_LOOPS = 3;
  private static final int MOST_STATEMENTS = 6;

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<String> indices = new ArrayList<>();
  private int names;
  private int loops;
  private int statements;

  private RandomPrograms(long seed) {
    this.random = new Random(seed);
  }

  /** The body of the method with this seed; equal seeds give equal texts. */
  public static String body(long seed) {
    return new RandomPrograms(seed).method();
  }

  private String method() {
    line(1, "double s = 0.3;");
    line(1, "double t = a;");
    line(1, "int k = 1;");
    line(1, "double[] u = new double[x.length];");
    line(1, "double[] v = x.clone();");
    block(1, 1 + random.nextInt(3), false);
    if (loops == 0) {
      loop(1);
    }
    line(1, "double cost = s + 0.5 * t;");
    line(1, "for (int i = 0; i < x.length; i++) cost += u[i] * v[i] + 0.1 * v[i];");
    line(1, "return cost;");
    return text.toString();
  }

  private void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }

  private void block(int depth, int statements, boolean inLoop) {
    for (int i = 0; i < statements; i++) {
      statement(depth, inLoop);
    }
  }

  private void statement(int depth, boolean inLoop) {
    int kind = ++statements > MOST_STATEMENTS ? random.nextInt(6) : random.nextInt(12);
    if (kind < 3) {
      String variable = pick("s", "t");
      line(depth, variable + " = 0.6 * " + variable + " + 0.4 * " + value(2) + ";");
    } else if (kind < 5) {
      String place = pick("u", "v") + "[" + index() + "]";
      line(depth, place + pick(" = ", " += ", " = 0.5 * " + place + " + ") + value(2) + ";");
    } else if (kind == 5) {
      line(depth, "k = " + pick("k + 1", "3 * k + 1", "k ^ 5", "k + m") + ";");
    } else if (kind < 8 && depth < 4) {
      branch(depth, inLoop);
    } else if (loops < MOST_LOOPS && depth < 4) {
      loop(depth);
    } else {
      line(depth, "s += 0.1 * " + value(1) + ";");
    }
  }

  private void branch(int depth, boolean inLoop) {
    line(depth, "if (" + condition() + ") {");
    block(depth + 1, 1 + random.nextInt(2), inLoop);
    if (inLoop && random.nextInt(4) == 0) {
      line(depth + 1, pick("break;", "continue;"));
    }
    if (random.nextBoolean()) {
      line(depth, "} else {");
      block(depth + 1, 1 + random.nextInt(2), inLoop);
    }
    line(depth, "}");
  }

  private void loop(int depth) {
    loops++;
    String i = "i" + names++;
    if (random.nextInt(5) == 0) {
      line(depth, "int " + i + " = 0;");
      line(depth, "while (" + i + " < m + 2 && " + condition() + ") {");
      line(depth + 1, i + "++;");
      block(depth + 1, 1 + random.nextInt(2), false);
    } else {
      String bound = bound();
      line(
          depth,
          switch (random.nextInt(4)) {
            case 0 -> "for (int " + i + " = " + bound + " - 1; " + i + " >= 0; " + i + "--) {";
            case 1 -> "for (int " + i + " = 0; " + i + " < " + bound + "; " + i + " += 2) {";
            default -> "for (int " + i + " = 0; " + i + " < " + bound + "; " + i + "++) {";
          });
      if (!bound.equals("m")) {
        indices.add(i);
      }
      block(depth + 1, 1 + random.nextInt(2), true);
      indices.remove(i);
    }
    line(depth, "}");
  }

  /** Ends of loops whose variable is an index of the arrays, and {@code m}. */
  private String bound() {
    if (!indices.isEmpty() && random.nextInt(3) == 0) {
      String outer = indices.get(random.nextInt(indices.size()));
      return random.nextBoolean() ? outer : "(" + outer + " + 1)";
    }
    return pick("x.length", "u.length", "m");
  }

  private String index() {
    if (indices.isEmpty() || random.nextInt(4) == 0) {
      return pick("0", "x.length - 1", "Math.floorMod(k, x.length)");
    }
    String i = indices.get(random.nextInt(indices.size()));
    return pick(i, i, i, "x.length - 1 - " + i, "(" + i + " + 1) % x.length", i + " / 2");
  }

  private String condition() {
    return pick(
        value(1) + " < 0.4",
        "s < t",
        "(k & 1) == 0",
        "v[" + index() + "] > -0.2",
        "m % 3 != k % 2 && t < 2");
  }

  private String value(int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      String variable = pick("s", "t", "a", "0.7", "-1.3", "(k % 4)");
      String array = pick("x", "u", "v");
      return random.nextBoolean() ? variable : array + "[" + index() + "]";
    }
    String p = value(depth - 1);
    String q = value(depth - 1);
    return switch (random.nextInt(7)) {
      case 0 -> "Math.sin(" + p + ")";
      case 1 -> "Math.tanh(" + p + " + " + q + ")";
      case 2 -> "(" + p + ") / (2 + Math.cos(" + q + "))";
      case 3 -> "Math.exp(-(" + p + ") * (" + p + "))";
      case 4 -> "(" + condition() + " ? " + p + " : " + q + ")";
      case 5 -> "Math.sin(" + p + ") * Math.cos(" + q + ")";
      default -> "0.5 * (" + p + " - " + q + ")";
    };
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
