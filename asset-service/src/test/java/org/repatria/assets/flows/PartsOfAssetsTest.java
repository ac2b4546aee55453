package org.repatria.assets.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.HOUSE;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.VINT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.repatria.assets.Kept;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.Asset.Unregistered;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetStatus;
import org.repatria.assets.domain.Assets;
import org.repatria.assets.domain.ClaimStatus;
import org.repatria.assets.domain.Fraction;
import org.repatria.assets.domain.Line.Need;
import org.repatria.assets.domain.Said;
import org.repatria.assets.domain.Valuation;
import org.repatria.assets.reactions.WhenAssetIsSplitThenRegisterItsParts;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.decider.Outcome;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;

/** An asset that is split, and the two in its place, through crashes and repeats. */
class PartsOfAssetsTest {

    private final Kept kept = Kept.inMemory();
    private final PartsOfAssets parts = new PartsOfAssets(kept.assets());

    @Test
    void both_parts_are_registered_with_values_that_come_to_those_of_the_whole() {
        split();
        told().forEach(this::register);
        var whole = asset(HOUSE.value());
        var split = whole.split().orElseThrow();
        var won = asset(split.awarded().value());
        var rest = asset(split.rest().value());
        assertThat(whole.status()).isEqualTo(AssetStatus.AWARDED_TO_CLAIMANT);
        assertThat(won.status()).isEqualTo(AssetStatus.AWARDED_TO_CLAIMANT);
        assertThat(rest.status()).isEqualTo(AssetStatus.RESTRAINED);
        assertThat(won.valuations())
                .extracting(Valuation::value)
                .extracting("amount")
                .containsExactly("616666.67");
        assertThat(rest.valuations())
                .extracting(Valuation::value)
                .extracting("amount")
                .containsExactly("1233333.34");
        assertThat(rest.places()).isEqualTo(whole.places());
        assertThat(rest.location().country()).isEqualTo("XK");
        assertThat(rest.description()).isEqualTo("House at the lake (2/3)");
        assertThat(rest.partOf().orElseThrow().assetId()).isEqualTo(HOUSE);
    }

    @Test
    void a_crash_between_the_two_and_a_repeat_lead_to_the_same() {
        split();
        register(told().getFirst());
        var first = asset(told().getFirst().aggregateId());
        told().forEach(this::register);
        told().forEach(this::register);
        assertThat(asset(told().getFirst().aggregateId())).isEqualTo(first);
        assertThat(kept.assets().journal(told().getLast().aggregateId(), 0, 100).toStream())
                .filteredOn(entry -> entry.entry().contains("\"AssetRegistered\""))
                .hasSize(1);
    }

    @Test
    void news_of_a_case_at_the_whole_change_nothing_of_what_the_parts_begin_with() {
        split();
        register(told().getFirst());
        execute(HOUSE.value(), Assets.closed(VINT));
        told().forEach(this::register);
        assertThat(asset(told().getLast().aggregateId()).orders())
                .isEqualTo(asset(HOUSE.value()).orders());
    }

    /** The whole and its parts say the same of themselves, and are three. */
    @Test
    void a_part_meets_no_duplicates_and_neither_does_its_whole_because_of_it() {
        split();
        told().forEach(this::register);
        var split = asset(HOUSE.value()).split().orElseThrow();
        var three = List.of(HOUSE.value(), split.awarded().value(), split.rest().value());
        kept.assets()
                .executeAll(three.stream()
                        .map(id -> envelope(id, new AssetCommand.DuplicateCommand.SettleDuplicates()))
                        .toList())
                .block();
        assertThat(three)
                .allSatisfy(id -> assertThat(asset(id).sameness().possible()).isEmpty());
    }

    @Test
    void nothing_is_registered_for_an_asset_that_is_whole() {
        execute(HOUSE.value(), Assets.registerHouse());
        var early = told("asset-a", "asset-b").getFirst();
        assertThat(parts.execute(envelope(early.aggregateId(), early.command())).block())
                .isInstanceOf(Outcome.Refused.class);
        assertThat(state("asset-b")).isInstanceOf(Unregistered.class);
    }

    /** One third of the house is awarded of the half that was claimed. */
    private void split() {
        var commands = new ArrayList<AssetCommand>(List.of(Assets.registerHouse()));
        commands.addAll(Assets.bearing(VINT));
        commands.add(Assets.appraisal("1850000.01", "USD"));
        commands.add(Assets.restrain(Assets.FIRST));
        commands.add(Assets.moved("abroad", "XK", MARCH_16));
        commands.add(Assets.claimShare("wife", 1, 2, MARCH_16));
        commands.add(Assets.changeClaim("wife", ClaimStatus.ADMITTED, MARCH_16, Said.of(Need.COURT_REFERENCE)));
        commands.add(Assets.changeClaim(
                "wife",
                ClaimStatus.UPHELD_PART,
                MARCH_16,
                Said.awarding(Optional.of(new Fraction(1, 3)), Optional.empty())));
        commands.forEach(it -> execute(HOUSE.value(), it));
    }

    private List<CommandFor<AssetCommand>> told() {
        var split = asset(HOUSE.value()).split().orElseThrow();
        return told(split.awarded().value(), split.rest().value());
    }

    private static List<CommandFor<AssetCommand>> told(String awarded, String rest) {
        return new WhenAssetIsSplitThenRegisterItsParts()
                .to(PublishedRecord.of(
                        "asset.split.v1",
                        HOUSE.value(),
                        9,
                        NOON,
                        "{\"awarded\": \"%s\", \"rest\": \"%s\"}".formatted(awarded, rest)));
    }

    private void register(CommandFor<AssetCommand> part) {
        assertThat(parts.execute(envelope(part.aggregateId(), part.command())).block())
                .isInstanceOf(Outcome.Done.class);
    }

    private void execute(String id, AssetCommand command) {
        assertThat(kept.assets()
                        .execute(CommandEnvelope.of(id, command, Occasion.of(LENA, NOON)))
                        .block())
                .as("%s", command)
                .isInstanceOf(Outcome.Done.class);
    }

    private static CommandEnvelope<AssetCommand> envelope(String id, AssetCommand command) {
        return CommandEnvelope.of(id, command, Occasion.of(Actor.system("links-of-assets"), NOON));
    }

    private Asset state(String id) {
        return kept.assets()
                .readAll(List.of(id))
                .toStream()
                .findFirst()
                .<Asset>map(it -> it.state())
                .orElseGet(Unregistered::new);
    }

    private Registered asset(String id) {
        return (Registered) state(id);
    }
}
