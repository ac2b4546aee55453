/**
 * What must have been looked at before a step, by whom, with what result; stays and conflicts of interest. No rule's
 * number and no move of a pathway lives here.
 */
@NullMarked
package org.repatria.cases.domain.safeguards;

import org.jspecify.annotations.NullMarked;
