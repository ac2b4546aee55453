/**
 * The edge that services and gateway share: routes as a table, actors and access, problems, paging. No aggregate and no
 * view lives here.
 */
@NullMarked
package org.repatria.edge;

import org.jspecify.annotations.NullMarked;
