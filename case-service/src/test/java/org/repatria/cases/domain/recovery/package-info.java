/** Tests of the case service; nothing of the product lives here. */
@NullMarked
package org.repatria.cases.domain.recovery;

import org.jspecify.annotations.NullMarked;
