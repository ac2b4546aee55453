package org.repatria.cases.domain.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.repatria.cases.domain.law.Officer;
import org.repatria.clocks.Happened;
import org.repatria.decider.Obstacle;
import org.repatria.decider.text.VisibleText;

/** Everything that stands in the way of a move, found all at once. */
final class Obstacles {

    private static final Set<String> ABOUT_THE_ACTOR =
            Set.of("WRONG_ROLE", "WRONG_APPROVER", "APPROVER_NOT_HIGHER", "CONFLICT_OF_INTEREST");

    private Obstacles() {}

    static boolean isAboutTheActor(Obstacle obstacle) {
        return ABOUT_THE_ACTOR.contains(obstacle.code());
    }

    /** Against a move by the actor of the moment. */
    static List<Obstacle> of(Transition row, Course course, Move move, LifecycleSetting around) {
        var found = new ArrayList<>(aroundMove(row, course, move, around));
        found.addAll(insideMove(row, course, move, around.occasion().at()));
        return found;
    }

    /**
     * What stands against an approval. It asks about the second person, the first person once more, and the move as
     * things now stand.
     */
    static List<Obstacle> ofApproval(Transition row, Proposal proposal, Course course, LifecycleSetting around) {
        var found = ofSecondPerson(row.who().approvedBy(), proposal, around);
        var higher = Ranks.highest(row.who().approvedBy(), around)
                .filter(officer -> row.who().eyes() == Transition.Eyes.RAISED
                        || Ranks.of(officer) > Ranks.of(proposal.proposedAs()));
        if (found.isEmpty() && higher.isEmpty()) {
            found.add(Obstacle.of(
                    "APPROVER_NOT_HIGHER",
                    row.name(),
                    "whoever approves has a higher role than " + proposal.proposedAs(),
                    row.source()));
        }
        if (row.who().eyes() == Transition.Eyes.TWO && around.hasConflict(proposal.proposedBy())) {
            found.add(Obstacle.of(
                    "PROPOSER_IN_CONFLICT",
                    proposal.proposedBy(),
                    "who proposed it bears a mark of conflict of interest",
                    "SG-25"));
        }
        found.addAll(ofCase(row, askedAgain(row), course, proposal.move(), around));
        found.addAll(insideMove(row, course, proposal.move(), around.occasion().at()));
        return found;
    }

    static List<Obstacle> ofSecondPerson(List<Officer> approvedBy, Proposal proposal, LifecycleSetting around) {
        var found = new ArrayList<Obstacle>();
        if (Ranks.matching(approvedBy, around).isEmpty()) {
            found.add(Obstacle.of(
                    "WRONG_APPROVER", proposal.from() + " -> " + proposal.move().to(), "decided by " + or(approvedBy)));
        }
        ofConflict(around).ifPresent(found::add);
        return found;
    }

    /** While pressure on the person is alleged and not decided on, the course moves to no state but an end. */
    static List<Obstacle> ofRaisedCoercion(Transition row, Course course, Courses state, Instant at) {
        var raised = state.proposals().stream()
                .filter(proposal -> proposal.move().courseId().equals(course.id()) && proposal.isOpenAt(at))
                .anyMatch(proposal -> proposal.move().to().equals("ABORTED_COERCION"));
        return raised && !course.lifecycle().isEnd(row.to())
                ? List.of(Obstacle.of(
                        "COERCION_RAISED",
                        course.id(),
                        "pressure on the person was raised and must be decided on first",
                        row.source()))
                : List.of();
    }

    static List<Obstacle> ofLaterCharge(
            List<Officer> by, Happened on, Course course, String what, LifecycleSetting around) {
        var found = new ArrayList<Obstacle>();
        if (Ranks.matching(by, around).isEmpty()) {
            found.add(Obstacle.of("WRONG_ROLE", course.id(), what + " is recorded by " + or(by), "UNMT art. 14"));
        }
        ofConflict(around).ifPresent(found::add);
        found.addAll(ofTime(course, on, around.occasion().at()));
        return found;
    }

    /** What the actor and the rest of the case say, apart from what the move itself must bring. */
    static List<Obstacle> aroundMove(Transition row, Course course, Move move, LifecycleSetting around) {
        var found = new ArrayList<Obstacle>();
        if (Ranks.matching(row.who().by(), around).isEmpty()) {
            found.add(Obstacle.of(
                    "WRONG_ROLE", row.name(), "made by " + or(row.who().by()), row.source()));
        }
        if (row.who().eyes() != Transition.Eyes.RAISED) {
            ofConflict(around).ifPresent(found::add);
        }
        found.addAll(ofCase(row, course, move, around));
        return found;
    }

    /** Whether the way is there at all for this course, given where it has been. */
    static boolean isOpenTo(Transition row, Course course) {
        return row.unless().filter(c -> c.holdsFor(course.particulars())).isEmpty()
                && row.onlyAfter().filter(state -> !course.hasBeen(state)).isEmpty()
                && (!row.back()
                        || course.turnedAsideFrom().filter(row.to()::equals).isPresent());
    }

    private static List<Obstacle> ofCase(Transition row, Course course, Move move, LifecycleSetting around) {
        return ofCase(row, row.requires().guards(), course, move, around);
    }

    private static List<Obstacle> ofCase(
            Transition row, Set<Guard> guards, Course course, Move move, LifecycleSetting around) {
        var found = new ArrayList<Obstacle>();
        if (!isOpenTo(row, course)) {
            found.add(Obstacle.of("WAY_CLOSED", row.name(), closed(row, course), row.source()));
        }
        for (var gate : row.requires().gates()) {
            found.addAll(around.missingAt(gate, course, move.happened()));
        }
        for (var guard : guards) {
            found.addAll(
                    guard == Guard.LATER_CHARGES_DECIDED
                            ? ofLaterCharges(course)
                            : around.against(guard, course, move));
        }
        return found;
    }

