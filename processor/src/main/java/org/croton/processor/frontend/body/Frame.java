package org.croton.processor.frontend.body;

import java.util.Map;
import org.croton.processor.frontend.names.Site;
import org.croton.processor.frontend.value.InstanceValue;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at a point of a body.
 *
 * @param site where the body stands
 * @param self {@code this}, or null in static code
 * @param scope the local variables
 * @param dims dim names that the method's signature binds
 */
record Frame(Site site, @Nullable InstanceValue self, Scope scope, Map<String, Dim> dims) {
  /** The same place with a block's own variables. */
  Frame block() {
    return new Frame(site, self, new Scope(scope), dims);
  }
}
