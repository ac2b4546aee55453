package org.repatria.cases.domain.amendments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.repatria.cases.domain.amendments.AmendmentEvent.AmendmentApproved;
import org.repatria.cases.domain.amendments.AmendmentEvent.AmendmentProposed;
import org.repatria.cases.domain.amendments.AmendmentEvent.AmendmentWithdrawn;
import org.repatria.cases.domain.amendments.AmendmentRegister.Change;
import org.repatria.cases.domain.law.ReferenceKind;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.testkit.decisions.Laws.Attempt;

/** Amendments, persons and moments that the tests speak about. */
public final class AmendmentsOfTests {

    public static final Instant MORNING = Instant.parse("2020-07-29T09:00:00Z");
    public static final Instant NOON = Instant.parse("2020-07-29T12:00:00Z");
    public static final String LENA = "lena.legal";
    public static final String SUSAN = "susan.supervisor";

    public static final Change SUSPENSION = new Change(
            ReferenceKind.RELATIONS,
            "REL-XR-XE-EXT",
            Map.of(
                    "party", "XR",
                    "counterparty", "XE",
                    "instrument", "EXTRADITION",
                    "title", "Treaty on extradition",
                    "status", "SUSPENDED",
                    "suspendedFrom", "2020-07-28",
                    "suspendedBy", "XE",
                    "source", "Note verbale of 2020-07-28",
                    "confidence", "VERIFIED"));

    public static final Change LONGER_ARREST = new Change(
            ReferenceKind.CLOCK_RULES,
            "CLK-PA-XR-XE",
            Map.ofEntries(
                    Map.entry("family", "PA"),
                    Map.entry("jurisdiction", "XR-XE"),
                    Map.entry("level", "BILATERAL_TREATY"),
                    Map.entry("instrument", "Protocol of 2020 art. 1"),
                    Map.entry("trigger", "extradition.PROVISIONALLY_ARRESTED"),
                    Map.entry("knownTo", "BOTH"),
                    Map.entry("amount", "60"),
                    Map.entry("unit", "CAL_DAY"),
                    Map.entry("rollForward", "NONE"),
                    Map.entry("rollSource", "Protocol of 2020 art. 1: no day off lengthens detention"),
                    Map.entry("bearer", "STATE"),
                    Map.entry("kind", "HARD"),
                    Map.entry("onExpiry", "PRESUME_RELEASED"),
                    Map.entry("stopOn", "extradition.RECEIVED, extradition.WITHDRAWN"),
                    Map.entry("source", "Protocol of 2020"),
                    Map.entry("confidence", "VERIFIED"),
                    Map.entry("validFrom", "2021-01-01")));

    public static final Change HOLIDAYS = new Change(
            ReferenceKind.CALENDARS,
            "XH",
            Map.of(
                    "weekend", "SATURDAY, SUNDAY",
                    "holidays", "2014-09-01, 2014-11-27",
                    "source", "Official gazette",
                    "confidence", "VERIFIED"));

    public static final AmendmentProposed PROPOSED = new AmendmentProposed(
            "amendment-1", SUSPENSION, "XE suspended the treaty", LENA, Optional.of("XE"), MORNING);
    public static final AmendmentApproved APPROVED =
            new AmendmentApproved("amendment-1", SUSPENSION, "Compared", LENA, SUSAN, NOON);
    public static final AmendmentWithdrawn WITHDRAWN = new AmendmentWithdrawn("amendment-2", "A mistake", LENA, NOON);

    /** One of each kind of event, and one approval for each kind of published event. */
    public static final List<AmendmentEvent> EVERY_EVENT = List.of(
            PROPOSED,
            APPROVED,
            new AmendmentProposed("amendment-2", LONGER_ARREST, "The protocol", LENA, Optional.of("XE"), MORNING),
            WITHDRAWN,
            new AmendmentApproved("amendment-3", LONGER_ARREST, "Compared", LENA, SUSAN, NOON),
            new AmendmentApproved("amendment-4", HOLIDAYS, "Compared", LENA, SUSAN, NOON));

    private AmendmentsOfTests() {}

    /** Somebody gives a command at a moment. */
    public static Attempt<AmendmentCommand> by(String officer, Instant at, AmendmentCommand command) {
        return new Attempt<>(command, Occasion.of(new Actor(officer, Set.of(), "XE-CA"), at));
    }
}
