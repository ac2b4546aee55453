/**
 * What callers may write, said on the types that they write. The edge reads and documents by it; nothing is checked
 * here.
 */
@NullMarked
package org.repatria.decider.input;

import org.jspecify.annotations.NullMarked;
