/** The views of alerts and of deadlines. Knows snapshots, not aggregates. */
@NullMarked
package org.repatria.notifications.lucene;

import org.jspecify.annotations.NullMarked;
