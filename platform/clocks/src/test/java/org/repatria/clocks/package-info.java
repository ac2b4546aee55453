@NullMarked
package org.repatria.clocks;

import org.jspecify.annotations.NullMarked;
