/**
 * What must have been looked at before a step, by whom, with what result. Stays and conflicts of interest are here too.
 * No rule's number and no move of a pathway belongs here.
 */
@NullMarked
package org.repatria.cases.domain.safeguards;

import org.jspecify.annotations.NullMarked;
