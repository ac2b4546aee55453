/**
 * Changes of reference data, proposed by one person and approved by another. What a row means and whether it fits the
 * others is decided elsewhere.
 */
@NullMarked
package org.repatria.cases.domain.amendments;

import org.jspecify.annotations.NullMarked;
