package org.repatria.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.repatria.cases.domain.SharedWord;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.AssessCase;
import org.repatria.cases.domain.casefile.CaseCommand.OfClocks;
import org.repatria.cases.domain.casefile.CaseCommand.OfFacts;
import org.repatria.cases.domain.casefile.CaseCommand.OfLifecycle;
import org.repatria.cases.domain.casefile.CaseCommand.OfSafeguards;
import org.repatria.cases.domain.casefile.CaseCommand.OfStrategy;
import org.repatria.cases.domain.casefile.CaseCommand.PassTime;
import org.repatria.cases.domain.casefile.CaseEvent;
import org.repatria.cases.domain.casefile.CaseEvent.ClockChanged;
import org.repatria.cases.domain.casefile.CaseEvent.CourseChanged;
import org.repatria.cases.domain.casefile.CaseEvent.LeaningsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.OtherStateTold;
import org.repatria.cases.domain.casefile.CaseEvent.ReviewRequired;
import org.repatria.cases.domain.casefile.CaseEvent.SharingChanged;
import org.repatria.cases.domain.casefile.CaseEvent.StrategyChanged;
import org.repatria.cases.domain.casefile.CaseEvent.Telling;
import org.repatria.cases.domain.casefile.Cases;
import org.repatria.cases.domain.clocks.ClockCommand.ExtendClock;
import org.repatria.cases.domain.clocks.ClockCommand.NoteHappening;
import org.repatria.cases.domain.clocks.ClockSetting;
import org.repatria.cases.domain.facts.FactKind;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.facts.FactsCommand.RecordFacts;
import org.repatria.cases.domain.facts.FactsCommand.RecordOffence;
import org.repatria.cases.domain.facts.FactsCommand.Statement;
import org.repatria.cases.domain.facts.Offence;
import org.repatria.cases.domain.leaning.FallenNotice;
import org.repatria.cases.domain.leaning.LeaningEvent;
import org.repatria.cases.domain.leaning.NoticeFate;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.OpenCourse;
import org.repatria.cases.domain.lifecycle.LifecycleEvent;
import org.repatria.cases.domain.safeguards.Signature;
import org.repatria.cases.domain.safeguards.Stay;
import org.repatria.cases.domain.safeguards.StayCommand.LiftStay;
import org.repatria.cases.domain.safeguards.StayCommand.RecordStay;
import org.repatria.cases.domain.sharing.Compartment;
import org.repatria.cases.domain.sharing.CompartmentGrant;
import org.repatria.cases.domain.sharing.GrantEvent;
import org.repatria.cases.domain.strategy.PathwayKind;
import org.repatria.cases.domain.strategy.Strategy;
import org.repatria.cases.domain.strategy.StrategyCommand;
import org.repatria.cases.domain.strategy.StrategyEvent;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockEvent;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Happening;
import org.repatria.decider.Occasion;

/** What happens to a case in a life with much in it. */
public final class CaseTales {

    private static final StrategyCommand.ProposeStrategy PROPOSED = new StrategyCommand.ProposeStrategy(
            List.of(new Strategy.Choice(PathwayKind.ASSET_RECOVERY, 1)),
            Optional.empty(),
            "No treaty; public funds in the host state",
            Named.officer("carl.officer", "CO", "XH-CA"),
            Named.officer("lena.legal", "LO", "XH-CA"),
            LocalDate.of(2014, 12, 1),
            Optional.of(false));

    /** Its events in their order. */
    public static final List<CaseEvent> EVENTS = CaseLifeTest.accepted()
            .does("LO", new AssessCase("run-1"))
            .does("CO", facts(FactName.HS_NATIONAL, "NO"))
            .does("CO", new OfFacts(new RecordOffence(Offence.named("offence-1", "Embezzlement"))))
            .does("LO", new OfStrategy(PROPOSED))
            .does("SU", at -> new OfStrategy(signed(at)))
            .does("RS-LI", at -> new OfStrategy(signed(at)))
            .does("LO", open("pathway-1", "assetRecovery", Map.of()))
            .does("LO", open("notice-1", "notice", Map.of("colour", "RED")))
            .does("HS-LO", open("assurance-1", "assurance", Map.of("about", "MONITORING", "text", "visits")))
            .does(
                    "LO",
                    at -> new OfSafeguards(new RecordStay(
                            "stay-1",
                            Optional.of(Stay.Scope.MOVEMENT),
                            "ECtHR",
                            "Rule 39",
                            at.today(),
                            Optional.of("doc-9"))))
            .does("LO", at -> new OfSafeguards(new LiftStay("stay-1", at.today(), "doc-10")))
            .on("2015-02-01")
            .does("SU", new PassTime())
            .events();

