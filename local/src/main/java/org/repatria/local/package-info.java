/**
 * The local stack's entrance: one executable jar whose first argument says what to be.
 *
 * <p>Nothing of a service lives here, and no service depends on it.
 */
@NullMarked
package org.repatria.local;

import org.jspecify.annotations.NullMarked;
