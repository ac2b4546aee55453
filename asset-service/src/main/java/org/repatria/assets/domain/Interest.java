package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An entry that somebody has a right in something. It is never changed; it ends, or a later one corrects it.
 *
 * @param share exactly, where it is known
 * @param from the first day on which it is held; empty where nobody knows since when
 * @param to the last day as it was recorded; empty where no end is known
 * @param source where the knowledge comes from; never leaves the service
 * @param ending what was recorded of its end
 * @param correction the later entry that stands in its place
 */
public record Interest(
        InterestId id,
        Right right,
        Holder holder,
        Optional<Fraction> share,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String source,
        Confidence confidence,
        Instant recordedAt,
        Optional<Ending> ending,
        Optional<Correction> correction) {

    /**
     * How it ended.
     *
     * @param endedOn the last day on which it was held
     * @param reason in an officer's words; never leaves the service
     */
    public record Ending(LocalDate endedOn, String reason, Instant recordedAt) {}

    /**
     * That the entry was wrong.
     *
     * @param reason in an officer's words; never leaves the service
     */
    public record Correction(InterestId by, String reason, Instant recordedAt) {}

    /** Whether the entry still says something; what was corrected stays to be read, and counts no more. */
    public boolean counts() {
        return correction.isEmpty();
    }

    /** The last day on which it is held, where one is known. */
    public Optional<LocalDate> lastDay() {
        return ending.map(Ending::endedOn).or(() -> to);
    }

    /** Whether it is held on a day, as far as is known. */
    public boolean isHeldOn(LocalDate day) {
        return counts()
                && from.filter(day::isBefore).isEmpty()
                && lastDay().filter(day::isAfter).isEmpty();
    }

    /** The days on which somebody gained it or lost it, as far as they are known. */
    public Stream<LocalDate> changedOn() {
        return Stream.concat(from.stream(), lastDay().stream());
    }

    /** Whether both state the same thing, whenever and from wherever it became known. */
    boolean statesSameAs(Interest other) {
        return right == other.right
                && holder.equals(other.holder)
                && share.isPresent() == other.share.isPresent()
                && share.filter(it -> !it.isSameAs(other.share.orElseThrow())).isEmpty()
                && from.equals(other.from)
                && lastDay().equals(other.lastDay());
    }

    /** The same where interests go by other ids. */
    Interest naming(UnaryOperator<InterestId> names) {
        return new Interest(
                id,
                right,
                holder,
                share,
                from,
                to,
                source,
                confidence,
                recordedAt,
                ending,
                correction.map(it -> new Correction(names.apply(it.by()), it.reason(), it.recordedAt())));
    }

    Interest ended(Ending how) {
        return new Interest(
                id, right, holder, share, from, to, source, confidence, recordedAt, Optional.of(how), correction);
    }

    Interest corrected(Correction how) {
        return new Interest(
                id, right, holder, share, from, to, source, confidence, recordedAt, ending, Optional.of(how));
    }
}
