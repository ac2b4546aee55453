/** What can be read about alerts, and the ports that the adapters fill. No index and no topic is known here. */
@NullMarked
package org.repatria.notifications.queries;

import org.jspecify.annotations.NullMarked;
