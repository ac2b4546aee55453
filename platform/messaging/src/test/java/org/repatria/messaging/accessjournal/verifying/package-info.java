/** What the verifier finds in exports that somebody has altered. */
@NullMarked
package org.repatria.messaging.accessjournal.verifying;

import org.jspecify.annotations.NullMarked;
