/**
 * How a service hears the published events of others and turns them into commands. The commands are for its own
 * aggregates. What an event means is no business of this package: that stands in the services' reactions.
 */
@NullMarked
package org.repatria.messaging.consuming;

import org.jspecify.annotations.NullMarked;
