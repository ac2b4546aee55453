/** Pairs of names that fold alike, and pairs that must not. Pure. */
@NullMarked
package org.repatria.readmodel.text;

import org.jspecify.annotations.NullMarked;
