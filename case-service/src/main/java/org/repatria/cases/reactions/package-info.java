/**
 * What published events of other services, and of other cases, mean for our cases, one sentence per file. No I/O lives
 * here.
 */
@NullMarked
package org.repatria.cases.reactions;

import org.jspecify.annotations.NullMarked;
