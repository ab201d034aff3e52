/** What tests of several stages share: running generated C, random programs. */
@NullMarked
package org.croton.processor.testing;

import org.jspecify.annotations.NullMarked;
