package org.repatria.notifications.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.notifications.domain.alerts.AlertCommand;
import org.repatria.notifications.domain.alerts.AlertCommand.NoteConditionVanished;
import org.repatria.notifications.domain.alerts.AlertCommand.RaiseAlert;
import org.repatria.notifications.domain.catalogue.Entry;
import org.repatria.notifications.law.CatalogueFile;
import org.repatria.notifications.reactions.WhenAnythingIsPublishedThenFollowTheCatalogue.Topic;
import org.repatria.testkit.contracts.Contracts;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every entry with the events that raise and end it. They are the examples of the contracts, with the words that make
 * the difference.
 */
class EveryEntryTest {

    private static final Contracts CONTRACTS = Contracts.find();
    private static final Map<Topic, WhenAnythingIsPublishedThenFollowTheCatalogue> REACTIONS = Arrays.stream(
                    Topic.values())
            .collect(Collectors.toMap(
                    topic -> topic,
                    topic -> new WhenAnythingIsPublishedThenFollowTheCatalogue(CatalogueFile.shipped(), topic)));
    private static final Instant AT = Instant.parse("2018-10-08T00:00:00Z");

    /**
     * The example of a type, with some of its fields changed. A change is {@code state=WARNED}, {@code percent=21}, or
     * {@code supersedes=} to take it away.
     */
    record Event(String type, Topic topic, List<String> changes) {

        PublishedRecord published() {
            var data = (ObjectNode) JsonMapper.shared()
                    .readTree(CONTRACTS.example(type).orElseThrow(() -> new AssertionError("no example of " + type)));
            for (var change : changes) {
                var at = change.indexOf('=');
                set(data, change.substring(0, at), change.substring(at + 1));
            }
            assertThat(CONTRACTS.validate(type, data.toString())).as(toString()).isEmpty();
            return PublishedRecord.of(type, "subject-1", 7, AT, data.toString());
        }

        private static void set(ObjectNode data, String field, String value) {
            if (value.isEmpty()) {
                data.remove(field);
            } else if (value.matches("true|false|\\d+")) {
                data.set(field, JsonMapper.shared().readTree(value));
            } else {
                data.put(field, value);
            }
        }

        Event with(String... more) {
            return new Event(
                    type,
                    topic,
                    Stream.concat(changes.stream(), Arrays.stream(more)).toList());
        }

        Event confided() {
            return new Event(type, Topic.CONFIDED, changes);
        }

        List<CommandFor<AlertCommand>> commands() {
            return Objects.requireNonNull(REACTIONS.get(topic)).alerts(published());
        }

        @Override
        public String toString() {
            return type + " " + String.join(" ", changes);
        }
    }

    /**
     * An entry with events that raise it and events that end what they raised. Others leave it alone though they are
     * much alike.
     */
    record Line(String code, List<Event> raising, List<Event> ending, List<Event> leaving) {

        @Override
        public String toString() {
            return code;
        }
    }

    /** What was open at one file goes on at another one. */
    private static final Event MERGED = event("asset.merger-changed.v1");

    private static final Event TAKEN_IN = event("asset.merger-answered.v1");

    private static Event event(String type, String... changes) {
        return new Event(type, Topic.TOLD, List.of(changes));
    }

    private static Event clock(String rule, String state) {
        return event("case.clock-changed.v1", "clockId=clk-1", "supersedes=", "rule=" + rule, "state=" + state);
    }

    private static Event claimClock(String change, String... more) {
        var changes = new ArrayList<>(List.of("change=" + change));
        changes.addAll(List.of(more));
        return event("asset.claim-clock-changed.v1", changes.toArray(String[]::new));
    }

    private static Event extended(String rule) {
        return event("case.clock-changed.v1", "clockId=clk-2", "supersedes=clk-1", "rule=" + rule, "state=EXTENDED");
    }

    private static Event pathway(String kind, String from, String to) {
        var moved = event("case.pathway-moved.v1", "kind=" + kind, "from=" + from, "to=" + to);
        return KEPT.contains(kind) ? moved.confided() : moved;
    }

    /** Of these the state that holds the file publishes the real moves for itself alone. */
    private static final Set<String> KEPT = Set.of("removal", "voluntaryReturn");

