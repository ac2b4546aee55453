/**
 * What the service does by itself, with reactions carried out against the stores, lives here. What follows from what
 * may not.
 */
@NullMarked
package org.repatria.assets.flows;

import org.jspecify.annotations.NullMarked;
