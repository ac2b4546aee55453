package org.repatria.cases.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.facts.FactKind;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.facts.HostOffence;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.leaning.LeaningGround;
import org.repatria.cases.domain.lifecycle.LaterCharge;
import org.repatria.cases.domain.safeguards.CheckResult;
import org.repatria.cases.domain.safeguards.RightKind;
import org.repatria.cases.domain.safeguards.Stay;
import org.repatria.cases.domain.sharing.Compartment;
import org.repatria.cases.domain.sharing.Content;
import org.repatria.cases.domain.strategy.PathwayKind;
import org.repatria.edge.Printed;

/** What callers send about the dossier of a case. */
final class DossierBodies {

    private DossierBodies() {}

    /**
     * When something happened: a day, or an instant with the zone of the place.
     *
     * @param zone such as {@code Europe/Vienna}; needed with {@code instant}
     */
    record HappenedBody(
            Optional<LocalDate> day, Optional<Instant> instant, Optional<@Printed @Size(max = 60) String> zone) {}

    /** Answers to questions of the file. */
    record FactsBody(@Size(min = 1, max = 50) List<FactBody> facts) {
        static final String EXAMPLE = """
                {"facts": [{"name": "WILLING_TO_RETURN", "value": "YES", "kind": "ASSESSMENT",
                  "source": "interview of 2015-09-20, minutes 4", "asOf": "2015-09-20"}]}""";
    }

    /** One answer. */
    record FactBody(
            FactName name,
            @Printed @Size(min = 1, max = 40) String value,
            FactKind kind,
            @Size(min = 1, max = 500) String source,
            LocalDate asOf) {}

    /**
     * An offence; with {@code offenceId} the one recorded before is replaced.
     *
     * @param offenceId named by clocks, lists and events, and so by nobody's name
     * @param side by which state it is prosecuted: REQUESTING where it is left out, for what that state alleges; REQUESTED for an offence
     *     of the host state's own law
     * @param hostOffence what it is; goes with REQUESTED
     */
    record OffenceBody(
            Optional<@Pattern(regexp = "(host-)?offence-[0-9a-z-]{1,40}") String> offenceId,
            @Size(min = 1, max = 300) String title,
            Optional<SideBody> side,
            Optional<HostOffence> hostOffence,
            Optional<@Printed @Size(max = 60) String> offenceClass,
            Optional<LocalDate> committedFrom,
            Optional<LocalDate> committedTo,
            Optional<PenaltyBody> maxPenaltyRequesting,
            Optional<PenaltyBody> maxPenaltyRequested,
            Optional<Ternary> dualCriminal,
            Optional<Ternary> penaltyOk,
            Optional<LocalDate> filedOn,
            Optional<Ternary> absconded,
            @Size(max = 50) List<TollingBody> tollings,
            @Size(max = 50) List<OpinionBody> opinions) {
        static final String EXAMPLE = """
                {"title": "Embezzlement of public funds", "committedFrom": "1997-03-01", "committedTo": "2001-04-11",
                 "maxPenaltyRequesting": {"years": 15}, "maxPenaltyRequested": {"years": 10}, "dualCriminal": "YES",
                 "penaltyOk": "YES", "filedOn": "2001-05-02", "absconded": "YES", "tollings": [], "opinions": []}""";
    }

    /** The gravest penalty that a law threatens: one of the three. */
    record PenaltyBody(Optional<@Min(0) @Max(100) Integer> years, Optional<Boolean> life, Optional<Boolean> death) {}

    /** A time during which limitation may rest in one state. */
    record TollingBody(
            SideBody side,
            @Printed @Size(min = 1, max = 60) String rule,
            LocalDate from,
            Optional<LocalDate> to,
            Ternary holds) {}

    /** What a legal officer holds on a rule of limitation. */
    record OpinionBody(
            SideBody side,
            @Printed @Size(min = 1, max = 60) String rule,
            Ternary applies,
            @Size(min = 1, max = 2000) String reasons,
            LocalDate on) {}

    /** One of the two states of the case. */
    enum SideBody {
        REQUESTING,
        REQUESTED
    }

    /** A strategy to be agreed by both sides. */
    record StrategyBody(
            @Size(min = 1, max = 10) List<ChosenBody> pathways,
            Optional<PathwayKind> fallback,
            @Size(min = 1, max = 4000) String reasons,
            @Printed @Size(min = 1, max = 100) String responsibleOfficer,
            @Printed @Size(min = 1, max = 100) String safeguardsOwner,
            LocalDate reviewOn,
            Optional<Boolean> sensitive) {
        static final String EXAMPLE = """
                {"pathways": [{"kind": "ASSET_RECOVERY", "rank": 1}, {"kind": "VOLUNTARY_RETURN", "rank": 2}],
                 "reasons": "No treaty; public funds in the host state; the person may be willing to return.",
                 "responsibleOfficer": "carl.officer", "safeguardsOwner": "lena.legal", "reviewOn": "2015-05-20"}""";
    }

