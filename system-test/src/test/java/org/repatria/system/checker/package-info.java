/** Shows that the checker finds what it is there to find, and nothing in what is whole. */
@NullMarked
package org.repatria.system.checker;

import org.jspecify.annotations.NullMarked;
