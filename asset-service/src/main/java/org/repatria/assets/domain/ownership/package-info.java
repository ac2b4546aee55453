/**
 * Who is behind an asset is computed here, of the interests in it and in the companies between. Nothing is decided or
 * kept here.
 */
@NullMarked
package org.repatria.assets.domain.ownership;

import org.jspecify.annotations.NullMarked;
