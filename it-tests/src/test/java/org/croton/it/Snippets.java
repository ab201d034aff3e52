package org.croton.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java of one page of documentation. What a snippet starts with says what it is: {@code import}
 * or a class is a file of its own; an annotation, a modifier or a record stands for members of one
 * class per page; anything else is statements, which run in order in that class. Imports that a
 * snippet leaves out are the usual ones. Snippets of a page may use each other and are compiled
 * together, but for those that {@code ```java some-id} announces as wrong: each stands alone.
 */
final class Snippets {
  private static final Pattern FENCE = Pattern.compile("(?ms)^```java *([a-z-]*)\\n(.*?)^```");
  private static final Pattern CLASS =
      Pattern.compile("(?m)^(?:public |final |abstract )*(?:class|record|enum|interface) (\\w+)");
  private static final Pattern FILE =
      Pattern.compile(
          "(?s)(?:/\\*\\*.*?\\*/\\s*)?(?:import |(?:public |final |abstract )*class ).*");
  private static final Pattern MEMBERS =
      Pattern.compile("(?s)(?:@|/\\*\\*|static |public |private |record |final ).*");
  private static final String IMPORTS =
      """
      import static org.croton.Ops.*;

      import java.nio.file.Path;
      import java.util.List;
      import org.croton.*;
      import org.croton.annotation.*;

      """;

  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<Wrong> wrong = new ArrayList<>();

  /**
   * A snippet that the compiler must refuse.
   *
   * @param id of the one diagnostic
   * @param className of the file
   * @param text of the file
   */
  record Wrong(String id, String className, String text) {}

  private Snippets() {}

  /** Reads a page. */
  static Snippets of(Path page) throws IOException {
    Snippets snippets = new Snippets();
    List<String> members = new ArrayList<>();
    List<String> statements = new ArrayList<>();
    Matcher fence = FENCE.matcher(Files.readString(page));
    while (fence.find()) {
      String text = fence.group(2);
      if (!fence.group(1).isEmpty()) {
        snippets.addWrong(fence.group(1), text);
      } else if (FILE.matcher(text).matches()) {
        snippets.files.put(className(text), file(text));
      } else {
        (MEMBERS.matcher(text).matches() ? members : statements).add(text);
      }
    }
    if (!members.isEmpty() || !statements.isEmpty()) {
      snippets.files.put("Page", page(members, statements));
    }
    return snippets;
  }

  /** Text of each file by the name of its class. */
  Map<String, String> files() {
    return files;
  }

  List<Wrong> wrong() {
    return wrong;
  }

  private void addWrong(String id, String text) {
    boolean file = FILE.matcher(text).matches();
    String name = file ? className(text) : "Wrong";
    wrong.add(new Wrong(id, name, file ? file(text) : page("Wrong", List.of(text), List.of())));
  }

  private static String file(String text) {
    return text.startsWith("import ") ? text : IMPORTS + text;
  }

  private static String page(List<String> members, List<String> statements) {
    return page("Page", members, statements);
  }

  private static String page(String name, List<String> members, List<String> statements) {
    StringBuilder text = new StringBuilder(IMPORTS).append("class " + name + " {\n");
    members.forEach(text::append);
    for (int i = 0; i < statements.size(); i++) {
      text.append("static void statements" + i + "() throws Exception {\n")
          .append(statements.get(i))
          .append("}\n");
    }
    return text.append("}\n").toString();
  }

  private static String className(String text) {
    Matcher found = CLASS.matcher(text);
    if (!found.find()) {
      throw new IllegalArgumentException("a file without a class:\n" + text);
    }
    return found.group(1);
  }
}
