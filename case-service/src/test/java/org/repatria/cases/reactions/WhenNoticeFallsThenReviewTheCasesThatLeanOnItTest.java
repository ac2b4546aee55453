package org.repatria.cases.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.casefile.CaseCommand.NoteFallenNotice;
import org.repatria.cases.domain.leaning.FallenNotice;
import org.repatria.cases.domain.leaning.NoticeFate;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;

final class WhenNoticeFallsThenReviewTheCasesThatLeanOnItTest {

    private static final Instant AT = Instant.parse("2020-09-29T12:00:00Z");

    @Test
    void each_case_that_leans_on_it_is_told_once_which_notice_of_which_case_fell_and_how() {
        var event = PublishedRecord.of("case.notice-fell.v1", "case-a", 7, AT, """
                {"caseId": "case-a", "requestingState": "XR", "requestedState": "XK", "noticeId": "notice-1",
                 "fate": "DELETED", "leaningCases": ["case-b", "case-c", "case-b"], "fellAt": "2020-09-29T12:00:00Z",
                 "somethingNewer": true}""");

        var note = new NoteFallenNotice(
                new FallenNotice(
                        "notice-1",
                        new CaseId("case-a"),
                        new Relation(new CountryCode("XR"), new CountryCode("XK")),
                        NoticeFate.DELETED,
                        AT),
                AT);
        assertThat(new WhenNoticeFallsThenReviewTheCasesThatLeanOnIt().to(event))
                .isEqualTo(List.of(new CommandFor<>("case-b", note), new CommandFor<>("case-c", note)));
    }
}
