package org.repatria.bench.modulith;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** What a command changes: smaller than a case of ours. */
@Document("cases")
record CaseDocument(
        @Id String id,
        long version,
        String person,
        String offence,
        @Nullable String assignee,
        @Nullable Instant assignedAt) {

    static CaseDocument opened(String id) {
        return new CaseDocument(id, 1, "Dorfen Vintrosov", "Embezzlement of public funds", null, null);
    }
}