    /** One pathway of a strategy. */
    record ChosenBody(PathwayKind kind, @Min(1) @Max(10) int rank) {}

    /** The agreement of one side. */
    record CountersignatureBody(
            @Printed @Size(min = 1, max = 300) String reference,
            LocalDate agreedOn,
            Optional<@Size(max = 2000) String> dissent) {
        static final String EXAMPLE = """
                {"reference": "JLG 2014-12-05, item 4", "agreedOn": "2014-12-05"}""";
    }

    /** A move of the case, a pathway, a notice or an assurance. */
    record MoveBody(
            @Pattern(regexp = "[A-Z_]{2,40}") String to,
            HappenedBody happened,
            Optional<@Size(max = 4000) String> reasons,
            Map<@Printed @Size(max = 60) String, @Size(max = 4000) String> particulars,
            @Size(max = 40) List<@Printed @Size(max = 120) String> documents) {
        static final String EXAMPLE = """
                {"to": "RECEIVED", "happened": {"day": "2018-10-12"}, "reasons": "Stamped at the ministry's registry",
                 "particulars": {"registryNumber": "XE-MoJ-2018-4711"}, "documents": ["doc-receipt-1"]}""";
    }

    /** A pathway to be opened. */
    record PathwayBody(
            PathwayKind kind,
            Optional<@Size(max = 200) String> title,
            Optional<HappenedBody> happened,
            Optional<@Size(max = 4000) String> reasons,
            Map<@Printed @Size(max = 60) String, @Size(max = 4000) String> particulars,
            @Size(max = 40) List<@Printed @Size(max = 120) String> documents) {
        static final String EXAMPLE = """
                {"kind": "EXTRADITION"}""";
    }

    /** A notice to be drafted. */
    record NoticeBody(
            NoticeColour colour,
            @Size(min = 1, max = 200) String title,
            Optional<HappenedBody> happened,
            Optional<@Size(max = 4000) String> reasons,
            Map<@Printed @Size(max = 60) String, @Size(max = 4000) String> particulars,
            @Size(max = 40) List<@Printed @Size(max = 120) String> documents) {
        static final String EXAMPLE = """
                {"colour": "RED", "title": "Red notice on Tomas Brell"}""";
    }

    /** A compartment that is opened to an officer. */
    record GrantBody(
            @Printed @Size(min = 1, max = 120) String officer,
            Compartment compartment,
            @Size(min = 1, max = 2_000) String reasons,
            LocalDate lastDay) {
        static final String EXAMPLE = """
                {"officer": "carl.officer", "compartment": "LOCATION", "reasons": "Prepares the provisional arrest",
                 "lastDay": "2018-09-30"}""";
    }

    /** A compartment that somebody opens alone. */
    record GlassBody(
            Compartment compartment,
            @Size(min = 1, max = 2_000) String reasons) {
        static final String EXAMPLE = """
                {"compartment": "HEALTH", "reasons": "The person collapsed in custody; no supervisor can be reached"}""";
    }

    /** Another case that leans on a notice. */
    record LeaningBody(
            @Pattern(regexp = "case-[0-9a-z]{1,40}") String caseId,
            LeaningGround ground,
            @Size(min = 1, max = 2_000) String reasons) {
        static final String EXAMPLE = """
                {"caseId": "case-7m2n9p4r6t8v0w1x3y5z7a9b1c", "ground": "CO_ACCUSED",
                 "reasons": "Arrested together on the notice of the principal accused"}""";
    }

    /** The colours of INTERPOL notices, and the direct message between bureaus. */
    enum NoticeColour {
        RED,
        BLUE,
        GREEN,
        YELLOW,
        BLACK,
        SILVER,
        DIFFUSION
    }

    /** An assurance to be asked for. */
    record AssuranceBody(
            AssuranceSubject about,
            @Size(min = 1, max = 4000) String text,
            Optional<HappenedBody> happened,
            Map<@Printed @Size(max = 60) String, @Size(max = 4000) String> particulars,
            @Size(max = 40) List<@Printed @Size(max = 120) String> documents) {
        static final String EXAMPLE = """
                {"about": "DEATH_PENALTY", "text": "The death penalty will neither be sought nor imposed nor carried out."}""";
    }

    /** What an assurance promises. */
    enum AssuranceSubject {
        DEATH_PENALTY,
        TORTURE,
        RETRIAL,
        MONITORING,
        SENTENCE_CAP,
        SPECIALTY,
        DETENTION_CONDITIONS
    }

    /** Reasons for a decision. */
    record ReasonsBody(Optional<@Size(max = 4000) String> reasons) {
        static final String EXAMPLE = """
                {"reasons": "The documents are complete."}""";
    }

