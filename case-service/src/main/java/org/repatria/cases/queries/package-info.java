/** What the lists, searches and facets of this service are made of. No route and no rule lives here. */
@NullMarked
package org.repatria.cases.queries;

import org.jspecify.annotations.NullMarked;
