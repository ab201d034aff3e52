package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.croton.Axes;
import org.croton.DType;
import org.croton.Index;
import org.croton.Ops;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public function of {@code Ops} and method of {@code Tensor} does the same in native code as
 * in plain Java, or is refused by name. The table {@code members.txt} has an expression for each.
 */
class PublicMembersTest {
  @TempDir Path folder;

  /** Members, as the table writes them: {@code Ops.add(Tensor,long)}, {@code x.sum(int[])}. */
  private static TreeMap<String, Class<?>> members() {
    TreeMap<String, Class<?>> members = new TreeMap<>();
    for (Method method : Ops.class.getMethods()) {
      if (Modifier.isStatic(method.getModifiers())) {
        members.put("Ops." + signature(method), method.getReturnType());
      }
    }
    for (Method method : Tensor.class.getMethods()) {
      String owner = Modifier.isStatic(method.getModifiers()) ? "Tensor." : "x.";
      if (method.getDeclaringClass() != Object.class && !method.isBridge()) {
        members.put(owner + signature(method), method.getReturnType());
      }
    }
    return members;
  }

  private static String signature(Method method) {
    List<String> types = Stream.of(method.getParameterTypes()).map(Class::getSimpleName).toList();
    return method.getName() + "(" + String.join(",", types) + ")";
  }

  @Test
  void everyMemberIsInTheTable() throws Exception {
    assertThat(MemberCase.table().stream().map(MemberCase::member).distinct())
        .containsExactlyElementsOf(members().keySet());
  }

  static Stream<List<MemberCase>> compiled() throws Exception {
    List<MemberCase> cases = MemberCase.table().stream().filter(MemberCase::isCompiled).toList();
    List<List<MemberCase>> groups = new ArrayList<>();
    for (int from = 0; from < cases.size(); from += 60) {
      groups.add(cases.subList(from, Math.min(cases.size(), from + 60)));
    }
    return groups.stream();
  }

  @ParameterizedTest
  @MethodSource("compiled")
  void nativeCodeDoesWhatPlainJavaDoes(List<MemberCase> cases) throws Throwable {
    Generated generated = Generated.of(folder, "Members", source(cases));
    Class<?> original = Class.forName("p.Members", true, generated.type().getClassLoader());
    for (int i = 0; i < cases.size(); i++) {
      MemberCase each = cases.get(i);
      Object found = each.call(generated.type(), "f" + i);
      Object expected = each.call(original, each.plain() == null ? "f" + i : "plain" + i);
      SameValues.check(each.toString(), found, expected);
    }
  }

  @Test
  void othersAreRefusedByName() throws Exception {
    List<MemberCase> cases = MemberCase.table().stream().filter(MemberCase::isRefused).toList();
    JavaProject project = Generated.project(folder, "Members", source(cases));
    assertThat(project.compile(new KernelProcessor())).isFalse();
    List<String> errors =
        project.messages().lines().filter(line -> line.startsWith("ERROR")).toList();
    for (int i = 0; i < cases.size(); i++) {
      String name = cases.get(i).member().replaceAll("^\\w+\\.|\\(.*", "");
      String line = "ERROR " + (i + 4) + ":";
      assertThat(errors)
          .as(cases.get(i).toString())
          .filteredOn(error -> error.startsWith(line))
          .singleElement()
          .asString()
          .contains("unsupported-call")
          .contains(name);
    }
    assertThat(errors).hasSameSizeAs(cases);
  }

  /** Line 4 + i holds the case i. */
  private static String source(List<MemberCase> cases) {
    TreeMap<String, Class<?>> members = members();
    StringBuilder text = new StringBuilder("public class Members {\n");
    text.append("  public record Pair(Tensor first, Tensor second) {}\n");
    for (int i = 0; i < cases.size(); i++) {
      MemberCase each = cases.get(i);
      String type = type(members.get(each.member()));
      text.append(each.method("@Compiled", type, "f" + i, each.expression()));
      if (each.plain() != null) {
        text.append(each.method("", type, "plain" + i, each.plain()));
      }
      text.append('\n');
    }
    return text.append("}\n").toString();
  }

  /** What the method around an expression returns: parts of an index are used, not returned. */
  private static String type(Class<?> result) {
    boolean part = result == Index.class || result == Axes.class || result == DType.class;
    return result == Record.class ? "Pair" : part ? "Tensor" : result.getSimpleName();
  }
}
