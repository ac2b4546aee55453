package org.repatria.system.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Step by step, what an event does to a state. */
class FoldsTest {

    private static ObjectNode clocks(String... events) {
        var clocks = ClocksFold.none();
        ClocksFold.apply(clocks, Trees.read(Dossiers.started("clk-1")));
        for (var event : events) {
            ClocksFold.apply(clocks, Trees.read(event));
        }
        return clocks;
    }

    private static JsonNode only(ObjectNode clocks) {
        return clocks.at("/clocks/0");
    }

    @Nested
    class Clocks {

        @ParameterizedTest
        @CsvSource({
            "ClockExpired, EXPIRED_PRESUMED",
            "ClockSuperseded, SUPERSEDED",
            "ExpiryConfirmed, EXPIRED_CONFIRMED",
            "ExpiryRefuted, REFUTED",
            "ClockCancelled, CANCELLED",
            "ClockSuspended, SUSPENDED"
        })
        void a_clock_stands_where_its_last_event_has_put_it(String event, String state) {
            assertThat(only(clocks("{\"type\": \"" + event
                                    + "\", \"clockId\": \"clk-1\", \"reasons\": \"r\", \"by\": \"clk-2\"}"))
                            .path("state")
                            .asString())
                    .isEqualTo(state);
        }

        @Test
        void a_clock_that_runs_again_forgets_what_came_too_late() {
            var late = clocks(
                    "{\"type\": \"ClockExpired\", \"clockId\": \"clk-1\"}",
                    "{\"type\": \"LateHappeningNoted\", \"clockId\": \"clk-1\", \"happening\": {\"token\": \"x\"}}");
            assertThat(only(late).has("tooLate")).isTrue();

            ClocksFold.apply(late, Trees.read("""
                    {"type": "ClockResumed", "clockId": "clk-1", "state": "RUNNING", \
                    "suspensions": [{"ground": "stay"}],
                     "effective": {"lastDay": "2015-01-01"}, "warnings": []}"""));

            assertThat(only(late).has("tooLate")).isFalse();
            assertThat(only(late).at("/effective/lastDay").asString()).isEqualTo("2015-01-01");
            assertThat(only(late).path("suspensions")).hasSize(1);
        }

        @Test
        void clocks_that_one_state_keeps_are_counted_apart() {
            var clocks = clocks(Dossiers.started("clk-h-1").replace("BOTH", "HOST"));
            assertThat(clocks.at("/started").asInt()).isEqualTo(1);
            assertThat(clocks.at("/confided").asInt()).isEqualTo(1);
        }

        @Test
        void a_clock_that_nobody_started_is_a_fault_of_the_evidence() {
            assertThatExceptionOfType(Folds.Unfoldable.class)
                    .isThrownBy(() -> clocks("{\"type\": \"ClockExpired\", \"clockId\": \"clk-9\"}"));
        }
    }

    @Nested
    class Lists {

        private static JsonNode list(String... events) {
            var state = Folds.after(Family.LIST, Folds.initial(Family.LIST), "ListReceived", Trees.read("""
                    {"listId": "list-1", "description": {}, "content": {}, "at": "2014-08-29T12:00:00Z"}"""));
            state = Folds.after(Family.LIST, state, "ListHandedOver", Trees.read("{\"funnel\": {\"held\": 2}}"));
            for (var event : events) {
                var data = Trees.read(event);
                state = Folds.after(Family.LIST, state, data.path("type").asString(), data);
            }
            return state;
        }

        @Test
        void the_clocks_of_a_list_are_those_of_its_events() {
            var list = list("{\"type\": \"ListClockChanged\", \"event\": " + Dossiers.started("clk-1") + "}");
            assertThat(list.at("/clocks/clocks")).hasSize(1);
            assertThat(list.at("/clocks/started").asInt()).isEqualTo(1);
            assertThat(list().has("clocks")).isFalse();
        }

