/** Tests of the case service; nothing of the product lives here. */
@NullMarked
package org.repatria.cases.domain.law;

import org.jspecify.annotations.NullMarked;
