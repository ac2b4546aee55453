@NullMarked
package org.repatria.clocks.reading;

import org.jspecify.annotations.NullMarked;
