/** What the re-assessment decides of itself. No case is assessed here. */
@NullMarked
package org.repatria.cases.domain.reassessment;

import org.jspecify.annotations.NullMarked;
