package org.repatria.cases.domain.lifecycle;

import java.util.List;
import java.util.Map;
import org.repatria.clocks.Happened;

/**
 * What somebody wants a course to become, with what goes with it.
 *
 * @param happened when it happened in the world, however late it is recorded
 * @param documents ids of the documents that show it
 */
public record Move(
        String courseId,
        String to,
        Happened happened,
        String reasons,
        Map<String, String> particulars,
        List<String> documents) {

    public Move {
        particulars = Particulars.inOrder(particulars);
        documents = List.copyOf(documents);
    }
}
