/** Small documented programs, one idea each, and two models that train on images. */
@NullMarked
package org.croton.examples;

import org.jspecify.annotations.NullMarked;
