package org.repatria.system.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.system.checker.WholeEvidence.ALERT;
import static org.repatria.system.checker.WholeEvidence.ASSET;
import static org.repatria.system.checker.WholeEvidence.ASSIGNED_CASE;
import static org.repatria.system.checker.WholeEvidence.PARKED_CASE;
import static org.repatria.system.checker.WholeEvidence.SHELF;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.system.checker.Evidence.Command;
import org.repatria.system.checker.Evidence.Entry;
import org.repatria.system.checker.Evidence.Listing;
import org.repatria.system.checker.Evidence.Progress;
import org.repatria.system.checker.Evidence.Receipt;
import org.repatria.system.checker.Evidence.TopicRecord;
import tools.jackson.databind.node.ArrayNode;

class CheckerTest {

    private final WholeEvidence whole = new WholeEvidence();

    @Nested
    class Leaving_untouched {

        @Test
        void what_is_whole_breaks_no_rule() {
            assertThat(found()).isEmpty();
        }

        @Test
        void an_event_delivered_again_as_it_was_is_counted_and_breaks_no_rule() {
            var event = whole.record("case-1:1");
            whole.records.add(whole.atEnd(event, event.headers(), event.value()));

            var result = Checker.check(whole.evidence());

            assertThat(result.violations()).isEmpty();
            assertThat(result.redelivered()).isEqualTo(1);
        }
    }

    @Nested
    class Doctoring_a_topic {

        @Test
        void a_removed_event_is_lost_and_leaves_a_gap() {
            whole.records.remove(whole.record("case-1:1"));

            assertThat(rules()).contains(Rule.LOST, Rule.GAP);
        }

        @Test
        void a_removed_last_event_is_lost() {
            whole.records.remove(whole.record("asset-1:3"));

            assertThat(rules()).contains(Rule.LOST);
        }

        @Test
        void an_event_doubled_under_a_number_of_its_own_is_a_phantom() {
            var event = whole.record("case-1:2");
            whole.records.add(whole.atEnd(event, renumbered(event, "case-1:3", 3), event.value()));

            assertThat(rules()).contains(Rule.PHANTOM);
        }

        @Test
        void two_swapped_events_are_out_of_order() {
            var first = whole.record("case-1:1");
            var second = whole.record("case-1:2");
            whole.records.set(whole.records.indexOf(first), at(first, second.offset()));
            whole.records.set(whole.records.indexOf(second), at(second, first.offset()));

            assertThat(rules()).containsOnly(Rule.REORDERED);
        }

        @Test
        void an_altered_event_is_a_fork_of_its_journal() {
            var event = whole.record("case-1:2");
            whole.records.set(
                    whole.records.indexOf(event), withValue(event, "{\"caseId\": \"case-1\", \"assignee\": \"eve\"}"));

            assertThat(rules()).containsOnly(Rule.FORK);
        }

        @Test
        void an_event_delivered_again_with_other_content_is_a_fork() {
            var event = whole.record("case-1:2");
            whole.records.add(whole.atEnd(event, event.headers(), Optional.of("{\"assignee\": \"eve\"}")));

            assertThat(rules()).containsOnly(Rule.FORK);
        }

        @Test
        void an_event_that_nobody_journalled_is_a_phantom() {
            var like = whole.record("case-1:1");
            whole.records.add(
                    new TopicRecord(like.topic(), 0, 900, "case-9", like.value(), renumbered(like, "case-9:1", 1)));

            assertThat(rules()).contains(Rule.PHANTOM);
        }

        @Test
        void a_newest_snapshot_older_than_its_document_is_lost() {
            whole.records.removeIf(r -> r.id().equals("case-1@2"));
            var other = whole.record("case-2@3");
            whole.records.add(new TopicRecord(
                    other.topic(),
                    0,
                    901,
                    ASSIGNED_CASE,
                    Optional.of("{\"id\": \"case-1\", \"version\": 1}"),
                    renumbered(other, "case-1@1", 1)));

            assertThat(rules()).contains(Rule.LOST);
        }

        @Test
        void a_snapshot_that_says_something_else_than_its_document_is_found() {
            var snapshot = whole.record("asset-1@4");
            whole.records.set(
                    whole.records.indexOf(snapshot),
                    withValue(snapshot, snapshot.value().orElseThrow().replace("IDENTIFIED", "RESTRAINED")));

            assertThat(rules()).as("and its shelf says otherwise").containsOnly(Rule.FOLD, Rule.VIEW);
        }
    }

