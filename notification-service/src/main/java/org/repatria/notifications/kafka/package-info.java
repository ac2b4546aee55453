/** The alert topic as a stream for readers. Knows positions and records, and nothing of how alerts come to be. */
@NullMarked
package org.repatria.notifications.kafka;

import org.jspecify.annotations.NullMarked;
