/** Tests of how parked keys are noted, on aggregates in memory. No broker and no database. */
@NullMarked
package org.repatria.messaging.consuming.parking;

import org.jspecify.annotations.NullMarked;
