package org.croton.bench.ad;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cases in a folder of problems, each a folder with {@code input} and {@code expected}. */
public final class Problems {
  /** What larger ones unroll to takes the build long. */
  private static final int LARGEST_DETERMINANT = 7;

  private Problems() {}

  /** All problems below {@code root}, in the order of their names; determinants up to 7 rows. */
  public static List<Problem> in(Path root) throws IOException {
    List<Problem> problems = new ArrayList<>();
    for (Path problem : folders(root)) {
      for (Path folder : folders(problem)) {
        Values input = Values.read(folder, "input.json");
        Values expected = Values.read(folder, "expected.json");
        Values right = expected.has("independent") ? expected.below("independent") : expected;
        String name = "ad-" + problem.getFileName() + "-" + folder.getFileName();
        switch (problem.getFileName().toString()) {
          case "hello" -> problems.add(square(name, input, right));
          case "llsq" -> problems.add(leastSquares(name, input, right));
          case "lse" -> problems.add(logSumExp(name, input, right));
          case "det" -> {
            if (input.integer("ell") <= LARGEST_DETERMINANT) {
              problems.add(determinant(name, input, right));
            }
          }
          case "gmm" -> problems.addAll(Mixture.problems(name, input, right));
          case "ba" -> problems.add(new Bundle(input).problem(name, right));
          default -> throw new IOException("unknown problem " + problem);
        }
      }
    }
    return problems;
  }

  private static List<Path> folders(Path root) throws IOException {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, Files::isDirectory)) {
      entries.forEach(folders::add);
    }
    folders.sort(null);
    return folders;
  }

  private static Problem square(String name, Values input, Values right) {
    double[] x = input.array("x");
    return new Problem(
        name,
        () -> Arrays.stream(x).map(CompiledSquare::square).toArray(),
        () -> List.of(Arrays.stream(x).map(v -> CompiledSquare.squareGradient(v).x()).toArray()),
        List.of(right.array("square"), right.array("double")),
        0,
        0);
  }

  private static Problem leastSquares(String name, Values input, Values right) {
    double[] x = input.array("x");
    int n = input.integer("n");
    return new Problem(
            name,
            () -> new double[] {CompiledLeastSquares.objective(x, n)},
            () -> List.of(CompiledLeastSquares.objectiveGradient(x, n).x()),
            List.of(new double[] {right.number("objective")}, right.array("gradient")),
            1e-13,
            1e-13)
        .inC("llsq", Values.joined(new double[] {n, x.length}, x));
  }

  private static Problem logSumExp(String name, Values input, Values right) {
    double[] x = input.array("x");
    return new Problem(
            name,
            () -> new double[] {CompiledLogSumExp.objective(x)},
            () -> List.of(CompiledLogSumExp.objectiveGradient(x).x()),
            List.of(new double[] {right.number("objective")}, right.array("gradient")),
            1e-13,
            2e-12)
        .inC("lse", Values.joined(new double[] {x.length}, x));
  }

  private static Problem determinant(String name, Values input, Values right) {
    double[] a = input.array("A");
    int rows = input.integer("ell");
    return new Problem(
            name,
            () -> new double[] {determinant(rows, a)},
            () -> List.of(cofactors(rows, a)),
            List.of(new double[] {right.number("objective")}, right.array("gradient")),
            1e-12,
            1e-12)
        .inC("det", Values.joined(new double[] {rows}, a));
  }

  private static double determinant(int rows, double[] a) {
    return switch (rows) {
      case 5 -> CompiledDeterminant.of5(a);
      case 6 -> CompiledDeterminant.of6(a);
      case 7 -> CompiledDeterminant.of7(a);
      default -> throw new IllegalArgumentException("no determinant of " + rows + " rows");
    };
  }

  private static double[] cofactors(int rows, double[] a) {
    return switch (rows) {
      case 5 -> CompiledDeterminant.of5Gradient(a).a();
      case 6 -> CompiledDeterminant.of6Gradient(a).a();
      case 7 -> CompiledDeterminant.of7Gradient(a).a();
      default -> throw new IllegalArgumentException("no determinant of " + rows + " rows");
    };
  }
}
