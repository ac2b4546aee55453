/** Reads the service's reference data from its files. What the data means is the domain's. */
@NullMarked
package org.repatria.notifications.law;

import org.jspecify.annotations.NullMarked;
