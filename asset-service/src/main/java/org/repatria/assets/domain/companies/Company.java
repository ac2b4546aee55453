package org.repatria.assets.domain.companies;

import java.time.Instant;
import java.util.List;
import org.repatria.assets.domain.CompanyId;
import org.repatria.assets.domain.Confidence;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.Interest;
import org.repatria.assets.domain.InterestChange;
import org.repatria.assets.domain.Interests;
import org.repatria.assets.domain.Location;
import org.repatria.policy.States;
import org.repatria.policy.Subject;

/** A company between assets and those who are behind them. */
public sealed interface Company {

    /** Nothing is known under this id. */
    record Unregistered() implements Company {}

    /**
     * A company that was found.
     *
     * @param location where it is incorporated
     * @param source where the knowledge comes from; never leaves the service
     * @param authority the body that holds the file on it; only its own side sees the company
     * @param holders who has which interest in it
     */
    record Registered(
            CompanyId id,
            String name,
            List<Identifier> identifiers,
            Location location,
            String source,
            Confidence confidence,
            String authority,
            Instant registeredAt,
            List<Interest> holders)
            implements Company {

        public Registered {
            identifiers = List.copyOf(identifiers);
            holders = List.copyOf(holders);
        }

        /** The company as the policy of the house asks about it: a file that one state holds. */
        public Subject subject() {
            return new Subject.Held(state());
        }

        /** The state whose file the company is. */
        public String state() {
            return States.of(authority);
        }

        Registered withHolders(InterestChange change) {
            return new Registered(
                    id,
                    name,
                    identifiers,
                    location,
                    source,
                    confidence,
                    authority,
                    registeredAt,
                    Interests.after(holders, change));
        }
    }
}
