package org.repatria.cases.domain.safeguards;

import org.repatria.cases.domain.Happened;

/** What may be asked about the rights of the person. */
public sealed interface RightCommand extends SafeguardCommand {

    /** A right was observed, and this is the evidence. */
    record RecordRight(String rightId, RightKind kind, Happened on, String evidence, String note)
            implements RightCommand {}
}
