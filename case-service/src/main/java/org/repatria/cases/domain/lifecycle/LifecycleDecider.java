package org.repatria.cases.domain.lifecycle;

import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.acceptAll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.cases.domain.CaseReason;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.ApproveProposal;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.DecideLaterCharge;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.ExpireProposals;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.MakeMove;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.OpenCourse;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.RecordLaterCharge;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.RefuseProposal;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.WithdrawProposal;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.CourseOpened;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.LaterChargeDecided;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.LaterChargeRecorded;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.MoveProposed;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.Moved;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.ProposalApproved;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.ProposalExpired;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.ProposalOvertaken;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.ProposalRefused;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.ProposalWithdrawn;
import org.repatria.clocks.Happened;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;
import org.repatria.decider.text.VisibleText;

/** The one interpreter of all lifecycles, with the second pair of eyes. */
public final class LifecycleDecider {

    /** Who makes a move that follows from what another part of the house has recorded. */
    public static final String FOLLOWED = "system:assets-of-the-case";

    private static final List<Officer> LATER_CHARGE_BY = officers("RS-LO", "RS-LI", "HS-LO");
    private static final List<Officer> CONSENT_BY = officers("HS-LO");
    private static final List<Officer> DROPPED_BY = officers("RS-LO", "RS-LI", "HS-LO");

    private LifecycleDecider() {}

    /** What a command leads to; refusals name everything that stands in the way at once. */
    public static Decision<LifecycleEvent> decide(LifecycleCommand command, Courses state, LifecycleSetting around) {
        return switch (command) {
            case OpenCourse c -> open(c, state, around);
            case MakeMove c -> move(c, state, around);
            case ApproveProposal c -> approve(c, state, around);
            case RefuseProposal c -> refuseProposal(c, state, around);
            case WithdrawProposal c -> withdraw(c, state, around);
            case ExpireProposals _ -> acceptAll(expired(state, around));
            case RecordLaterCharge c -> recordCharge(c, state, around);
            case DecideLaterCharge c -> decideCharge(c, state, around);
        };
    }

    /** What the courses become once an event has happened. */
    public static Courses evolve(Courses state, LifecycleEvent event) {
        return switch (event) {
            case CourseOpened e -> state.and(opened(e));
            case Moved e -> state.with(e.courseId(), course -> course.moved(step(e), e.particulars()));
            case MoveProposed e -> state.and(e.proposal());
            case ProposalApproved e -> without(state, e.proposalId());
            case ProposalRefused e -> without(state, e.proposalId());
            case ProposalWithdrawn e -> without(state, e.proposalId());
            case ProposalExpired e -> without(state, e.proposalId());
            case ProposalOvertaken e -> without(state, e.proposalId());
            case LaterChargeRecorded e ->
                state.with(
                        e.courseId(),
                        course ->
                                course.charged(new LaterCharge(e.chargeId(), e.title(), e.laidOn(), Optional.empty())));
            case LaterChargeDecided e ->
                state.with(
                        e.courseId(),
                        course -> course.laterCharge(e.chargeId())
                                .map(charge -> course.charged(charge.decided(e.outcome())))
                                .orElse(course));
        };
    }

    /** The moves that a course could make next, each with what stands in the way for this actor today. */
    public static List<NextMove> ways(Course course, LifecycleSetting around) {
        var today = Happened.on(around.occasion().today());
        return course.lifecycle().rowsFrom(course.state()).stream()
                .filter(row -> row.through().isEmpty() && Obstacles.isOpenTo(row, course))
                .map(row -> new NextMove(
                        row,
                        Obstacles.aroundMove(
                                row, course, new Move(course.id(), row.to(), today, "", Map.of(), List.of()), around)))
                .toList();
    }

