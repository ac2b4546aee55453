package org.repatria.notifications.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.notifications.domain.alerts.AlertCommand;
import org.repatria.notifications.domain.alerts.AlertCommand.NoteConditionVanished;
import org.repatria.notifications.domain.alerts.AlertCommand.RaiseAlert;
import org.repatria.notifications.domain.alerts.Severity;
import org.repatria.notifications.domain.catalogue.Instruction.AlertKey;
import org.repatria.notifications.domain.deadlines.Deadline.Terms;
import org.repatria.notifications.domain.deadlines.Deadline.Watched;
import org.repatria.notifications.domain.deadlines.DeadlineCommand;
import org.repatria.notifications.domain.deadlines.DeadlineCommand.StopWatching;
import org.repatria.notifications.domain.deadlines.DeadlineCommand.WatchDeadline;
import org.repatria.notifications.law.CatalogueFile;
import org.repatria.notifications.reactions.WhenAnythingIsPublishedThenFollowTheCatalogue.Topic;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The shipped catalogue, asked with events as the other services publish them. */
class WhenAnythingIsPublishedThenFollowTheCatalogueTest {

    private static final WhenAnythingIsPublishedThenFollowTheCatalogue REACTION =
            new WhenAnythingIsPublishedThenFollowTheCatalogue(CatalogueFile.shipped(), Topic.OPEN);
    private static final WhenAnythingIsPublishedThenFollowTheCatalogue ON_TOLD =
            new WhenAnythingIsPublishedThenFollowTheCatalogue(CatalogueFile.shipped(), Topic.TOLD);
    private static final WhenAnythingIsPublishedThenFollowTheCatalogue ON_CONFIDED =
            new WhenAnythingIsPublishedThenFollowTheCatalogue(CatalogueFile.shipped(), Topic.CONFIDED);
    private static final Instant AT = Instant.parse("2015-03-16T15:00:00Z");
    private static final String ORDER = """
            {"orderId": "order-1", "courtReference": "15-MJ-201", "legalBasis": "18 U.S.C. 983(j)",
             "issuedOn": "2015-03-16", "endsOn": "2015-06-14", "zone": "America/New_York",
             "endsBefore": "2015-06-15T04:00:00Z"}""";
    private static final PublishedRecord RESTRAINED = asset("asset.restrained.v1", 2, "\"order\": " + ORDER);
    private static final PublishedRecord EXTENDED = asset(
            "asset.restraint-extended.v1",
            3,
            "\"orderId\": \"order-1\", \"successor\": "
                    + ORDER.replace("order-1", "order-2").replace("2015-06-14", "2015-09-12"));
    private static final PublishedRecord DISCHARGED =
            asset("asset.restraint-discharged.v1", 4, "\"orderId\": \"order-1\", \"dischargedOn\": \"2015-05-02\"");
    private static final PublishedRecord LAPSED = asset(
            "asset.restraint-lapsed.v1",
            4,
            "\"orderId\": \"order-1\", \"endsOn\": \"2015-06-14\", \"zone\": \"America/New_York\"");

    private static PublishedRecord asset(String type, long sequence, String fields) {
        return PublishedRecord.of(type, "asset-1", sequence, AT, "{\"assetId\": \"asset-1\", " + fields + "}")
                .between("XH");
    }

    private static PublishedRecord opened() {
        return PublishedRecord.of("case.opened.v1", "case-1", 1, AT, "{\"caseId\": \"case-1\"}");
    }

    private static List<String> raised(PublishedRecord event) {
        return REACTION.alerts(event).stream()
                .map(CommandFor::command)
                .filter(RaiseAlert.class::isInstance)
                .map(command -> ((RaiseAlert) command).notice().code())
                .toList();
    }

    private static List<String> vanished(PublishedRecord event) {
        return REACTION.alerts(event).stream()
                .filter(command -> command.command() instanceof NoteConditionVanished)
                .map(CommandFor::aggregateId)
                .toList();
    }

    private static String alert(String code, String object, String clock) {
        return AlertIds.alert(new AlertKey(code, object, Optional.ofNullable(clock)));
    }

    @Nested
    class Lists {

