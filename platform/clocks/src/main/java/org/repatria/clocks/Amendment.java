package org.repatria.clocks;

import java.time.Instant;
import java.util.Map;

/**
 * A change of one row of reference data that people made known.
 *
 * @param kind the word of such rows, such as {@code clock-rules}
 * @param rowId the row that changed, or a new one
 * @param row the whole row as it shall be: texts by field; what is a list there is written with commas
 * @param approvedAt since when it is known
 */
public record Amendment(String id, String kind, String rowId, Map<String, String> row, Instant approvedAt) {

    public Amendment {
        row = Map.copyOf(row);
    }
}