        @Test
        void what_is_proposed_for_a_row_waits_until_it_is_settled() {
            var proposed = """
                    {"type": "RowDecisionProposed", "decision": {"row": 3, "verdict": "RELEASE"}}""";
            var again = """
                    {"type": "RowDecisionProposed", "decision": {"row": 3, "verdict": "REJECT"}}""";
            var other = """
                    {"type": "RowDecisionProposed", "decision": {"row": 4, "verdict": "RELEASE"}}""";
            var approved = "{\"type\": \"RowDecisionApproved\", \"row\": 3, \"by\": \"sara\"}";
            var settled = "{\"type\": \"HeldRowSettled\", \"row\": 3, \"funnel\": {\"held\": 1}}";

            assertThat(list(proposed, other, again, approved).path("decisions")).isEqualTo(Trees.read("""
                    [{"row": 4, "verdict": "RELEASE"}, {"row": 3, "verdict": "REJECT", "approvedBy": "sara"}]"""));
            assertThat(list(proposed, other, approved, settled).path("decisions"))
                    .isEqualTo(Trees.read("[{\"row\": 4, \"verdict\": \"RELEASE\"}]"));
        }
    }

    @Nested
    class Assets {

        @Test
        void interests_end_or_are_corrected_and_none_goes_away() {
            var state = Folds.after(
                    Family.ASSET,
                    Folds.initial(Family.ASSET),
                    "AssetRegistered",
                    Trees.read("{\"assetId\": \"asset-1\"}"));
            assertThat(state.path("interests")).isEqualTo(Trees.read("[]"));
            for (var event : new String[] {
                "{\"type\": \"InterestRecorded\", \"interest\": {\"id\": \"i-1\"}}",
                "{\"type\": \"InterestCorrected\", \"interestId\": \"i-1\", \"correction\": {\"by\": \"i-2\"},"
                        + " \"successor\": {\"id\": \"i-2\"}}",
                "{\"type\": \"InterestEnded\", \"interestId\": \"i-2\", \"ending\": {\"reason\": \"sold\"}}"
            }) {
                var data = Trees.read(event);
                state = Folds.after(Family.ASSET, state, data.path("type").asString(), data);
            }

            assertThat(state.path("interests")).isEqualTo(Trees.read("""
                    [{"id": "i-1", "correction": {"by": "i-2"}}, {"id": "i-2", "ending": {"reason": "sold"}}]"""));
        }
    }

    /** The state of an asset is recounted from its orders and findings, by their days. */
    @Nested
    class OrdersAndFindings {

        private static ObjectNode asset(String... events) {
            var state = Folds.after(
                    Family.ASSET,
                    Folds.initial(Family.ASSET),
                    "AssetRegistered",
                    Trees.read("{\"assetId\": \"asset-1\", \"identifiers\": []}"));
            for (var event : events) {
                var data = Trees.read(event);
                state = Folds.after(Family.ASSET, state, data.path("type").asString(), data);
            }
            return state;
        }

        @Test
        void a_decision_gives_an_order_its_reference_and_its_end() {
            var state = asset(
                    "{\"type\": \"OrderRecorded\", \"order\": {\"id\": \"o-1\", \"changes\": []}}",
                    "{\"type\": \"OrderChanged\", \"orderId\": \"o-1\", \"change\": {\"to\": \"ISSUED\","
                            + " \"on\": \"2015-03-16\", \"particulars\": {\"courtReference\": \"15\"}}}");

            assertThat(state.path("orders").path(0)).isEqualTo(Trees.read("""
                    {"id": "o-1", "courtReference": "15", "issuedOn": "2015-03-16", "changes":
                     [{"to": "ISSUED", "on": "2015-03-16", "particulars": {"courtReference": "15"}}]}"""));
        }