        @Test
        void a_list_with_held_rows_calls_for_a_look_at_them() {
            var event = PublishedRecord.of(
                    "list.handed-over.v1", "list-1", 3, AT, "{\"listId\": \"list-1\", \"funnel\": {\"held\": 16}}");
            assertThat(raised(event)).containsExactly("RP-01");
            assertThat(((RaiseAlert) REACTION.alerts(event).getFirst().command())
                            .notice()
                            .title())
                    .isEqualTo("The list list-1 was handed over with 16 held rows.");
        }

        @Test
        void a_list_is_called_by_its_reference_and_its_id_stands_beside() {
            var event = PublishedRecord.of(
                    "list.handed-over.v1",
                    "list-1",
                    3,
                    AT,
                    "{\"listId\": \"list-1\", \"reference\": \"XR-2014-1\", \"funnel\": {\"held\": 16}}");
            var notice = ((RaiseAlert) REACTION.alerts(event).getFirst().command()).notice();
            assertThat(notice.title()).isEqualTo("The list XR-2014-1 was handed over with 16 held rows.");
            assertThat(notice.particulars())
                    .as("for whoever says it in another language")
                    .isEqualTo(Map.of("object", "XR-2014-1", "held", "16"));
            assertThat(notice.objectId()).isEqualTo("list-1");
        }

        @Test
        void a_list_without_held_rows_calls_for_nothing() {
            assertThat(raised(
                            PublishedRecord.of("list.handed-over.v1", "list-1", 3, AT, "{\"funnel\": {\"held\": 0}}")))
                    .isEmpty();
        }
    }

    @Nested
    class Cases {

        @Test
        void a_case_opened_without_an_officer_calls_for_one_until_it_is_assigned() {
            assertThat(raised(opened())).containsExactly("RP-02");
            assertThat(vanished(PublishedRecord.of("case.assigned.v1", "case-1", 2, AT, "{\"caseId\": \"case-1\"}")))
                    .containsExactly(alert("RP-02", "case-1", null));
        }

        @Test
        void a_possible_duplicate_is_one_alert_per_pair() {
            var event = PublishedRecord.of(
                    "case.duplicate-suspected.v1",
                    "case-1",
                    2,
                    AT,
                    "{\"caseId\": \"case-1\", \"otherCaseId\": \"case-9\"}");
            assertThat(raised(event)).containsExactly("AL-18");
            assertThat(REACTION.alerts(event).getFirst().aggregateId()).isEqualTo(alert("AL-18", "case-1", "case-9"));
        }
    }

    /** What people call a thing is what officers wrote. No part of it may break a title, turn it or hide in it. */
    @Nested
    class Naming {

        private static String title(String description) {
            ObjectNode data = JsonMapper.shared().createObjectNode();
            data.put("assetId", "asset-1").put("assetDescription", description);
            data.putObject("order")
                    .put("orderId", "order-1")
                    .put("endsOn", "2015-06-14")
                    .put("zone", "America/New_York");
            var event = PublishedRecord.of("asset.restrained.v1", "asset-1", 1, AT, data.toString());
            return ((RaiseAlert) REACTION.alerts(event).getFirst().command())
                    .notice()
                    .title();
        }

        @Test
        void an_asset_is_called_what_its_authority_called_it() {
            Map.of(
                            "Flat at the harbour", "“Flat at the harbour”",
                            "  Flat,\n\r\tat\u2028the\u00A0harbour ", "“Flat, at the harbour”",
                            "Flat \u202Eroubrah eht ta\u202C\u200B\uFEFF", "“Flat roubrah eht ta”",
                            "باغ می\u200Cوه", "“باغ می\u200Cوه”",
                            "{object} $1 \\ {/order/endsOn}", "“{object} $1 \\ {/order/endsOn}”",
                            "\u00A0\u200B", "asset-1",
                            "Yacht", "Yacht",
                            "...", "asset-1")
                    .forEach((description, name) -> assertThat(title(description))
                            .isEqualTo("A restraint of the asset " + name + " was recorded; it ends on 2015-06-14."));
        }