    private static Event notice(String from, String to) {
        return event("case.notice-moved.v1", "from=" + from, "to=" + to);
    }

    private static Event assurance(String from, String to) {
        return event("case.assurance-moved.v1", "from=" + from, "to=" + to);
    }

    private static Event challenged(String word) {
        return event("case.moved.v1", "from=ACTIVE", "to=UNDER_CHALLENGE", "word=" + word)
                .confided();
    }

    private static Event answered() {
        return event("case.moved.v1", "from=UNDER_CHALLENGE", "to=ACTIVE").confided();
    }

    private static Event charge(String state) {
        return event("case.later-charge-changed.v1", "state=" + state);
    }

    private static Event check(String state) {
        return event("case.check-changed.v1", "state=" + state);
    }

    private static Line warned(String code, String rule) {
        return new Line(
                code,
                List.of(clock(rule, "WARNED")),
                List.of(clock(rule, "SATISFIED"), extended(rule)),
                List.of(clock("CLK-POL-SCREENING", "WARNED"), clock(rule, "STARTED")));
    }

    private static Stream<Line> lines() {
        return Stream.concat(earlier(), Stream.concat(clocks(), courses()));
    }

    private static Stream<Line> earlier() {
        return Stream.of(
                new Line("RP-01", List.of(event("list.handed-over.v1")), List.of(), List.of()),
                new Line("AL-18", List.of(event("case.duplicate-suspected.v1")), List.of(), List.of()),
                new Line(
                        "RP-02",
                        List.of(event("case.opened.v1")),
                        List.of(event("case.assigned.v1"), event("case.closed.v1")),
                        List.of(event("case.resumed.v1"))),
                new Line(
                        "RP-03",
                        List.of(event("asset.restrained.v1"), TAKEN_IN),
                        List.of(MERGED),
                        List.of(event("asset.order-carried-over.v1"))),
                new Line("AL-03", List.of(), List.of(), List.of(event("asset.restrained.v1"))),
                new Line(
                        "AL-04",
                        List.of(event("asset.restraint-lapsed.v1"), TAKEN_IN),
                        List.of(event("asset.restraint-extended.v1"), MERGED),
                        List.of(event("asset.restrained.v1"))),
                new Line(
                        "RP-04",
                        List.of(event("consumer.parked.v1")),
                        List.of(event("consumer.freed.v1")),
                        List.of(event("consumer.record-left-out.v1"))),
                new Line(
                        "RP-05",
                        List.of(event("case.review-required.v1")),
                        List.of(event("case.strategy-changed.v1", "state=PROPOSED")),
                        List.of(event("case.strategy-changed.v1", "state=VETOED"))),
                new Line(
                        "RP-06",
                        List.of(event("asset.clock-warned.v1")),
                        List.of(
                                MERGED,
                                event("asset.clock-met.v1", "inTime=true"),
                                event("asset.clock-met.v1", "inTime=false"),
                                event("asset.clock-expired.v1"),
                                event("asset.clock-ended.v1"),
                                event("asset.clock-started.v1", "supersedes=clk-h-2")),
                        List.of(event("asset.clock-started.v1"))),
                new Line(
                        "RP-06",
                        List.of(claimClock("WARNED")),
                        List.of(claimClock("MET", "inTime=false"), claimClock("EXPIRED"), claimClock("ENDED")),
                        List.of(claimClock("STARTED"))),
                new Line(
                        "RP-07",
                        List.of(claimClock("EXPIRED")),
                        List.of(claimClock("MET", "inTime=true"), claimClock("ENDED")),
                        List.of(claimClock("WARNED"), claimClock("MET", "inTime=false"))),
                new Line(
                        "RP-07",
                        List.of(event("asset.clock-expired.v1")),
                        List.of(
                                MERGED,
                                event("asset.clock-met.v1", "inTime=true"),
                                event("asset.clock-ended.v1"),
                                event("asset.clock-started.v1", "supersedes=clk-h-2")),
                        List.of(event("asset.clock-warned.v1"), event("asset.clock-met.v1", "inTime=false"))),
                new Line("AL-10", List.of(event("reference.relation-changed.v1")), List.of(), List.of()),
                new Line("AL-11", List.of(event("reference.clock-rule-changed.v1")), List.of(), List.of()),
                new Line("AL-19", List.of(event("list.handed-over.v1")), List.of(), List.of()),
                new Line(
                        "AL-27",
                        List.of(event("asset.valued.v1", "fellByPercent=21"), TAKEN_IN),
                        List.of(MERGED),
                        List.of(event("asset.valued.v1", "fellByPercent=20"), event("asset.valued.v1"))),
                new Line(
                        "RP-08",
                        List.of(event("asset.upkeep-due.v1", "yearsCostPercent=26"), TAKEN_IN),
                        List.of(MERGED),
                        List.of(event("asset.upkeep-due.v1", "yearsCostPercent=25"))),
                new Line(
                        "AL-31",
                        List.of(event("asset.distribution-gap-found.v1")),
                        List.of(event("asset.distribution-gap-closed.v1")),
                        List.of(event("asset.finding-recorded.v1"))),
                new Line("AL-28", List.of(), List.of(), List.of(event("asset.upkeep-due.v1"))),
                new Line(
                        "AL-29",
                        List.of(
                                event("asset.interest-recorded.v1", "whileRestrained=true"),
                                event("asset.interest-ended.v1", "whileRestrained=true"),
                                event("asset.interest-corrected.v1", "whileRestrained=true"),
                                TAKEN_IN),
                        List.of(MERGED),
                        List.of(event("asset.interest-recorded.v1", "whileRestrained=false"))),
                new Line("AL-33", List.of(event("case.glass-broken.v1")), List.of(), List.of()));
    }