        @Test
        void what_an_order_is_by_law_stays_with_it_and_its_clocks_are_those_of_its_events() {
            var state = asset(
                    "{\"type\": \"OrderRecorded\", \"order\": {\"id\": \"o-1\", \"changes\": []}}",
                    "{\"type\": \"OrderChanged\", \"orderId\": \"o-1\", \"change\": {\"to\": \"ISSUED\","
                            + " \"on\": \"2015-03-16\", \"particulars\": {\"measure\": \"TRO\"}}}",
                    "{\"type\": \"ClockChanged\", \"event\": " + Dossiers.started("clk-1") + "}",
                    "{\"type\": \"ClockChanged\", \"event\": {\"type\": \"ClockExpired\", \"clockId\": \"clk-1\"}}");

            assertThat(state.at("/orders/0/measure").asString()).isEqualTo("TRO");
            assertThat(state.at("/clocksOfClaims")).isEqualTo(ClocksFold.none());
            assertThat(state.at("/clocks/clocks/0/state").asString()).isEqualTo("EXPIRED_PRESUMED");
            assertThat(asset().at("/clocks")).isEqualTo(ClocksFold.none());
        }

        @Test
        void the_clocks_of_claims_are_kept_apart_from_those_of_orders() {
            var state = asset("{\"type\": \"ClaimClockChanged\", \"event\": " + Dossiers.started("clk-c-1") + "}");

            assertThat(state.at("/clocksOfClaims/clocks/0/id").asString()).isEqualTo("clk-c-1");
            assertThat(state.at("/clocks")).isEqualTo(ClocksFold.none());
        }

        @Test
        void what_is_found_again_is_looked_at_anew_with_all_that_it_is_alike_in() {
            var state = asset(
                    "{\"type\": \"PossibleDuplicateFound\", \"otherId\": \"asset-2\", \"by\": [\"IBAN\"], \"at\": \"noon\"}",
                    "{\"type\": \"KeptApart\", \"otherId\": \"asset-2\", \"how\": {\"reason\": \"two\"}}",
                    "{\"type\": \"PossibleDuplicateFound\", \"otherId\": \"asset-2\", \"by\": [\"DESCRIPTION\"],"
                            + " \"at\": \"later\"}");

            assertThat(state.at("/sameness/possible")).isEqualTo(Trees.read("""
                    [{"other": "asset-2", "by": ["DESCRIPTION", "IBAN"], "since": "later"}]"""));
        }

        @Test
        void what_came_from_another_asset_goes_back_to_it() {
            var content = """
                    {"identifiers": [{"scheme": "IBAN"}], "valuations": [{"number": 1}], "orders": [{"id": "order-2"}],
                     "interests": [], "findings": [], "sameAs": {}, "claims": [{"id": "claim-1"}], "upkeep": [{"id": "u-1"}],
                     "registerEntries": [{"orderId": "order-2", "register": "Land"}],
                     "hearings": [{"orderId": "order-2", "askedOn": "2015-03-16"}]}""";
            var answer =
                    "{\"type\": \"OtherAnswered\", \"answer\": {\"from\": \"asset-2\", \"answer\": \"%s\", \"content\": %s}}";
            var merged = asset(answer.formatted("TAKEN", content));
            assertThat(merged.path("orders")).isEqualTo(Trees.read("[{\"id\": \"order-2\"}]"));
            assertThat(merged.path("valuations")).hasSize(1);
            assertThat(merged.at("/claims/0/id").asString()).isEqualTo("claim-1");
            assertThat(merged.path("hearings")).hasSize(1);

            var back = asset(answer.formatted("TAKEN", content), answer.formatted("GIVEN_BACK", content));
            assertThat(back.path("orders")).isEmpty();
            assertThat(back.path("valuations")).isEmpty();
            assertThat(back.path("claims")).isEmpty();
            assertThat(back.path("registerEntries")).isEmpty();
            assertThat(back.path("upkeep")).isEmpty();
            assertThat(back.path("hearings")).isEmpty();
            assertThat(back.at("/sameness/taken")).hasSize(1);
        }

