/** What published events of other services lead to here: pure, a sentence per file. */
@NullMarked
package org.repatria.notifications.reactions;

import org.jspecify.annotations.NullMarked;
