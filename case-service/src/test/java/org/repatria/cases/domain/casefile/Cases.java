package org.repatria.cases.domain.casefile;

import static org.repatria.cases.domain.Ternary.NO;
import static org.repatria.cases.domain.Ternary.YES;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.repatria.cases.domain.Allegation;
import org.repatria.cases.domain.BirthDate;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.IdentityDocument;
import org.repatria.cases.domain.ListId;
import org.repatria.cases.domain.Money;
import org.repatria.cases.domain.Names;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Subject;
import org.repatria.cases.domain.assets.AssetsOfTests;
import org.repatria.cases.domain.assets.LinkedAsset;
import org.repatria.cases.domain.casefile.CaseCommand.OpenCase;
import org.repatria.cases.domain.casefile.CaseEvent.AnswerReceived;
import org.repatria.cases.domain.casefile.CaseEvent.AssetsNoted;
import org.repatria.cases.domain.casefile.CaseEvent.CaseAssessed;
import org.repatria.cases.domain.casefile.CaseEvent.CaseAssigned;
import org.repatria.cases.domain.casefile.CaseEvent.CaseClosed;
import org.repatria.cases.domain.casefile.CaseEvent.CaseOpened;
import org.repatria.cases.domain.casefile.CaseEvent.CasePutOnHold;
import org.repatria.cases.domain.casefile.CaseEvent.CaseResumed;
import org.repatria.cases.domain.casefile.CaseEvent.CaseReturnedForInfo;
import org.repatria.cases.domain.casefile.CaseEvent.CaseSubmitted;
import org.repatria.cases.domain.casefile.CaseEvent.ClockChanged;
import org.repatria.cases.domain.casefile.CaseEvent.CourseChanged;
import org.repatria.cases.domain.casefile.CaseEvent.DuplicateSuspected;
import org.repatria.cases.domain.casefile.CaseEvent.FactsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.IdentityCorrected;
import org.repatria.cases.domain.casefile.CaseEvent.IdentityCorrectionProposed;
import org.repatria.cases.domain.casefile.CaseEvent.LeaningsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.MissingChecksChanged;
import org.repatria.cases.domain.casefile.CaseEvent.OtherStateTold;
import org.repatria.cases.domain.casefile.CaseEvent.RecoveryGroundChanged;
import org.repatria.cases.domain.casefile.CaseEvent.ReviewRequired;
import org.repatria.cases.domain.casefile.CaseEvent.SafeguardsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.SharingChanged;
import org.repatria.cases.domain.casefile.CaseEvent.StageReached;
import org.repatria.cases.domain.casefile.CaseEvent.StrategyChanged;
import org.repatria.cases.domain.casefile.CaseEvent.Telling;
import org.repatria.cases.domain.clocks.RuleFixture;
import org.repatria.cases.domain.facts.Fact;
import org.repatria.cases.domain.facts.FactKind;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.facts.FactsEvent;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.leaning.Leaning;
import org.repatria.cases.domain.leaning.LeaningEvent;
import org.repatria.cases.domain.leaning.LeaningGround;
import org.repatria.cases.domain.leaning.NoticeFate;
import org.repatria.cases.domain.lifecycle.LifecycleEvent;
import org.repatria.cases.domain.recovery.GateGround;
import org.repatria.cases.domain.recovery.Ground;
import org.repatria.cases.domain.recovery.RecoveryGround;
import org.repatria.cases.domain.safeguards.CheckEntry;
import org.repatria.cases.domain.safeguards.CheckEvent;
import org.repatria.cases.domain.safeguards.CheckResult;
import org.repatria.cases.domain.safeguards.Signature;
import org.repatria.cases.domain.sharing.SharingEvent;
import org.repatria.cases.domain.strategy.Difference;
import org.repatria.cases.domain.strategy.Effect;
import org.repatria.cases.domain.strategy.EngineInput;
import org.repatria.cases.domain.strategy.EngineResult.Firing;
import org.repatria.cases.domain.strategy.EngineResult.Shift;
import org.repatria.cases.domain.strategy.Findings;
import org.repatria.cases.domain.strategy.RelationFacts;
import org.repatria.cases.domain.strategy.Run;
import org.repatria.cases.domain.strategy.StrategyEvent;
import org.repatria.cases.domain.strategy.Way;
import org.repatria.clocks.ClockEvent;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Happening;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;

/** Persons, cases and moments that the tests of cases speak about. */
public final class Cases {

