/** How an asset's identifiers are written and checked lives here. What an asset is, and whose it is, may not. */
@NullMarked
package org.repatria.assets.domain.identifiers;

import org.jspecify.annotations.NullMarked;
