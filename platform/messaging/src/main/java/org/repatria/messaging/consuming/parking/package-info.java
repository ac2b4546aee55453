/**
 * The life of a parked key as an aggregate. So others hear of it the same way as of everything else and the journal
 * keeps who left out what and why. How records are parked and redriven is not decided here.
 */
@NullMarked
package org.repatria.messaging.consuming.parking;

import org.jspecify.annotations.NullMarked;
