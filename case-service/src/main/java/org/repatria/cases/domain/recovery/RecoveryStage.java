package org.repatria.cases.domain.recovery;

import java.util.Map;
import java.util.Optional;

/** How far an asset has come, in the words of the pathway of recovery. The later word is the further one. */
public enum RecoveryStage {
    TRACING,
    RESTRAINED,
    FORFEITURE_PENDING,
    CONFISCATED,
    RETURNED;

    /**
     * What each state of an asset means for the pathway. States in which an asset has left recovery are not in it, and
     * neither is a state that nobody has thought of (source: lifecycles of the asset and of the pathway).
     */
    private static final Map<String, RecoveryStage> OF_ASSETS = Map.ofEntries(
            Map.entry("IDENTIFIED", TRACING),
            Map.entry("TRACED", TRACING),
            // Nothing that is known holds it any more.
            Map.entry("LAPSED_PRESUMED", TRACING),
            Map.entry("RESTRAINED", RESTRAINED),
            Map.entry("SEIZED", RESTRAINED),
            Map.entry("FORFEITURE_PENDING", FORFEITURE_PENDING),
            // The pathway counts an asset as confiscated once the order is final.
            Map.entry("CONFISCATED_NOT_FINAL", FORFEITURE_PENDING),
            Map.entry("CONFISCATED_FINAL", CONFISCATED),
            Map.entry("IN_DISPOSAL", CONFISCATED),
            Map.entry("REALISED", CONFISCATED),
            Map.entry("DISTRIBUTION_AGREED", CONFISCATED),
            Map.entry("RETURNED", RETURNED));

    /** Where an asset stands; empty where it has left recovery. */
    public static Optional<RecoveryStage> ofAsset(String state) {
        return Optional.ofNullable(OF_ASSETS.get(state));
    }

    /** Where the pathway stands; empty where it has ended. */
    public static Optional<RecoveryStage> ofPathway(String state) {
        for (var stage : values()) {
            if (stage.name().equals(state)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
