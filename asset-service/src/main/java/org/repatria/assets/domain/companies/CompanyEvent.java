package org.repatria.assets.domain.companies;

import java.time.Instant;
import java.util.List;
import org.repatria.assets.domain.CompanyId;
import org.repatria.assets.domain.Confidence;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.Interest;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.Location;

/** What can have happened to a company. */
public sealed interface CompanyEvent {

    /** When it was recorded. */
    Instant at();

    /** The company was taken on file. */
    record CompanyRegistered(
            CompanyId companyId,
            String name,
            List<Identifier> identifiers,
            Location location,
            String source,
            Confidence confidence,
            String authority,
            Instant at)
            implements CompanyEvent {}

    /** Somebody was found to hold an interest in the company. */
    record HoldingRecorded(Interest holding) implements CompanyEvent {
        @Override
        public Instant at() {
            return holding.recordedAt();
        }
    }

    /** A holding in the company ended. */
    record HoldingEnded(InterestId holdingId, Interest.Ending ending) implements CompanyEvent {
        @Override
        public Instant at() {
            return ending.recordedAt();
        }
    }

    /** An entry on a holding was wrong; another one stands in its place. */
    record HoldingCorrected(InterestId holdingId, Interest.Correction correction, Interest successor)
            implements CompanyEvent {
        @Override
        public Instant at() {
            return correction.recordedAt();
        }
    }
}
