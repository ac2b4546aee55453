/** Tests of checks, gates, stays and conflicts of interest. No shipped file is read here. */
@NullMarked
package org.repatria.cases.domain.safeguards;

import org.jspecify.annotations.NullMarked;
