/** Tests of the case service; nothing of the product lives here. */
@NullMarked
package org.repatria.cases.domain.assets;

import org.jspecify.annotations.NullMarked;
