/**
 * What the outside may see of assets lives here, as pure translations. Sources, full identifiers and reasons may not
 * pass.
 */
@NullMarked
package org.repatria.assets.publishing;

import org.jspecify.annotations.NullMarked;
