/** What published events of other services mean for our cases, one sentence per file. No I/O lives here. */
@NullMarked
package org.repatria.cases.reactions;

import org.jspecify.annotations.NullMarked;
