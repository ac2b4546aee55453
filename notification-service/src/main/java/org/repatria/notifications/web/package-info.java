/** The page of routes for alerts: HTTP in, commands and queries out. Decides nothing. */
@NullMarked
package org.repatria.notifications.web;

import org.jspecify.annotations.NullMarked;
