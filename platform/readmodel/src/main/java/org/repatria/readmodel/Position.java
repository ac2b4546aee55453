package org.repatria.readmodel;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where in its topic a view stands; kept in the same Lucene commit as the rows.
 *
 * @param topicId Kafka's own id of the topic: a topic of the same name made anew is another one
 * @param offsets by partition, the next record to read
 * @param asOf when the view last was at the end of the topic
 */
record Position(Optional<String> topicId, Map<Integer, Long> offsets, Optional<Instant> asOf) {

    static final Position NONE = new Position(Optional.empty(), Map.of(), Optional.empty());

    private static final String TOPIC_ID = "topicId";
    private static final String AS_OF = "asOf";
    private static final String OFFSET = "offset.";

    Position {
        offsets = Map.copyOf(offsets);
    }

    Map<String, String> toCommitData() {
        Map<String, String> data = new TreeMap<>();
        topicId.ifPresent(id -> data.put(TOPIC_ID, id));
        asOf.ifPresent(moment -> data.put(AS_OF, moment.toString()));
        offsets.forEach((partition, offset) -> data.put(OFFSET + partition, String.valueOf(offset)));
        return data;
    }

    static Position ofCommitData(Map<String, String> data) {
        Map<Integer, Long> offsets = new HashMap<>();
        data.forEach((key, value) -> {
            if (key.startsWith(OFFSET)) {
                offsets.put(Integer.valueOf(key.substring(OFFSET.length())), Long.valueOf(value));
            }
        });
        return new Position(
                Optional.ofNullable(data.get(TOPIC_ID)),
                offsets,
                Optional.ofNullable(data.get(AS_OF)).map(Instant::parse));
    }
}
