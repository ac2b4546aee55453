/** What the outside may see of alerts. Pure translation; nothing is decided here. */
@NullMarked
package org.repatria.notifications.publishing;

import org.jspecify.annotations.NullMarked;
