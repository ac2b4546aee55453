package org.repatria.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of a stream: its events, kept for ever, and its snapshots, of which the newest per aggregate stays. */
public final class Topics {

    private Topics() {}

    /** Where the published events of a stream are. */
    public static String events(String stream) {
        return "repatria." + stream + ".events";
    }

    /** Where the newest snapshot of each aggregate of a stream is. */
    public static String snapshots(String stream) {
        return "repatria." + stream + ".snapshots";
    }

    static List<NewTopic> of(String stream) {
        return List.of(
                topic(events(stream))
                        .configs(Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.RETENTION_MS_CONFIG,
                                "-1")),
                topic(snapshots(stream))
                        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
    }

    /** The cluster's own replication factor: one on a laptop, three where it matters. */
    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(Limits.PARTITIONS), Optional.empty());
    }
}
