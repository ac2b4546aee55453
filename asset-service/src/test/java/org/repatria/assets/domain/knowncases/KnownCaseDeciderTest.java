package org.repatria.assets.domain.knowncases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.ACCOUNT;
import static org.repatria.assets.domain.Assets.HOUSE;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.XR_AND_XH;
import static org.repatria.assets.domain.Assets.sound;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.Limits;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.AwaitCase;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.EraseFacts;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.ForgetAsset;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.NoteFacts;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.NoteGround;
import org.repatria.assets.domain.knowncases.KnownCaseEvent.AssetForgotten;
import org.repatria.assets.domain.knowncases.KnownCaseEvent.CaseAwaited;
import org.repatria.assets.domain.knowncases.KnownCaseEvent.FactsNoted;
import org.repatria.assets.domain.knowncases.KnownCaseEvent.GroundNoted;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;

class KnownCaseDeciderTest {

    private static final KnownCaseDecider DECIDER = new KnownCaseDecider();
    private static final CaseFacts OPEN =
            new CaseFacts(3, false, Optional.of("Orla Vint"), Optional.of("XR-2014-1"), XR_AND_XH);
    private static final CaseFacts CLOSED =
            new CaseFacts(5, true, Optional.of("Orla Vint"), Optional.of("XR-2014-1"), XR_AND_XH);

    @Nested
    class Awaiting {

        @Test
        void an_asset_waits_for_a_case_that_nobody_has_seen() {
            assertThat(decide(new AwaitCase(HOUSE))).isEqualTo(Decision.accept(new CaseAwaited(HOUSE)));
        }

        @Test
        void it_waits_once() {
            assertThat(decide(new AwaitCase(HOUSE), new CaseAwaited(HOUSE))).isEqualTo(Decision.nothingToDo());
        }

        @Test
        void a_case_has_a_limit_of_assets() {
            var full = IntStream.range(0, Limits.ASSETS_PER_CASE_MAX)
                    .mapToObj(i -> (KnownCaseEvent) new CaseAwaited(new AssetId("asset-" + i)))
                    .toArray(KnownCaseEvent[]::new);
            assertThat(decide(new AwaitCase(HOUSE), full))
                    .isEqualTo(Decision.refuse(KnownCaseReason.ASSETS_PER_CASE_MAX_REACHED));
        }

        @Test
        void an_asset_that_no_longer_names_the_case_is_forgotten() {
            assertThat(decide(new ForgetAsset(HOUSE), new CaseAwaited(HOUSE)))
                    .isEqualTo(Decision.accept(new AssetForgotten(HOUSE)));
            assertThat(DECIDER.fold(List.of(
                                    new CaseAwaited(HOUSE), new CaseAwaited(ACCOUNT), new AssetForgotten(HOUSE)))
                            .assets())
                    .containsExactly(ACCOUNT);
        }

        @Test
        void forgetting_what_was_never_known_is_nothing_to_do() {
            assertThat(decide(new ForgetAsset(HOUSE))).isEqualTo(Decision.nothingToDo());
        }
    }

    @Nested
    class Appearing {

        @Test
        void whose_matter_it_is_is_something_new() {
            var nobodys = new CaseFacts(2, OPEN.closed(), OPEN.displayName(), OPEN.reference(), Set.of());
            assertThat(decide(new NoteFacts(OPEN), new FactsNoted(nobodys)))
                    .isEqualTo(Decision.accept(new FactsNoted(OPEN)));
        }

        @Test
        void the_first_facts_are_noted() {
            assertThat(decide(new NoteFacts(OPEN))).isEqualTo(Decision.accept(new FactsNoted(OPEN)));
        }

        @Test
        void newer_facts_replace_them() {
            assertThat(decide(new NoteFacts(CLOSED), new FactsNoted(OPEN)))
                    .isEqualTo(Decision.accept(new FactsNoted(CLOSED)));
        }

        @Test
        void an_older_snapshot_never_undoes_a_newer_one() {
            assertThat(decide(new NoteFacts(OPEN), new FactsNoted(CLOSED))).isEqualTo(Decision.nothingToDo());
        }

        @Test
        void a_newer_version_that_says_the_same_is_nothing_new() {
            var same = new CaseFacts(4, OPEN.closed(), OPEN.displayName(), OPEN.reference(), XR_AND_XH);
            assertThat(decide(new NoteFacts(same), new FactsNoted(OPEN))).isEqualTo(Decision.nothingToDo());
        }

        @Test
        void the_assets_that_wait_are_kept() {
            assertThat(DECIDER.fold(List.of(new CaseAwaited(HOUSE), new FactsNoted(OPEN)))
                            .assets())
                    .containsExactly(HOUSE);
        }
    }

    @Nested
    class NotingGrounds {

        @Test
        void what_is_said_of_the_assets_of_each_state_is_kept_apart() {
            var known = DECIDER.fold(List.of(new GroundNoted("XH", sound(4)), new GroundNoted("XR", sound(2))));
            assertThat(known.grounds()).isEqualTo(Map.of("XH", sound(4), "XR", sound(2)));
        }

        @Test
        void facts_and_ground_of_one_snapshot_are_noted_together() {
            assertThat(decide(new NoteFacts(OPEN, Optional.of(new NoteGround("XR", sound(2)))), new FactsNoted(CLOSED)))
                    .isEqualTo(Decision.accept(new GroundNoted("XR", sound(2))));
        }

        @Test
        void an_older_word_never_undoes_a_newer_one_and_the_same_is_nothing_new() {
            assertThat(decide(new NoteGround("XH", sound(3)), new GroundNoted("XH", sound(4))))
                    .isEqualTo(Decision.nothingToDo());
            assertThat(decide(new NoteGround("XH", sound(4)), new GroundNoted("XH", sound(4))))
                    .isEqualTo(Decision.nothingToDo());
            assertThat(decide(new NoteGround("XH", sound(5)), new GroundNoted("XH", sound(4))))
                    .isEqualTo(Decision.accept(new GroundNoted("XH", sound(5))));
        }

        @Test
        void nothing_is_left_of_it_when_the_case_is_erased() {
            var erased = (Decision.Accepted<KnownCaseEvent>)
                    decide(new EraseFacts(), new FactsNoted(CLOSED), new GroundNoted("XH", sound(4)));
            var known = DECIDER.foldFrom(DECIDER.fold(List.of(new GroundNoted("XH", sound(4)))), erased.events());
            assertThat(known.grounds().get("XH").gates()).isEmpty();
            assertThat(known.grounds().get("XH").agreedOn()).isEmpty();
        }
    }

    private static Decision<KnownCaseEvent> decide(KnownCaseCommand command, KnownCaseEvent... given) {
        return DECIDER.answer(command, DECIDER.fold(List.of(given)), Occasion.of(Actor.system("test"), NOON));
    }
}
