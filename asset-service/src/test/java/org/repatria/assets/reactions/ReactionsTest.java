package org.repatria.assets.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.repatria.assets.domain.Assets.FIRST;
import static org.repatria.assets.domain.Assets.HOUSE;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.VINT;
import static org.repatria.assets.domain.Assets.XR_AND_XH;
import static org.repatria.assets.domain.Assets.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.assets.domain.AssetCommand.NoteCaseAppeared;
import org.repatria.assets.domain.AssetCommand.NoteCaseClosed;
import org.repatria.assets.domain.AssetCommand.NoteTimePassed;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.MarkRestraintLapsed;
import org.repatria.assets.domain.knowncases.CaseFacts;
import org.repatria.assets.domain.knowncases.KnownCase;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.AwaitCase;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.EraseFacts;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.ForgetAsset;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.NoteFacts;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.NoteGround;
import org.repatria.assets.domain.knownlaw.KnownLawCommand.NoteAmendment;
import org.repatria.assets.law.ClocksOfAssets;
import org.repatria.assets.queries.DueAssets.Due;
import org.repatria.clocks.Amendment;
import org.repatria.clocks.reading.FaultyReference;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;

class ReactionsTest {

    @Nested
    class HearingOfCases {

        @Test
        void a_snapshot_says_how_the_case_is_called_and_where_it_came_from_and_the_rest_is_left_aside() {
            var snapshot = snapshot("{\"state\": \"SCREENING\", \"person\": {\"name\": \"Orla Vint\", \"aliases\": []},"
                    + " \"listId\": \"list-1\", \"field\": {\"of\": \"tomorrow\"}}");
            assertThat(new WhenCaseChangesThenNoteItsFacts().to(snapshot))
                    .containsExactly(new CommandFor<>(
                            VINT.value(),
                            new NoteFacts(new CaseFacts(
                                    4, false, Optional.of("Orla Vint"), Optional.of("list-1"), XR_AND_XH))));
        }

        @Test
        void only_the_state_is_indispensable() {
            assertThat(new WhenCaseChangesThenNoteItsFacts().to(snapshot("{\"state\": \"DRAFT\"}")))
                    .containsExactly(new CommandFor<>(
                            VINT.value(),
                            new NoteFacts(new CaseFacts(4, false, Optional.empty(), Optional.empty(), XR_AND_XH))));
        }

        @ParameterizedTest
        @CsvSource({"CLOSED, true", "ARCHIVED, true", "RESOLVED, false", "SOMETHING_NEW, false"})
        void a_case_is_closed_when_its_state_says_so(String state, boolean closed) {
            var commands = new WhenCaseChangesThenNoteItsFacts().to(snapshot("{\"state\": \"" + state + "\"}"));
            assertThat(((NoteFacts) commands.getFirst().command()).facts().closed())
                    .isEqualTo(closed);
        }

        @Test
        void assets_of_the_requesting_state_are_judged_by_what_both_states_know() {
            var shared = snapshot("{\"state\": \"ACTIVE\", \"requestingState\": \"XR\", \"recovery\": " + SOUND + "}");
            assertThat(new WhenCaseChangesThenNoteItsFacts().to(shared))
                    .as("one command, as one aggregate hears one record once")
                    .containsExactly(new CommandFor<>(
                            VINT.value(),
                            new NoteFacts(
                                    new CaseFacts(4, false, Optional.empty(), Optional.empty(), XR_AND_XH),
                                    Optional.of(new NoteGround("XR", sound(7))))));
        }

        @Test
        void assets_of_the_host_state_are_judged_by_everything() {
            var whole = snapshot("{\"all\": {\"requestingState\": \"XR\", \"requestedState\": \"XH\", \"recovery\": "
                    + SOUND + "}, \"shared\": {\"requestingState\": \"XR\", \"requestedState\": \"XH\"}}");
            assertThat(new WhenCaseChangesThenNoteItsGround().to(whole))
                    .containsExactly(new CommandFor<>(VINT.value(), new NoteGround("XH", sound(7))));
        }

