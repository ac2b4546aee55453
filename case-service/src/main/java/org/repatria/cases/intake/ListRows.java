package org.repatria.cases.intake;

import java.util.List;
import org.repatria.cases.domain.lists.ListRow;

/** The rows of a file in their order, a batch at a time. */
interface ListRows extends AutoCloseable {

    /** The next rows, fewer than asked for only at the end. */
    List<ListRow> next(int rowsMax);

    @Override
    void close();
}
