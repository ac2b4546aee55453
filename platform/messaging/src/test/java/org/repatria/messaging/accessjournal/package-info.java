/** The access journal: its chains, its batches and what its verifier finds. */
@NullMarked
package org.repatria.messaging.accessjournal;

import org.jspecify.annotations.NullMarked;
