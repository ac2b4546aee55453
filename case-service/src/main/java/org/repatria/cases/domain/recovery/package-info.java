/**
 * What a case and the assets that name it owe each other lives here: the ground on which an asset may be restrained,
 * and how far recovery has come. The life of an asset is the asset service's.
 */
@NullMarked
package org.repatria.cases.domain.recovery;

import org.jspecify.annotations.NullMarked;
