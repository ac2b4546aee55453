/**
 * The proof by killing. Clients that never give up, a schedule of kills, and the wait until all is quiet. No rule about
 * what must hold lives here.
 */
@NullMarked
package org.repatria.system.kills;

import org.jspecify.annotations.NullMarked;