    /**
     * INVARIANT: a guard is asked again at the moment of approval. This holds for every guard that does not ask about
     * the person who acts.
     */
    private static Set<Guard> askedAgain(Transition row) {
        var guards = EnumSet.noneOf(Guard.class);
        guards.addAll(row.requires().guards());
        guards.remove(Guard.NOT_ON_CASE_TEAM);
        return guards;
    }

    private static String closed(Transition row, Course course) {
        if (row.back()) {
            return "the course goes back to " + course.turnedAsideFrom().orElse("where it was") + ", not to "
                    + row.to();
        }
        return row.onlyAfter()
                .map(state -> "only after " + state)
                .orElseGet(() -> "closed to this course, as "
                        + row.unless()
                                .map(c ->
                                        c.name() + " is " + course.particulars().getOrDefault(c.name(), ""))
                                .orElse("it stands"));
    }

    private static List<Obstacle> ofLaterCharges(Course course) {
        return course.laterCharges().stream()
                .filter(LaterCharge::isOpen)
                .map(charge -> Obstacle.of(
                        "LATER_CHARGE_OPEN",
                        charge.id(),
                        "the host state's consent to " + charge.title() + " is not decided",
                        Guard.LATER_CHARGES_DECIDED.source()))
                .toList();
    }

    private static List<Obstacle> insideMove(Transition row, Course course, Move move, Instant now) {
        var requires = row.requires();
        var found = new ArrayList<Obstacle>();
        found.addAll(ofSize(move));
        found.addAll(ofParticulars(row, course, move));
        if (distinct(move.documents()) < requires.documents().size()) {
            found.add(Obstacle.of(
                    "DOCUMENT_MISSING", "documents", String.join("; ", requires.documents()), row.source()));
        }
        if (requires.reasoned() && VisibleText.isBlank(move.reasons())) {
            found.add(Obstacle.of("REASONS_MISSING", "reasons", row.name() + " gives reasons", row.source()));
        }
        if (requires.exactTime() && move.happened() instanceof Happened.On) {
            found.add(Obstacle.of(
                    "MOMENT_MISSING",
                    "happened",
                    "the moment with the zone of the place, not the day alone",
                    row.source()));
        }
        found.addAll(ofTime(course, move.happened(), now));
        return found;
    }

    private static int distinct(List<String> documents) {
        return (int) documents.stream()
                .filter(document -> !VisibleText.isBlank(document))
                .distinct()
                .count();
    }

    private static List<Obstacle> ofParticulars(Transition row, Course course, Move move) {
        var known = new HashMap<>(course.particulars());
        known.putAll(move.particulars());
        var found = new ArrayList<Obstacle>();
        for (var particular : row.requires().needs()) {
            if (particular.isWantedWith(known)) {
                ofParticular(particular, particular.standing() ? known : move.particulars(), row)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Obstacle> ofParticular(Particular particular, Map<String, String> said, Transition row) {
        var value = said.getOrDefault(particular.name(), "");
        if (VisibleText.isBlank(value)) {
            return Optional.of(Obstacle.of("PARTICULAR_MISSING", particular.name(), particular.wanted(), row.source()));
        }
        return particular.accepts(value)
                ? Optional.empty()
                : Optional.of(Obstacle.of("PARTICULAR_INVALID", particular.name(), particular.wanted(), row.source()));
    }

    private static List<Obstacle> ofSize(Move move) {
        var found = new ArrayList<Obstacle>();
        if (move.particulars().size() > Courses.PARTICULARS_MAX) {
            found.add(Obstacle.of("TOO_MANY", "particulars", "no more than " + Courses.PARTICULARS_MAX));
        }
        if (move.documents().size() > Courses.DOCUMENTS_MAX) {
            found.add(Obstacle.of("TOO_MANY", "documents", "no more than " + Courses.DOCUMENTS_MAX));
        }
        if (move.reasons().length() > Courses.TEXT_MAX) {
            found.add(Obstacle.of("TOO_LONG", "reasons", "no more than " + Courses.TEXT_MAX + " characters"));
        }
        move.particulars().forEach((name, value) -> {
            if (name.length() + value.length() > Courses.TEXT_MAX) {
                found.add(Obstacle.of("TOO_LONG", name, "no more than " + Courses.TEXT_MAX + " characters"));
            }
        });
        return found;
    }

    private static List<Obstacle> ofTime(Course course, Happened happened, Instant now) {
        var found = new ArrayList<Obstacle>();
        if (Moments.isAfter(happened, now)) {
            found.add(Obstacle.of("HAPPENED_IN_FUTURE", "happened", "it has not happened yet"));
        }
        course.lastHappened()
                .filter(last -> Moments.isBefore(happened, last))
                .ifPresent(last -> found.add(Obstacle.of(
                        "HAPPENED_BEFORE_LAST_STEP",
                        "happened",
                        course.state() + " happened on " + last.day() + ", which is later")));
        return found;
    }

    private static Optional<Obstacle> ofConflict(LifecycleSetting around) {
        var actor = around.occasion().by().id();
        return around.hasConflict(actor)
                ? Optional.of(Obstacle.of(
                        "CONFLICT_OF_INTEREST",
                        actor,
                        "a mark of conflict of interest keeps out of this case",
                        "SG-25"))
                : Optional.empty();
    }

    private static String or(List<Officer> officers) {
        return officers.stream().map(Officer::toString).collect(Collectors.joining(" or "));
    }
}