        @Test
        void the_asset_that_went_says_what_became_of_its_orders_meanwhile() {
            var state = asset(
                    "{\"type\": \"OrderRecorded\", \"order\": {\"id\": \"order-1\", \"changes\": []}}",
                    "{\"type\": \"UpkeepRecorded\", \"upkeep\": {\"id\": \"u-1\"}}",
                    "{\"type\": \"MergingBegan\", \"into\": \"asset-2\", \"number\": 1, \"reason\": \"one\"}",
                    "{\"type\": \"AssetMerged\", \"into\": \"asset-2\", \"cases\": [\"case-1\"]}",
                    "{\"type\": \"SeparationBegan\", \"into\": \"asset-2\", \"number\": 2, \"reason\": \"two\"}",
                    "{\"type\": \"AssetSeparated\", \"into\": \"asset-2\", \"content\": {\"orders\": [{\"id\": \"order-1\","
                            + " \"changes\": [{\"id\": \"step-1\", \"servedOn\": \"interest-here\"}]}], \"interests\": [],"
                            + " \"upkeep\": [{\"id\": \"u-1\", \"paidOn\": \"2015-03-16\"}],"
                            + " \"registerEntries\": [{\"orderId\": \"order-1\", \"register\": \"Land\"}],"
                            + " \"sameAs\": {\"interest-left\": \"interest-here\"}}}");

            assertThat(state.path("orders")).isEqualTo(Trees.read("""
                    [{"id": "order-1", "changes": [{"id": "step-1", "servedOn": "interest-left"}]}]"""));
            assertThat(state.at("/upkeep/0/paidOn").asString()).isEqualTo("2015-03-16");
            assertThat(state.path("registerEntries")).hasSize(1);
            assertThat(state.at("/sameness/merger/phase").asString()).isEqualTo("ENDED");
            assertThat(state.at("/sameness/merger/cases")).isEqualTo(Trees.read("[\"case-1\"]"));
        }

        /** The first entry is that of its registration. */
        @Test
        void an_asset_is_at_the_place_to_which_it_came_last_of_what_was_not_corrected() {
            var state = asset(
                    stay("p-2", "XK", "2015-03-16"),
                    stay("p-3", "XE", "2015-01-01"),
                    "{\"type\": \"PlaceCorrected\", \"placeId\": \"p-2\", \"correction\": {\"by\": \"p-4\"},"
                            + " \"successor\": {\"id\": \"p-4\", \"location\": {\"country\": \"XM\"}, \"from\": \"2015-02-01\"}}");

            assertThat(state.at("/location/country").asString()).isEqualTo("XM");
            assertThat(state.at("/places/all"))
                    .extracting(it -> it.path("id").asString())
                    .containsExactly("place-1", "p-2", "p-3", "p-4");
            assertThat(state.at("/places/all/1/correction/by").asString()).isEqualTo("p-4");
            assertThat(asset().at("/places/all/0").has("from")).isFalse();
        }

        @Test
        void places_come_and_go_with_the_file_that_says_them_and_a_part_begins_where_its_whole_is() {
            var content =
                    "{\"places\": [{\"id\": \"p-2\", \"location\": {\"country\": \"XK\"}, \"from\": \"2015-03-16\"}]}";
            var answer =
                    "{\"type\": \"OtherAnswered\", \"answer\": {\"from\": \"asset-2\", \"answer\": \"%s\", \"content\": %s}}";
            var merged = asset(answer.formatted("TAKEN", content));
            assertThat(merged.at("/location/country").asString()).isEqualTo("XK");

            var back = asset(answer.formatted("TAKEN", content), answer.formatted("GIVEN_BACK", content));
            assertThat(back.at("/places/all")).hasSize(1);
            assertThat(back.path("location")).isEqualTo(asset().at("/places/all/0/location"));

            var part = asset("{\"type\": \"PartTakenOver\", \"partOf\": {\"assetId\": \"asset-9\"}, \"places\": "
                    + Trees.read(content).path("places") + "}");
            assertThat(part.at("/places/all")).hasSize(1);
            assertThat(part.at("/location/country").asString()).isEqualTo("XK");
            assertThat(asset("{\"type\": \"PartTakenOver\", \"partOf\": {\"assetId\": \"asset-9\"}}")
                            .at("/places/all"))
                    .hasSize(1);
        }

