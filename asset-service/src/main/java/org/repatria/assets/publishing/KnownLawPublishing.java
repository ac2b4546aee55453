package org.repatria.assets.publishing;

import java.util.Optional;
import org.repatria.assets.domain.knownlaw.KnownLaw;
import org.repatria.assets.domain.knownlaw.KnownLawEvent;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.Publishing;

/** Publishes nothing of the known law, which is a copy for our own use. The case-service speaks for amendments. */
public final class KnownLawPublishing implements Publishing<KnownLaw, KnownLawEvent> {

    @Override
    public Announcement event(String id, KnownLawEvent event, KnownLaw after) {
        return Announcement.told();
    }

    @Override
    public Optional<Published> snapshot(String id, KnownLaw state) {
        return Optional.empty();
    }
}