        @Test
        void a_long_name_is_cut_between_characters() {
            assertThat(title("𝒜".repeat(2_000)))
                    .contains(" " + "𝒜".repeat(79) + "… ")
                    .hasSizeLessThan(300);
        }

        @Test
        void a_warning_of_a_deadline_calls_the_asset_the_same() {
            ObjectNode data = JsonMapper.shared().createObjectNode();
            data.put("assetId", "asset-1").put("assetDescription", "Flat at the harbour");
            data.putObject("order")
                    .put("orderId", "order-1")
                    .put("endsOn", "2015-06-14")
                    .put("zone", "America/New_York");
            var event = PublishedRecord.of("asset.restrained.v1", "asset-1", 1, AT, data.toString());
            var terms = ((WatchDeadline) REACTION.deadlines(event).getFirst().command()).terms();
            assertThat(CatalogueFile.shipped()
                            .warningOf(new Watched(terms, List.of(), Optional.empty()), 14)
                            .orElseThrow()
                            .notice()
                            .title())
                    .isEqualTo(
                            "The restraint of the asset “Flat at the harbour” ends on 2015-06-14, in 14 days or less.");
        }
    }

    @Nested
    class ReferenceData {

        @Test
        void a_changed_relation_is_one_alert_per_change() {
            var event = amended(
                    "reference.relation-changed.v1", "\"relationId\": \"REL-XR-XE-EXT\", \"status\": \"SUSPENDED\"");
            assertThat(raised(event)).containsExactly("AL-10");
            assertThat(REACTION.alerts(event).getFirst().aggregateId())
                    .isEqualTo(alert("AL-10", "REL-XR-XE-EXT", "amendment-1"));
            assertThat(((RaiseAlert) REACTION.alerts(event).getFirst().command())
                            .notice()
                            .title())
                    .isEqualTo("The relation REL-XR-XE-EXT is SUSPENDED now.");
        }

        @Test
        void a_changed_rule_on_clocks_calls_for_a_decision_on_each() {
            var event = amended("reference.clock-rule-changed.v1", "\"ruleId\": \"CLK-REM-US-BIA\"");
            assertThat(raised(event)).containsExactly("AL-11");
            assertThat(REACTION.alerts(event).getFirst().aggregateId())
                    .isEqualTo(alert("AL-11", "CLK-REM-US-BIA", "amendment-1"));
        }

        private PublishedRecord amended(String type, String fields) {
            return PublishedRecord.of(type, "amendments", 1, AT, "{\"amendmentId\": \"amendment-1\", " + fields + "}");
        }
    }

    @Nested
    class Restraints {

        @Test
        void a_restraint_is_told_and_its_last_day_watched_in_the_courts_zone() {
            assertThat(raised(RESTRAINED)).containsExactly("RP-03");
            assertThat(REACTION.deadlines(RESTRAINED))
                    .containsExactly(new CommandFor<>(
                            deadline("order-1"), new WatchDeadline(terms("order-1", "2015-06-14"), AT)));
        }

        @Test
        void an_extension_ends_the_old_clock_and_starts_the_successors() {
            assertThat(REACTION.deadlines(EXTENDED))
                    .extracting(CommandFor::command)
                    .containsExactly(
                            new StopWatching("asset.restraint-extended.v1", AT),
                            new WatchDeadline(terms("order-2", "2015-09-12"), AT));
            assertThat(vanished(EXTENDED))
                    .containsExactly(alert("AL-03", "asset-1", "order-1"), alert("AL-04", "asset-1", "order-1"));
        }

        @Test
        void a_discharge_ends_the_clock_and_its_alerts() {
            assertThat(REACTION.deadlines(DISCHARGED))
                    .containsExactly(new CommandFor<>(
                            deadline("order-1"), new StopWatching("asset.restraint-discharged.v1", AT)));
            assertThat(vanished(DISCHARGED)).contains(alert("AL-03", "asset-1", "order-1"));
        }

        @Test
        void a_lapse_turns_the_warning_into_the_alert_that_it_warned_of() {
            assertThat(vanished(LAPSED)).containsExactly(alert("AL-03", "asset-1", "order-1"));
            var command = (RaiseAlert) REACTION.alerts(LAPSED).getLast().command();
            assertThat(command.notice().code()).isEqualTo("AL-04");
            assertThat(command.notice().severity()).isEqualTo(Severity.CRITICAL);
            assertThat(command.occurrence()).isEqualTo("asset-1:4");
        }

