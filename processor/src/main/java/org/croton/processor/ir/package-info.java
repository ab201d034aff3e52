/**
 * The graph: typed, immutable, functional, interned. Nodes are made only by {@code GraphBuilder};
 * the graph knows operators by the small interface {@code Operator} and nothing of their meaning.
 * Imports {@code type} and {@code report} only.
 */
@NullMarked
package org.croton.processor.ir;

import org.jspecify.annotations.NullMarked;