    @Nested
    class Doctoring_what_is_confided {

        @Test
        void a_confided_event_on_the_topic_of_both_states_is_a_phantom_there() {
            var event = whole.record("case-2:confided-1");
            whole.records.set(
                    whole.records.indexOf(event),
                    new TopicRecord("repatria.case.events", 0, 902, event.key(), event.value(), event.headers()));

            assertThat(rules()).contains(Rule.PHANTOM, Rule.LOST);
        }

        @Test
        void a_confided_event_that_went_nowhere_is_lost() {
            whole.records.remove(whole.record("case-2:confided-1"));

            assertThat(rules()).containsOnly(Rule.LOST);
        }

        @Test
        void a_snapshot_for_both_states_that_counts_what_is_confided_is_a_phantom() {
            var snapshot = whole.record("case-2@3");
            whole.records.add(whole.atEnd(snapshot, renumbered(snapshot, "case-2@4", 4), snapshot.value()));

            assertThat(rules()).contains(Rule.PHANTOM);
        }

        @Test
        void a_full_snapshot_that_says_another_told_version_is_found() {
            var snapshot = whole.record("case-2@confided-4");
            whole.records.set(
                    whole.records.indexOf(snapshot),
                    withValue(snapshot, snapshot.value().orElseThrow().replace("\"told\": 3", "\"told\": 4")));

            assertThat(rules()).containsOnly(Rule.FOLD);
        }

        @Test
        void an_entry_that_passes_from_one_history_to_the_other_breaks_the_chain() {
            var entry = whole.journal(Family.CASE, PARKED_CASE).getLast();
            whole.entries.set(
                    whole.entries.indexOf(entry),
                    new Entry(
                            entry.family(),
                            entry.aggregateId(),
                            entry.sequence(),
                            Optional.of(4L),
                            entry.text(),
                            entry.publication(),
                            entry.previousHash(),
                            entry.hash()));

            assertThat(rules()).contains(Rule.CHAIN);
        }
    }

    @Nested
    class Doctoring_a_journal {

        @Test
        void a_changed_entry_breaks_the_chain() {
            var entry = whole.journal(Family.ASSET, ASSET).getFirst();
            whole.entries.set(
                    whole.entries.indexOf(entry),
                    new Entry(
                            entry.family(),
                            entry.aggregateId(),
                            entry.sequence(),
                            entry.told(),
                            entry.text().replace("\"confidence\": \"HIGH\"", "\"confidence\": \"LOW\""),
                            entry.publication(),
                            entry.previousHash(),
                            entry.hash()));

            assertThat(rules()).contains(Rule.CHAIN);
        }

        @Test
        void an_entry_changed_together_with_its_hash_breaks_the_chain_behind_it() {
            var entry = whole.journal(Family.ASSET, ASSET).getFirst();
            var changed = new Entry(
                    entry.family(),
                    entry.aggregateId(),
                    entry.sequence(),
                    entry.told(),
                    entry.text().replace("notes", "coins"),
                    entry.publication(),
                    entry.previousHash(),
                    "");
            whole.entries.set(
                    whole.entries.indexOf(entry),
                    new Entry(
                            changed.family(),
                            changed.aggregateId(),
                            changed.sequence(),
                            changed.told(),
                            changed.text(),
                            changed.publication(),
                            changed.previousHash(),
                            JournalRules.hash(changed)));

            assertThat(rules()).contains(Rule.CHAIN);
        }

        @Test
        void a_removed_entry_leaves_a_gap() {
            whole.entries.remove(whole.journal(Family.CASE, ASSIGNED_CASE).getFirst());

            assertThat(rules()).contains(Rule.GAP, Rule.CHAIN);
        }

        @Test
        void a_removed_last_entry_is_lost() {
            whole.entries.remove(whole.journal(Family.CASE, ASSIGNED_CASE).getLast());

            assertThat(rules()).contains(Rule.LOST);
        }

        @Test
        void a_sequence_that_is_there_twice_is_a_fork() {
            var entry = whole.journal(Family.CASE, ASSIGNED_CASE).getFirst();
            whole.entries.add(new Entry(
                    entry.family(),
                    entry.aggregateId(),
                    entry.sequence(),
                    entry.told(),
                    entry.text().replace("letter", "call"),
                    entry.publication(),
                    entry.previousHash(),
                    entry.hash()));

            assertThat(rules()).contains(Rule.FORK);
        }

