/**
 * Views: Lucene indexes fed from a snapshot topic, for every list, search, facet, count and sum. Knows no domain of any
 * service and no HTTP, and is never the truth: a view can be deleted at any time.
 */
@NullMarked
package org.repatria.readmodel;

import org.jspecify.annotations.NullMarked;
