/**
 * What a case knows of the assets that name it lives here. Each of them stands on a shelf, and the case has the sum.
 * The life of an asset is the asset service's.
 */
@NullMarked
package org.repatria.cases.domain.assets;

import org.jspecify.annotations.NullMarked;
