/**
 * Whole user builds in folders of their own: Maven, plain {@code javac}, other JDKs, no compiler.
 */
@NullMarked
package org.croton.it;

import org.jspecify.annotations.NullMarked;
