package org.repatria.assets.publishing;

import java.util.Optional;
import org.repatria.assets.domain.knowncases.KnownCase;
import org.repatria.assets.domain.knowncases.KnownCaseEvent;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.Publishing;

/** Publishes nothing of a known case, which is a copy for our own use. The case-service speaks for its cases. */
public final class KnownCasePublishing implements Publishing<KnownCase, KnownCaseEvent> {

    @Override
    public Announcement event(String caseId, KnownCaseEvent event, KnownCase after) {
        return Announcement.told();
    }

    @Override
    public Optional<Published> snapshot(String caseId, KnownCase state) {
        return Optional.empty();
    }
}
