package org.repatria.cases.reactions;

import java.util.List;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.NoteFallenNotice;
import org.repatria.cases.domain.leaning.FallenNotice;
import org.repatria.cases.domain.leaning.NoticeFate;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.messaging.consuming.Reaction;

/** A deleted or blocked notice sends the cases that lean on it to re-review, as it does its own. */
public final class WhenNoticeFallsThenReviewTheCasesThatLeanOnIt implements Reaction<CaseCommand> {

    @Override
    public List<CommandFor<CaseCommand>> to(PublishedRecord event) {
        var fallen = event.as(Fallen.class);
        var notice = new FallenNotice(
                fallen.noticeId(),
                new CaseId(event.subject()),
                new Relation(new CountryCode(fallen.requestingState()), new CountryCode(fallen.requestedState())),
                NoticeFate.valueOf(fallen.fate()),
                event.time());
        return fallen.leaningCases().stream()
                .distinct()
                .map(leaning -> new CommandFor<CaseCommand>(leaning, new NoteFallenNotice(notice, event.time())))
                .toList();
    }

    /** What is read of the event. */
    record Fallen(
            String requestingState, String requestedState, String noticeId, String fate, List<String> leaningCases) {}
}
