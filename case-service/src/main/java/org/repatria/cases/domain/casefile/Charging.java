package org.repatria.cases.domain.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.casefile.Case.Opened;
import org.repatria.cases.domain.facts.Facts;
import org.repatria.cases.domain.facts.Limitation;
import org.repatria.cases.domain.facts.LimitationStanding;
import org.repatria.cases.domain.facts.Offence;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.lifecycle.Course;
import org.repatria.cases.domain.lifecycle.Guard;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.Moved;
import org.repatria.cases.domain.lifecycle.Move;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Happening;
import org.repatria.decider.Obstacle;

/** With which offences of a file the person is charged, and whether lapse of time stands in the way. */
final class Charging {

    /** The particular of a host prosecution that names offences by their ids, parted by commas. */
    private static final String NAMED = "offence";

    private static final String HAPPENS_TO_OFFENCES = "offence.";

    private Charging() {}

    /** The offences that a move of a host prosecution charges; none for any other move. */
    static List<Offence> chargedBy(Moved move, Opened now) {
        return move.kind().equals("hostProsecution") && move.to().equals("CHARGED")
                ? charged(move.particulars(), now.file().dossier().facts())
                : List.of();
    }

    private static List<Offence> charged(Map<String, String> particulars, Facts facts) {
        var named = named(particulars);
        return named.isEmpty()
                ? chargeable(facts)
                : named.stream().flatMap(id -> facts.offence(id).stream()).toList();
    }

    private static List<String> named(Map<String, String> particulars) {
        return Arrays.stream(particulars.getOrDefault(NAMED, "").split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    /** Offences of the host state's own law, or where none is recorded what is alleged (source: UNCAC art. 44(11)). */
    private static List<Offence> chargeable(Facts facts) {
        var ofHost = facts.offences().stream().filter(Offence::isOfHost).toList();
        return ofHost.isEmpty() ? facts.offences() : ofHost;
    }

    static List<Obstacle> lapsed(Guard guard, Course course, Move move, Opened state, LegalOccasion occasion) {
        return course.kind().equals("extradition")
                ? lapsedForExtradition(guard, move.happened(), state, occasion)
                : lapsedForCharge(guard, move, state, occasion);
    }

    /** Source: UNMT art. 3(e) looks to the law of either party. */
    private static List<Obstacle> lapsedForExtradition(Guard guard, Happened on, Opened state, LegalOccasion occasion) {
        var sides = List.of(Side.REQUESTING, Side.REQUESTED);
        var alleged = state.file().dossier().facts().offences().stream()
                .filter(offence -> !offence.isOfHost())
                .toList();
        if (alleged.isEmpty()) {
            return List.of(nothingRecorded(guard));
        }
        var open = alleged.stream()
                .anyMatch(offence -> sides.stream()
                        .allMatch(side ->
                                standing(offence, side, on, state, occasion) == LimitationStanding.NOT_EXPIRED));
        return open
                ? List.of()
                : alleged.stream()
                        .flatMap(offence ->
                                sides.stream().flatMap(side -> against(guard, offence, side, on, state, occasion)))
                        .toList();
    }

    /** A prosecution looks to the law of the state that tries, and each charge has its own time. */
    private static List<Obstacle> lapsedForCharge(Guard guard, Move move, Opened state, LegalOccasion occasion) {
        var facts = state.file().dossier().facts();
        var named = named(move.particulars());
        var unknown = named.stream()
                .filter(id -> facts.offence(id).isEmpty())
                .map(id -> CaseSetting.obstacle(guard, NAMED, "The case has no offence " + id + "."))
                .toList();
        if (!unknown.isEmpty()) {
            return unknown;
        }
        var charged = charged(move.particulars(), facts);
        if (charged.isEmpty()) {
            return List.of(nothingRecorded(guard));
        }
        return named.isEmpty() && charged.size() > 1
                ? List.of(CaseSetting.obstacle(
                        guard,
                        NAMED,
                        "Each offence has its own time; name those charged, of "
                                + charged.stream().map(Offence::id).collect(Collectors.joining(", ")) + "."))
                : charged.stream()
                        .flatMap(offence -> against(guard, offence, Side.REQUESTED, move.happened(), state, occasion))
                        .toList();
    }

    private static Obstacle nothingRecorded(Guard guard) {
        return CaseSetting.obstacle(guard, "offences", "No offence is recorded yet.");
    }

    private static Stream<Obstacle> against(
            Guard guard, Offence offence, Side side, Happened on, Opened state, LegalOccasion occasion) {
        return Optional.of(standing(offence, side, on, state, occasion))
                .filter(standing -> standing != LimitationStanding.NOT_EXPIRED)
                .map(standing -> CaseSetting.obstacle(
                        guard,
                        offence.id(),
                        "Limitation of " + offence.title() + " in the "
                                + side.name().toLowerCase(Locale.ROOT) + " state is " + standing + " on " + on.day()
                                + "."))
                .stream();
    }

    private static LimitationStanding standing(
            Offence offence, Side side, Happened on, Opened state, LegalOccasion occasion) {
        return Limitation.of(offence, side, state.file().relation(), occasion.rules(), on.day())
                .standing();
    }

    /**
     * Refuses what happens to an offence where it does not say to which offence of the case. To who acts for the other
     * state, the host state's own offences are not there.
     */
    static Optional<Obstacle> unknownOffence(Happening happening, Opened state, LegalOccasion occasion) {
        if (!happening.token().startsWith(HAPPENS_TO_OFFENCES)) {
            return Optional.empty();
        }
        var ofHost = Side.of(occasion.by().authority(), state.file().relation()) == Side.REQUESTED;
        return state.file().dossier().facts().offences().stream()
                        .filter(offence -> ofHost || !offence.isOfHost())
                        .anyMatch(offence -> offence.id().equals(happening.about()))
                ? Optional.empty()
                : Optional.of(
                        Obstacle.of("OFFENCE_UNKNOWN", "about", "It says to no offence of the case that it happened."));
    }
}
