/** Rewrite rules as data: patterns, guards, phases and the accuracy each rule promises. */
@NullMarked
package org.croton.processor.rule;

import org.jspecify.annotations.NullMarked;
