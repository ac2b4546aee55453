/** What the service does by itself, with reactions carried out against the stores, lives here. What follows from what may not. */
@NullMarked
package org.repatria.assets.followups;

import org.jspecify.annotations.NullMarked;
