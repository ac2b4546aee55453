package org.repatria.cases.domain.casefile;

import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.decider.Decision.acceptAll;
import static org.repatria.decider.Decision.refuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import org.repatria.cases.domain.CaseReason;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.casefile.Case.Opened;
import org.repatria.cases.domain.casefile.CaseCommand.AssessCase;
import org.repatria.cases.domain.casefile.CaseCommand.OfClocks;
import org.repatria.cases.domain.casefile.CaseCommand.OfFacts;
import org.repatria.cases.domain.casefile.CaseCommand.OfLeanings;
import org.repatria.cases.domain.casefile.CaseCommand.OfLifecycle;
import org.repatria.cases.domain.casefile.CaseCommand.OfSafeguards;
import org.repatria.cases.domain.casefile.CaseCommand.OfSharing;
import org.repatria.cases.domain.casefile.CaseCommand.OfStrategy;
import org.repatria.cases.domain.casefile.CaseCommand.OnDossier;
import org.repatria.cases.domain.casefile.CaseCommand.PassTime;
import org.repatria.cases.domain.casefile.CaseCommand.ReassessCase;
import org.repatria.cases.domain.casefile.CaseEvent.ClockChanged;
import org.repatria.cases.domain.casefile.CaseEvent.CourseChanged;
import org.repatria.cases.domain.casefile.CaseEvent.FactsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.LeaningsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.SafeguardsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.SharingChanged;
import org.repatria.cases.domain.casefile.CaseEvent.StageReached;
import org.repatria.cases.domain.casefile.CaseEvent.StrategyChanged;
import org.repatria.cases.domain.clocks.ClockCommand.NoteHappening;
import org.repatria.cases.domain.clocks.ClockDecider;
import org.repatria.cases.domain.clocks.ClockSetting;
import org.repatria.cases.domain.facts.FactsDecider;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.Setting;
import org.repatria.cases.domain.leaning.LeaningDecider;
import org.repatria.cases.domain.leaning.LeaningSetting;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.OpenCourse;
import org.repatria.cases.domain.lifecycle.LifecycleDecider;
import org.repatria.cases.domain.lifecycle.LifecycleEvent;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.Moved;
import org.repatria.cases.domain.safeguards.SafeguardDecider;
import org.repatria.cases.domain.safeguards.StayCommand;
import org.repatria.cases.domain.sharing.SharingDecider;
import org.repatria.cases.domain.sharing.SharingSetting;
import org.repatria.cases.domain.strategy.StrategyCommand.ProposeStrategy;
import org.repatria.cases.domain.strategy.StrategyDecider;
import org.repatria.decider.Decision;
import org.repatria.decider.Refusal;

/** Leads a command to the part of the dossier that answers it, with what that part needs of the rest. */
final class DossierDecider {

    private DossierDecider() {}

    static Decision<CaseEvent> decide(OnDossier command, Opened state, LegalOccasion on) {
        var closed = closedTo(command, state);
        return closed.isPresent() ? refuse(closed.get()) : open(command, state, on);
    }

    private static Decision<CaseEvent> open(OnDossier command, Opened state, LegalOccasion on) {
        var id = state.id();
        var at = on.at();
        var relation = state.file().relation();
        var dossier = state.file().dossier();
        var weighed = weighed(state, on);
        return switch (command) {
            case OfFacts c ->
                lifted(
                        FactsDecider.decide(c.command(), dossier.facts(), new Setting(relation, on)),
                        event -> new FactsChanged(id, event, at));
            case AssessCase c -> Assessing.decide(c, state, on);
            case ReassessCase c -> Assessing.decide(c, state, on);
            case OfStrategy c ->
                lifted(
                        StrategyDecider.decide(c.command(), dossier.strategies(), Assessing.around(weighed, on)),
                        event -> new StrategyChanged(id, event, at));
            case OfLifecycle c ->
                lifted(
                        LifecycleDecider.decide(c.command(), CaseCourse.beside(state), new CaseSetting(weighed, on)),
                        event -> moved(event, state));
            case OfSafeguards c ->
                lifted(
                        SafeguardDecider.decide(c.command(), dossier.safeguards(), new Setting(relation, on)),
                        event -> new SafeguardsChanged(id, event, at));
            case OfSharing c ->
                lifted(
                        SharingDecider.decide(
                                c.command(),
                                dossier.disclosures(),
                                new SharingSetting(
                                        relation,
                                        on,
                                        weighed.file().dossier().safeguards(),
                                        weighed.stage() == Stage.UNDER_CHALLENGE)),
                        event -> new SharingChanged(id, event, at));
            case OfLeanings c ->
                lifted(
                        LeaningDecider.decide(
                                c.command(),
                                dossier.allLeanings(),
                                new LeaningSetting(
                                        id,
                                        dossier.courses(),
                                        dossier.safeguards().conflicts(),
                                        on)),
                        event -> new LeaningsChanged(id, event, at));
            case OfClocks(NoteHappening(var happening))
            when Charging.unknownOffence(happening, state, on).isPresent() ->
                refuse(new Refusal(
                        OFFENCE_UNKNOWN,
                        Charging.unknownOffence(happening, state, on).stream().toList()));
            case OfClocks c ->
                lifted(
                        ClockDecider.decide(c.command(), dossier.clocks(), new ClockSetting(relation, on)),
                        event -> new ClockChanged(id, event, at));
            case PassTime _ -> timePassed(state, on);
        };
    }

