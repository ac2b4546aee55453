/** What the measurement itself must not get wrong is tested here. No system is started here, and no figure is taken. */
@NullMarked
package org.repatria.bench;

import org.jspecify.annotations.NullMarked;
