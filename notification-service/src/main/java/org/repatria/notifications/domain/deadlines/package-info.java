/**
 * Deadlines that are watched on behalf of other services' objects, pure. No timer lives here: time comes in with the
 * command.
 */
@NullMarked
package org.repatria.notifications.domain.deadlines;

import org.jspecify.annotations.NullMarked;
