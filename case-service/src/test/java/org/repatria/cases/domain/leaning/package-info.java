/** Tests of what leans on a notice across cases. No shipped file is read here. */
@NullMarked
package org.repatria.cases.domain.leaning;

import org.jspecify.annotations.NullMarked;
