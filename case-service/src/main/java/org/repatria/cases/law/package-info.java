/**
 * Reads reference data from its files, checks it whole and keeps it through time. What the data means is the domain's;
 * no route lives here.
 */
@NullMarked
package org.repatria.cases.law;

import org.jspecify.annotations.NullMarked;
