package org.repatria.messaging;

import java.util.Optional;
import java.util.Set;

/**
 * What a caller says of the version that a command may meet, of the history that the caller knows.
 *
 * @param oneOf the versions decided on; empty where any will do
 * @param noneOf versions that the caller does not want to meet
 * @param absent whether there may be nothing yet
 */
public record VersionCondition(Optional<Set<Long>> oneOf, Set<Long> noneOf, boolean absent) {

    /** Any version will do; whether there is something at all, the command itself says. */
    public static final VersionCondition NONE = new VersionCondition(Optional.empty(), Set.of(), false);

    public VersionCondition {
        oneOf = oneOf.map(Set::copyOf);
        noneOf = Set.copyOf(noneOf);
    }

    public static VersionCondition oneOf(Set<Long> versions) {
        return new VersionCondition(Optional.of(versions), Set.of(), false);
    }

    /** The one version that was decided on, where one was said. */
    public static VersionCondition of(Optional<Long> version) {
        return version.map(it -> oneOf(Set.of(it))).orElse(NONE);
    }

    public VersionCondition andNoneOf(Set<Long> versions) {
        return new VersionCondition(oneOf, versions, absent);
    }

    public VersionCondition andAbsent() {
        return new VersionCondition(oneOf, noneOf, true);
    }

    /**
     * Whether a version is one that the caller lets a command meet.
     *
     * @param version 0 where there is nothing yet
     */
    public boolean holds(long version) {
        return oneOf.map(versions -> versions.contains(version)).orElse(true)
                && !noneOf.contains(version)
                && (!absent || version == 0);
    }

    /** The latest version that was decided on; 0 where none was named. */
    long decidedOn() {
        return oneOf.stream()
                .flatMap(Set::stream)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }
}