        @Test
        void a_command_executed_twice_is_a_double_effect() {
            whole.entryAgain(Family.CASE, ASSIGNED_CASE, 2);

            assertThat(rules()).contains(Rule.DOUBLE_EFFECT);
        }

        @Test
        void an_event_applied_twice_is_a_double_effect() {
            whole.entryAgain(Family.ALERT, ALERT, 1);

            assertThat(rules()).contains(Rule.DOUBLE_EFFECT);
        }

        @Test
        void a_link_made_twice_is_a_double_effect() {
            whole.entryAgain(Family.ASSET, ASSET, 3);

            assertThat(rules()).contains(Rule.DOUBLE_EFFECT);
        }

        @Test
        void an_entry_of_a_command_that_nobody_sent_is_a_phantom() {
            whole.commands.removeIf(c -> c.key().equals("k2"));

            assertThat(rules()).containsOnly(Rule.PHANTOM);
        }

        @Test
        void an_effect_of_a_refused_command_is_a_phantom() {
            whole.commands.removeIf(c -> c.key().equals("k2"));
            whole.commands.add(new Command("k2", "assignCase", 409, Optional.empty(), 0, false));

            assertThat(rules()).containsOnly(Rule.PHANTOM);
        }
    }

    @Nested
    class Doctoring_a_document {

        @Test
        void a_changed_count_is_not_what_the_journal_leads_to() {
            var alert = whole.document(Family.ALERT, ALERT).orElseThrow();
            whole.replace(
                    alert, alert.version(), Trees.read(alert.state().toString().replace("\"count\":1", "\"count\":2")));

            assertThat(rules()).contains(Rule.FOLD);
        }

        @Test
        void a_removed_document_loses_an_answered_command() {
            whole.documents.remove(whole.document(Family.ASSET, ASSET).orElseThrow());

            assertThat(rules()).contains(Rule.LOST);
        }

        @Test
        void an_answered_command_without_an_entry_is_lost() {
            whole.commands.add(new Command("k99", "assignCase", 200, Optional.of(ASSIGNED_CASE), 2, true));

            assertThat(rules()).containsOnly(Rule.LOST);
        }

        @Test
        void an_answered_version_that_the_document_never_reached_is_lost() {
            whole.commands.removeIf(c -> c.key().equals("k2"));
            whole.commands.add(new Command("k2", "assignCase", 200, Optional.of(ASSIGNED_CASE), 7, true));

            assertThat(rules()).containsOnly(Rule.LOST);
        }

        @Test
        void a_receipt_of_another_version_than_the_answer_is_a_double_effect() {
            var old = whole.document(Family.CASE, ASSIGNED_CASE).orElseThrow();
            whole.documents.set(
                    whole.documents.indexOf(old),
                    new Evidence.Document(
                            old.family(),
                            old.id(),
                            old.counts(),
                            old.state(),
                            List.of(),
                            List.of(new Receipt(Receipt.digest("carl|POST /v1|k1"), 2, 2)),
                            old.headSequence(),
                            old.headHash()));

            assertThat(rules()).containsOnly(Rule.DOUBLE_EFFECT);
        }

        @Test
        void a_document_that_no_client_asked_for_is_a_phantom() {
            whole.commands.removeIf(c -> c.key().equals("k6"));

            assertThat(found())
                    .anyMatch(v -> v.rule() == Rule.PHANTOM && v.what().contains("no client"));
        }

        @Test
        void an_alert_that_nothing_calls_for_is_a_phantom() {
            whole.records.removeIf(
                    r -> r.key().equals(ASSIGNED_CASE) && r.topic().endsWith(".events"));

            assertThat(found())
                    .anyMatch(v -> v.rule() == Rule.PHANTOM && v.where().equals(ALERT));
        }

        @Test
        void an_alert_that_did_not_rise_is_lost() {
            whole.documents.remove(whole.document(Family.ALERT, ALERT).orElseThrow());
            whole.entries.removeAll(whole.journal(Family.ALERT, ALERT));

            assertThat(found()).anyMatch(v -> v.rule() == Rule.LOST && v.what().contains("no alert RP-02"));
        }

        @Test
        void a_consumer_that_stands_behind_its_topic_has_lost_something() {
            whole.progress.removeIf(p -> p.subject().equals(ASSET));
            whole.progress.add(new Progress("alerts-from-assets", ASSET, 2));

            assertThat(rules()).containsOnly(Rule.LOST);
        }
    }

