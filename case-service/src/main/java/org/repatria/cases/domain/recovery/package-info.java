/**
 * The ground on which assets of a case may be restrained lives here, and how far they have come. The life of an asset
 * is the asset service's.
 */
@NullMarked
package org.repatria.cases.domain.recovery;

import org.jspecify.annotations.NullMarked;
