/** The network with the products of EJML, a library of matrices in pure Java. */
@NullMarked
package org.croton.bench.ejml;

import org.jspecify.annotations.NullMarked;