    private static Stream<Line> clocks() {
        var provisional = clock("CLK-PA-XR-XE", "EXPIRED_PRESUMED");
        return Stream.of(
                warned("AL-01", "CLK-PA-XR-XE"),
                new Line(
                        "AL-02",
                        List.of(provisional),
                        List.of(pathway("extradition", "PROVISIONALLY_ARRESTED", "RELEASED_TIME_LIMIT")),
                        List.of(
                                provisional.with("kind=SOFT"),
                                clock("CLK-PA-XR-XE", "WARNED"),
                                pathway("extradition", "RELEASED_TIME_LIMIT", "RECEIVED"))),
                warned("AL-05", "CLK-EXT-SURR-ECE30"),
                warned("AL-08", "CLK-AST-NOTICE-US"),
                warned("AL-08", "CLK-FORF-COMPLAINT-US"),
                warned("AL-09", "CLK-FORF-SOL-US5"),
                new Line(
                        "AL-09",
                        List.of(clock("CLK-LIM-HOST-OFFENCE", "WARNED"), clock("CLK-LIM-ALLEGED-RS", "WARNED")),
                        List.of(
                                clock("CLK-LIM-HOST-OFFENCE", "SATISFIED"),
                                clock("CLK-LIM-HOST-OFFENCE", "SUPERSEDED"),
                                clock("CLK-LIM-HOST-OFFENCE", "CANCELLED"),
                                clock("CLK-LIM-HOST-OFFENCE", "REFUTED"),
                                clock("CLK-LIM-HOST-OFFENCE", "EXPIRED_CONFIRMED")),
                        List.of(
                                clock("CLK-LIM-HOST-OFFENCE", "STARTED"),
                                clock("CLK-LIM-HOST-OFFENCE", "EXPIRED_PRESUMED"))),
                warned("AL-21", "CLK-INT-5Y"),
                new Line(
                        "AL-23",
                        List.of(clock("CLK-MLA-INFO", "EXPIRED_PRESUMED")),
                        List.of(clock("CLK-MLA-INFO", "TOO_LATE"), extended("CLK-MLA-INFO")),
                        List.of(clock("CLK-MLA-INFO", "WARNED"), clock("CLK-MLA-ORAL", "EXPIRED_PRESUMED"))),
                new Line(
                        "AL-25",
                        List.of(clock("CLK-MLA-ORAL", "STARTED")),
                        List.of(clock("CLK-MLA-ORAL", "SATISFIED"), clock("CLK-MLA-ORAL", "TOO_LATE")),
                        List.of(clock("CLK-MLA-ACK", "STARTED"))),
                new Line(
                        "AL-26",
                        List.of(
                                event("asset.claim-filed.v1"),
                                event("asset.claim-changed.v1", "status=UNDER_APPEAL"),
                                TAKEN_IN),
                        List.of(
                                MERGED,
                                event("asset.claim-changed.v1", "status=UPHELD_PART"),
                                event("asset.claim-changed.v1", "status=DISMISSED")),
                        List.of(event("asset.claim-changed.v1", "status=ADMITTED"))),
                new Line(
                        "AL-34",
                        List.of(clock("CLK-POL-RETENTION-REVIEW-CLOSED", "WARNED")),
                        List.of(event("case.moved.v1", "from=CLOSED", "to=ARCHIVED")),
                        List.of(
                                clock("CLK-POL-RETENTION-REVIEW-CLOSED", "STARTED"),
                                event("case.moved.v1", "from=RESOLVED", "to=CLOSED"))),
                warned("AL-35", "CLK-DATA-ACCESS"),
                warned("AL-36", "CLK-POL-STRATEGY-REVIEW"),
                new Line(
                        "AL-36",
                        List.of(clock("CLK-POL-ACTION", "EXPIRED_PRESUMED")),
                        List.of(clock("CLK-POL-ACTION", "TOO_LATE")),
                        List.of(clock("CLK-POL-ACTION", "STARTED"))),
                warned("AL-37", "CLK-REM-US-ZAD"));
    }

