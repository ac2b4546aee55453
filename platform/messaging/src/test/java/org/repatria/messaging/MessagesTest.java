package org.repatria.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.messaging.Parcels.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.repatria.messaging.Parcels.Command.Post;
import org.repatria.messaging.Parcels.Command.Weigh;

class MessagesTest {

    private static final String BOX = "parcel-box";

    private final Messages<Parcels.Parcel> messages = new Messages<>(Parcels.TYPE);

    @Test
    void a_snapshot_after_a_change_that_stays_inside_says_when_it_was() {
        var weighed = after(new Post("Oslo"), new Weigh(250)).getLast();

        assertThat(header(messages.snapshots(weighed, true).getFirst(), "ce_time"))
                .isEqualTo(Parcels.NOON.toString());
    }

    @Test
    void a_snapshot_sent_again_says_when_it_was() {
        var posted = after(new Post("Oslo")).getLast();
        var relayed = withOutbox(posted, List.of());

        assertThat(header(messages.snapshots(relayed, true).getFirst(), "ce_time"))
                .isEqualTo(Parcels.NOON.toString());
    }

    private static List<StoredAggregate> after(Parcels.Command... commands) {
        var written = new ArrayList<StoredAggregate>();
        var parcels = new StoredAggregates<>(Parcels.TYPE, new InMemoryStore(), new Handover<>() {
            @Override
            public void written(StoredAggregate aggregate, Parcels.Parcel state, AggregateStore.Marker marker) {
                var outbox = aggregate.outbox();
                written.add(withOutbox(aggregate, outbox.subList(outbox.size() - 1, outbox.size())));
            }

            @Override
            public void orphaned(Collection<AggregateStore.Marker> markers) {
                throw new AssertionError("nothing is lost here: " + markers);
            }
        });
        for (var command : commands) {
            parcels.execute(ask(BOX, command)).block();
        }
        return written;
    }

    /** As the relay finds it, once it has sent what came before. */
    private static StoredAggregate withOutbox(StoredAggregate aggregate, List<JournalEntry> outbox) {
        return aggregate.withOutbox(outbox);
    }

    private static String header(ProducerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }
}
