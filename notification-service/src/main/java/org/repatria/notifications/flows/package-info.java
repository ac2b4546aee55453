/**
 * The timer that gives the warnings of watched deadlines. Which warning is due is decided by the domain, never here.
 */
@NullMarked
package org.repatria.notifications.flows;

import org.jspecify.annotations.NullMarked;
