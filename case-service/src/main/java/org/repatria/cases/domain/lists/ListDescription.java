package org.repatria.cases.domain.lists;

import java.time.LocalDate;
import org.repatria.cases.domain.Relation;

/**
 * What a list says about itself.
 *
 * @param handedOverOn the day on which the requesting state handed it over
 * @param reference the requesting state's own name for it, unique between two states
 */
public record ListDescription(Relation relation, LocalDate handedOverOn, String reference) {}
