package org.repatria.notifications.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.CommandEnvelope.Cause;
import org.repatria.messaging.VersionCondition;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.notifications.domain.alerts.Alert;
import org.repatria.notifications.domain.alerts.AlertCommand;
import org.repatria.notifications.domain.alerts.AlertDecider;
import org.repatria.notifications.domain.alerts.AlertEvent;
import org.repatria.notifications.domain.alerts.Notice;
import org.repatria.notifications.domain.catalogue.Instruction.AlertKey;
import org.repatria.notifications.domain.deadlines.Deadline;
import org.repatria.notifications.domain.deadlines.DeadlineCommand;
import org.repatria.notifications.domain.deadlines.DeadlineDecider;
import org.repatria.notifications.domain.deadlines.DeadlineEvent;
import org.repatria.notifications.flows.DeadlineClock;
import org.repatria.notifications.law.CatalogueFile;
import org.repatria.notifications.publishing.AlertPublishing;
import org.repatria.notifications.publishing.DeadlinePublishing;
import org.repatria.notifications.reactions.WhenAnythingIsPublishedThenFollowTheCatalogue.Topic;
import reactor.core.publisher.Mono;

/**
 * Two files on one asset that become one, and two again: what is open moves with the file. Each of the two is heard in
 * its own order; there is none between them.
 */
class MergedFilesTest {

    private static final Instant NOON = Instant.parse("2015-06-08T12:00:00Z");
    private static final String ONE = "asset-one";
    private static final String TWO = "asset-two";
    private static final String ORDER = """
            {"orderId": "order-1", "courtReference": "15-1", "legalBasis": "art. 263", "issuedOn": "2015-03-16",
             "endsOn": "2015-06-14", "zone": "UTC", "endsBefore": "2015-06-15T00:00:00Z"}""";
    private static final String CLAIM =
            "\"claimId\": \"claim-1\", \"status\": \"FILED\", \"filedOn\": \"2015-05-01\", \"replyBy\": \"2015-06-20\", \"zone\": \"UTC\"";
    private static final String DUE =
            "\"upkeepId\": \"upkeep-1\", \"kind\": \"INSURANCE\", \"dueOn\": \"2015-06-10\", \"zone\": \"UTC\", \"yearsCostPercent\": 30";

    /** What is open at one file, as it is told where it is recorded. */
    private static final List<String> RECORDED = List.of(
            event("asset.restrained.v1", "\"order\": " + ORDER),
            event(
                    "asset.restraint-lapsed.v1",
                    "\"orderId\": \"order-0\", \"endsOn\": \"2015-02-01\", \"zone\": \"UTC\""),
            event("asset.claim-filed.v1", CLAIM),
            event("asset.upkeep-due.v1", DUE),
            event("asset.valued.v1", "\"fellByPercent\": 22"),
            event("asset.interest-recorded.v1", "\"whileRestrained\": true"));

    private static final String CAME = """
            "came": {"restraints": [{"order": %s}], "lapses": [{"orderId": "order-0", "endsOn": "2015-02-01", "zone": "UTC"}],
             "claims": [{%s}], "upkeep": [{%s}], "values": [{"number": 1, "fellByPercent": 22}, {"number": 2, "fellByPercent": 30}],
             "owners": [{"interestId": "interest-1"}], "warnings": [], "expiries": []}""".formatted(ORDER, CLAIM, DUE);
    private static final String WENT = """
            "went": {"orders": [{"orderId": "order-1"}, {"orderId": "order-0"}], "claims": [{"claimId": "claim-1"}],
             "upkeep": [{"upkeepId": "upkeep-1"}], "clocks": [], "files": []}""";

    private static final String MERGED =
            event("asset.merger-changed.v1", "\"into\": \"asset-two\", \"step\": \"MERGED\", " + WENT);
    private static final String SEPARATED =
            event("asset.merger-changed.v1", "\"into\": \"asset-two\", \"step\": \"SEPARATED\", " + CAME);
    private static final String TAKEN =
            event("asset.merger-answered.v1", "\"from\": \"asset-one\", \"answer\": \"TAKEN\", " + CAME);
    private static final String GIVEN_BACK =
            event("asset.merger-answered.v1", "\"from\": \"asset-one\", \"answer\": \"GIVEN_BACK\", " + WENT);

