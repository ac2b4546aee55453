/** Who may do what with which case or list. The one place that decides it; no route, no query and no token lives here. */
@NullMarked
package org.repatria.cases.domain.access;

import org.jspecify.annotations.NullMarked;
