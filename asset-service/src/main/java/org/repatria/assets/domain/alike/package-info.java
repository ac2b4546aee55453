/**
 * Where assets of one state meet that share an identifier or a description lives here. What follows for them may not.
 */
@NullMarked
package org.repatria.assets.domain.alike;

import org.jspecify.annotations.NullMarked;
