/** Given events, when a command, then events or a refusal; and every command sequence to a depth. No I/O lives here. */
@NullMarked
package org.repatria.testkit.decisions;

import org.jspecify.annotations.NullMarked;
