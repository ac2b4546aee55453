/** Tests of the consumers on stores in memory. Nothing here needs a broker or a database. */
@NullMarked
package org.repatria.messaging.consuming;

import org.jspecify.annotations.NullMarked;