    /**
     * A move that nobody asks for, because it has happened to the assets of the case. A fact is not refused: gates and
     * guards were asked where it was recorded. Where the table has no such row, nothing follows.
     */
    public static List<LifecycleEvent> followed(Move move, Courses state, LifecycleSetting around) {
        return state.course(move.courseId())
                .filter(course -> course.steps().size() < Courses.STEPS_MAX)
                .flatMap(course -> course.lifecycle()
                        .row(course.state(), move.to())
                        .map(row -> moved(move, "", row, course, state, FOLLOWED, Optional.empty(), around)))
                .orElseGet(List::of);
    }

    private static Decision<LifecycleEvent> open(OpenCourse c, Courses state, LifecycleSetting around) {
        var lifecycle = Lifecycles.find(c.kind());
        if (lifecycle.isEmpty()) {
            return refuse(CaseReason.KIND_UNKNOWN, "KIND_UNKNOWN", c.kind(), "there is no lifecycle " + c.kind());
        }
        if (state.course(c.courseId()).isPresent()) {
            return refuse(CaseReason.COURSE_EXISTS, "COURSE_EXISTS", c.courseId(), "there is a course of this id");
        }
        if (state.courses().size() >= Courses.COURSES_MAX) {
            return tooMany("courses", Courses.COURSES_MAX);
        }
        var row = lifecycle.get().opening();
        if (row.through().isPresent()) {
            return drivenElsewhere(row);
        }
        var course = Course.unopened(
                c.courseId(), c.kind(), c.title(), around.occasion().at());
        var move = new Move(c.courseId(), row.to(), c.happened(), c.reasons(), c.particulars(), c.documents());
        var obstacles = Obstacles.of(row, course, move, around);
        return obstacles.isEmpty()
                ? accept(new CourseOpened(
                        c.courseId(),
                        c.kind(),
                        c.title(),
                        row.to(),
                        c.happened(),
                        c.reasons(),
                        c.particulars(),
                        c.documents(),
                        Optional.empty(),
                        actor(around),
                        around.occasion().at()))
                : blocked(obstacles);
    }

    private static Decision<LifecycleEvent> move(MakeMove c, Courses state, LifecycleSetting around) {
        var found = state.course(c.move().courseId());
        if (found.isEmpty()) {
            return courseNotFound(c.move().courseId());
        }
        var course = found.get();
        var row = course.lifecycle().row(course.state(), c.move().to());
        if (row.isEmpty()) {
            return noSuchMove(course, c.move().to());
        }
        if (row.get().through().isPresent()) {
            return drivenElsewhere(row.get());
        }
        if (course.steps().size() >= Courses.STEPS_MAX) {
            return tooMany("moves", Courses.STEPS_MAX);
        }
        var obstacles = new ArrayList<>(Obstacles.of(row.get(), course, c.move(), around));
        obstacles.addAll(Obstacles.ofRaisedCoercion(
                row.get(), course, state, around.occasion().at()));
        if (!obstacles.isEmpty()) {
            return blocked(obstacles);
        }
        return row.get().isProposed()
                ? propose(c, row.get(), course, state, around)
                : acceptAll(
                        moved(c.move(), c.newId(), row.get(), course, state, actor(around), Optional.empty(), around));
    }

    private static Decision<LifecycleEvent> propose(
            MakeMove c, Transition row, Course course, Courses state, LifecycleSetting around) {
        var at = around.occasion().at();
        if (state.proposals().stream().anyMatch(other -> other.isFor(c.move()) && other.isOpenAt(at))) {
            return refuse(
                    CaseReason.ALREADY_PROPOSED,
                    "ALREADY_PROPOSED",
                    row.name(),
                    "this move already waits for a second person");
        }
        if (state.proposal(c.newId()).isPresent()) {
            return refuse(CaseReason.ALREADY_PROPOSED, "ALREADY_PROPOSED", c.newId(), "there is a proposal of this id");
        }
        var events = new ArrayList<>(expired(state, around));
        if (state.proposals().size() - events.size() >= Courses.PROPOSALS_MAX) {
            return tooMany("proposals", Courses.PROPOSALS_MAX);
        }
        events.add(new MoveProposed(new Proposal(
                c.newId(),
                course.kind(),
                course.state(),
                c.move(),
                actor(around),
                Ranks.lowest(row.who().by(), around),
                row.who().approvedBy(),
                at,
                at.plus(around.proposalsOpenFor()))));
        return acceptAll(events);
    }

