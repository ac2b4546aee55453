package org.repatria.cases.domain.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.ApproveProposal;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.MakeMove;
import org.repatria.clocks.Happened;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;

/** Officers, moments and perfect moves that the tests of lifecycles speak about. */
final class Lives {

    static final Relation XR_TO_XE = new Relation(new CountryCode("XR"), new CountryCode("XE"));
    static final Instant NOON = Instant.parse("2019-03-04T12:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2019, 3, 4);
    static final Happened YESTERDAY = Happened.on(TODAY.minusDays(1));
    static final Happened THIS_MORNING =
            new Happened.At(Instant.parse("2019-03-04T06:10:00Z"), ZoneId.of("Europe/Vienna"));
    static final String COURSE = "course-1";
    static final String PROPOSAL = "proposal-1";
    static final Duration OPEN_FOR = Duration.ofDays(14);
    static final List<String> ROLES = List.of("AN", "CO", "LO", "AM", "SU", "HD", "LI", "AU", "SI", "DPO");

    private static final RuleBook NO_RULES =
            new RuleBook("none", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());

    private Lives() {}

    static Actor actor(String id, String side, String... roles) {
        return new Actor(id, Set.of(roles), side.equals("RS") ? "XR-CA" : "XE-CA");
    }

    static Actor actor(String id, Officer officer) {
        return actor(id, officer.side() == Side.REQUESTING ? "RS" : "HS", officer.role());
    }

    static Around as(Actor actor) {
        return new Around(actor, NOON, EnumSet.noneOf(Gate.class), EnumSet.noneOf(Guard.class), Set.of());
    }

    /** A case in which everything stands well, unless it says otherwise. */
    record Around(Actor actor, Instant at, Set<Gate> shut, Set<Guard> failing, Set<String> conflicted)
            implements LifecycleSetting {

        Around at(Instant moment) {
            return new Around(actor, moment, shut, failing, conflicted);
        }

        Around shut(Gate gate) {
            return new Around(actor, at, EnumSet.of(gate), failing, conflicted);
        }

        Around failing(Guard guard) {
            return new Around(actor, at, shut, EnumSet.of(guard), conflicted);
        }

        Around conflicted(String officer) {
            return new Around(actor, at, shut, failing, Set.of(officer));
        }

        @Override
        public Relation relation() {
            return XR_TO_XE;
        }

        @Override
        public LegalOccasion occasion() {
            return LegalOccasion.of(actor, at, NO_RULES);
        }

        @Override
        public List<Obstacle> missingAt(Gate gate, Course course, Happened on) {
            return shut.contains(gate)
                    ? List.of(Obstacle.of("CHECK_MISSING", "SG-01", gate + " lacks SG-01", "gate matrix"))
                    : List.of();
        }

        @Override
        public List<Obstacle> against(Guard guard, Course course, Move move) {
            return failing.contains(guard)
                    ? List.of(Obstacle.of(guard.name(), course.id(), guard.says(), guard.source()))
                    : List.of();
        }

        @Override
        public boolean hasConflict(String officerId) {
            return conflicted.contains(officerId);
        }

        @Override
        public Duration proposalsOpenFor() {
            return OPEN_FOR;
        }
    }

    /** Every row of every table that a plain move makes. */
    static Stream<Transition> rowsOfMoves() {
        return Lifecycles.all().stream()
                .flatMap(lifecycle -> lifecycle.rows().stream())
                .filter(row -> row.through().isEmpty() && !row.from().equals(Transition.START));
    }

    static Lifecycle lifecycleOf(Transition row) {
        return Lifecycles.all().stream()
                .filter(lifecycle -> lifecycle.rows().contains(row))
                .findFirst()
                .orElseThrow();
    }

    /** A course that stands where a row begins, having been wherever the row wants it to have been. */
    static Course courseAt(Transition row) {
        var course = Course.unopened(COURSE, lifecycleOf(row).kind(), "a course", NOON);
        if (row.back()) {
            course = course.moved(step(Transition.START, row.to()), Map.of());
        }
        if (row.onlyAfter().isPresent()) {
            course = course.moved(step(course.state(), row.onlyAfter().get()), Map.of());
        }
        return course.moved(step(course.state(), row.from()), Map.of("colour", "RED"));
    }

    private static Step step(String from, String to) {
        return new Step(from, to, YESTERDAY, NOON, "somebody", Optional.empty(), List.of());
    }

    static Courses holding(Course course) {
        return Courses.none().and(course);
    }

    /** A move that brings all that its row asks for. */
    static Move perfect(Transition row) {
        var particulars = new HashMap<String, String>();
        row.requires().needs().forEach(particular -> particulars.put(particular.name(), answer(particular)));
        return new Move(COURSE, row.to(), THIS_MORNING, "reasons", particulars, documents(row));
    }

    static Move without(Move move, String particular) {
        var fewer = new HashMap<>(move.particulars());
        fewer.remove(particular);
        return new Move(move.courseId(), move.to(), move.happened(), move.reasons(), fewer, move.documents());
    }

    static Move with(Move move, String particular, String value) {
        var more = new HashMap<>(move.particulars());
        more.put(particular, value);
        return new Move(move.courseId(), move.to(), move.happened(), move.reasons(), more, move.documents());
    }

    static Move on(Move move, Happened happened) {
        return new Move(move.courseId(), move.to(), happened, move.reasons(), move.particulars(), move.documents());
    }

    static Move undocumented(Move move) {
        return new Move(move.courseId(), move.to(), move.happened(), move.reasons(), move.particulars(), List.of());
    }

    static Move unreasoned(Move move) {
        return new Move(move.courseId(), move.to(), move.happened(), " ", move.particulars(), move.documents());
    }

    private static String answer(Particular particular) {
        return switch (particular.form()) {
            case TEXT -> "said";
            case DAY -> "2019-03-01";
            case YES -> "YES";
            case WORD -> particular.words().getFirst();
        };
    }

    private static List<String> documents(Transition row) {
        return IntStream.range(0, row.requires().documents().size())
                .mapToObj(number -> "doc-" + number)
                .toList();
    }

    static Actor maker(Transition row) {
        return actor("maker", row.who().by().getFirst());
    }

    /** Somebody of the highest role that may approve. */
    static Actor approver(Transition row) {
        return actor("approver", row.who().approvedBy().getLast());
    }

    static Decision<LifecycleEvent> make(Transition row, Move move, Around around) {
        return LifecycleDecider.decide(new MakeMove(move, PROPOSAL), holding(courseAt(row)), around);
    }

    /** The courses with the row's perfect move proposed by its first officer. */
    static Courses proposed(Transition row) {
        var state = holding(courseAt(row));
        return after(state, LifecycleDecider.decide(new MakeMove(perfect(row), PROPOSAL), state, as(maker(row))));
    }

    static Decision<LifecycleEvent> approve(Courses state, Around around) {
        return LifecycleDecider.decide(new ApproveProposal(PROPOSAL, Optional.of("agreed")), state, around);
    }

    static Courses after(Courses state, Decision<LifecycleEvent> decision) {
        var next = state;
        for (var event : events(decision)) {
            next = LifecycleDecider.evolve(next, event);
        }
        return next;
    }

    static List<LifecycleEvent> events(Decision<LifecycleEvent> decision) {
        return switch (decision) {
            case Accepted<LifecycleEvent>(var events) -> events;
            case Refused<LifecycleEvent>(var refusal) -> throw new AssertionError(refusal.toString());
        };
    }

    static Refusal refusal(Decision<LifecycleEvent> decision) {
        return switch (decision) {
            case Accepted<LifecycleEvent>(var events) -> throw new AssertionError(events.toString());
            case Refused<LifecycleEvent>(var refusal) -> refusal;
        };
    }

    static List<String> codes(Decision<LifecycleEvent> decision) {
        return refusal(decision).obstacles().stream().map(Obstacle::code).toList();
    }

    static Transition row(String kind, String from, String to) {
        return Lifecycles.of(kind).row(from, to).orElseThrow();
    }

    /** What may be said for the first thing that a row needs. */
    static List<String> words(String kind, String from, String to) {
        return row(kind, from, to).requires().needs().getFirst().words();
    }

    /** A course brought to a state by perfect moves along a way. */
    static Courses walked(String kind, String... way) {
        var state = Courses.none();
        var row = Lifecycles.of(kind).opening();
        var course = Course.unopened(COURSE, kind, "a course", NOON).moved(step(Transition.START, row.to()), Map.of());
        state = state.and(course);
        var at = row.to();
        for (var to : way) {
            state = moved(state, row(kind, at, to));
            at = to;
        }
        return state;
    }

    static Courses moved(Courses state, Transition row) {
        var next = after(
                state,
                LifecycleDecider.decide(
                        new MakeMove(on(perfect(row), new Happened.At(NOON, ZoneId.of("UTC"))), PROPOSAL),
                        state,
                        as(maker(row))));
        return row.isProposed() ? after(next, approve(next, as(approver(row)))) : next;
    }

    static List<Actor> everybodyBut(List<Officer> officers) {
        var others = new ArrayList<Actor>();
        for (var side : List.of("RS", "HS", "third")) {
            for (var role : ROLES) {
                var other =
                        side.equals("third") ? new Actor("other", Set.of(role), "XQ-CA") : actor("other", side, role);
                if (officers.stream().noneMatch(officer -> officer.is(other, XR_TO_XE))) {
                    others.add(other);
                }
            }
        }
        return others;
    }
}
