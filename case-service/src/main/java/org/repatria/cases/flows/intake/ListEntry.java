package org.repatria.cases.flows.intake;

import java.util.Optional;
import org.repatria.cases.domain.lists.EntryOutcome;
import org.repatria.cases.domain.lists.ListRow.PersonRow;

/**
 * One row of a list with what became of it.
 *
 * @param row from 1
 * @param line of the file, from 1
 * @param name as it was handed over; empty for a row that could not be read
 * @param person what the row says, kept for as long as the row is held
 */
public record ListEntry(int row, int line, Optional<String> name, EntryOutcome outcome, Optional<PersonRow> person) {

    ListEntry settled(EntryOutcome next) {
        return new ListEntry(row, line, name, next, Optional.empty());
    }
}