    private static Decision<LifecycleEvent> approve(ApproveProposal c, Courses state, LifecycleSetting around) {
        var found = state.proposal(c.proposalId());
        if (found.isEmpty()) {
            return proposalNotOpen(c.proposalId());
        }
        var proposal = found.get();
        var at = around.occasion().at();
        if (!proposal.isOpenAt(at)) {
            return refuse(
                    CaseReason.PROPOSAL_EXPIRED,
                    "PROPOSAL_EXPIRED",
                    proposal.id(),
                    "the proposal was open until " + proposal.expiresAt());
        }
        if (proposal.proposedBy().equals(actor(around))) {
            return samePerson(proposal);
        }
        var course = state.course(proposal.move().courseId());
        if (course.isEmpty()) {
            return courseNotFound(proposal.move().courseId());
        }
        var row = course.get()
                .lifecycle()
                .row(course.get().state(), proposal.move().to());
        if (row.isEmpty() || !course.get().state().equals(proposal.from())) {
            return proposalNotOpen(c.proposalId());
        }
        var obstacles = Obstacles.ofApproval(row.get(), proposal, course.get(), around);
        obstacles.addAll(Obstacles.ofRaisedCoercion(row.get(), course.get(), state, at));
        if (!obstacles.isEmpty()) {
            return blocked(obstacles);
        }
        var events = new ArrayList<LifecycleEvent>();
        events.add(new ProposalApproved(proposal.id(), proposal.move().courseId(), actor(around), c.why(), at));
        events.addAll(moved(
                proposal.move(),
                proposal.id(),
                row.get(),
                course.get(),
                without(state, proposal.id()),
                proposal.proposedBy(),
                Optional.of(actor(around)),
                around));
        return acceptAll(events);
    }

    private static List<LifecycleEvent> moved(
            Move move,
            String newId,
            Transition row,
            Course course,
            Courses state,
            String by,
            Optional<String> approvedBy,
            LifecycleSetting around) {
        var at = around.occasion().at();
        var events = new ArrayList<LifecycleEvent>();
        events.add(new Moved(
                course.id(),
                course.kind(),
                course.state(),
                move.to(),
                move.happened(),
                move.reasons(),
                move.particulars(),
                move.documents(),
                by,
                approvedBy,
                at));
        state.proposals().stream()
                .filter(proposal -> proposal.move().courseId().equals(course.id()))
                .filter(proposal -> !proposal.from().equals(move.to()))
                .forEach(proposal -> events.add(new ProposalOvertaken(proposal.id(), course.id(), at)));
        row.opens()
                .ifPresent(kind -> events.add(new CourseOpened(
                        newId,
                        kind,
                        course.title(),
                        Lifecycles.of(kind).initial(),
                        move.happened(),
                        move.reasons(),
                        move.particulars(),
                        move.documents(),
                        Optional.of(course.id()),
                        by,
                        at)));
        return events;
    }

    private static Decision<LifecycleEvent> refuseProposal(RefuseProposal c, Courses state, LifecycleSetting around) {
        var found = state.proposal(c.proposalId());
        if (found.isEmpty()) {
            return proposalNotOpen(c.proposalId());
        }
        var proposal = found.get();
        if (proposal.proposedBy().equals(actor(around))) {
            return samePerson(proposal);
        }
        var obstacles = Obstacles.ofSecondPerson(proposal.approvedBy(), proposal, around);
        if (VisibleText.isBlank(c.why())) {
            obstacles.add(Obstacle.of("REASONS_MISSING", "reasons", "a refusal gives reasons"));
        }
        return obstacles.isEmpty()
                ? accept(new ProposalRefused(
                        proposal.id(),
                        proposal.move().courseId(),
                        actor(around),
                        c.why(),
                        around.occasion().at()))
                : blocked(obstacles);
    }

