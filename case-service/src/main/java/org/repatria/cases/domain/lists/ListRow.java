package org.repatria.cases.domain.lists;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
     * @param unusable cells that say something that could not be used
     */
    record PersonRow(
            int row,
            int line,
            Subject subject,
            Optional<CountryCode> location,
            Allegation allegation,
            ReportedStatus status,
            List<UnusableCell> unusable)
            implements ListRow {

        /** A row that was kept before cells were has none. */
        public PersonRow(
                int row,
                int line,
                Subject subject,
                Optional<CountryCode> location,
                Allegation allegation,
                ReportedStatus status,
                @Nullable List<UnusableCell> unusable) {
            this.row = row;
            this.line = line;
            this.subject = subject;
            this.location = location;
            this.allegation = allegation;
            this.status = status;
            this.unusable = unusable == null ? List.of() : List.copyOf(unusable);
        }
    }

    /**
     * A cell that could not be used; the rest of the row is.
     *
     * @param field the column or property
     * @param values as they were written, the first characters of each
     */
    record UnusableCell(String field, RejectReason reason, List<String> values) {
        public UnusableCell {
            values = List.copyOf(values);
        }
    }

    /**
     * A row that could not be read.
     *
     * @param field the column or property at fault
     */
    record UnreadableRow(int row, int line, String field, RejectReason reason) implements ListRow {}
}
