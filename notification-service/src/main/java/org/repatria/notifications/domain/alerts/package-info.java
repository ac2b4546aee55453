/** The life of an alert, pure. Nothing here knows which events raise one: that is the catalogue's. */
@NullMarked
package org.repatria.notifications.domain.alerts;

import org.jspecify.annotations.NullMarked;
