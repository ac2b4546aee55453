package org.repatria.cases.publishing;

import java.util.Optional;
import org.repatria.cases.domain.reassessment.Reassessment;
import org.repatria.cases.domain.reassessment.ReassessmentEvent;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.Publishing;

/** Nothing: what has changed for a case, its own events tell. */
public final class ReassessmentPublishing implements Publishing<Reassessment, ReassessmentEvent> {

    @Override
    public Announcement event(String aggregateId, ReassessmentEvent event, Reassessment after) {
        return Announcement.told();
    }

    @Override
    public Optional<Published> snapshot(String aggregateId, Reassessment state) {
        return Optional.empty();
    }
}
