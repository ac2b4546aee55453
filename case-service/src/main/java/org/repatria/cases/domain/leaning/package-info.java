/** Which cases lean on a notice of another case, and what its end means for them. No pathway is moved here. */
@NullMarked
package org.repatria.cases.domain.leaning;

import org.jspecify.annotations.NullMarked;
