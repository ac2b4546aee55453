package org.repatria.cases.domain.casefile;

import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.casefile.Case.Opened;
import org.repatria.cases.domain.casefile.CaseCommand.AssessCase;
import org.repatria.cases.domain.casefile.CaseCommand.ReassessCase;
import org.repatria.cases.domain.casefile.CaseEvent.CaseAssessed;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.lifecycle.Course;
import org.repatria.cases.domain.lifecycle.Guard;
import org.repatria.cases.domain.sharing.NeedToKnow;
import org.repatria.cases.domain.strategy.Difference;
import org.repatria.cases.domain.strategy.Effect;
import org.repatria.cases.domain.strategy.Engine;
import org.repatria.cases.domain.strategy.EngineInput;
import org.repatria.cases.domain.strategy.EngineResult.Shift;
import org.repatria.cases.domain.strategy.PathwayKind;
import org.repatria.cases.domain.strategy.Run;
import org.repatria.cases.domain.strategy.StrategyDecider;
import org.repatria.cases.domain.strategy.Way;
import org.repatria.clocks.Happened;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;

/**
 * The strategy engine on one case. It says when the engine runs, and what its latest run says to the moves of the case.
 */
final class Assessing {

    /** The checks that answer a question of the strategy. */
    private static final Set<String> READ_BY_THE_ENGINE = Set.of("SG-06", "SG-09");

    private Assessing() {}

    static Decision<CaseEvent> decide(AssessCase c, Opened state, LegalOccasion on) {
        return accept(assessed(run(c.runId(), state, on), state, on));
    }

    static Decision<CaseEvent> decide(ReassessCase c, Opened state, LegalOccasion on) {
        if (state.file().dossier().run().isEmpty()) {
            return nothingToDo();
        }
        var run = run(c.runId(), state, on);
        return saysTheSame(run, state) ? nothingToDo() : accept(assessed(run, state, on));
    }

    private static CaseEvent assessed(Run run, Opened state, LegalOccasion on) {
        return assessed(run, state, isForRequestingState(state, on) ? told(run, run.id()) : toldNews(run, state));
    }

    private static boolean isForRequestingState(Opened state, LegalOccasion on) {
        return Side.of(on.by().authority(), state.file().relation()) == Side.REQUESTING;
    }

    /**
     * The run that a changed fact or check asks for. There is none before somebody has asked for the first, and none
     * that says the same.
     */
    static Optional<CaseEvent> again(Opened now, LegalOccasion occasion) {
        return now.file()
                .dossier()
                .run()
                .map(before -> run(nextId(before), now, occasion))
                .filter(run -> !saysTheSame(run, now))
                .map(run -> assessed(run, now, toldNews(run, now)));
    }

    private static Optional<Run> told(Run run, String id) {
        return Optional.of(run.told(id, NeedToKnow.confided()));
    }

    /** A run that the requesting state did not ask for is told where it says something new to it. */
    private static Optional<Run> toldNews(Run run, Opened state) {
        var before = state.file().dossier().toldRun();
        return told(run, before.map(Assessing::nextId).orElse(run.id()))
                .filter(told -> before.filter(other -> other.findings().equals(told.findings()))
                        .isEmpty());
    }

    /** Runs that follow by themselves count on from the one that somebody asked for. */
    private static String nextId(Run before) {
        var dot = before.id().lastIndexOf('.');
        return dot < 0
                ? before.id() + ".1"
                : before.id().substring(0, dot + 1)
                        + (Integer.parseInt(before.id().substring(dot + 1)) + 1);
    }

    private static Run run(String id, Opened state, LegalOccasion occasion) {
        return Engine.run(
                id,
                input(state, occasion),
                occasion.rules().edition(),
                occasion.by().id(),
                occasion.at());
    }

    private static EngineInput input(Opened state, LegalOccasion occasion) {
        var dossier = state.file().dossier();
        var today = occasion.today();
        var answers = new TreeMap<>(dossier.safeguards().checks().answers(Happened.on(today)));
        answers.keySet().retainAll(READ_BY_THE_ENGINE);
        return EngineInput.of(dossier.facts(), state.file().relation(), occasion.rules(), answers, today);
    }

    static StrategyDecider.StrategySetting around(Opened state, LegalOccasion occasion) {
        var file = state.file();
        var input = input(state, occasion);
        return new StrategyDecider.StrategySetting(
                file.relation(),
                occasion,
                file.dossier().run(),
                input,
                input.without(file.needToKnow(occasion).closed()));
    }

