/**
 * What a user writes on methods, parameters, fields and results to have tensor mathematics
 * compiled: which methods are compiled, which element types and dims their values have, and which
 * derivatives are generated beside them. Annotations only; they carry no behaviour and depend on
 * nothing.
 */
@NullMarked
package org.croton.annotation;

import org.jspecify.annotations.NullMarked;
