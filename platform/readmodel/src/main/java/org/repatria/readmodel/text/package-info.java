/** Names as people write them, folded so that spellings in different scripts meet. Pure: no index, no I/O, no view. */
@NullMarked
package org.repatria.readmodel.text;

import org.jspecify.annotations.NullMarked;
