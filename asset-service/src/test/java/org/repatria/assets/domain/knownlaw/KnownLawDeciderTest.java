package org.repatria.assets.domain.knownlaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.knownlaw.KnownLawCommand.NoteAmendment;
import org.repatria.assets.domain.knownlaw.KnownLawEvent.AmendmentNoted;
import org.repatria.clocks.Amendment;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;

class KnownLawDeciderTest {

    private static final KnownLawDecider DECIDER = new KnownLawDecider();
    private static final Instant NOON = Instant.parse("2015-05-20T12:00:00Z");
    private static final Amendment SHORTER = amendment(1);

    private static Amendment amendment(int number) {
        return new Amendment("amendment-" + number, "clock-rules", "CLK-RST-US-90", Map.of("amount", "60"), NOON);
    }

    private static Decision<KnownLawEvent> noting(Amendment amendment, KnownLaw known) {
        return DECIDER.answer(
                new NoteAmendment(amendment), known, Occasion.of(new Actor("law-for-assets", Set.of(), ""), NOON));
    }

    @Test
    void an_amendment_is_noted() {
        assertThat(noting(SHORTER, DECIDER.initial())).isEqualTo(Decision.accept(new AmendmentNoted(SHORTER)));
    }

    @Test
    void it_is_noted_once_however_often_it_is_told() {
        var known = DECIDER.evolve(DECIDER.initial(), new AmendmentNoted(SHORTER));
        assertThat(noting(SHORTER, known)).isEqualTo(Decision.nothingToDo());
    }

    @Test
    void no_more_are_noted_than_the_register_has() {
        var all = IntStream.range(0, KnownLaw.AMENDMENTS_MAX)
                .mapToObj(KnownLawDeciderTest::amendment)
                .toList();
        assertThat(noting(amendment(KnownLaw.AMENDMENTS_MAX), new KnownLaw(all)))
                .isEqualTo(Decision.refuse(KnownLawReason.AMENDMENTS_MAX_REACHED));
        assertThat(noting(amendment(0), new KnownLaw(all))).isEqualTo(Decision.nothingToDo());
    }
}