        @Test
        void a_number_that_was_wrong_is_another_one_where_it_is_and_where_it_comes_back() {
            var wrong = "{\"scheme\": \"IBAN\", \"value\": \"11\"}";
            var right = "{\"scheme\": \"IBAN\", \"value\": \"17\", \"provenance\": {\"source\": \"deed\"}}";
            var correction = "{\"wrong\": " + wrong + ", \"successor\": " + right + ", \"recordedAt\": \"noon\"}";
            var answer = "{\"type\": \"OtherAnswered\", \"answer\": {\"from\": \"asset-2\", \"answer\": \"TAKEN\","
                    + " \"content\": {\"identifiers\": [" + wrong + "]}}}";
            var corrected = asset(answer, "{\"type\": \"IdentifierCorrected\", \"correction\": " + correction + "}");
            assertThat(corrected.path("identifiers")).isEqualTo(Trees.read("[" + right + "]"));
            assertThat(corrected.path("corrections")).hasSize(1);

            var found = asset("{\"type\": \"IdentifierRecorded\", \"identifier\": " + right + "}");
            assertThat(found.path("identifiers")).isEqualTo(Trees.read("[" + right + "]"));

            var back = asset(
                    "{\"type\": \"OtherAnswered\", \"answer\": {\"from\": \"asset-3\", \"answer\": \"TAKEN\","
                            + " \"content\": {\"identifiers\": [" + wrong + "]}}}",
                    "{\"type\": \"MergingBegan\", \"into\": \"asset-2\", \"number\": 1, \"reason\": \"one\"}",
                    "{\"type\": \"AssetSeparated\", \"into\": \"asset-2\", \"content\": {\"corrections\": ["
                            + correction + "], \"sameAs\": {}}}");
            assertThat(back.path("identifiers")).isEqualTo(Trees.read("[" + right + "]"));
            assertThat(back.path("corrections")).hasSize(1);
        }

        private static String stay(String id, String country, String from) {
            return "{\"type\": \"PlaceRecorded\", \"stay\": {\"id\": \"%s\", \"location\": {\"country\": \"%s\"}, \"from\": \"%s\"}}"
                    .formatted(id, country, from);
        }

        @Test
        void a_claim_keeps_all_its_steps_and_a_part_begins_with_what_it_takes_over() {
            var state = asset(
                    "{\"type\": \"ClaimFiled\", \"claim\": {\"id\": \"c-1\", \"changes\": []}}",
                    "{\"type\": \"ClaimChanged\", \"claimId\": \"c-1\", \"change\": {\"to\": \"ADMITTED\"}}",
                    "{\"type\": \"StepProposed\", \"proposal\": {\"step\": {\"finding\": {\"id\": \"s-1\"}}}}",
                    "{\"type\": \"AssetSplit\", \"split\": {\"rest\": \"asset-2\"}}");
            assertThat(state.at("/claims/0/changes/0/to").asString()).isEqualTo("ADMITTED");
            assertThat(state.path("waiting")).isEmpty();
            assertThat(state.at("/split/rest").asString()).isEqualTo("asset-2");
            var part = asset(
                    "{\"type\": \"PartTakenOver\", \"partOf\": {\"assetId\": \"asset-1\"}, \"orders\": [{\"id\": \"o-1\"}],"
                            + " \"claims\": [{\"id\": \"c-1\"}]}",
                    "{\"type\": \"OrderCarriedOver\", \"orderId\": \"o-1\"}");
            assertThat(part.at("/orders/0/id").asString()).isEqualTo("o-1");
            assertThat(part.at("/claims/0/id").asString()).isEqualTo("c-1");
            assertThat(part.at("/partOf/assetId").asString()).isEqualTo("asset-1");
        }

        @Test
        void what_waits_goes_when_it_is_confirmed_or_refused() {
            var finding = "{\"type\": \"StepProposed\", \"proposal\": {\"step\": {\"finding\": {\"id\": \"s-1\"}}}}";
            var change = "{\"type\": \"StepProposed\", \"proposal\": {\"step\": {\"change\": {\"id\": \"s-2\"}}}}";

            assertThat(asset(finding, change).path("waiting")).hasSize(2);
            assertThat(asset(
                                    finding,
                                    change,
                                    "{\"type\": \"StepConfirmed\", \"stepId\": \"s-1\"}",
                                    "{\"type\": \"StepRefused\", \"stepId\": \"s-2\"}")
                            .path("waiting"))
                    .isEmpty();
        }
    }