        private String deadline(String order) {
            return AlertIds.deadline(new AlertKey("AL-03", "asset-1", Optional.of(order)));
        }

        private Terms terms(String order, String dueOn) {
            return new Terms(
                    deadline(order),
                    "AL-03",
                    "asset",
                    "asset-1",
                    order,
                    Optional.empty(),
                    Optional.empty(),
                    Set.of("XH"),
                    LocalDate.parse(dueOn),
                    ZoneId.of("America/New_York"),
                    List.of(30, 14, 7, 3, 1));
        }
    }

    @Nested
    class Splitting {

        private static PublishedRecord part(String type, String fields) {
            return PublishedRecord.of(
                            type,
                            "asset-2",
                            3,
                            AT,
                            "{\"assetId\": \"asset-2\", \"partOf\": \"asset-1\", " + fields + "}")
                    .between("XH");
        }

        @Test
        void the_end_of_an_order_is_watched_at_the_part_and_no_more_at_the_whole() {
            var carried = part("asset.order-carried-over.v1", "\"order\": " + ORDER);
            assertThat(REACTION.deadlines(carried))
                    .extracting(CommandFor::aggregateId)
                    .containsExactly(
                            AlertIds.deadline(new AlertKey("AL-03", "asset-1", Optional.of("order-1"))),
                            AlertIds.deadline(new AlertKey("AL-03", "asset-2", Optional.of("order-1"))));
            assertThat(vanished(carried)).containsExactly(alert("AL-03", "asset-1", "order-1"));
        }

        @Test
        void an_open_claim_is_answered_at_the_part_and_no_more_at_the_whole() {
            var carried = part(
                    "asset.claim-carried-over.v1",
                    "\"claimId\": \"claim-1\", \"status\": \"ADMITTED\", \"replyBy\": \"2015-08-03\", \"zone\": \"UTC\"");
            assertThat(vanished(carried)).containsExactly(alert("AL-26", "asset-1", "claim-1"));
            assertThat(raised(carried)).containsExactly("AL-26");
            assertThat(REACTION.deadlines(carried))
                    .extracting(CommandFor::aggregateId)
                    .containsExactly(
                            AlertIds.deadline(new AlertKey("AL-26", "asset-1", Optional.of("claim-1"))),
                            AlertIds.deadline(new AlertKey("AL-26", "asset-2", Optional.of("claim-1"))));
        }

        @Test
        void a_claim_without_a_day_for_the_reply_is_told_and_not_watched() {
            var filed = asset("asset.claim-filed.v1", 5, "\"claimId\": \"claim-1\", \"status\": \"FILED\"");
            assertThat(raised(filed)).containsExactly("AL-26");
            assertThat(REACTION.deadlines(filed)).isEmpty();
        }
    }

    @Nested
    class Parking {

        @Test
        void a_parked_aggregate_is_told_to_the_integrator_until_it_is_free() {
            var parked = PublishedRecord.of(
                    "consumer.parked.v1",
                    "parking-1",
                    1,
                    AT,
                    "{\"consumer\": \"alerts-from-cases\", \"subject\": \"case-1\", \"cause\": \"GAP\"}");
            var freed = PublishedRecord.of(
                    "consumer.freed.v1",
                    "parking-1",
                    2,
                    AT,
                    "{\"consumer\": \"alerts-from-cases\", \"subject\": \"case-1\"}");
            assertThat(raised(parked)).containsExactly("RP-04");
            assertThat(vanished(freed))
                    .containsExactly(REACTION.alerts(parked).getFirst().aggregateId());
        }
    }

    @Nested
    class Confiding {

        private static PublishedRecord moved(String kind, String from, String to) {
            return PublishedRecord.of("case.pathway-moved.v1", "case-1", 7, AT, """
                    {"caseId": "case-1", "courseId": "course-1", "kind": "%s", "from": "%s", "to": "%s",
                     "happenedOn": "2015-03-16"}""".formatted(kind, from, to));
        }

