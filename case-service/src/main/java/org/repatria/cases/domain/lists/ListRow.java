package org.repatria.cases.domain.lists;

import java.util.Optional;
import org.repatria.cases.domain.Allegation;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Subject;

/** One row of a list as it was read. */
public sealed interface ListRow {

    /** The place among the rows, from 1. */
    int row();

    /** The line of the file on which the row begins, from 1. */
    int line();

    /**
     * A row that names a person.
     *
     * @param location where the requesting state believes the person to be
     */
    record PersonRow(
            int row,
            int line,
            Subject subject,
            Optional<CountryCode> location,
            Allegation allegation,
            ReportedStatus status)
            implements ListRow {}

    /**
     * A row that could not be read.
     *
     * @param field the column or property at fault
     */
    record UnreadableRow(int row, int line, String field, RejectReason reason) implements ListRow {}
}
