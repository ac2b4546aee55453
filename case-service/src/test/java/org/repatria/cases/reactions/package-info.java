/** Tests of what published events mean for our cases. No server is started here. */
@NullMarked
package org.repatria.cases.reactions;

import org.jspecify.annotations.NullMarked;
