/** A service that imports another. Nothing sound belongs here. */
@NullMarked
package org.repatria.testkit.house.importing;

import org.jspecify.annotations.NullMarked;
