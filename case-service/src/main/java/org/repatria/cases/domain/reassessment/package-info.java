/**
 * Which cases a change of the law concerns, and how far their re-assessment has come. What the engine then says of each
 * is decided elsewhere.
 */
@NullMarked
package org.repatria.cases.domain.reassessment;

import org.jspecify.annotations.NullMarked;