    private static Decision<LifecycleEvent> withdraw(WithdrawProposal c, Courses state, LifecycleSetting around) {
        var found = state.proposal(c.proposalId());
        if (found.isEmpty()) {
            return proposalNotOpen(c.proposalId());
        }
        var proposal = found.get();
        return proposal.proposedBy().equals(actor(around))
                ? accept(new ProposalWithdrawn(
                        proposal.id(),
                        proposal.move().courseId(),
                        actor(around),
                        c.why(),
                        around.occasion().at()))
                : refuse(
                        CaseReason.NOT_THE_PROPOSER,
                        "NOT_THE_PROPOSER",
                        proposal.id(),
                        "only who proposed it may withdraw it");
    }

    private static List<LifecycleEvent> expired(Courses state, LifecycleSetting around) {
        var at = around.occasion().at();
        return state.proposals().stream()
                .filter(proposal -> !proposal.isOpenAt(at))
                .<LifecycleEvent>map(proposal ->
                        new ProposalExpired(proposal.id(), proposal.move().courseId(), at))
                .toList();
    }

    private static Decision<LifecycleEvent> recordCharge(RecordLaterCharge c, Courses state, LifecycleSetting around) {
        var course = state.courses().stream()
                .filter(surrender -> surrender.state().equals("SPECIALTY_WATCH"))
                .findFirst();
        if (course.isEmpty()) {
            return refuse(
                    CaseReason.NOT_IN_SPECIALTY_WATCH,
                    "NOT_IN_SPECIALTY_WATCH",
                    c.chargeId(),
                    "later charges are recorded while specialty is watched");
        }
        if (course.get().laterCharge(c.chargeId()).isPresent()) {
            return refuse(CaseReason.CHARGE_EXISTS, "CHARGE_EXISTS", c.chargeId(), "there is a charge of this id");
        }
        if (course.get().laterCharges().size() >= Courses.LATER_CHARGES_MAX) {
            return tooMany("later charges", Courses.LATER_CHARGES_MAX);
        }
        var obstacles = Obstacles.ofLaterCharge(
                LATER_CHARGE_BY, Happened.on(c.laidOn()), course.get(), "a later charge", around);
        return obstacles.isEmpty()
                ? accept(new LaterChargeRecorded(
                        course.get().id(),
                        c.chargeId(),
                        c.title(),
                        c.laidOn(),
                        actor(around),
                        around.occasion().at()))
                : blocked(obstacles);
    }

    private static Decision<LifecycleEvent> decideCharge(DecideLaterCharge c, Courses state, LifecycleSetting around) {
        var course = state.courses().stream()
                .filter(surrender -> surrender.laterCharge(c.chargeId()).isPresent())
                .findFirst();
        var charge = course.flatMap(surrender -> surrender.laterCharge(c.chargeId()));
        if (charge.isEmpty()) {
            return refuse(
                    CaseReason.CHARGE_NOT_FOUND, "CHARGE_NOT_FOUND", c.chargeId(), "there is no charge of this id");
        }
        if (!charge.get().mayBecome(c.outcome())) {
            return refuse(CaseReason.CHARGE_DECIDED, "CHARGE_DECIDED", c.chargeId(), "the charge is decided");
        }
        var by = c.outcome() == LaterCharge.Outcome.DROPPED ? DROPPED_BY : CONSENT_BY;
        var obstacles =
                Obstacles.ofLaterCharge(by, Happened.on(c.on()), course.get(), "the outcome of a later charge", around);
        if (c.on().isBefore(charge.get().laidOn())) {
            obstacles.add(Obstacle.of(
                    "HAPPENED_BEFORE_LAST_STEP",
                    "on",
                    "the charge was laid on " + charge.get().laidOn()));
        }
        if (VisibleText.isBlank(c.document())) {
            obstacles.add(Obstacle.of(
                    "DOCUMENT_MISSING",
                    "document",
                    "the record of the host state, or of the dropping",
                    "UNMT art. 14"));
        }
        return obstacles.isEmpty()
                ? accept(new LaterChargeDecided(
                        course.get().id(),
                        c.chargeId(),
                        c.outcome(),
                        c.on(),
                        c.document(),
                        actor(around),
                        around.occasion().at()))
                : blocked(obstacles);
    }

