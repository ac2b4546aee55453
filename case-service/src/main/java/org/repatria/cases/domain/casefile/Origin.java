package org.repatria.cases.domain.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.repatria.cases.domain.ListId;

/**
 * Where a case comes from.
 *
 * @param listId the list that names the person; empty for a case opened by hand
 * @param row the row of that list, from 1
 * @param handedOverOn the day on which the requesting state named the person
 * @param source who or what the first words on file come from
 */
public record Origin(Optional<ListId> listId, Optional<Integer> row, Optional<LocalDate> handedOverOn, String source) {}
