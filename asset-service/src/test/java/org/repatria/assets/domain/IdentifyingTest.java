package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_DOUBLE;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_INVALID;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_MISSING;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_SCHEME_UNFIT;
import static org.repatria.assets.domain.AssetReason.TEXT_MISSING;
import static org.repatria.assets.domain.Assets.ACCOUNT;
import static org.repatria.assets.domain.Assets.ANA;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.reread;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.CorrectIdentifier;
import org.repatria.assets.domain.AssetCommand.Place;
import org.repatria.assets.domain.AssetCommand.RecordIdentifier;
import org.repatria.assets.domain.AssetCommand.RegisterAsset;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.GeneralReason;
import org.repatria.decider.Occasion;
import org.repatria.decider.Reason;

/** From where each number of an asset is known, and what becomes of one that was wrong. */
class IdentifyingTest {

    private static final AssetDecider DECIDER = new AssetDecider();
    private static final Provenance FORM = new Provenance("Account opening form", Confidence.HIGH);
    private static final Provenance CALL = new Provenance("An anonymous call", Confidence.LOW);
    private static final Identifier WRONG = number("10002000", Optional.of(CALL));
    private static final Identifier RIGHT = number("70002000", Optional.of(FORM));
    private static final Identifier OTHER = number("33334444", Optional.empty());

    private static Identifier number(String value, Optional<Provenance> provenance) {
        return new Identifier(Scheme.ACCOUNT_NUMBER, value, provenance);
    }

    private static RegisterAsset account(Optional<Provenance> ofDescription, Identifier... identifiers) {
        return new RegisterAsset(
                ACCOUNT,
                AssetKind.ACCOUNT,
                "Account of the boat",
                ofDescription,
                List.of(identifiers),
                new Place("XH", Optional.empty()),
                "Bank's answer",
                Confidence.MEDIUM);
    }

    private static Registered asset(AssetCommand... commands) {
        var state = DECIDER.initial();
        for (var command : commands) {
            for (var event : accepted(command, state)) {
                state = DECIDER.evolve(state, event);
            }
        }
        return (Registered) state;
    }

    private static List<AssetEvent> accepted(AssetCommand command, Asset state) {
        var decision = DECIDER.decide(command, state, Occasion.of(ANA, NOON));
        assertThat(decision).isInstanceOf(Accepted.class);
        return ((Accepted<AssetEvent>) decision).events();
    }

    private static void refused(AssetCommand command, Asset state, Reason reason, String about) {
        var decision = DECIDER.decide(command, state, Occasion.of(ANA, NOON));
        assertThat(decision).isInstanceOf(Refused.class);
        var obstacle = ((Refused<AssetEvent>) decision).refusal();
        assertThat(obstacle.reason()).isEqualTo(reason);
        assertThat(obstacle.obstacles().getFirst().about()).isEqualTo(about);
    }

    @Nested
    class Saying {

        @Test
        void each_number_and_the_description_keep_what_they_say_and_the_source_of_the_asset_counts_elsewhere() {
            var asset = asset(account(Optional.of(FORM), WRONG, OTHER));

            assertThat(asset.descriptionProvenance()).contains(FORM);
            assertThat(asset.identifiers()).containsExactly(WRONG, OTHER);
            assertThat(asset.identifiers().getLast().or(asset.provenance()).provenance())
                    .contains(new Provenance("Bank's answer", Confidence.MEDIUM));
            assertThat(asset.identifiers().getFirst().or(asset.provenance())).isEqualTo(WRONG);
        }

        @Test
        void a_source_that_shows_nothing_is_refused_where_it_stands() {
            var blank = Optional.of(new Provenance("\u200b", Confidence.HIGH));
            refused(account(blank, OTHER), DECIDER.initial(), TEXT_MISSING, "descriptionProvenance/source");
            refused(
                    account(Optional.empty(), OTHER, number("55556666", blank)),
                    DECIDER.initial(),
                    TEXT_MISSING,
                    "identifiers/1/provenance/source");
        }

        @Test
        void one_number_from_two_sources_is_given_twice() {
            refused(
                    account(Optional.empty(), OTHER, number("33334444", Optional.of(FORM))),
                    DECIDER.initial(),
                    IDENTIFIER_DOUBLE,
                    "identifiers/1");
        }
    }

    @Nested
    class Recording {

        private final Registered asset = asset(account(Optional.empty(), OTHER));

        @Test
        void a_number_that_became_known_later_stands_after_the_others_in_its_one_form() {
            var iban = new Identifier(Scheme.IBAN, "gb82 west 1234 5698 7654 32", Optional.of(FORM));

            assertThat(asset(account(Optional.empty(), OTHER), new RecordIdentifier(iban))
                            .identifiers())
                    .containsExactly(OTHER, new Identifier(Scheme.IBAN, "GB82WEST12345698765432", Optional.of(FORM)));
        }

        @Test
        void to_say_it_again_is_no_event_and_from_elsewhere_it_is_a_correction() {
            assertThat(accepted(new RecordIdentifier(OTHER), asset)).isEmpty();
            refused(
                    new RecordIdentifier(number("33334444", Optional.of(FORM))),
                    asset,
                    IDENTIFIER_DOUBLE,
                    "identifier");
        }