    private static String event(String type, String fields) {
        return "{\"type\": \"%s\", \"caseIds\": [\"case-1\"], \"assetDescription\": \"House\", %s}"
                .formatted(type, fields);
    }

    @Test
    void the_file_that_goes_has_no_open_alert_left_and_the_kept_one_has_those_of_all_that_came() {
        var recordedAtOnce = new House().hears(TWO, RECORDED).open(TWO);
        assertThat(recordedAtOnce)
                .containsExactly(
                        "AL-03 order-1",
                        "AL-04 order-0",
                        "AL-26 claim-1",
                        "AL-27",
                        "AL-28 upkeep-1",
                        "AL-29",
                        "RP-03 order-1",
                        "RP-08");

        var house = new House().hears(ONE, RECORDED).hears(ONE, MERGED).hears(TWO, TAKEN);

        assertThat(house.open(ONE)).isEmpty();
        assertThat(house.watched(ONE)).isEmpty();
        assertThat(withoutFile(house.open(TWO))).isEqualTo(recordedAtOnce);
    }

    @Test
    void two_again_each_has_what_it_had_and_merged_once_more_all_of_it_moves_again() {
        var house = new House().hears(ONE, RECORDED).hears(TWO, event("asset.valued.v1", "\"fellByPercent\": 40"));
        var ofOne = house.open(ONE);
        var ofTwo = house.open(TWO);
        for (var round = 0; round < 3; round++) {
            house.hears(TWO, TAKEN).hears(ONE, MERGED);
            assertThat(house.open(ONE)).isEmpty();
            assertThat(house.open(TWO)).as("round %d", round).contains("AL-27", "AL-27 asset-one", "AL-03 order-1");
            house.hears(ONE, SEPARATED).hears(TWO, GIVEN_BACK);
            assertThat(house.open(ONE)).as("round %d", round).isEqualTo(ofOne);
            assertThat(house.open(TWO)).as("round %d", round).isEqualTo(ofTwo);
        }
    }

    /** Every way in which two streams of events can run into one another, with each event twice. */
    @Test
    void in_whatever_order_the_two_files_are_heard_it_ends_the_same() {
        var ofOne = Stream.concat(RECORDED.stream(), Stream.of(MERGED, SEPARATED, MERGED))
                .toList();
        var ofTwo = List.of(TAKEN, GIVEN_BACK, TAKEN);
        var expected = new House().hears(ONE, ofOne).hears(TWO, ofTwo);
        for (var first = 0; first <= ofOne.size(); first++) {
            for (var second = first; second <= ofOne.size(); second++) {
                var house = new House()
                        .hears(ONE, ofOne.subList(0, first))
                        .hears(TWO, ofTwo.subList(0, 1))
                        .hears(ONE, ofOne.subList(first, second))
                        .again(ONE)
                        .again(TWO)
                        .hears(TWO, ofTwo.subList(1, 3))
                        .hears(ONE, ofOne.subList(second, ofOne.size()))
                        .again(TWO);
                assertThat(house.open(ONE))
                        .as("%d, %d", first, second)
                        .isEqualTo(expected.open(ONE))
                        .isEmpty();
                assertThat(house.open(TWO))
                        .as("%d, %d", first, second)
                        .isEqualTo(expected.open(TWO))
                        .isNotEmpty();
            }
        }
    }

    /** What an alert owes to another file has that file for its clock; recorded here, it has none. */
    private static Set<String> withoutFile(Set<String> alerts) {
        var plain = new TreeSet<String>();
        alerts.forEach(it -> plain.add(it.replace(" " + ONE, "")));
        return plain;
    }

    /** The alerts and deadlines of this service in memory. */
    private static final class House {
        private static final WhenAnythingIsPublishedThenFollowTheCatalogue REACTION =
                new WhenAnythingIsPublishedThenFollowTheCatalogue(CatalogueFile.shipped(), Topic.OPEN);

