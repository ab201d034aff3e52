package org.croton.processor.frontend.names;

import com.sun.source.tree.CompilationUnitTree;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Where a piece of source stands, which decides what names mean there.
 *
 * @param method the method around it, or null in an initialiser
 */
public record Site(
    CompilationUnitTree unit, TypeElement enclosing, @Nullable ExecutableElement method) {}
