/**
 * The service that turns what happens elsewhere into alerts for the people who must act. Only the wiring lives here.
 */
@NullMarked
package org.repatria.notifications;

import org.jspecify.annotations.NullMarked;