    /** A clock to which a court grants time. */
    public static final List<CaseEvent> EXTENDED = extended();

    /** What happens seldom, after all that. */
    public static final List<CaseEvent> SELDOM = List.of(
            new OtherStateTold(
                    Cases.ORLAS,
                    new Telling.OfAssets(SharedWord.PROCEEDING, Optional.of(SharedWord.ASSETS_RESTRAINED)),
                    Cases.NOON),
            new ReviewRequired(Cases.ORLAS, "notice-1", "the notice was deleted", "CCF Statute art. 39", Cases.NOON),
            new LeaningsChanged(
                    Cases.ORLAS,
                    new LeaningEvent.NoticeFell("notice-1", NoticeFate.DELETED, List.of(Cases.LEANS)),
                    Cases.NOON),
            new SharingChanged(
                    Cases.ORLAS,
                    new GrantEvent.GlassBroken(new CompartmentGrant(
                            "grant-1",
                            "carl.officer",
                            Compartment.HEALTH,
                            new Signature("carl.officer", "XH-CA", Cases.NOON, "collapsed in custody"),
                            Cases.NOON.plusSeconds(60),
                            true)),
                    Cases.NOON),
            new LeaningsChanged(
                    Cases.ORLAS,
                    new LeaningEvent.FallenNoticeNoted(new FallenNotice(
                            "notice-2", Cases.ANOTHER, Cases.XR_TO_XH, NoticeFate.SUSPENDED, Cases.NOON)),
                    Cases.NOON),
            new CourseChanged(
                    Cases.ORLAS,
                    new LifecycleEvent.LaterChargeRecorded(
                            "pathway-1", "charge-1", "Tax evasion", Cases.TODAY, "rita.legal", Cases.NOON),
                    Cases.NOON),
            new StrategyChanged(
                    Cases.ORLAS, new StrategyEvent.StrategyVetoed(1, "lena.legal", "no", Cases.NOON), Cases.NOON));

    private CaseTales() {}

    private static StrategyCommand signed(Occasion at) {
        return new StrategyCommand.CountersignStrategy(1, "exchange of notes 7", at.today(), Optional.empty());
    }

    private static Function<Occasion, CaseCommand> facts(FactName name, String value) {
        return at ->
                new OfFacts(new RecordFacts(List.of(new Statement(name, value, FactKind.FACT, "file", at.today()))));
    }

    private static Function<Occasion, CaseCommand> open(String id, String kind, Map<String, String> particulars) {
        return at -> new OfLifecycle(
                new OpenCourse(id, kind, kind, Happened.on(at.today()), "as agreed", particulars, List.of("doc-1")));
    }

    private static List<CaseEvent> extended() {
        var asked = new NoteHappening(new Happening(
                "person.DATA_REQUESTED", Happened.on(LocalDate.of(2014, 10, 2)), ClockSetting.WHOLE_CASE));
        var play = CaseLifeTest.accepted().does("LO", new OfClocks(asked));
        var clock = play.events().stream()
                .flatMap(event -> event instanceof ClockChanged(var _, ClockEvent.ClockStarted started, var _)
                        ? Stream.of(started.clock())
                        : Stream.empty())
                .filter(started -> started.rule().id().equals("CLK-DATA-ACCESS"))
                .findFirst()
                .orElseThrow();
        return play.does("LO", at -> new OfClocks(granted(clock, at))).events();
    }

    private static ExtendClock granted(Clock clock, Occasion at) {
        return new ExtendClock(
                clock.id(),
                "Data-protection officer",
                Happened.on(at.today()),
                Optional.of(1),
                Optional.empty(),
                "many records",
                "note 51");
    }
}
