/**
 * The life of one case from the list entry to its closing. Strategy, pathways and four eyes come in later; no I/O lives
 * here.
 */
@NullMarked
package org.repatria.cases.domain.casefile;

import org.jspecify.annotations.NullMarked;
