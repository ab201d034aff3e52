package org.croton.processor.pipeline;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Claims Croton's annotations and no others, so that {@code -Xlint:all -Werror} does not complain
 * of annotations without a processor. {@link KernelProcessor} looks at all classes and therefore is
 * shown all annotations; if it claimed them, other processors would get none.
 *
 * <p>javac asks processors in the order of their registration, which is that of their names, and
 * stops when every annotation is claimed: the name of this one must come after the other's.
 */
@AutoService(Processor.class)
public final class OwnAnnotations extends AbstractProcessor {
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("org.croton.annotation.*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // to claim them is all that this class is for
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return true;
  }
}
