package org.repatria.cases.domain.cases;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
import org.repatria.cases.domain.cases.CaseCommand.OpenCase;
import org.repatria.cases.domain.cases.CaseEvent.AnswerReceived;
import org.repatria.cases.domain.cases.CaseEvent.CaseAssigned;
import org.repatria.cases.domain.cases.CaseEvent.CaseClosed;
import org.repatria.cases.domain.cases.CaseEvent.CaseOpened;
import org.repatria.cases.domain.cases.CaseEvent.CasePutOnHold;
import org.repatria.cases.domain.cases.CaseEvent.CaseResumed;
import org.repatria.cases.domain.cases.CaseEvent.CaseReturnedForInfo;
import org.repatria.cases.domain.cases.CaseEvent.CaseSubmitted;
import org.repatria.cases.domain.cases.CaseEvent.DuplicateSuspected;
import org.repatria.cases.domain.reference.Occasion;
import org.repatria.cases.domain.reference.RuleBook;
import org.repatria.decider.Actor;

/** Persons, cases and moments that the tests of cases speak about. */
public final class Cases {

    public static final CaseId ORLAS = new CaseId("case-0r1a");
    public static final CaseId ANOTHER = new CaseId("case-an0ther");
    public static final ListId RUVANIAS = new ListId("list-ruvan1a");
    public static final Instant NOON = Instant.parse("2014-08-29T12:00:00Z");
    public static final RuleBook NO_RULES = new RuleBook(
            "test", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), List.of());
    public static final Occasion AT_NOON =
            new Occasion(NOON, new Actor("carl.officer", Set.of("CO"), "XH-CA"), NO_RULES);
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
            new OpenCase(ORLAS, XR_TO_XH, ORLA, Optional.of(XH), EMBEZZLEMENT, FROM_LIST, List.of(), NOON);
    public static final OpenCase OPEN_THIN =
            new OpenCase(ORLAS, XR_TO_XH, HARDLY_KNOWN, Optional.empty(), NOTHING_SAID, BY_HAND, List.of(), NOON);

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

    /** One of each event, in an order that can happen. */
    public static final List<CaseEvent> EVERY_EVENT = List.of(
            OPENED,
            SUSPECTED,
            ASSIGNED,
            SUBMITTED,
            RETURNED,
            ANSWERED,
            HELD_IN_SCREENING,
            RESUMED_TO_SCREENING,
            CLOSED);

    private Cases() {}
}
