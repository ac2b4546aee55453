/** The edge that every service shares: routes as a table, actors and access, problems, paging, ETags. No word of any service's domain lives here. */
@NullMarked
package org.repatria.web;

import org.jspecify.annotations.NullMarked;
