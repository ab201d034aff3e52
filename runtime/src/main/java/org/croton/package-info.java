/** What programs use: tensors, element types and operations. */
@NullMarked
package org.croton;

import org.jspecify.annotations.NullMarked;
