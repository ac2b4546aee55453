/**
 * What published events of other services, and of other cases, mean for our cases. Each file has one sentence. No I/O
 * belongs here.
 */
@NullMarked
package org.repatria.cases.reactions;

import org.jspecify.annotations.NullMarked;
