/**
 * The tensor type and the functions that users import: {@link org.croton.Tensor}, {@link
 * org.croton.Ops} and what their signatures mention. Compiled methods read these calls as text; a
 * plain Java run hands each of them to the evaluator, so nothing here computes.
 */
@NullMarked
package org.croton;

import org.jspecify.annotations.NullMarked;
