package org.repatria.messaging;

import java.util.Optional;
import org.repatria.messaging.Publishing.Published;

/** Who learns of a domain event: both states concerned, or the one that holds the file alone. */
public sealed interface Announcement {

    /** What goes out to Kafka for the event, on the topics of those who learn of it. Empty where nothing does. */
    Optional<Published> published();

    /** Both states know that it happened: it counts in the version and the history that the other one sees. */
    record Told(Optional<Published> published) implements Announcement {}

    /**
     * The state that holds the file knows, and nothing that the other one can see is different for it. Its publication
     * goes to the topics that only the services of the house read.
     */
    record Confided(Optional<Published> published) implements Announcement {}

    /** Told, with this going out. */
    static Announcement told(String type, Object data) {
        return new Told(Optional.of(new Published(type, data)));
    }

    /** Told, with this going out. */
    static Announcement told(Published published) {
        return new Told(Optional.of(published));
    }

    /** Told, with this going out, if it is anything. */
    static Announcement told(Optional<Published> published) {
        return new Told(published);
    }

    /** Told to who reads the aggregate; nothing goes out. */
    static Announcement told() {
        return new Told(Optional.empty());
    }

    /** Confided, with this going out to the services of the house. */
    static Announcement confided(String type, Object data) {
        return new Confided(Optional.of(new Published(type, data)));
    }

    /** Confided to who may read it in the aggregate; nothing goes out. */
    static Announcement confided() {
        return new Confided(Optional.empty());
    }
}