        @Test
        void a_case_that_says_nothing_of_its_ground_bears_nothing() {
            assertThat(new WhenCaseChangesThenNoteItsGround().to(snapshot("{\"all\": {\"requestedState\": \"XH\"}}")))
                    .isEmpty();
        }

        private static final String SOUND = """
                {"number": 7, "agreedOn": "2014-12-05", "gates": [{"gate": "RESTRAINT", "from": "2015-03-16",
                 "through": "2015-09-12", "missing": []}]}""";

        @Test
        void an_erased_case_is_forgotten() {
            assertThat(new WhenCaseIsErasedThenForgetItsFacts().to(PublishedRecord.erased(VINT.value(), NOON)))
                    .containsExactly(new CommandFor<>(VINT.value(), new EraseFacts()));
        }

        @Test
        void an_erased_list_is_none_of_ours() {
            assertThat(new WhenCaseIsErasedThenForgetItsFacts().to(PublishedRecord.erased("list-1", NOON)))
                    .isEmpty();
        }

        private PublishedRecord snapshot(String json) {
            return PublishedRecord.of("case.snapshot.v1", VINT.value(), 4, NOON, json)
                    .between("XR", "XH");
        }
    }

    @Nested
    class HearingOfOurOwnAssets {

        @Test
        void an_asset_waits_at_the_case_that_it_names() {
            assertThat(new WhenAssetNamesACaseThenAwaitIt().to(link("asset.case-awaited.v1")))
                    .containsExactly(new CommandFor<>(VINT.value(), new AwaitCase(HOUSE)));
        }

        @Test
        void an_unlinked_asset_is_forgotten_there() {
            assertThat(new WhenAssetIsUnlinkedThenForgetIt().to(link("asset.unlinked.v1")))
                    .containsExactly(new CommandFor<>(VINT.value(), new ForgetAsset(HOUSE)));
        }

        private PublishedRecord link(String type) {
            return PublishedRecord.of(
                    type, HOUSE.value(), 2, NOON, "{\"assetId\": \"asset-house\", \"caseId\": \"case-vint\"}");
        }
    }

    @Nested
    class HearingOfLaw {

        private final WhenLawIsAmendedThenCountByIt reaction =
                new WhenLawIsAmendedThenCountByIt(ClocksOfAssets.shipped()::demandReadable);

