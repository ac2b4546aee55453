package org.repatria.assets.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.NOON;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.assets.Kept;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.KeepApart;
import org.repatria.assets.domain.AssetCommand.Place;
import org.repatria.assets.domain.AssetCommand.RegisterAsset;
import org.repatria.assets.domain.AssetCommand.UnderPolicy;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.AssetKind;
import org.repatria.assets.domain.Assets;
import org.repatria.assets.domain.Confidence;
import org.repatria.assets.domain.Identifier;
import org.repatria.assets.domain.Limits;
import org.repatria.assets.domain.PossibleDuplicate;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.assets.reactions.WhenAssetMayBeTwoThenSettleIt;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.policy.Act;

/** Assets that are alike find one another, whoever comes first, and whatever is cut off in between. */
class MeetingAssetsTest {

    private static final Actor ANA = new Actor("ana.analyst", Set.of("AN"), "XH-CA");
    private static final Actor OTTO = new Actor("otto.officer", Set.of("CO"), "XR-CA");

    private final Kept kept = Kept.inMemory();

    @Nested
    class Finding {

        @Test
        void two_accounts_with_one_number_in_two_writings_find_one_another() {
            register(kept.assets(), ANA, account("one", "Current account", "GB82 WEST 1234 5698 7654 32"));
            register(kept.assets(), ANA, account("two", "Account of the sister", "gb82west12345698765432"));

            assertThat(possible("one")).containsExactly("asset-two [IBAN]");
            assertThat(possible("two")).containsExactly("asset-one [IBAN]");
        }

        @Test
        void two_accounts_at_one_bank_are_not_one() {
            register(kept.assets(), ANA, atBank("one", "Current account", "4711001"));
            register(kept.assets(), ANA, atBank("two", "Savings account", "4711002"));

            assertThat(possible("one")).isEmpty();
        }

        @Test
        void assets_of_two_states_never_meet() {
            register(kept.assets(), ANA, account("one", "Current account", "GB82WEST12345698765432"));
            register(kept.assets(), OTTO, account("two", "Current account", "GB82WEST12345698765432"));

            assertThat(possible("one")).isEmpty();
            assertThat(possible("two")).isEmpty();
        }

        @Test
        void two_that_are_alike_in_several_ways_are_told_all_of_them_at_once() {
            register(kept.assets(), ANA, account("one", "Current account", "GB82WEST12345698765432"));
            register(kept.assets(), ANA, account("two", "Current account", "GB82WEST12345698765432"));

            assertThat(possible("one")).containsExactly("asset-two [DESCRIPTION, IBAN]");
            assertThat(version("one")).isEqualTo(2);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "House at the lake | the HOUSE, at the Lake! | true",
                    "Straße am See | STRASSE AM SEE | true",
                    "ｂｏａｔ ｎｏ. ７ | Boat No 7 | true",
                    "Café de la Paix | Cafe\u0301 de la paix | true",
                    "湖边的房子 | 湖边的房子。 | true",
                    "House at the lake | House at a lake | false",
                    "Café | Cafe | false",
                    "Boat 7 | Boat 8 | false"
                })
        void descriptions_are_alike_by_their_words(String one, String other, boolean alike) {
            register(kept.assets(), ANA, cash("one", one, "XH"));
            register(kept.assets(), ANA, cash("two", other, "XH"));

            assertThat(possible("one")).hasSize(alike ? 1 : 0);
        }

        @Test
        void the_same_words_of_another_place_or_kind_are_another_thing() {
            register(kept.assets(), ANA, cash("one", "In the safe", "XH"));
            register(kept.assets(), ANA, cash("two", "In the safe", "XK"));
            register(
                    kept.assets(),
                    ANA,
                    new RegisterAsset(
                            new AssetId("asset-three"),
                            AssetKind.VALUABLES,
                            "In the safe",
                            Optional.empty(),
                            List.of(),
                            new Place("XH", Optional.empty()),
                            "search",
                            Confidence.HIGH));

            assertThat(possible("one")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"12-34.56, 123456", "ab 77, AB77", "00-0123, 000123"})
        void numberings_without_a_form_are_compared_by_letters_and_digits(String one, String other) {
            register(kept.assets(), ANA, watch("one", "A watch", one));
            register(kept.assets(), ANA, watch("two", "A clock", other));

            assertThat(possible("one")).containsExactly("asset-two [SERIAL_NUMBER]");
        }

