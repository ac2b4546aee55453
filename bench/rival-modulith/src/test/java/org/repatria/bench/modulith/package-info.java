/** Where the rival departs from what Modulith does by itself is tested here. */
@NullMarked
package org.repatria.bench.modulith;

import org.jspecify.annotations.NullMarked;