    /** How the assets of a case stand is summed a second time. */
    @Nested
    class ShelvesAndInventories {

        private static ObjectNode folded(Family family, String... events) {
            var state = Folds.initial(family);
            for (var event : events) {
                var data = Trees.read(event);
                state = Folds.after(family, state, data.path("type").asString(), data);
            }
            return state;
        }

        private static String noted(String id, String state, String since) {
            return "{\"type\": \"AssetNoted\", \"asset\": {\"assetId\": \"%s\", \"version\": 1, \"state\": \"%s\","
                            .formatted(id, state)
                    + " \"standsSince\": \"%s\"}}".formatted(since);
        }

        @Test
        void a_shelf_counts_only_what_makes_its_assets_stand_otherwise() {
            var setUp = "{\"type\": \"ShelfSetUp\", \"states\": [\"XH\", \"XR\"], \"assets\": []}";
            var shelf = folded(
                    Family.SHELF,
                    setUp,
                    noted("asset-b", "RESTRAINED", "2015-03-16"),
                    noted("asset-a", "RESTRAINED", "2015-03-17"),
                    noted("asset-a", "RESTRAINED", "2015-03-18"),
                    "{\"type\": \"AssetForgotten\", \"assetId\": \"asset-b\"}");

            assertThat(shelf.path("changes").asInt())
                    .as("the third says nothing that counts")
                    .isEqualTo(3);
            assertThat(shelf.path("assets")).hasSize(1);
            assertThat(shelf.path("unlinked")).isEmpty();
            assertThat(folded(Family.SHELF, setUp).path("changes").asInt()).isZero();
        }

        @Test
        void a_shelf_remembers_which_assets_were_unlinked_and_when() {
            var unlinked = "{\"type\": \"AssetUnlinked\", \"assetId\": \"%s\", \"at\": \"2015-03-%sT10:00:00Z\"}";
            var shelf = folded(
                    Family.SHELF,
                    noted("asset-a", "RESTRAINED", "2015-03-16"),
                    unlinked.formatted("asset-a", 20),
                    unlinked.formatted("asset-b", 21),
                    unlinked.formatted("asset-a", 22));

            assertThat(shelf.path("assets")).isEmpty();
            assertThat(shelf.at("/unlinked/0/assetId").asString()).isEqualTo("asset-b");
            assertThat(shelf.at("/unlinked/1/at").asString()).isEqualTo("2015-03-22T10:00:00Z");
            assertThat(shelf.path("unlinked")).hasSize(2);
        }

        @Test
        void an_inventory_sums_what_its_shelves_said_last() {
            var one = "{\"type\": \"ShelfNoted\", \"said\": {\"shelf\": %d, \"changes\": 1, \"byState\": {\"states\":"
                    + " [{\"state\": \"SEIZED\", \"count\": %d, \"since\": \"%s\", \"first\": [\"asset-%s\"]}]}}}";
            var inventory = folded(
                    Family.INVENTORY,
                    one.formatted(7, 2, "2015-03-16", "x"),
                    one.formatted(3, 1, "2015-01-01", "y"),
                    one.formatted(7, 4, "2015-03-16", "x"),
                    one.formatted(7, 4, "2015-03-16", "x"));

            assertThat(Trees.difference(Trees.read("""
                    {"changes": 3, "shelves": [3, 7], "byState": {"states": [{"state": "SEIZED", "count": 5,
                     "since": "2015-01-01", "first": ["asset-x", "asset-y"]}]}}"""), inventory.path("known")))
                    .isEmpty();
        }
    }

    @Nested
    class Dossier {

