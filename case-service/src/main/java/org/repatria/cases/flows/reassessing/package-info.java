/**
 * Walks through the cases that a change of the law concerns and has each assessed again. What an assessment says is not
 * decided here.
 */
@NullMarked
package org.repatria.cases.flows.reassessing;

import org.jspecify.annotations.NullMarked;
