package org.repatria.cases.domain.sharing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a case stands in the words that both states share.
 *
 * @param person what is said of the case itself
 * @param assets the furthest that its assets have come; empty while there is nothing to say
 */
public record SharedStatus(SharedWord person, Optional<SharedWord> assets) {

    /** The fixed table of the stages of a case. */
    private static final Map<String, SharedWord> OF_STAGE = Map.ofEntries(
            Map.entry("DRAFT", SharedWord.UNDER_ASSESSMENT),
            Map.entry("SCREENING", SharedWord.UNDER_ASSESSMENT),
            Map.entry("RETURNED_FOR_INFO", SharedWord.INFORMATION_REQUESTED),
            Map.entry("NOT_ACCEPTED", SharedWord.NOT_ACCEPTED),
            Map.entry("ACCEPTED", SharedWord.UNDER_ASSESSMENT),
            Map.entry("STRATEGY_PROPOSED", SharedWord.UNDER_ASSESSMENT),
            Map.entry("STRATEGY_AGREED", SharedWord.STRATEGY_AGREED),
            Map.entry("ACTIVE", SharedWord.PROCEEDING),
            Map.entry("ON_HOLD", SharedWord.NOT_AVAILABLE),
            Map.entry("UNDER_CHALLENGE", SharedWord.NOT_AVAILABLE),
            Map.entry("RESOLVED", SharedWord.CONCLUDED),
            Map.entry("CLOSED", SharedWord.CONCLUDED),
            Map.entry("ARCHIVED", SharedWord.CONCLUDED),
            Map.entry("ERASED_STUB", SharedWord.NOT_AVAILABLE));

    /**
     * States of pathways that look the same from outside, whatever the stage of the case.
     *
     * <p>INVARIANT: protection has no word of its own, and the word that it has is shared with ends that have
     * nothing to do with
     * it, so that nobody can tell one from the other.
     */
    private static final Map<String, Set<String>> NOT_AVAILABLE = Map.of(
            "removal",
            Set.of("NOT_REMOVABLE", "RELIEF_PENDING", "PROTECTION_GRANTED", "SUPERVISED_RELEASE", "TERMINATED"),
            "voluntaryReturn",
            Set.of("ABORTED_COERCION"));

    /** States of pathways in which the other state is asked for something. */
    private static final Map<String, Set<String>> INFORMATION_REQUESTED =
            Map.of("extradition", Set.of("SUPPLEMENT_REQUESTED"), "hostProsecution", Set.of("AWAITING_MLA"));

    /** Ends of a case that the other state is told as not accepted, however far it had come. */
    private static final Set<String> NOT_ACCEPTED_AFTER_ALL = Set.of("IDENTITY_ERROR");

    /** One pathway and its state, such as {@code removal} in {@code IN_HEARING}. */
    public record Way(String kind, String state) {}

    /**
     * The words for a case. A stage that the table does not know says nothing.
     *
     * @param stage such as {@code ACTIVE}
     * @param outcome how the case ended, such as {@code IDENTITY_ERROR}
     */
    public static SharedStatus of(String stage, Optional<String> outcome, List<Way> ways, Set<AssetMark> marks) {
        return new SharedStatus(ofCase(stage, outcome, ways), ofAssets(marks));
    }

    static Set<String> namedStages() {
        return OF_STAGE.keySet();
    }

    static Stream<Way> namedStates() {
        return Stream.of(NOT_AVAILABLE, INFORMATION_REQUESTED)
                .flatMap(table -> table.entrySet().stream())
                .flatMap(row -> row.getValue().stream().map(state -> new Way(row.getKey(), state)));
    }

    private static SharedWord ofCase(String stage, Optional<String> outcome, List<Way> ways) {
        if (any(ways, NOT_AVAILABLE)) {
            return SharedWord.NOT_AVAILABLE;
        }
        var word = OF_STAGE.getOrDefault(stage, SharedWord.NOT_AVAILABLE);
        return switch (word) {
            case PROCEEDING -> any(ways, INFORMATION_REQUESTED) ? SharedWord.INFORMATION_REQUESTED : word;
            case CONCLUDED ->
                outcome.filter(NOT_ACCEPTED_AFTER_ALL::contains).isPresent() ? SharedWord.NOT_ACCEPTED : word;
            case UNDER_ASSESSMENT, INFORMATION_REQUESTED, NOT_ACCEPTED, STRATEGY_AGREED, NOT_AVAILABLE -> word;
            case ASSETS_RESTRAINED, ASSETS_CONFISCATED, ASSETS_RETURNED -> word;
        };
    }

    private static boolean any(List<Way> ways, Map<String, Set<String>> states) {
        return ways.stream()
                .anyMatch(way -> states.getOrDefault(way.kind(), Set.of()).contains(way.state()));
    }

    private static Optional<SharedWord> ofAssets(Set<AssetMark> marks) {
        if (marks.contains(AssetMark.RETURNED)) {
            return Optional.of(SharedWord.ASSETS_RETURNED);
        }
        if (marks.contains(AssetMark.CONFISCATED)) {
            return Optional.of(SharedWord.ASSETS_CONFISCATED);
        }
        return marks.contains(AssetMark.RESTRAINED) ? Optional.of(SharedWord.ASSETS_RESTRAINED) : Optional.empty();
    }
}