    private static Stream<Line> courses() {
        return Stream.of(
                new Line(
                        "AL-06",
                        List.of(event("case.stay-changed.v1", "state=IN_FORCE")),
                        List.of(event("case.stay-changed.v1", "state=LIFTED")),
                        List.of()),
                new Line(
                        "AL-07",
                        List.of(pathway("extradition", "EXECUTIVE_DECISION", "SURRENDER_ORDERED")),
                        List.of(pathway("extradition", "SURRENDER_ORDERED", "SURRENDERED")),
                        List.of(pathway("extradition", "COMMITTED", "EXECUTIVE_DECISION"))),
                new Line(
                        "AL-07",
                        List.of(pathway("removal", "TRAVEL_DOC_PENDING", "READY")),
                        List.of(pathway("removal", "READY", "RESTRICTED")),
                        List.of(pathway("removal", "FINAL_ORDER", "TRAVEL_DOC_PENDING"))),
                new Line(
                        "AL-07",
                        List.of(pathway("voluntaryReturn", "VOLUNTARINESS_CERTIFIED", "TRAVEL_ARRANGED")),
                        List.of(pathway("voluntaryReturn", "TRAVEL_ARRANGED", "RETURNED")),
                        List.of(pathway("voluntaryReturn", "COOLING_OFF", "VOLUNTARINESS_CERTIFIED"))),
                new Line(
                        "AL-12",
                        List.of(check("FAILED")),
                        List.of(check("OVERRIDDEN")),
                        List.of(check("APPROVED"), check("RECORDED"), check("REJECTED"))),
                new Line(
                        "AL-13",
                        List.of(pathway("removal", "IN_HEARING", "RELIEF_PENDING")),
                        List.of(pathway("removal", "RELIEF_PENDING", "ORDERED")),
                        List.of(pathway("removal", "IN_HEARING", "ORDERED"))),
                new Line(
                        "AL-14",
                        List.of(pathway("removal", "RELIEF_PENDING", "PROTECTION_GRANTED")),
                        List.of(pathway("removal", "PROTECTION_GRANTED", "TERMINATED")),
                        List.of(pathway("removal", "RELIEF_PENDING", "ORDERED"))),
                new Line(
                        "AL-15",
                        List.of(assurance("IN_FORCE", "BREACH_ALLEGED")),
                        List.of(assurance("BREACH_ALLEGED", "CLEARED")),
                        List.of(assurance("BREACH_ALLEGED", "BREACH_CONFIRMED"))),
                new Line(
                        "AL-16",
                        List.of(charge("LAID")),
                        List.of(charge("CONSENTED"), charge("DROPPED")),
                        List.of(charge("CONSENT_REFUSED"))),
                new Line("AL-17", List.of(challenged("IDENTITY")), List.of(answered()), List.of(challenged("DATA"))),
                new Line(
                        "AL-22",
                        List.of(challenged("CCF_REQUEST")),
                        List.of(answered()),
                        List.of(challenged("COURT_CHALLENGE"))),
                new Line(
                        "AL-22",
                        List.of(clock("CLK-CCF-9", "STARTED")),
                        List.of(clock("CLK-CCF-9", "SATISFIED")),
                        List.of(clock("CLK-CCF-9", "WARNED"))),
                new Line(
                        "AL-22",
                        List.of(notice("PUBLISHED", "SUSPENDED")),
                        List.of(notice("SUSPENDED", "DELETED")),
                        List.of(notice("UNDER_IPSG_REVIEW", "PUBLISHED"))),
                new Line(
                        "AL-24", List.of(challenged("COERCION")), List.of(answered()), List.of(challenged("IDENTITY"))),
                new Line(
                        "AL-30",
                        List.of(event("case.proposal-made.v1", "kind=assetRecovery", "to=RETURNED")),
                        List.of(event("case.proposal-ended.v1")),
                        List.of(event("case.proposal-made.v1", "kind=assetRecovery", "to=ABANDONED"))),
                new Line(
                        "AL-32",
                        List.of(pathway("assetRecovery", "CONFISCATED", "FORFEITURE_PENDING")),
                        List.of(pathway("assetRecovery", "FORFEITURE_PENDING", "CONFISCATED")),
                        List.of(pathway("assetRecovery", "RESTRAINED", "FORFEITURE_PENDING"))),
                new Line(
                        "AL-32",
                        List.of(pathway("hostProsecution", "TRIAL", "ACQUITTED")),
                        List.of(),
                        List.of(pathway("hostProsecution", "TRIAL", "CONVICTED"))));
    }

