package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.AssetReason.NO_POSSIBLE_DUPLICATE;
import static org.repatria.assets.domain.AssetReason.TEXT_MISSING;
import static org.repatria.assets.domain.Assets.ACCOUNT;
import static org.repatria.assets.domain.Assets.AFTER_JUNE_14;
import static org.repatria.assets.domain.Assets.HOUSE;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.at;
import static org.repatria.assets.domain.Assets.atNoon;
import static org.repatria.assets.domain.Assets.registerAccount;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.KeepApart;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.NoteKeptApart;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.NotePossibleDuplicates;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.SettleDuplicates;
import org.repatria.assets.domain.AssetEvent.PossibleDuplicateFound;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.testkit.decisions.Laws.Attempt;

/** What an asset says of others that may be the same one. */
class DoublingTest {

    private static final AssetDecider DECIDER = new AssetDecider();

    private static final KeepApart APART = new KeepApart(HOUSE, " another account of the same holder ");

    @Test
    void a_possible_duplicate_is_noted_with_what_makes_it_one() {
        assertThat(events(asset(), atNoon(found(HOUSE, Likeness.IBAN, Likeness.DESCRIPTION))))
                .containsExactly(new PossibleDuplicateFound(HOUSE, List.of(Likeness.DESCRIPTION, Likeness.IBAN), NOON));
    }

    @Test
    void what_is_known_is_not_found_again() {
        assertThat(events(asset(atNoon(found(HOUSE, Likeness.IBAN))), atNoon(found(HOUSE, Likeness.IBAN))))
                .isEmpty();
    }

    @Test
    void nothing_is_a_duplicate_of_itself() {
        assertThat(events(asset(), atNoon(found(ACCOUNT, Likeness.IBAN)))).isEmpty();
    }

    @Test
    void looking_again_is_no_event() {
        assertThat(events(asset(), atNoon(new SettleDuplicates()))).isEmpty();
    }

    @Test
    void no_more_are_noted_than_somebody_would_look_at() {
        var many = IntStream.range(0, Limits.POSSIBLE_DUPLICATES_MAX + 5)
                .boxed()
                .collect(Collectors.toMap(i -> new AssetId("asset-" + i), _ -> List.of(Likeness.DESCRIPTION)));
        var full = asset(atNoon(new NotePossibleDuplicates(many)));

        assertThat(full.sameness().possible()).hasSize(Limits.POSSIBLE_DUPLICATES_MAX);
        assertThat(events(full, atNoon(found(HOUSE, Likeness.IBAN)))).isEmpty();
    }

    @Test
    void two_are_kept_apart_with_a_reason() {
        var asset = asset(atNoon(found(HOUSE, Likeness.IBAN)), atNoon(APART));

        assertThat(asset.sameness().undecided()).isEmpty();
        assertThat(asset.sameness().with(HOUSE))
                .flatMap(PossibleDuplicate::keptApart)
                .contains(new PossibleDuplicate.KeptApart("another account of the same holder", NOON));
    }

    @Test
    void to_keep_two_apart_twice_is_no_event() {
        assertThat(events(asset(atNoon(found(HOUSE, Likeness.IBAN)), atNoon(APART)), atNoon(APART)))
                .isEmpty();
    }

    @Test
    void nothing_is_kept_apart_without_a_reason() {
        var refused = refused(asset(atNoon(found(HOUSE, Likeness.IBAN))), new KeepApart(HOUSE, " "));

        assertThat(refused.refusal().reason()).isEqualTo(TEXT_MISSING);
    }

    @Test
    void what_does_not_look_the_same_is_not_kept_apart() {
        assertThat(refused(asset(), APART).refusal().reason()).isEqualTo(NO_POSSIBLE_DUPLICATE);
    }

    @Test
    void two_that_were_kept_apart_come_up_again_only_when_they_are_alike_in_more() {
        var apart = asset(atNoon(found(HOUSE, Likeness.DESCRIPTION)), atNoon(APART));

        assertThat(events(apart, atNoon(found(HOUSE, Likeness.DESCRIPTION)))).isEmpty();
        var again = after(apart, at(AFTER_JUNE_14, found(HOUSE, Likeness.DESCRIPTION, Likeness.IBAN)));
        assertThat(again.sameness().undecided())
                .singleElement()
                .extracting(PossibleDuplicate::by)
                .isEqualTo(List.of(Likeness.DESCRIPTION, Likeness.IBAN));
    }

    @Test
    void the_other_one_takes_the_decision_over_unless_more_was_found_since() {
        var how = new PossibleDuplicate.KeptApart("two accounts", NOON);
        var note = atNoon(new NoteKeptApart(HOUSE, how));
        var found = asset(atNoon(found(HOUSE, Likeness.DESCRIPTION)));
        var foundSince = after(found, at(AFTER_JUNE_14, found(HOUSE, Likeness.IBAN)));

        assertThat(after(found, note).sameness().undecided()).isEmpty();
        assertThat(events(after(found, note), note)).isEmpty();
        assertThat(events(foundSince, note)).isEmpty();
        assertThat(events(asset(), note)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void an_identifier_of_every_numbering_makes_two_alike_but_those_that_many_share(Scheme scheme) {
        assertThat(scheme.namesOneThing()).isEqualTo(scheme != Scheme.BIC && scheme != Scheme.ISIN);
        if (scheme.namesOneThing()) {
            assertThat(Likeness.of(scheme).name()).isEqualTo(scheme.name());
        }
    }

    private static NotePossibleDuplicates found(AssetId other, Likeness... by) {
        return new NotePossibleDuplicates(Map.of(other, List.of(by)));
    }

    @SafeVarargs
    private static Registered asset(Attempt<AssetCommand>... attempts) {
        var asset = after(DECIDER.initial(), atNoon(registerAccount()));
        for (var attempt : attempts) {
            asset = after(asset, attempt);
        }
        return asset;
    }

    private static Registered after(Asset asset, Attempt<AssetCommand> attempt) {
        return (Registered) DECIDER.foldFrom(asset, events(asset, attempt));
    }

    private static List<AssetEvent> events(Asset asset, Attempt<AssetCommand> attempt) {
        return ((Accepted<AssetEvent>) DECIDER.answer(attempt.command(), asset, attempt.occasion())).events();
    }

    private static Refused<AssetEvent> refused(Asset asset, AssetCommand command) {
        var attempt = atNoon(command);
        return (Refused<AssetEvent>) DECIDER.answer(attempt.command(), asset, attempt.occasion());
    }
}
