package org.repatria.system.checker;

import java.util.Optional;

/** The kinds of aggregates, and where each leaves its traces. */
public enum Family {
    LIST("cases", "lists", "case", "list.snapshot.v1"),
    CASE("cases", "cases", "case", "case.snapshot.v1"),
    SHELF("cases", "asset_shelves", "", ""),
    INVENTORY("cases", "asset_inventories", "", ""),
    CASE_PARKING("cases", "parkings", "case", ""),
    ASSET("assets", "assets", "asset", "asset.snapshot.v1"),
    KNOWN_CASE("assets", "known_cases", "", ""),
    ASSET_PARKING("assets", "parkings", "asset", ""),
    ALERT("notifications", "alerts", "alert", "alert.snapshot.v1"),
    DEADLINE("notifications", "deadlines", "alert", "deadline.snapshot.v1"),
    ALERT_PARKING("notifications", "parkings", "alert", "");

    private final String database;
    private final String collection;
    private final String stream;
    private final String snapshotType;

    Family(String database, String collection, String stream, String snapshotType) {
        this.database = database;
        this.collection = collection;
        this.stream = stream;
        this.snapshotType = snapshotType;
    }

    public String database() {
        return database;
    }

    public String collection() {
        return collection;
    }

    public String journal() {
        return collection + "_journal";
    }

    /** The topic of its published events; empty for a kind that tells nobody. */
    public Optional<String> events() {
        return topic("events");
    }

    /** The topic of its snapshots; empty for a kind that has none. */
    public Optional<String> snapshots() {
        return snapshotType.isEmpty() ? Optional.empty() : topic("snapshots");
    }

    /** The topic of what is published for the services of the house alone. */
    public Optional<String> confidedEvents() {
        return topic("confided-events");
    }

    private Optional<String> topic(String what) {
        return stream.isEmpty() ? Optional.empty() : Optional.of("repatria." + stream + "." + what);
    }
}
