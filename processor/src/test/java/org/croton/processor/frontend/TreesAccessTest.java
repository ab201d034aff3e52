package org.croton.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import org.croton.processor.pipeline.KernelProcessor;
import org.junit.jupiter.api.Test;

/** What is said in a compiler that is not javac: one message, and only where it matters. */
class TreesAccessTest {
  private final List<String> said = new ArrayList<>();

  @Test
  void anotherCompilerIsOneError() {
    KernelProcessor processor = processor();
    processor.process(Set.of(annotation("org.croton.annotation.Compiled")), round(false));
    processor.process(Set.of(), round(true));
    assertThat(said).singleElement().asString().startsWith("ERROR [not-javac] Croton reads method");
  }

  @Test
  void codeWithoutOurAnnotationsIsLeftInPeace() {
    KernelProcessor processor = processor();
    processor.process(Set.of(annotation("java.lang.Deprecated")), round(false));
    processor.process(Set.of(), round(true));
    assertThat(said).isEmpty();
  }

  private KernelProcessor processor() {
    KernelProcessor processor = new KernelProcessor();
    processor.init(fake(ProcessingEnvironment.class));
    return processor;
  }

  private RoundEnvironment round(boolean over) {
    return (RoundEnvironment)
        Proxy.newProxyInstance(
            TreesAccessTest.class.getClassLoader(),
            new Class<?>[] {RoundEnvironment.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "processingOver" -> over;
                  case "errorRaised" -> false;
                  default -> Set.of(annotation("Some"));
                });
  }

  private TypeElement annotation(String qualifiedName) {
    return (TypeElement)
        Proxy.newProxyInstance(
            TreesAccessTest.class.getClassLoader(),
            new Class<?>[] {TypeElement.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getQualifiedName", "getSimpleName" -> name(qualifiedName);
                  case "getKind" -> javax.lang.model.element.ElementKind.CLASS;
                  case "hashCode" -> 1;
                  case "equals" -> proxy == arguments[0];
                  default -> List.of();
                });
  }

  private static Name name(String text) {
    return (Name)
        Proxy.newProxyInstance(
            TreesAccessTest.class.getClassLoader(),
            new Class<?>[] {Name.class},
            (proxy, method, arguments) ->
                method.getName().equals("contentEquals")
                    ? (Object) text.contentEquals((CharSequence) arguments[0])
                    : text);
  }

  /** An environment of another compiler: it has everything but the trees. */
  private <T> T fake(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            TreesAccessTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("printMessage")) {
                said.add(arguments[0] + " " + arguments[1]);
                return null;
              }
              if (method.getReturnType() == Map.class) {
                return Map.of();
              }
              if (method.getReturnType() == Messager.class) {
                return fake(Messager.class);
              }
              return method.getReturnType().isInterface() ? fake(method.getReturnType()) : null;
            }));
  }
}
