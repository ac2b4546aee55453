/** The alert catalogue: which published event calls for which alert, as data. No entry is written in code. */
@NullMarked
package org.repatria.notifications.domain.catalogue;

import org.jspecify.annotations.NullMarked;