    public static final CaseId ORLAS = new CaseId("case-0r1a");
    public static final CaseId ANOTHER = new CaseId("case-an0ther");
    public static final ListId RUVANIAS = new ListId("list-ruvan1a");
    public static final Instant NOON = Instant.parse("2014-08-29T12:00:00Z");
    public static final RuleBook HOUSE_RULES = new RuleBook(
            "test",
            List.of(
                    RuleFixture.days(60).id("CLK-POL-ANSWER").rule(),
                    RuleFixture.days(90).id("CLK-POL-HOLD-REVIEW").rule()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of());
    public static final Occasion AT_NOON = Occasion.of(new Actor("carl.officer", Set.of("CO"), "XH-CA"), NOON);
    public static final LocalDate TODAY = LocalDate.of(2014, 8, 29);
    public static final CountryCode XR = new CountryCode("XR");
    public static final CountryCode XH = new CountryCode("XH");
    public static final Relation XR_TO_XH = new Relation(XR, XH);
    public static final String CARL = "carl.officer";
    public static final String ANA = "ana.analyst";

    public static final IdentityDocument PASSPORT = new IdentityDocument("PASSPORT", XR, "R4471902");
    public static final Subject ORLA = new Subject(
            new Names("Орла Винт", List.of("Orla Vint")),
            Optional.of(new BirthDate("1958-02-17")),
            List.of(PASSPORT),
            List.of(XR));
    public static final Subject HARDLY_KNOWN =
            new Subject(new Names("Orla Vint", List.of()), Optional.empty(), List.of(), List.of());
    public static final Allegation EMBEZZLEMENT = Allegation.byRequestingState(
            Optional.of("Embezzlement of public funds between 1997 and 2001"),
            Optional.of("General Prosecution of Ruvania"),
            Optional.of(new Money(new BigDecimal("2462400.00"), "USD")));
    public static final Allegation NOTHING_SAID =
            Allegation.byRequestingState(Optional.empty(), Optional.empty(), Optional.empty());
    public static final Origin FROM_LIST =
            new Origin(Optional.of(RUVANIAS), Optional.of(1), Optional.of(TODAY), "list XR-2014-1");
    public static final Origin BY_HAND =
            new Origin(Optional.empty(), Optional.empty(), Optional.empty(), "opened by hand");

    public static final OpenCase OPEN =
            new OpenCase(ORLAS, XR_TO_XH, ORLA, Optional.of(XH), EMBEZZLEMENT, FROM_LIST, List.of());
    public static final OpenCase OPEN_THIN =
            new OpenCase(ORLAS, XR_TO_XH, HARDLY_KNOWN, Optional.empty(), NOTHING_SAID, BY_HAND, List.of());

    public static final CaseOpened OPENED =
            new CaseOpened(ORLAS, XR_TO_XH, ORLA, Optional.of(XH), EMBEZZLEMENT, FROM_LIST, NOON);
    public static final CaseOpened OPENED_THIN =
            new CaseOpened(ORLAS, XR_TO_XH, HARDLY_KNOWN, Optional.empty(), NOTHING_SAID, BY_HAND, NOON);
    public static final DuplicateSuspected SUSPECTED = new DuplicateSuspected(ORLAS, ANOTHER, NOON);
    public static final CaseSubmitted SUBMITTED = new CaseSubmitted(ORLAS, NOON);
    public static final List<String> GAPS = List.of("A copy of the warrant", "The personal role in 2001");
    public static final CaseReturnedForInfo RETURNED =
            new CaseReturnedForInfo(ORLAS, new InformationRequest(GAPS, TODAY.plusDays(60)), NOON);
    public static final AnswerReceived ANSWERED =
            new AnswerReceived(ORLAS, List.of(new GapAnswer(1, "enclosed")), NOON);
    public static final CaseAssigned ASSIGNED = new CaseAssigned(ORLAS, CARL, NOON);
    public static final LocalDate IN_A_MONTH = TODAY.plusDays(30);
    public static final CasePutOnHold HELD_IN_SCREENING =
            new CasePutOnHold(ORLAS, Stage.SCREENING, "competing request", IN_A_MONTH, NOON);
    public static final CaseResumed RESUMED_TO_SCREENING = new CaseResumed(ORLAS, Stage.SCREENING, NOON);
    public static final CaseClosed CLOSED =
            new CaseClosed(ORLAS, CaseOutcome.WITHDRAWN_BY_RS, "note of the requesting state", NOON);

    /** The same person, born in July and not in February. */
    public static final Subject ORLA_OF_JULY =
            new Subject(ORLA.names(), BirthDate.parse("1958-07-12"), ORLA.documents(), ORLA.nationalities());

    public static final IdentityCorrection BORN_IN_JULY = new IdentityCorrection(
            "identity-1",
            ORLA_OF_JULY,
            "Civil register of Ruvania, extract of 2014-08-30",
            new Signature("carl.officer", "XH-CA", NOON, "Day and month were exchanged"));

    public static final IdentityCorrectionProposed CORRECTION_PROPOSED =
            new IdentityCorrectionProposed(ORLAS, BORN_IN_JULY, NOON);

    public static final IdentityCorrected CORRECTED = new IdentityCorrected(
            ORLAS, ORLA, BORN_IN_JULY, new Signature("lena.legal", "XH-CA", NOON, "Compared with the extract"), NOON);

    /** One of each event, in an order that can happen. */
    public static final List<CaseEvent> EVERY_EVENT = List.of(
            OPENED,
            SUSPECTED,
            ASSIGNED,
            CORRECTION_PROPOSED,
            CORRECTED,
            SUBMITTED,
            RETURNED,
            ANSWERED,
            HELD_IN_SCREENING,
            RESUMED_TO_SCREENING,
            CLOSED);

    public static final Happened ON_THAT_DAY = Happened.on(TODAY);
    private static final Signature LENAS = new Signature("lena.legal", "XH-CA", NOON, "the file is complete");
    public static final Leaning LEANS = new Leaning("notice-1", ANOTHER, XR_TO_XH, LeaningGround.CO_ACCUSED, LENAS);
    private static final Findings.Standing NO_EXTRADITION =
            new Findings.Standing(Way.EXTRADITION, Effect.BARRED, List.of(), Optional.empty(), List.of("ST-03"));
    private static final Run RUN = new Run(
            "run-1",
            NOON,
            "lena.legal",
            new EngineInput(
                    TODAY,
                    new RelationFacts(NO, NO, YES, NO, YES, YES, List.of("REL-XR-XH v1")),
                    Map.of(),
                    List.of(),
                    Map.of("SG-06", YES),
                    Map.of("ST-03", 1),
                    Map.of("ST-21", 180)),
            new Findings(List.of(NO_EXTRADITION), Map.of("ST-03", Firing.FIRED), Map.of("TREATY_IN_FORCE", "NO")),
            "3f9a1c77d204");

    /** Recovery is agreed on, and its restraint lacks the plan of SG-18. */
    public static final RecoveryGround WITHOUT_PLAN = new RecoveryGround(
            new Ground(
                    2,
                    Optional.of(LocalDate.of(2014, 12, 5)),
                    List.of(new GateGround(Gate.RESTRAINT, Optional.empty(), Optional.empty(), List.of("SG-18"))),
                    Optional.empty()),
            new Ground(1, Optional.of(LocalDate.of(2014, 12, 5)), List.of(), Optional.empty()));

    /** One of each event that concerns the dossier, as small as it can be. */
    public static final List<CaseEvent> DOSSIER_EVENTS = List.of(
            new FactsChanged(
                    ORLAS,
                    new FactsEvent.FactsRecorded(List.of(new Fact(
                            FactName.HS_NATIONAL, "NO", FactKind.FACT, "register", TODAY, "ana.analyst", NOON))),
                    NOON),
            new CaseAssessed(
                    ORLAS,
                    RUN,
                    new Difference(
                            List.of(new Shift(Way.EXTRADITION, Effect.CONDITIONAL, Effect.BARRED)),
                            List.of("ST-03"),
                            List.of()),
                    Optional.of(RUN),
                    new Difference(
                            List.of(new Shift(Way.EXTRADITION, Effect.CONDITIONAL, Effect.BARRED)),
                            List.of("ST-03"),
                            List.of()),
                    NOON),
            new OtherStateTold(ORLAS, new Telling.OfStage("ACTIVE", "NOT_AVAILABLE"), NOON),
            new StrategyChanged(ORLAS, new StrategyEvent.StrategyAgreed(1, TODAY, NOON), NOON),
            new SafeguardsChanged(ORLAS, new CheckEvent.CheckApproved("check-1", LENAS), NOON),
            new StageReached(
                    ORLAS, Stage.SCREENING, Stage.ACCEPTED, Optional.empty(), "identity is clear", ON_THAT_DAY, NOON),
            new CourseChanged(
                    ORLAS,
                    new LifecycleEvent.Moved(
                            "pathway-1",
                            "extradition",
                            "FORMAL_REQUEST_SENT",
                            "RECEIVED",
                            new Happened.At(NOON, ZoneId.of("Europe/Vienna")),
                            "stamped",
                            Map.of("registryNumber", "4711"),
                            List.of("doc-1"),
                            "carl.officer",
                            Optional.empty(),
                            NOON),
                    NOON),
            new ClockChanged(
                    ORLAS,
                    new ClockEvent.ClockSatisfied(
                            "clk-1", new Happening("extradition.RECEIVED", ON_THAT_DAY, "pathway-1"), NOON),
                    NOON),
            new SharingChanged(ORLAS, new SharingEvent.RecipientNotified("correction-1", "XR-CA"), NOON),
            new MissingChecksChanged(ORLAS, List.of("SG-09", "SG-22"), NOON),
            new RecoveryGroundChanged(ORLAS, WITHOUT_PLAN, NOON),
            new ReviewRequired(ORLAS, "notice-1", "the notice was refused or deleted", "CCF Statute art. 39", NOON),
            new LeaningsChanged(
                    ORLAS, new LeaningEvent.NoticeFell("notice-1", NoticeFate.DELETED, List.of(LEANS)), NOON),
            new AssetsNoted(ORLAS, AssetsOfTests.known(1, new LinkedAsset("asset-1", 3, "RESTRAINED")), NOON));

    private Cases() {}

    /** A check of the whole case, as its officer recorded it. */
    public static CheckEntry checked(String check, CheckResult result, Signature recorded) {
        return new CheckEntry(
                "check-1",
                check,
                1,
                true,
                Optional.empty(),
                result,
                List.of(),
                List.of("doc-1"),
                ON_THAT_DAY,
                Optional.empty(),
                Optional.empty(),
                recorded,
                CheckEntry.Status.RECORDED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
