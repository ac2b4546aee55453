/** The asset service's start and wiring live here. No rule of the domain and no adapter may. */
@NullMarked
package org.repatria.assets;

import org.jspecify.annotations.NullMarked;
