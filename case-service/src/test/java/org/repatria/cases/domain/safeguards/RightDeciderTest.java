package org.repatria.cases.domain.safeguards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.safeguards.Safe.*;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.safeguards.RightCommand.RecordRight;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Refused;

final class RightDeciderTest {

    private static final RecordRight CONSUL = new RecordRight(
            "r1", RightKind.CONSULAR_ACCESS, TODAY.day(), "doc-4", Optional.of("refused by the person"));

    @Test
    void the_evidence_is_kept_with_the_day() {
        assertThat(after(by(LENA, CONSUL)).rights().of(RightKind.CONSULAR_ACCESS))
                .containsExactly(new RightObserved(
                        "r1",
                        RightKind.CONSULAR_ACCESS,
                        TODAY,
                        "doc-4",
                        new Signature("lena", "XE-CA", NOON, "refused by the person")));
    }

    @Test
    void without_evidence_it_is_refused() {
        assertThat(decided(
                        by(LENA, new RecordRight("r1", RightKind.COUNSEL, TODAY.day(), " ", Optional.empty())),
                        Safeguards.none()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void of_a_day_to_come_it_is_refused() {
        var early = new RecordRight("r1", RightKind.COUNSEL, MAY_1.plusDays(3), "doc-4", Optional.empty());

        assertThat(decided(by(LENA, early), Safeguards.none())).isInstanceOf(Refused.class);
    }

    @Test
    void the_same_again_is_no_event() {
        assertThat(decided(by(LENA, CONSUL), after(by(LENA, CONSUL)))).isEqualTo(Decision.nothingToDo());
    }

    @Test
    void another_note_or_another_officer_under_the_same_id_is_refused() {
        var otherNote = new RecordRight(
                CONSUL.rightId(), CONSUL.right(), CONSUL.on(), CONSUL.evidence(), Optional.of("by telephone"));

        assertThat(decided(by(LENA, otherNote), after(by(LENA, CONSUL)))).isInstanceOf(Refused.class);
        assertThat(decided(by(CARL, CONSUL), after(by(LENA, CONSUL)))).isInstanceOf(Refused.class);
    }
}
