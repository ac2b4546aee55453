/** Rules on values are read here from reviewed files. What follows from a rule lives in the domain. */
@NullMarked
package org.repatria.assets.law;

import org.jspecify.annotations.NullMarked;
