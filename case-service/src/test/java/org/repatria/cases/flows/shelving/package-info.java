/** Tests of the case service; nothing of the product lives here. */
@NullMarked
package org.repatria.cases.flows.shelving;

import org.jspecify.annotations.NullMarked;