    /**
     * INVARIANT: a step of the requesting state is weighed on what that state may know. One of the host state is
     * weighed on everything.
     */
    private static Opened weighed(Opened state, LegalOccasion on) {
        var side = Side.of(on.by().authority(), state.file().relation());
        return side == Side.REQUESTING ? ToldCase.of(state) : state;
    }

    /** What time alone brings; the checks that have become too old are looked at with every command. */
    private static Decision<CaseEvent> timePassed(Opened state, LegalOccasion on) {
        var dossier = state.file().dossier();
        var events = new ArrayList<CaseEvent>();
        dossier.clocks()
                .timePassed(new ClockSetting(state.file().relation(), on))
                .forEach(event -> events.add(new ClockChanged(state.id(), event, on.at())));
        var around = new CaseSetting(state, on);
        if (LifecycleDecider.decide(
                        new org.repatria.cases.domain.lifecycle.LifecycleCommand.ExpireProposals(),
                        dossier.courses(),
                        around)
                instanceof Decision.Accepted<LifecycleEvent>(var expired)) {
            expired.forEach(event -> events.add(new CourseChanged(state.id(), event, on.at())));
        }
        return acceptAll(events);
    }

    /** A move of the case itself is a stage reached; all others concern a course. */
    private static CaseEvent moved(LifecycleEvent event, Opened state) {
        return event instanceof Moved m && m.courseId().equals(state.id().value())
                ? new StageReached(
                        state.id(),
                        m.to().equals(Stage.UNDER_CHALLENGE.name()) ? CaseCourse.turnsAsideFrom(state) : state.stage(),
                        Stage.valueOf(m.to()),
                        CaseCourse.word(m, state),
                        m.reasons(),
                        m.happened(),
                        m.at())
                : new CourseChanged(state.id(), event, at(event));
    }

    private static Instant at(LifecycleEvent event) {
        return switch (event) {
            case LifecycleEvent.CourseOpened e -> e.at();
            case LifecycleEvent.Moved e -> e.at();
            case LifecycleEvent.MoveProposed e -> e.proposal().proposedAt();
            case LifecycleEvent.ProposalApproved e -> e.at();
            case LifecycleEvent.ProposalRefused e -> e.at();
            case LifecycleEvent.ProposalWithdrawn e -> e.at();
            case LifecycleEvent.ProposalExpired e -> e.at();
            case LifecycleEvent.ProposalOvertaken e -> e.at();
            case LifecycleEvent.LaterChargeRecorded e -> e.at();
            case LifecycleEvent.LaterChargeDecided e -> e.at();
        };
    }

    /** Why the dossier takes no such command at this stage. */
    private static Optional<CaseReason> closedTo(OnDossier command, Opened state) {
        if (command instanceof PassTime || isOfCaseItself(command, state)) {
            return Optional.empty();
        }
        if (!(state instanceof Case.Open)) {
            var isStay = command instanceof OfSafeguards(StayCommand _);
            return command instanceof OfSharing || command instanceof OfClocks || isStay
                    ? Optional.empty()
                    : Optional.of(CASE_CLOSED);
        }
        var begins = command instanceof OfStrategy(ProposeStrategy _) || command instanceof OfLifecycle(OpenCourse _);
        if (begins && isBeforeAcceptance(state.stage())) {
            return Optional.of(CASE_NOT_ACCEPTED_YET);
        }
        // A signature takes no case off its hold or out of its challenge: the strategy rests with it.
        return begins || command instanceof OfStrategy ? whileAtRest(command, state.stage()) : Optional.empty();
    }

    private static Optional<CaseReason> whileAtRest(OnDossier command, Stage stage) {
        return switch (stage) {
            case ON_HOLD -> Optional.of(CASE_ON_HOLD);
            case NOT_AVAILABLE -> Optional.of(CASE_NOT_AVAILABLE);
            case UNDER_CHALLENGE ->
                command instanceof OfStrategy ? Optional.of(CASE_UNDER_CHALLENGE) : Optional.empty();
            case DRAFT, SCREENING, RETURNED_FOR_INFO, NOT_ACCEPTED, ACCEPTED -> Optional.empty();
            case STRATEGY_PROPOSED, STRATEGY_AGREED, ACTIVE -> Optional.empty();
            case RESOLVED, CLOSED, ARCHIVED, ERASED_STUB -> Optional.empty();
        };
    }

    private static boolean isBeforeAcceptance(Stage stage) {
        return stage == Stage.DRAFT || stage == Stage.SCREENING || stage == Stage.RETURNED_FOR_INFO;
    }

    private static boolean isOfCaseItself(OnDossier command, Opened state) {
        return command instanceof OfLifecycle c && CaseCourse.isMeant(c.command(), state);
    }

    private static <E> Decision<CaseEvent> lifted(Decision<E> decision, Function<E, CaseEvent> as) {
        return switch (decision) {
            case Decision.Accepted<E>(var events) ->
                acceptAll(events.stream().map(as).toList());
            case Decision.Refused<E>(var refusal) -> refuse(refusal);
        };
    }
}
