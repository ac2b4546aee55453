package org.repatria.cases.flows.intake;

import java.util.List;
import org.repatria.cases.domain.lists.ListRow;

/** The rows of a file in their order, a batch at a time. */
interface ListRows extends AutoCloseable {

    /** The next rows, fewer than asked for only at the end. */
    List<ListRow> next(int rowsMax);

    /** Columns of the file that are not documented; their cells are not read. */
    List<String> columnsNotRead();

    @Override
    void close();
}
