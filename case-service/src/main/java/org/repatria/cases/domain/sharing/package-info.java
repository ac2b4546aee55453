/**
 * What leaves a case. These are disclosures with their recipients, compartments, and the words that the other state
 * sees. No check is made here.
 */
@NullMarked
package org.repatria.cases.domain.sharing;

import org.jspecify.annotations.NullMarked;
