package org.repatria.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.repatria.messaging.Topics;
import org.repatria.testkit.servers.KafkaForTests;
import tools.jackson.databind.JsonNode;

/** What assets say on the topics reaches the case by its shelves, on real servers. */
final class AssetsOfACaseIT extends OnTheWholeService {

    private static final String CARL = bearer("carl.officer", "CO", "XH-CA");
    private static final String SARA = bearer("sara.supervisor", "SU", "XH-CA");

    private static final String SNAPSHOTS = Topics.snapshots("asset");
    private static final String EVENTS = Topics.events("asset");

    private static final String KNOWN = """
            [{"caseId": "%s", "standing": "KNOWN"}]""";

    private String opened() {
        return json(post(CARL, "/v1/cases", """
                {"requestingState": "XR", "requestedState": "XH", "person": {"name": "Orsina Quell", "aliases": [],
                 "birthDate": "1958-02-17", "nationalities": ["XR"], "documents": []},
                 "offenceSummary": "Embezzlement", "authority": "General Prosecution",
                 "handedOverOn": "2019-05-06"}"""), 201).path("id").stringValue();
    }

    @Test
    void the_case_counts_those_that_name_it_and_no_longer_one_that_was_unlinked(KafkaForTests broker) {
        topicsOfAssets(broker);
        var id = opened();
        say(broker, snapshot("asset-it-1", 3, "RESTRAINED", KNOWN.formatted(id)));
        say(broker, snapshot("asset-it-2", 2, "TRACED", KNOWN.formatted(id)));
        counted(id, Map.of("RESTRAINED", 1, "TRACED", 1));

        say(broker, snapshot("asset-it-2", 4, "RESTRAINED", KNOWN.formatted(id)));
        counted(id, Map.of("RESTRAINED", 2));

        say(broker, record(EVENTS, "asset.unlinked.v1", "asset-it-1", 1, "{\"caseId\": \"%s\"}".formatted(id)));
        counted(id, Map.of("RESTRAINED", 1));
    }

    /** They belong to another service, which is not there. */
    private static void topicsOfAssets(KafkaForTests broker) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(SNAPSHOTS, 12, (short) 1), new NewTopic(EVENTS, 12, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private void counted(String id, Map<String, Integer> expected) {
        var journal = eventually(
                SARA,
                "/v1/cases/" + id + "/journal?limit=100",
                entries -> lastCount(entries).equals(expected));
        assertThat(lastCount(journal)).isEqualTo(expected);
    }

    /** How many assets stand in each state, by the last entry that says so. */
    private static Map<String, Integer> lastCount(JsonNode journal) {
        var counts = new TreeMap<String, Integer>();
        journal.path("items")
                .valueStream()
                .map(item -> item.path("entry"))
                .filter(entry -> entry.path("type").asString("").equals("AssetsNoted"))
                .reduce((_, last) -> last)
                .ifPresent(last -> last.at("/data/assets/byState/states")
                        .forEach(some -> counts.put(
                                some.path("state").asString(),
                                some.path("count").asInt())));
        return counts;
    }

    private static ProducerRecord<String, String> snapshot(String id, long version, String state, String cases) {
        return record(SNAPSHOTS, "asset.snapshot.v1", id, version, """
                {"id": "%s", "version": %d, "state": "%s", "cases": %s}""".formatted(id, version, state, cases));
    }

    private static ProducerRecord<String, String> record(
            String topic, String type, String id, long sequence, String value) {
        var record = new ProducerRecord<>(topic, id, value);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id + ":" + sequence,
                        "ce_type",
                        type,
                        "ce_source",
                        "/repatria/asset",
                        "ce_subject",
                        id,
                        "ce_time",
                        "2019-06-03T09:00:00Z",
                        "ce_sequence",
                        "%020d".formatted(sequence),
                        "ce_states",
                        "XH",
                        "content-type",
                        "application/json")
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }

    private static void say(KafkaForTests broker, ProducerRecord<String, String> record) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrap()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(record).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
