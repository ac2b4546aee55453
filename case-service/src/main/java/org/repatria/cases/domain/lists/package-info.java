/**
 * The list that a requesting state hands over, and what becomes of each of its rows. No file format and no I/O lives
 * here.
 */
@NullMarked
package org.repatria.cases.domain.lists;

import org.jspecify.annotations.NullMarked;