    /** Whether a run says nothing new, neither of the ways nor of the last days that it shows. */
    private static boolean saysTheSame(Run run, Opened state) {
        return state.file()
                .dossier()
                .run()
                .filter(before -> before.findings().equals(run.findings())
                        && before.input().offences().equals(run.input().offences()))
                .isPresent();
    }

    private static CaseEvent assessed(Run run, Opened state, Optional<Run> told) {
        var dossier = state.file().dossier();
        return new CaseAssessed(
                state.id(),
                run,
                difference(dossier.run(), run),
                told,
                told.map(next -> difference(dossier.toldRun(), next)).orElseGet(Difference::none),
                run.at());
    }

    private static Difference difference(Optional<Run> before, Run now) {
        return before.map(run -> Difference.between(run.findings(), now.findings()))
                .orElseGet(Difference::none);
    }

    /**
     * What a run says against the strategy that both sides agreed on. These are the ways of the strategy that the run
     * bars and the run before did not.
     */
    static List<Way> newlyBarred(CaseAssessed e, Opened now) {
        var agreed = now.file().dossier().strategies().agreed().stream()
                .flatMap(strategy -> strategy.kinds().stream())
                .map(Way::of)
                .toList();
        return e.difference().shifts().stream()
                .filter(shift -> shift.to() == Effect.BARRED && agreed.contains(shift.way()))
                .map(Shift::way)
                .toList();
    }

    /** The ways of the agreed strategy that a run bars. */
    static List<Way> barred(Run run, Opened now) {
        return now.file().dossier().strategies().agreed().stream()
                .flatMap(strategy -> strategy.kinds().stream())
                .map(Way::of)
                .filter(way -> run.findings().standing(way).effect() == Effect.BARRED)
                .toList();
    }

    static List<Obstacle> barring(Guard guard, Course course, Opened state, LegalOccasion occasion) {
        var run = state.file().dossier().run();
        if (run.isEmpty()) {
            return List.of(CaseSetting.obstacle(guard, course.id(), "The strategy engine has not been run yet."));
        }
        return way(course)
                .map(way -> run.get().findings().standing(way))
                .filter(standing -> standing.effect() == Effect.BARRED)
                .map(standing -> barred(guard, course, standing.way(), run.get(), state, occasion))
                .stream()
                .toList();
    }

    /**
     * The obstacle that a run bars a way. Somebody to whom a compartment is closed hears that the way is barred, and by
     * which of the rules that need no compartment.
     */
    private static Obstacle barred(Guard guard, Course course, Way way, Run run, Opened state, LegalOccasion occasion) {
        var shown = run.without(state.file().needToKnow(occasion).closed())
                .findings()
                .standing(way);
        var text = "The latest run of the strategy engine bars " + way;
        if (shown.effect() != Effect.BARRED) {
            return CaseSetting.obstacle(guard, course.id(), text + " " + NeedToKnow.ON_A_CLOSED_GROUND + ".");
        }
        var rules = String.join(", ", shown.rules());
        return CaseSetting.obstacle(guard, rules, text + " by " + rules + ".");
    }

    /** A removal to a third state is barred by other rules than one to the requesting state. */
    private static Optional<Way> way(Course course) {
        if (course.kind().equals("notice")) {
            return Optional.of(Way.NOTICE);
        }
        var third = course.kind().equals("removal") && course.particulars().containsKey("thirdState");
        return third ? Optional.of(Way.THIRD_STATE_REMOVAL) : kind(course).map(Way::of);
    }

    static Optional<PathwayKind> kind(Course course) {
        return Arrays.stream(PathwayKind.values())
                .filter(kind -> kind.token().equals(course.kind()))
                .findFirst();
    }

    static List<Obstacle> outsideStrategy(Guard guard, Course course, Opened state) {
        var strategies = state.file().dossier().strategies();
        return kind(course)
                .filter(kind -> !strategies.allows(kind))
                .map(kind -> CaseSetting.obstacle(
                        guard,
                        course.id(),
                        strategies.agreed().isEmpty()
                                ? "No strategy is agreed by both sides yet."
                                : "The agreed strategy does not name " + kind + "."))
                .stream()
                .toList();
    }
}
