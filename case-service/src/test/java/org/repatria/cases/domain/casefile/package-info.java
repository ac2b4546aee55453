/** Tests of the case service; nothing of the product lives here. */
@NullMarked
package org.repatria.cases.domain.casefile;

import org.jspecify.annotations.NullMarked;