    private static Course opened(CourseOpened e) {
        var step = new Step(Transition.START, e.state(), e.happened(), e.at(), e.by(), Optional.empty(), e.documents());
        return Course.unopened(e.courseId(), e.kind(), e.title(), e.at()).moved(step, e.particulars());
    }

    private static Step step(Moved e) {
        return new Step(e.from(), e.to(), e.happened(), e.at(), e.by(), e.approvedBy(), e.documents());
    }

    private static Courses without(Courses state, String proposalId) {
        return state.without(proposal -> proposal.id().equals(proposalId));
    }

    private static String actor(LifecycleSetting around) {
        return around.occasion().by().id();
    }

    private static List<Officer> officers(String... names) {
        return List.of(names).stream().map(Officer::parse).toList();
    }

    private static Decision<LifecycleEvent> blocked(List<Obstacle> obstacles) {
        var wrongOfficer = obstacles.stream().anyMatch(Obstacles::isAboutTheActor);
        return Decision.refuse(
                new Refusal(wrongOfficer ? CaseReason.NOT_THE_OFFICER : CaseReason.MOVE_BLOCKED, obstacles));
    }

    private static Decision<LifecycleEvent> refuse(CaseReason reason, String code, String about, String detail) {
        return Decision.refuse(Refusal.of(reason, Obstacle.of(code, about, detail)));
    }

    private static Decision<LifecycleEvent> courseNotFound(String id) {
        return refuse(CaseReason.COURSE_NOT_FOUND, "COURSE_NOT_FOUND", id, "there is no course of this id");
    }

    private static Decision<LifecycleEvent> proposalNotOpen(String id) {
        return refuse(CaseReason.PROPOSAL_NOT_OPEN, "PROPOSAL_NOT_OPEN", id, "no proposal of this id waits");
    }

    private static Decision<LifecycleEvent> samePerson(Proposal proposal) {
        return refuse(
                CaseReason.SAME_PERSON,
                "SAME_PERSON",
                proposal.id(),
                "who proposed a move does not decide on it as well");
    }

    private static Decision<LifecycleEvent> tooMany(String what, int limit) {
        return refuse(CaseReason.TOO_MANY, "TOO_MANY", what, "no more than " + limit + " " + what);
    }

    private static Decision<LifecycleEvent> drivenElsewhere(Transition row) {
        return Decision.refuse(Refusal.of(
                CaseReason.MOVED_BY_ANOTHER_COMMAND,
                Obstacle.of(
                        "MOVED_BY_ANOTHER_COMMAND",
                        row.name(),
                        "this move is made by " + row.through().orElse("another command"),
                        row.source())));
    }

    private static Decision<LifecycleEvent> noSuchMove(Course course, String to) {
        var lifecycle = course.lifecycle();
        var fact = lifecycle.isTerminal(course.state()) ? CaseReason.COURSE_ENDED : CaseReason.NO_SUCH_MOVE;
        return Decision.refuse(Refusal.of(
                fact,
                Obstacle.of(
                        fact.name(),
                        course.state() + " -> " + to,
                        "the table of " + lifecycle.kind() + " has no such move",
                        lifecycle.source())));
    }
}
