package org.repatria.cases.domain.sharing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.repatria.cases.domain.SharedWord;
import org.repatria.cases.domain.lifecycle.Lifecycles;

/**
 * Where a case stands in the words that both states share.
 *
 * @param person what is said of the case itself
 * @param assets the furthest that its assets have come; empty while there is nothing to say
 */
public record SharedStatus(SharedWord person, Optional<SharedWord> assets) {

    /** Ends of a case that the other state is told as not accepted, however far it had come. */
    private static final Set<String> NOT_ACCEPTED_AFTER_ALL = Set.of("IDENTITY_ERROR");

    /**
     * One pathway and what the other state is told of where it stands, such as {@code removal} in {@code PROCEEDING}.
     */
    public record Way(String kind, String told) {}

    /**
     * The words for a case; a word that the tables do not know says nothing.
     *
     * @param stage what the other state is told of the stage, such as {@code ACTIVE}
     * @param outcome how the case ended, such as {@code IDENTITY_ERROR}
     */
    public static SharedStatus of(String stage, Optional<String> outcome, List<Way> ways, Set<AssetMark> marks) {
        return new SharedStatus(ofCase(stage, outcome, ways), ofAssets(marks));
    }

    private static SharedWord ofCase(String stage, Optional<String> outcome, List<Way> ways) {
        if (any(ways, SharedWord.NOT_AVAILABLE)) {
            return SharedWord.NOT_AVAILABLE;
        }
        var word = meaning("case", stage).orElse(SharedWord.NOT_AVAILABLE);
        return switch (word) {
            case PROCEEDING -> any(ways, SharedWord.INFORMATION_REQUESTED) ? SharedWord.INFORMATION_REQUESTED : word;
            case CONCLUDED ->
                outcome.filter(NOT_ACCEPTED_AFTER_ALL::contains).isPresent() ? SharedWord.NOT_ACCEPTED : word;
            case UNDER_ASSESSMENT, INFORMATION_REQUESTED, NOT_ACCEPTED, STRATEGY_AGREED, NOT_AVAILABLE -> word;
            case ASSETS_RESTRAINED, ASSETS_CONFISCATED, ASSETS_RETURNED -> word;
        };
    }

    private static boolean any(List<Way> ways, SharedWord meaning) {
        return ways.stream().anyMatch(way -> meaning(way.kind(), way.told()).equals(Optional.of(meaning)));
    }

    private static Optional<SharedWord> meaning(String kind, String told) {
        return Lifecycles.find(kind).flatMap(lifecycle -> lifecycle.told().meaning(told));
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
