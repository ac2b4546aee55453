@NullMarked
package org.repatria.decider;

import org.jspecify.annotations.NullMarked;