        @Test
        void a_description_that_fits_too_many_tells_none_apart() {
            for (var i = 0; i <= Limits.ALIKE_MAX; i++) {
                register(kept.assets(), ANA, cash("nr" + i, "Notes", "XH"));
            }

            assertThat(possible("nr0")).hasSize(Limits.ALIKE_MAX - 1);
            assertThat(possible("nr" + Limits.ALIKE_MAX)).isEmpty();
        }

        @Test
        void the_key_shows_nothing_of_the_identifier() {
            register(kept.assets(), ANA, account("one", "Current account", "GB82WEST12345698765432"));

            assertThat(AlikeKeys.of(asset("one")).keySet())
                    .hasSize(2)
                    .allMatch(key -> key.matches("alike-[0-9a-f]{40}"));
        }
    }

    /** What came from elsewhere is looked for among those of its new place, before the answer. */
    @Test
    void an_asset_that_moves_meets_those_described_alike_where_it_came() {
        register(kept.assets(), ANA, cash("one", "In the safe", "XH"));
        register(kept.assets(), ANA, cash("two", "In the safe", "XK"));
        execute(kept.assets(), "one", Assets.moved("bank", "XK", Assets.MARCH_16));

        assertThat(possible("one")).containsExactly("asset-two [DESCRIPTION]");
        assertThat(possible("two")).containsExactly("asset-one [DESCRIPTION]");
    }

    @Test
    void a_number_that_becomes_known_later_meets_the_one_that_has_it() {
        register(kept.assets(), ANA, account("one", "Current account", "GB82WEST12345698765432"));
        register(kept.assets(), ANA, atBank("two", "Account of the sister", "4711001"));
        execute(
                kept.assets(),
                "two",
                new AssetCommand.RecordIdentifier(
                        new Identifier(Scheme.IBAN, "gb82 west 1234 5698 7654 32", Optional.empty())));

        assertThat(possible("one")).containsExactly("asset-two [IBAN]");
        assertThat(possible("two")).containsExactly("asset-one [IBAN]");
    }

    @Test
    void a_number_that_is_corrected_meets_the_one_that_has_the_right_one() {
        register(kept.assets(), ANA, account("one", "Current account", "GB82WEST12345698765432"));
        register(kept.assets(), ANA, account("two", "Account of the sister", "GB94BARC10201530093459"));
        execute(
                kept.assets(),
                "two",
                Assets.reread(
                        new Identifier(Scheme.IBAN, "GB94BARC10201530093459", Optional.empty()),
                        new Identifier(Scheme.IBAN, "GB82WEST12345698765432", Optional.empty())));

        assertThat(possible("two")).containsExactly("asset-one [IBAN]");
    }

    @Nested
    class BeingCutOff {

        /** The service died after the registration; the asset's own event sets off what is lacking, twice. */
        @Test
        void what_was_not_looked_for_is_looked_for_when_the_asset_is_heard_of() {
            var random = new Random(14);
            for (var round = 0; round < 50; round++) {
                var world = Kept.inMemory();
                var names = new ArrayList<>(List.of("one", "two", "three"));
                Collections.shuffle(names, random);
                for (var name : names) {
                    register(
                            random.nextBoolean() ? world.assets() : world.bareAssets(),
                            ANA,
                            account(name, "Current account", "GB82WEST12345698765432"));
                }
                Collections.shuffle(names, random);
                names.forEach(name -> hear(world, name));
                names.reversed().forEach(name -> hear(world, name));

                for (var name : names) {
                    assertThat(possible(world, name))
                            .as("%s in round %d", name, round)
                            .hasSize(2);
                    var version = world.assets().read("asset-" + name).block().version();
                    hear(world, name);
                    assertThat(world.assets().read("asset-" + name).block().version())
                            .isEqualTo(version);
                }
            }
        }

        @Test
        void a_decision_reaches_the_other_one_later() {
            register(kept.assets(), ANA, cash("one", "Notes", "XH"));
            register(kept.assets(), ANA, cash("two", "Notes", "XH"));
            execute(kept.bareAssets(), "one", new KeepApart(new AssetId("asset-two"), "two lockers"));
            assertThat(asset("two").sameness().undecided()).hasSize(1);

            hear(kept, "one");

            assertThat(asset("two").sameness().undecided()).isEmpty();
        }
    }

    @Test
    void two_are_kept_apart_at_both() {
        register(kept.assets(), ANA, cash("one", "Notes", "XH"));
        register(kept.assets(), ANA, cash("two", "Notes", "XH"));

        execute(kept.assets(), "two", new KeepApart(new AssetId("asset-one"), "two lockers"));

        assertThat(asset("one").sameness().undecided()).isEmpty();
        assertThat(asset("two").sameness().undecided()).isEmpty();
    }

    private static RegisterAsset account(String name, String description, String iban) {
        return new RegisterAsset(
                new AssetId("asset-" + name),
                AssetKind.ACCOUNT,
                description,
                Optional.empty(),
                List.of(new Identifier(Scheme.IBAN, iban, Optional.empty())),
                new Place("GB", Optional.empty()),
                "Bank's answer",
                Confidence.HIGH);
    }

    private static RegisterAsset atBank(String name, String description, String number) {
        return new RegisterAsset(
                new AssetId("asset-" + name),
                AssetKind.ACCOUNT,
                description,
                Optional.empty(),
                List.of(
                        new Identifier(Scheme.ACCOUNT_NUMBER, number, Optional.empty()),
                        new Identifier(Scheme.BIC, "DEVTXH2L", Optional.empty())),
                new Place("XH", Optional.empty()),
                "Bank's answer",
                Confidence.HIGH);
    }

    private static RegisterAsset watch(String name, String description, String number) {
        return new RegisterAsset(
                new AssetId("asset-" + name),
                AssetKind.VALUABLES,
                description,
                Optional.empty(),
                List.of(new Identifier(Scheme.SERIAL_NUMBER, number, Optional.empty())),
                new Place("XH", Optional.empty()),
                "search",
                Confidence.HIGH);
    }

    private static RegisterAsset cash(String name, String description, String country) {
        return new RegisterAsset(
                new AssetId("asset-" + name),
                AssetKind.CASH,
                description,
                Optional.empty(),
                List.of(),
                new Place(country, Optional.empty()),
                "search",
                Confidence.HIGH);
    }

    private static void register(Aggregates<AssetCommand, Asset> assets, Actor by, RegisterAsset command) {
        assets.execute(CommandEnvelope.of(
                        command.assetId().value(),
                        new UnderPolicy(Act.RECORD_ASSET_FACTS, command),
                        Occasion.of(by, NOON)))
                .block();
    }

    private static void execute(Aggregates<AssetCommand, Asset> assets, String name, AssetCommand command) {
        assets.execute(CommandEnvelope.of(
                        "asset-" + name, new UnderPolicy(Act.RECORD_ASSET_FACTS, command), Occasion.of(ANA, NOON)))
                .block();
    }

    private static void hear(Kept world, String name) {
        var event = PublishedRecord.of("asset.registered.v1", "asset-" + name, 1, NOON, "{}");
        var commands = new WhenAssetMayBeTwoThenSettleIt()
                .to(event).stream()
                        .map(it -> CommandEnvelope.of(
                                it.aggregateId(), it.command(), Occasion.of(Actor.system("links-of-assets"), NOON)))
                        .toList();
        world.assets().executeAll(commands).block();
    }

    private Registered asset(String name) {
        return asset(kept, name);
    }

    private static Registered asset(Kept world, String name) {
        return (Registered) world.assets().read("asset-" + name).block().state();
    }

    private long version(String name) {
        return kept.assets().read("asset-" + name).block().version();
    }

    private List<String> possible(String name) {
        return possible(kept, name);
    }

    private static List<String> possible(Kept world, String name) {
        return asset(world, name).sameness().possible().stream()
                .map(MeetingAssetsTest::said)
                .toList();
    }

    private static String said(PossibleDuplicate it) {
        return it.other() + " " + it.by();
    }
}
