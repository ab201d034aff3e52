/**
 * What generated classes rest on: storage and its accounting, entry checks, library loading,
 * failures with the user's source lines, and the interface through which a plain Java run finds its
 * evaluator. Application code normally needs nothing from here.
 */
@NullMarked
package org.croton.runtime;

import org.jspecify.annotations.NullMarked;