        private static ObjectNode facts(int answers, String kindOfTheFirst) {
            var dossier = DossierFold.empty();
            for (var number = 0; number < answers; number++) {
                DossierFold.apply(dossier, "FactsChanged", Trees.read("""
                                {"event": {"type": "FactsRecorded", "facts": [{"name": "DEAD", "value": "%d", \
                                "kind": "%s",
                                  "asOf": "2014-08-29", "recordedAt": "2014-09-01T12:00:00Z"}]}}""".formatted(
                                number, number == 0 ? kindOfTheFirst : "ALLEGATION")));
            }
            return dossier;
        }

        @Test
        void of_many_answers_the_oldest_go_but_never_the_one_that_counts() {
            assertThat(facts(22, "ALLEGATION").at("/facts/history/DEAD"))
                    .hasSize(20)
                    .extracting(fact -> fact.path("value").asString())
                    .startsWith("2", "3");
            assertThat(facts(22, "FACT").at("/facts/history/DEAD"))
                    .hasSize(20)
                    .extracting(fact -> fact.path("value").asString())
                    .startsWith("0", "3");
        }

        @Test
        void a_notice_of_another_case_that_fell_asks_for_a_review_until_the_strategy_is_looked_at() {
            var dossier = DossierFold.empty();
            DossierFold.apply(dossier, "LeaningsChanged", Trees.read("""
                    {"event": {"type": "FallenNoticeNoted", "notice": {"noticeId": "notice-1", \
                    "fate": "DELETED"}}}"""));
            assertThat(dossier.path("reviews")).hasSize(1);
            assertThat(dossier.at("/leanings/fallen")).hasSize(1);

            DossierFold.apply(dossier, "StrategyChanged", Trees.read("""
                    {"event": {"type": "StrategyProposed", "strategy": {"number": 1, "status": "PROPOSED"}}}"""));
            assertThat(dossier.path("reviews")).isEmpty();
            assertThat(dossier.at("/leanings/fallen")).isEmpty();
        }

        @Test
        void an_event_of_an_unknown_kind_is_a_fault_of_the_evidence() {
            assertThat(List.of(
                            "FactsChanged",
                            "StrategyChanged",
                            "CourseChanged",
                            "SafeguardsChanged",
                            "SharingChanged",
                            "LeaningsChanged",
                            "ClockChanged"))
                    .allSatisfy(event -> assertThatExceptionOfType(Folds.Unfoldable.class)
                            .isThrownBy(() -> DossierFold.apply(
                                    DossierFold.empty(), event, Trees.read("{\"event\": {\"type\": \"Invented\"}}"))));
        }
    }

    @Nested
    class Stages {

        private static ObjectNode standing(String stage, String event, String data) {
            var state = (ObjectNode) Trees.read("{\"type\": \"" + stage
                    + "\", \"file\": {\"id\": \"case-1\", \"dossier\": " + Dossiers.EMPTY + "}}");
            return Folds.after(Family.CASE, state, event, Trees.read(data));
        }

        @ParameterizedTest
        @CsvSource({
            "UNDER_CHALLENGE, UnderChallenge, comesBackTo",
            "RESOLVED, Resolved, outcome",
            "NOT_ACCEPTED, NotAccepted, ground",
            "CLOSED, Closed, closedAt",
            "ARCHIVED, Archived, word",
            "ACTIVE, Underway, stage",
            "SCREENING, Screening, file"
        })
        void each_stage_keeps_what_is_its_own(String to, String type, String own) {
            var state = standing("Draft", "StageReached", """
                    {"from": "ACTIVE", "to": "%s", "word": "SURRENDERED", "reasons": "r", "at": "2014-09-01T12:00:00Z",
                     "happened": {"type": "On", "day": "2014-09-01"}}""".formatted(to));
            assertThat(state.path("type").asString()).isEqualTo(type);
            assertThat(state.has(own)).isTrue();
            assertThat(state.at("/file/dossier/lastStep/to").asString()).isEqualTo(to);
        }

        @Test
        void a_case_under_way_comes_back_from_a_hold_to_where_it_was() {
            var state = standing("OnHold", "CaseResumed", "{\"to\": \"ACTIVE\"}");
            assertThat(state.path("type").asString()).isEqualTo("Underway");
            assertThat(state.path("stage").asString()).isEqualTo("ACTIVE");
        }
    }
}
