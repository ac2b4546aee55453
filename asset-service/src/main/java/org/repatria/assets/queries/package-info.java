/** Questions about many assets and the ports that answer them live here. How they are answered may not. */
@NullMarked
package org.repatria.assets.queries;

import org.jspecify.annotations.NullMarked;