        private static PublishedRecord review() {
            return PublishedRecord.of("case.review-required.v1", "case-1", 7, AT, "{\"caseId\": \"case-1\"}");
        }

        private static List<RaiseAlert> raises(
                WhenAnythingIsPublishedThenFollowTheCatalogue reaction, PublishedRecord event) {
            return reaction.alerts(event).stream()
                    .map(CommandFor::command)
                    .filter(RaiseAlert.class::isInstance)
                    .map(RaiseAlert.class::cast)
                    .toList();
        }

        @Test
        void an_alert_is_the_matter_of_the_states_whose_matter_the_event_was() {
            var told = raises(ON_TOLD, opened().between("XH", "XR")).getFirst().notice();
            assertThat(told.states()).containsExactlyInAnyOrder("XH", "XR");
            assertThat(told.confided()).isFalse();
        }

        @Test
        void a_claim_to_protection_and_its_grant_are_told_to_the_state_that_holds_the_file_alone() {
            for (var state : List.of("RELIEF_PENDING", "PROTECTION_GRANTED")) {
                var event = moved("removal", "IN_HEARING", state);
                assertThat(raises(ON_CONFIDED, event.between("XH")))
                        .singleElement()
                        .satisfies(raise -> {
                            assertThat(raise.notice().code()).isIn("AL-13", "AL-14");
                            assertThat(raise.notice().states()).containsExactly("XH");
                            assertThat(raise.notice().confided()).isTrue();
                        });
                assertThat(raises(ON_TOLD, event.between("XH", "XR"))).isEmpty();
            }
        }

        @Test
        void what_both_topics_say_is_one_alert_for_all_who_may_know_of_it() {
            var event = moved("assetRecovery", "CONFISCATED", "FORFEITURE_PENDING");
            assertThat(raises(ON_CONFIDED, event.between("XH"))).isEmpty();
            assertThat(raises(ON_TOLD, event.between("XH", "XR")))
                    .singleElement()
                    .satisfies(raise -> assertThat(raise.notice().states()).containsExactlyInAnyOrder("XH", "XR"));
        }

        @Test
        void what_one_state_keeps_to_itself_never_touches_an_alert_that_the_other_one_sees() {
            var told = raises(ON_TOLD, review().between("XH", "XR")).getFirst();
            var confided = raises(ON_CONFIDED, review().between("XH")).getFirst();
            assertThat(confided.alertId()).isNotEqualTo(told.alertId());
        }

        @Test
        void what_both_know_ends_what_one_kept_to_itself_and_not_the_other_way_round() {
            var proposed = PublishedRecord.of(
                    "case.strategy-changed.v1", "case-1", 8, AT, "{\"caseId\": \"case-1\", \"state\": \"PROPOSED\"}");
            var told = raises(ON_TOLD, review()).getFirst().alertId();
            var confided = raises(ON_CONFIDED, review()).getFirst().alertId();
            assertThat(ON_TOLD.alerts(proposed))
                    .extracting(CommandFor::aggregateId)
                    .contains(told, confided);
            assertThat(ON_CONFIDED.alerts(proposed))
                    .extracting(CommandFor::aggregateId)
                    .contains(confided)
                    .doesNotContain(told);
        }
    }

    @Nested
    class Everything {

        @Test
        void one_event_asks_at_most_one_thing_of_one_aggregate() {
            for (var event : List.of(RESTRAINED, EXTENDED, DISCHARGED, LAPSED, opened())) {
                var seen = new HashSet<String>();
                assertThat(REACTION.alerts(event))
                        .map(CommandFor<AlertCommand>::aggregateId)
                        .allMatch(seen::add);
                assertThat(REACTION.deadlines(event))
                        .map(CommandFor<DeadlineCommand>::aggregateId)
                        .allMatch(seen::add);
            }
        }

        @Test
        void an_event_that_the_catalogue_does_not_name_calls_for_nothing() {
            var unknown = PublishedRecord.of("case.resumed.v1", "case-1", 2, AT, "{}");
            assertThat(REACTION.alerts(unknown)).isEmpty();
            assertThat(REACTION.deadlines(unknown)).isEmpty();
        }
    }
}