        @Test
        void an_amended_clock_rule_is_noted_with_its_row() {
            var row = "{\"jurisdiction\": \"US\", \"level\": \"STATUTE\", \"instrument\": \"an act\","
                    + " \"trigger\": \"restraint.TRO\", \"knownTo\": \"BOTH\", \"amount\": \"10\","
                    + " \"unit\": \"CAL_DAY\", \"kind\": \"HARD\", \"onExpiry\": \"PRESUME_LAPSED\","
                    + " \"source\": \"an act\", \"confidence\": \"VERIFIED\"}";
            assertThat(reaction.to(amended(
                            "reference.clock-rule-changed.v1", "{\"ruleId\": \"CLK-RST-US-TRO\", \"row\": " + row)))
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.aggregateId()).isEqualTo("amendments"))
                    .satisfies(asked -> assertThat(((NoteAmendment) asked.command()).amendment())
                            .returns("amendment-1", Amendment::id)
                            .returns("clock-rules", Amendment::kind)
                            .returns("CLK-RST-US-TRO", Amendment::rowId)
                            .returns(NOON, Amendment::approvedAt)
                            .returns("10", it -> it.row().get("amount")));
        }

        @Test
        void an_amended_calendar_is_noted_too() {
            var calendar = "{\"kind\": \"calendars\", \"rowId\": \"GB\", \"row\": {\"weekend\": \"SUNDAY\","
                    + " \"holidays\": \"2015-06-15\", \"source\": \"an act\", \"confidence\": \"VERIFIED\"}";
            assertThat(reaction.to(amended("reference.amended.v1", calendar)))
                    .extracting(asked ->
                            ((NoteAmendment) asked.command()).amendment().kind())
                    .containsExactly("calendars");
        }

        @Test
        void what_clocks_are_not_counted_by_is_none_of_ours() {
            assertThat(reaction.to(amended(
                            "reference.amended.v1",
                            "{\"kind\": \"gates\", \"rowId\": \"RESTRAINT\", \"row\": {\"required\": \"SG-18\"}")))
                    .isEmpty();
        }

        @Test
        void an_event_of_before_rows_were_published_says_nothing() {
            assertThat(reaction.to(amended("reference.clock-rule-changed.v1", "{\"ruleId\": \"CLK-RST-US-TRO\"")))
                    .isEmpty();
        }

        @Test
        void a_row_that_cannot_be_read_is_not_passed_over() {
            var unreadable = amended(
                    "reference.clock-rule-changed.v1",
                    "{\"ruleId\": \"CLK-RST-US-TRO\", \"row\": {\"kind\": \"HARD\", \"unit\": \"FORTNIGHT\"}");
            assertThatThrownBy(() -> reaction.to(unreadable)).isInstanceOf(FaultyReference.class);
        }

        @Test
        void the_published_examples_can_be_read() throws IOException {
            for (var type : List.of("reference.clock-rule-changed.v1", "reference.amended.v1")) {
                var example = Files.readString(Path.of("../contracts/examples/" + type + ".json"));
                assertThat(reaction.to(PublishedRecord.of(type, "amendments", 1, NOON, example)))
                        .hasSize(type.equals("reference.amended.v1") ? 0 : 1);
            }
        }

        private PublishedRecord amended(String type, String begun) {
            return PublishedRecord.of(
                    type,
                    "amendments",
                    1,
                    NOON,
                    begun + ", \"amendmentId\": \"amendment-1\", \"changedAt\": \"" + NOON + "\"}");
        }
    }

    @Nested
    class Meeting {

        private static final CaseFacts OPEN = new CaseFacts(1, false, Optional.empty(), Optional.empty(), XR_AND_XH);
        private static final CaseFacts CLOSED = new CaseFacts(2, true, Optional.empty(), Optional.empty(), XR_AND_XH);

        @Test
        void nobody_is_told_of_a_case_that_nobody_has_seen() {
            var unseen = new KnownCase(Optional.empty(), List.of(HOUSE));
            assertThat(WhenAssetAndCaseMeetThenTellTheAsset.to(VINT, new AwaitCase(HOUSE), unseen))
                    .isEmpty();
        }

        @Test
        void an_asset_that_comes_second_is_told() {
            var seen = new KnownCase(Optional.of(OPEN), List.of(HOUSE));
            assertThat(WhenAssetAndCaseMeetThenTellTheAsset.to(VINT, new AwaitCase(HOUSE), seen))
                    .containsExactly(new CommandFor<>(HOUSE.value(), new NoteCaseAppeared(VINT, XR_AND_XH)));
        }

        @Test
        void a_case_that_closes_tells_every_asset() {
            var closed = new KnownCase(Optional.of(CLOSED), List.of(HOUSE));
            assertThat(WhenAssetAndCaseMeetThenTellTheAsset.to(VINT, new NoteFacts(CLOSED), closed))
                    .containsExactly(new CommandFor<>(HOUSE.value(), new NoteCaseClosed(VINT, XR_AND_XH)));
        }

        @Test
        void a_forgotten_asset_is_told_nothing() {
            var seen = new KnownCase(Optional.of(OPEN), List.of());
            assertThat(WhenAssetAndCaseMeetThenTellTheAsset.to(VINT, new ForgetAsset(HOUSE), seen))
                    .isEmpty();
        }
    }

    @Nested
    class Ending {

        @Test
        void each_restraint_that_has_ended_is_presumed_to_have_lapsed() {
            assertThat(WhenSomethingIsDueThenTellItsAsset.to(List.of(new Due.Restraint(HOUSE, FIRST))))
                    .containsExactly(new CommandFor<>(HOUSE.value(), new MarkRestraintLapsed(FIRST)));
        }

        @Test
        void an_asset_whose_clocks_have_something_to_say_is_told_that_time_has_passed() {
            assertThat(WhenSomethingIsDueThenTellItsAsset.to(List.of(new Due.Clocks(HOUSE))))
                    .containsExactly(new CommandFor<>(HOUSE.value(), new NoteTimePassed()));
        }
    }
}