    /** A check as it was made: on a day, or at a moment with its zone. */
    record CheckBody(
            @Pattern(regexp = "SG-\\d{2}") String check,
            CheckResult result,
            @Size(min = 1, max = 4000) String reasons,
            @Size(max = 40) List<@Printed @Size(max = 120) String> evidence,
            @Size(max = 20) List<@Size(max = 500) String> conditions,
            Optional<@Printed @Size(max = 80) String> about,
            Optional<LocalDate> on,
            Optional<HappenedBody> happened) {
        static final String EXAMPLE = """
                {"check": "SG-01", "result": "PASS", "reasons": "Two independent identifiers agree",
                 "evidence": ["doc-passport", "doc-fingerprints"], "on": "2014-09-20"}""";
    }

    /** A doubt about the ground of a check. */
    record ChallengeBody(
            Optional<@Printed @Size(max = 80) String> about,
            LocalDate on,
            @Size(min = 1, max = 4000) String reasons) {
        static final String EXAMPLE = """
                {"on": "2020-01-22", "reasons": "The birth date is that of a namesake"}""";
    }

    /** A failure that shall not stand in the way of one gate. */
    record OverrideBody(
            Gate gate,
            Optional<@Printed @Size(max = 80) String> about,
            @Size(min = 1, max = 4000) String reasons) {
        static final String EXAMPLE = """
                {"gate": "RESTRAINT", "reasons": "The loss would be certain; the court has been told of the gap."}""";
    }

    /**
     * A stay of a court, a treaty body or another authority.
     *
     * @param scope MOVEMENT where nothing is said: the person is not to be moved; DATA: a legal hold on what is on file
     */
    record StayBody(
            Optional<Stay.Scope> scope,
            @Size(min = 1, max = 120) String body,
            @Size(min = 1, max = 500) String measure,
            LocalDate receivedOn,
            Optional<@Printed @Size(max = 120) String> document) {
        static final String EXAMPLE = """
                {"body": "ECtHR", "measure": "interim measure under Rule 39", "receivedOn": "2019-03-08",
                 "document": "doc-r39"}""";
    }

    /** The end of a stay. */
    record LiftingBody(
            LocalDate liftedOn,
            @Printed @Size(min = 1, max = 120) String document) {
        static final String EXAMPLE = """
                {"liftedOn": "2019-03-15", "document": "doc-r39-lifted"}""";
    }

    /**
     * A right of the person that was observed, or that the person chose not to use.
     *
     * @param evidence the reference of a document, never its content
     */
    record RightBody(
            RightKind right,
            LocalDate on,
            @Printed @Size(min = 1, max = 120) String evidence,
            Optional<@Size(max = 2_000) String> note) {
        static final String EXAMPLE = """
                {"right": "CONSULAR_ACCESS", "on": "2018-09-03", "evidence": "doc-consul", "note": "refused by the person"}""";
    }

    /** A charge that the requesting state lays after surrender. */
    record LaterChargeBody(@Size(min = 1, max = 300) String title, LocalDate laidOn) {
        static final String EXAMPLE = """
                {"title": "Tax evasion, 2003", "laidOn": "2019-09-01"}""";
    }

    /** What became of the question of consent. */
    record ChargeOutcomeBody(
            LaterCharge.Outcome outcome,
            LocalDate on,
            @Printed @Size(min = 1, max = 120) String document) {
        static final String EXAMPLE = """
                {"outcome": "CONSENT_REFUSED", "on": "2019-10-02", "document": "doc-note-17"}""";
    }

    /** Something that clock rules speak of. */
    record HappeningBody(
            @Pattern(regexp = "[a-zA-Z]{2,40}\\.[A-Z_]{2,40}(\\.ended)?")
            String token,

            HappenedBody happened,
            Optional<@Printed @Size(max = 80) String> about,
            Optional<@Printed @Size(min = 1, max = 200) String> document) {
        static final String EXAMPLE = """
                {"token": "ccf.ADMISSIBLE", "happened": {"day": "2020-01-20"}}""";
    }

    /** Data that were sent. */
    record DisclosureBody(
            @Size(min = 1, max = 50) List<@Printed @Size(min = 1, max = 120) String> recipients,
            @Size(min = 1, max = 10) List<Content> content,
            @Size(min = 1, max = 500) String purpose,
            LocalDate on) {
        static final String EXAMPLE = """
                {"recipients": ["XR-CA"], "content": ["IDENTITY", "STATUS"], "purpose": "reply to the list of 2014-08-29",
                 "on": "2014-10-06"}""";
    }

    /** What was sent is wrong. */
    record CorrectionBody(
            @Size(max = 10) List<Content> content,
            @Size(min = 1, max = 4000) String reasons,
            LocalDate on) {
        static final String EXAMPLE = """
                {"content": ["IDENTITY"], "reasons": "The birth date is that of a namesake", "on": "2020-10-02"}""";
    }

    /** An interest that somebody has in the case. */
    record ConflictBody(
            @Printed @Size(min = 1, max = 100) String officer,
            @Size(min = 1, max = 2000) String reasons) {
        static final String EXAMPLE = """
                {"officer": "carl.officer", "reasons": "Related to the buyer of the house"}""";
    }
}