        @Test
        void it_obeys_the_rules_of_its_numbering() {
            refused(
                    new RecordIdentifier(number("0000", Optional.empty())),
                    asset,
                    IDENTIFIER_INVALID,
                    "identifier/value");
            refused(
                    new RecordIdentifier(new Identifier(Scheme.VIN, "1M8GDM9AXKP042788", Optional.empty())),
                    asset,
                    IDENTIFIER_SCHEME_UNFIT,
                    "identifier/scheme");
            refused(
                    new RecordIdentifier(number("70002000", Optional.of(new Provenance("\u200b", Confidence.LOW)))),
                    asset,
                    TEXT_MISSING,
                    "identifier/provenance/source");
        }

        @Test
        void there_is_an_end_to_recording() {
            Asset state = asset;
            for (var i = 1; i < Limits.IDENTIFIERS_MAX; i++) {
                for (var event :
                        accepted(new RecordIdentifier(number("5000%04d".formatted(i), Optional.empty())), state)) {
                    state = DECIDER.evolve(state, event);
                }
            }
            refused(new RecordIdentifier(RIGHT), state, ASSET_LIMIT_REACHED, "");
        }
    }

    @Nested
    class Correcting {

        private final Registered asset = asset(account(Optional.empty(), WRONG, OTHER));

        @Test
        void the_right_one_stands_where_the_wrong_one_was_which_stays_to_be_read() {
            var corrected = asset(account(Optional.empty(), WRONG, OTHER), reread(WRONG, RIGHT));

            assertThat(corrected.identifiers()).containsExactly(RIGHT, OTHER);
            assertThat(corrected.corrections())
                    .containsExactly(new IdentifierCorrection(WRONG, RIGHT, "A 7 was read as a 1", NOON));
        }

        @Test
        void the_same_number_may_turn_out_to_be_known_from_elsewhere() {
            var better = number("10002000", Optional.of(FORM));
            assertThat(asset(account(Optional.empty(), WRONG), reread(WRONG, better))
                            .identifiers())
                    .containsExactly(better);
        }

        @Test
        void to_say_it_again_is_no_event() {
            var corrected = asset(account(Optional.empty(), WRONG, OTHER), reread(WRONG, RIGHT));
            assertThat(accepted(reread(WRONG, RIGHT), corrected)).isEmpty();
            assertThat(accepted(reread(OTHER, OTHER), corrected)).isEmpty();
        }

        @Test
        void a_number_that_the_asset_does_not_have_is_not_there() {
            refused(reread(number("99990000", Optional.empty()), RIGHT), asset, GeneralReason.NOT_FOUND, "");
        }

        @Test
        void the_right_one_obeys_the_rules_of_its_numbering_and_is_not_there_already() {
            refused(reread(WRONG, number("0000", Optional.empty())), asset, IDENTIFIER_INVALID, "successor/value");
            refused(
                    reread(WRONG, new Identifier(Scheme.VIN, "1M8GDM9AXKP042788", Optional.empty())),
                    asset,
                    IDENTIFIER_SCHEME_UNFIT,
                    "successor/scheme");
            refused(reread(WRONG, OTHER), asset, IDENTIFIER_DOUBLE, "successor");
            refused(
                    reread(WRONG, number("70002000", Optional.of(new Provenance(" ", Confidence.LOW)))),
                    asset,
                    TEXT_MISSING,
                    "successor/provenance/source");
            refused(
                    reread(OTHER, new Identifier(Scheme.BIC, "DEUTDEFF", Optional.empty())),
                    asset(account(Optional.empty(), OTHER)),
                    IDENTIFIER_MISSING,
                    "identifiers");
        }

        @Test
        void nothing_is_corrected_without_a_reason() {
            refused(
                    new CorrectIdentifier(WRONG.scheme(), WRONG.value(), RIGHT, "\u200b"),
                    asset,
                    TEXT_MISSING,
                    "reason");
        }

        @Test
        void a_wrong_one_is_named_as_it_was_written_or_as_it_is_kept() {
            var iban = new Identifier(Scheme.IBAN, "gb82 west 1234 5698 7654 32", Optional.empty());
            assertThat(asset(account(Optional.empty(), iban), reread(iban, RIGHT))
                            .identifiers())
                    .containsExactly(RIGHT);
        }

        @Test
        void there_is_an_end_to_correcting() {
            Asset state = asset(account(Optional.empty(), number("50000000", Optional.empty())));
            for (var i = 0; i < Limits.CORRECTIONS_MAX; i++) {
                var next = reread(
                        number("5000%04d".formatted(i), Optional.empty()),
                        number("5000%04d".formatted(i + 1), Optional.empty()));
                for (var event : accepted(next, state)) {
                    state = DECIDER.evolve(state, event);
                }
            }
            refused(
                    reread(number("5000%04d".formatted(Limits.CORRECTIONS_MAX), Optional.empty()), RIGHT),
                    state,
                    ASSET_LIMIT_REACHED,
                    "");
        }
    }
}
