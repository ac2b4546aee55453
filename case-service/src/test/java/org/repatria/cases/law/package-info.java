/** Tests of the case service; nothing of the product lives here. */
@NullMarked
package org.repatria.cases.law;

import org.jspecify.annotations.NullMarked;
