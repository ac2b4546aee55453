/** A caller of the API as any outside program would be lives here. Knowledge of how the system keeps things may not. */
@NullMarked
package org.repatria.system.client;

import org.jspecify.annotations.NullMarked;