    @Nested
    class Doctoring_a_dossier {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "an altered fact | \"value\":\"YES\" | \"value\":\"NO\"",
                    "an altered offence | Embezzlement | Bribery",
                    "another result of the engine | \"EXTRADITION\":\"BARRED\" | \"EXTRADITION\":\"LAWFUL\"",
                    "a strategy that stands elsewhere | SUPERSEDED\",\"signatures | AGREED\",\"signatures",
                    "a pathway that stands elsewhere | \"state\":\"PA_REQUESTED\" | \"state\":\"SURRENDERED\"",
                    "a step by somebody else | \"approvedBy\":\"hana\" | \"approvedBy\":\"lena\"",
                    "a proposal for something else | WITHDRAWN | PROVISIONALLY_ARRESTED",
                    "another outcome of a charge | DROPPED | CONSENTED",
                    "a check with another result | \"result\":\"PASS\" | \"result\":\"FAIL\"",
                    "a check that nobody approved | \"status\":\"APPROVED\" | \"status\":\"RECORDED\"",
                    "an override of another gate | ACCEPT_CASE | SURRENDER",
                    "a stay of another body | ECtHR | HRC",
                    "a mark of conflict on somebody else | \"officer\":\"ana\" | \"officer\":\"eve\"",
                    "another right | INTERPRETER | COUNSEL",
                    "data sent to somebody else | \"recipients\":[\"XR-CA\"] | \"recipients\":[\"XK-CA\"]",
                    "a recipient who was not told | \"notified\":[\"XR-CA\"] | \"notified\":[]",
                    "a compartment open to somebody else | \"officer\":\"carl\" | \"officer\":\"eve\"",
                    "a clock that stands elsewhere | \"state\":\"SATISFIED\" | \"state\":\"RUNNING\"",
                    "a warning that was not given | \"given\":true | \"given\":false",
                    "a happening of another kind | \"token\":\"extradition.RECEIVED\",\"about\" | "
                            + "\"token\":\"x\",\"about\"",
                    "another missing check | SG-09 | SG-22",
                    "a review that nobody asked for | the warrant was lifted | the notice was deleted",
                    "a last step elsewhere | SCREENING\",\"to\":\"ACCEPTED | DRAFT\",\"to\":\"ACCEPTED",
                    "another case that leans | case-9 | case-8"
                })
        void what_was_altered_is_not_what_the_journal_leads_to(String what, String right, String wrong) {
            doctor(right, wrong);

            assertThat(rules()).as(what).containsOnly(Rule.FOLD);
        }

        @Test
        void an_asset_that_stands_elsewhere_is_in_no_journal_and_another_sum_than_that_of_the_shelves() {
            doctor("\"state\":\"IDENTIFIED\",\"count\"", "\"state\":\"RELEASED\",\"count\"");

            assertThat(rules()).containsOnly(Rule.FOLD, Rule.VIEW);
        }

        @Test
        void a_dropped_clock_is_found() {
            var kept = whole.document(Family.CASE, ASSIGNED_CASE).orElseThrow();
            var state = kept.state().deepCopy();
            ((ArrayNode) state.at("/file/dossier/clocks/clocks")).remove(1);
            whole.replace(kept, kept.version(), state);

            assertThat(rules()).containsOnly(Rule.FOLD);
        }

        private void doctor(String right, String wrong) {
            var kept = whole.document(Family.CASE, ASSIGNED_CASE).orElseThrow();
            var text = kept.state().toString();
            assertThat(text).contains(right);
            whole.replace(kept, kept.version(), Trees.read(text.replace(right, wrong)));
        }
    }

    @Nested
    class Doctoring_a_shelf {

        @Test
        void an_asset_that_stands_otherwise_than_it_said_is_found() {
            doctor(Family.SHELF, SHELF, "IDENTIFIED", "RESTRAINED");
            assertThat(rules()).containsOnly(Rule.FOLD, Rule.VIEW);
        }

        @Test
        void a_shelf_without_its_asset_has_lost_it() {
            doctor(Family.SHELF, SHELF, "\"asset-1\"", "\"asset-17\"");
            assertThat(rules()).contains(Rule.LOST, Rule.PHANTOM);
        }

        @Test
        void a_sum_that_no_shelf_says_is_found() {
            doctor(Family.INVENTORY, ASSIGNED_CASE, "\"count\":1", "\"count\":2");
            assertThat(rules()).containsOnly(Rule.FOLD, Rule.VIEW);
        }

        @Test
        void an_asset_that_nobody_noted_is_lost() {
            whole.documents.removeIf(it -> it.family() == Family.SHELF);
            whole.entries.removeIf(it -> it.family() == Family.SHELF);
            assertThat(rules()).contains(Rule.LOST);
        }

        @Test
        void a_measure_that_the_asset_did_not_reach_is_found() {
            var snapshot = whole.record("asset-1@4");
            whole.records.set(
                    whole.records.indexOf(snapshot),
                    whole.atEnd(
                            snapshot,
                            snapshot.headers(),
                            snapshot.value()
                                    .map(it -> it.replace("\"reached\": []", "\"reached\": [\"RESTRAINED\"]"))));
            assertThat(rules()).isNotEmpty();
        }

        private void doctor(Family family, String id, String right, String wrong) {
            var kept = whole.document(family, id).orElseThrow();
            var text = kept.state().toString();
            assertThat(text).contains(right);
            whole.replace(kept, kept.version(), Trees.read(text.replace(right, wrong)));
        }
    }

    @Nested
    class Doctoring_a_view {

        @Test
        void a_changed_count_is_found() {
            replaceListing(
                    Family.CASE,
                    l -> new Listing(
                            l.family(),
                            l.path(),
                            l.items(),
                            l.total(),
                            Map.of("state", Map.of("DRAFT", 2L)),
                            l.sums()));

            assertThat(rules()).containsOnly(Rule.VIEW);
        }

        @Test
        void a_changed_total_is_found() {
            replaceListing(Family.ASSET, l -> new Listing(l.family(), l.path(), l.items(), 2, l.facets(), l.sums()));

            assertThat(rules()).containsOnly(Rule.VIEW);
        }

        @Test
        void a_row_that_is_not_shown_is_found() {
            replaceListing(
                    Family.ALERT,
                    l -> new Listing(l.family(), l.path(), l.items().subList(1, 2), l.total(), l.facets(), l.sums()));

            assertThat(rules()).containsOnly(Rule.VIEW);
        }

        @Test
        void a_row_of_an_older_version_is_found() {
            replaceListing(
                    Family.ASSET,
                    l -> new Listing(
                            l.family(),
                            l.path(),
                            List.of(Trees.read(
                                    l.items().getFirst().toString().replace("\"version\":4", "\"version\":3"))),
                            l.total(),
                            l.facets(),
                            l.sums()));

            assertThat(rules()).containsOnly(Rule.VIEW);
        }

        private void replaceListing(Family family, java.util.function.UnaryOperator<Listing> change) {
            whole.listings.replaceAll(l -> l.family() == family ? change.apply(l) : l);
        }
    }

    @Nested
    class Passing_a_parked_record {

        @Test
        void progress_beyond_it_is_found() {
            whole.progress.removeIf(p -> p.subject().equals(PARKED_CASE));
            whole.progress.add(new Progress("alerts-from-cases", PARKED_CASE, 3));

            assertThat(rules()).containsOnly(Rule.PARKED_PASSED);
        }

        @Test
        void an_effect_of_a_later_event_is_found_even_without_progress() {
            var like = whole.journal(Family.ALERT, ALERT).getLast();
            whole.entries.add(new Entry(
                    Family.ALERT,
                    "alert-9",
                    1,
                    Optional.of(1L),
                    "{\"actor\": {\"id\": \"system:alerts-from-cases\"}, \"cause\": {\"subject\": "
                            + "\"case-2\", \"sequence\": 3}}",
                    like.publication(),
                    like.previousHash(),
                    like.hash()));

            assertThat(rules()).contains(Rule.PARKED_PASSED);
        }
    }

    private List<Violation> found() {
        return Checker.check(whole.evidence()).violations();
    }

    private List<Rule> rules() {
        return found().stream().map(Violation::rule).distinct().toList();
    }

    private static Map<String, String> renumbered(TopicRecord like, String id, long sequence) {
        var headers = new HashMap<>(like.headers());
        headers.put("ce_id", id);
        headers.put("ce_sequence", "%020d".formatted(sequence));
        return headers;
    }

    private static TopicRecord at(TopicRecord record, long offset) {
        return new TopicRecord(
                record.topic(), record.partition(), offset, record.key(), record.value(), record.headers());
    }

    private static TopicRecord withValue(TopicRecord record, String value) {
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                Optional.of(value),
                record.headers());
    }
}
