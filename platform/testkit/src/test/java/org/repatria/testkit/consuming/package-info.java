/**
 * The consumers on a real broker and a real wire protocol. What can be shown in memory is shown beside the consumers
 * themselves.
 */
@NullMarked
package org.repatria.testkit.consuming;

import org.jspecify.annotations.NullMarked;
