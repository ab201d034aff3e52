/**
 * Problems that collections of automatic-differentiation tools are compared on, each written the
 * way a user would write it.
 */
@NullMarked
package org.croton.bench.ad;

import org.jspecify.annotations.NullMarked;