        private final AggregatesFactory factory = AggregatesFactory.inMemory();
        private final Aggregates<AlertCommand, Alert> alerts = factory.of(new AggregateType<>(
                "alert", "alerts", "alert", Alert.class, AlertEvent.class, new AlertDecider(), new AlertPublishing()));
        private final Aggregates<DeadlineCommand, Deadline> deadlines = factory.of(new AggregateType<>(
                "deadline",
                "deadlines",
                "alert",
                Deadline.class,
                DeadlineEvent.class,
                new DeadlineDecider(),
                new DeadlinePublishing()));
        private final Set<String> alertIds = new TreeSet<>();
        private final Set<String> deadlineIds = new TreeSet<>();
        private final List<PublishedRecord> heard = new ArrayList<>();

        House hears(String asset, List<String> events) {
            events.forEach(it -> take(asset, it));
            look();
            return this;
        }

        House hears(String asset, String event) {
            return hears(asset, List.of(event));
        }

        private void take(String asset, String event) {
            var sequence =
                    heard.stream().filter(it -> it.subject().equals(asset)).count() + 1;
            var type = event.substring("{\"type\": \"".length(), event.indexOf("\","));
            var record = PublishedRecord.of(type, asset, sequence, NOON, event).between("XH");
            heard.add(record);
            take(record);
        }

        /** All that is known of an asset once more, from its first event on. */
        House again(String asset) {
            heard.stream().filter(it -> it.subject().equals(asset)).forEach(this::take);
            look();
            return this;
        }

        private void take(PublishedRecord record) {
            REACTION.alerts(record).forEach(it -> {
                alertIds.add(it.aggregateId());
                alerts.execute(envelope(record, it)).block();
            });
            REACTION.deadlines(record).forEach(it -> {
                deadlineIds.add(it.aggregateId());
                deadlines.execute(envelope(record, it)).block();
            });
        }

        /** Time passes: what is due warns. */
        private void look() {
            var clock = Clock.fixed(NOON, ZoneOffset.UTC);
            new DeadlineClock(
                            alerts,
                            deadlines,
                            (_, _) -> Mono.just(List.copyOf(deadlineIds)),
                            CatalogueFile.shipped(),
                            clock)
                    .look()
                    .block();
            deadlineIds.forEach(id -> deadlines.read(id).blockOptional().ifPresent(it -> {
                if (it.state() instanceof Deadline.Watched watched) {
                    alertIds.add(AlertIds.alert(new AlertKey(
                            watched.terms().code(),
                            watched.terms().objectId(),
                            Optional.of(watched.terms().clockId()))));
                }
            }));
        }

        private static <C> CommandEnvelope<C> envelope(PublishedRecord record, CommandFor<C> command) {
            return new CommandEnvelope<>(
                    command.aggregateId(),
                    command.command(),
                    Occasion.of(Actor.system("alerts"), NOON),
                    Optional.empty(),
                    VersionCondition.NONE,
                    Optional.of(new Cause(record.subject(), record.sequence())),
                    Optional.empty());
        }

        /** Code and clock of the alerts on an asset that ask somebody to act. */
        Set<String> open(String asset) {
            var open = new TreeSet<String>();
            alertIds.forEach(id -> alerts.read(id).blockOptional().ifPresent(it -> {
                if (it.state() instanceof Alert.Open(var _, Notice notice, var _, var _)
                        && notice.objectId().equals(asset)) {
                    open.add((notice.code() + " " + notice.clockId().orElse("")).strip());
                }
            }));
            return open;
        }

        /** The deadlines of an asset that somebody watches. */
        Set<String> watched(String asset) {
            var watched = new TreeSet<String>();
            deadlineIds.forEach(id -> deadlines.read(id).blockOptional().ifPresent(it -> {
                if (it.state() instanceof Deadline.Watched w
                        && w.terms().objectId().equals(asset)) {
                    watched.add(w.terms().clockId());
                }
            }));
            return watched;
        }
    }
}
