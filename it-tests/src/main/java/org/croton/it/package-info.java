/**
 * Runs other programs: JDKs and Maven, for whole user builds in folders of their own and for
 * benchmarks that start a process.
 */
@NullMarked
package org.croton.it;

import org.jspecify.annotations.NullMarked;
