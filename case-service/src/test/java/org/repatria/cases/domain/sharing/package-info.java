/** Tests of disclosures, compartments and shared words. No shipped file is read here. */
@NullMarked
package org.repatria.cases.domain.sharing;

import org.jspecify.annotations.NullMarked;
