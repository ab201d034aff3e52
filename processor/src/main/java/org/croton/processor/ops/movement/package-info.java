/**
 * Operations that put elements elsewhere: axes, shapes, boxes, and values made of sizes; one op a
 * file.
 */
@NullMarked
package org.croton.processor.ops.movement;

import org.jspecify.annotations.NullMarked;