    private static List<String> raised(String code, Event event) {
        return event.commands().stream()
                .filter(c -> c.command() instanceof RaiseAlert raise
                        && raise.notice().code().equals(code))
                .map(CommandFor::aggregateId)
                .toList();
    }

    private static List<String> ended(Event event) {
        return event.commands().stream()
                .filter(c -> c.command() instanceof NoteConditionVanished)
                .map(CommandFor::aggregateId)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void what_raises_it_raises_it_once_with_a_finished_text(Line line) {
        assertThat(line.raising()).allSatisfy(event -> {
            assertThat(raised(line.code(), event)).as(event.toString()).hasSize(1);
            assertThat(event.commands())
                    .extracting(CommandFor::command)
                    .filteredOn(RaiseAlert.class::isInstance)
                    .extracting(command -> ((RaiseAlert) command).notice().title())
                    .noneMatch(title -> title.contains("{") || title.contains("(not given)"));
        });
    }

    @ParameterizedTest
    @MethodSource("lines")
    void what_ends_it_ends_the_very_alert_that_was_raised(Line line) {
        assertThat(line.ending())
                .allSatisfy(event -> assertThat(ended(event))
                        .as(event.toString())
                        .contains(raised(line.code(), line.raising().getFirst()).getFirst()));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void what_is_much_alike_leaves_it_alone(Line line) {
        var alerts = line.raising().stream()
                .flatMap(event -> raised(line.code(), event).stream())
                .toList();
        assertThat(line.leaving()).allSatisfy(event -> {
            assertThat(raised(line.code(), event)).as(event.toString()).isEmpty();
            assertThat(ended(event)).as(event.toString()).noneMatch(alerts::contains);
        });
    }

    @ParameterizedTest
    @MethodSource("lines")
    void one_event_asks_at_most_one_thing_of_one_alert(Line line) {
        assertThat(Stream.of(line.raising(), line.ending(), line.leaving()).flatMap(List::stream))
                .allSatisfy(event -> assertThat(event.commands())
                        .extracting(CommandFor::aggregateId)
                        .doesNotHaveDuplicates());
    }

    @Test
    void no_entry_is_left_out() {
        var shipped = CatalogueFile.shipped().entries();
        assertThat(lines().map(Line::code).collect(Collectors.toSet()))
                .isEqualTo(shipped.stream().map(Entry::code).collect(Collectors.toSet()));
        assertThat(lines().filter(line -> !line.ending().isEmpty()).map(Line::code))
                .containsAll(shipped.stream()
                        .filter(entry -> !entry.vanishesWith().isEmpty() && !WATCHED.contains(entry.code()))
                        .map(Entry::code)
                        .toList());
    }

    /** Raised by a deadline and not by an event; the tests of deadlines have it. */
    private static final Set<String> WATCHED = Set.of("AL-03", "AL-28");
}
