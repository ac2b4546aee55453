package org.repatria.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The topics of a stream: its events, kept for ever, and its snapshots. Of the snapshots the newest per aggregate
 * stays. A stream with anything that one state keeps from another has a second pair for that, which only the services
 * of the house may read.
 */
public final class Topics {

    private static final String CONFIDED = "confided-";

    private Topics() {}

    /** Where the published events of a stream are. */
    public static String events(String stream) {
        return "repatria." + stream + ".events";
    }

    /** Where the newest snapshot of each aggregate of a stream is. */
    public static String snapshots(String stream) {
        return "repatria." + stream + ".snapshots";
    }

    /** Where the published events of a stream are that are confided. */
    public static String confidedEvents(String stream) {
        return "repatria." + stream + "." + CONFIDED + "events";
    }

    /** Where the newest full snapshot of each aggregate of a stream is. */
    public static String confidedSnapshots(String stream) {
        return "repatria." + stream + "." + CONFIDED + "snapshots";
    }

    /** Whether what is on a topic is for the services of the house alone. */
    public static boolean isConfided(String topic) {
        return topic.startsWith("repatria.") && topic.contains("." + CONFIDED);
    }

    static List<NewTopic> of(String stream) {
        return List.of(keptForEver(events(stream)), compacted(snapshots(stream)));
    }

    static List<NewTopic> confidedOf(String stream) {
        return List.of(keptForEver(confidedEvents(stream)), compacted(confidedSnapshots(stream)));
    }

    private static NewTopic keptForEver(String name) {
        return topic(name)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1"));
    }

    private static NewTopic compacted(String name) {
        return topic(name).configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    /** The cluster's own replication factor: one on a laptop, three where it matters. */
    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(Limits.PARTITIONS), Optional.empty());
    }
}
