package org.repatria.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.assets.AssetsByState;
import org.repatria.cases.domain.assets.LinkedAsset;
import org.repatria.cases.domain.casefile.Dossier;
import org.repatria.cases.domain.facts.Fact;
import org.repatria.cases.domain.facts.FactKind;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.GateRule.Demand;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.leaning.Leaning;
import org.repatria.cases.domain.leaning.LeaningGround;
import org.repatria.cases.domain.lifecycle.Course;
import org.repatria.cases.domain.lifecycle.LaterCharge;
import org.repatria.cases.domain.lifecycle.NextMove;
import org.repatria.cases.domain.lifecycle.Particular;
import org.repatria.cases.domain.lifecycle.Proposal;
import org.repatria.cases.domain.recovery.HowFar;
import org.repatria.cases.domain.recovery.RecoveryStage;
import org.repatria.cases.domain.safeguards.CheckEntry;
import org.repatria.cases.domain.safeguards.CheckResult;
import org.repatria.cases.domain.safeguards.GateCell;
import org.repatria.cases.domain.safeguards.RightKind;
import org.repatria.cases.domain.safeguards.Signature;
import org.repatria.cases.domain.safeguards.Stay;
import org.repatria.cases.domain.sharing.Compartment;
import org.repatria.cases.domain.sharing.CompartmentGrant;
import org.repatria.cases.domain.sharing.Disclosure;
import org.repatria.cases.domain.sharing.NeedToKnow;
import org.repatria.cases.domain.strategy.Advice;
import org.repatria.cases.domain.strategy.Effect;
import org.repatria.cases.domain.strategy.Engine;
import org.repatria.cases.domain.strategy.EngineResult;
import org.repatria.cases.domain.strategy.EngineResult.Change;
import org.repatria.cases.domain.strategy.Findings;
import org.repatria.cases.domain.strategy.PathwayKind;
import org.repatria.cases.domain.strategy.Run;
import org.repatria.cases.domain.strategy.Strategy;
import org.repatria.cases.domain.strategy.Way;
import org.repatria.cases.web.OffenceAnswers.AssessedOffenceAnswer;
import org.repatria.cases.web.OffenceAnswers.OffenceAnswer;
import org.repatria.clocks.Happened;
import org.repatria.decider.Obstacle;

/** What callers read about the dossier of a case. */
final class DossierAnswers {

    private DossierAnswers() {}

    /**
     * A command was carried out.
     *
     * @param created the id of what was made
     * @param proposal the id under which the move waits for a second person; absent once it is made
     */
    record Done(String id, long version, Optional<String> created, Optional<String> proposal) {
        static final String EXAMPLE = """
                {"id": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "version": 7, \
                "created": "pathway-5n8p2r4t6v0w1x3y7z9a2b4cd"}""";
        static final String PROPOSED = """
                {"id": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "version": 8, \
                "proposal": "proposal-5n8p2r4t6v0w1x3y7z9a2b4cd"}""";
    }

    /** When something happened. */
    record HappenedAnswer(LocalDate day, Optional<Instant> instant, Optional<String> zone) {
        static HappenedAnswer of(Happened happened) {
            return switch (happened) {
                case Happened.On(var day) -> new HappenedAnswer(day, Optional.empty(), Optional.empty());
                case Happened.At(var instant, var zone) ->
                    new HappenedAnswer(happened.day(), Optional.of(instant), Optional.of(zone.getId()));
            };
        }
    }

    /** All answers of a file. */
    record FactsAnswer(List<FactAnswer> items, List<OffenceAnswer> offences) {
        static final String EXAMPLE = """
                {"items": [{"name": "WILLING_TO_RETURN", "value": "YES", "kind": "ASSESSMENT", "counts": true, \
                "withheld": false,
                  "source": "interview of 2015-09-20", "asOf": "2015-09-20", "assessor": "lena.legal",
                  "recordedAt": "2015-09-21T09:00:00Z"}],
                 "offences": [{"id": "offence-5n8p2r4t6v0w1x3y7z9a2b4cd", "title": "Embezzlement of public funds",
                   "side": "REQUESTING", "committedFrom": "1997-03-01", "committedTo": "2001-04-11",
                   "maxPenaltyRequesting": {"years": 15, "life": false, "death": false}, "dualCriminal": "YES",
                   "penaltyOk": "YES", "absconded": "UNKNOWN", "tollings": [],
                   "opinions": [], "limitation": [{"in": "REQUESTING", "standing": "NOT_EXPIRED", \
                "lastDay": "2016-04-11",
                     "rules": ["SOL-XR-1 v1"], "reason": "It does not end before 2016-04-11."}]}]}""";

        static FactsAnswer of(Dossier dossier, NeedToKnow reader) {
            var facts = dossier.facts();
            return new FactsAnswer(
                    facts.history().entrySet().stream()
                            .flatMap(entry -> entry.getValue().stream()
                                    .map(fact -> FactAnswer.of(
                                            fact,
                                            facts.current(entry.getKey())
                                                    .filter(fact::equals)
                                                    .isPresent(),
                                            reader.mayRead(fact))))
                            .toList(),
                    facts.offences().stream()
                            .map(offence -> OffenceAnswer.of(offence, reader.relation(), reader.occasion()))
                            .toList());
        }
    }

    /**
     * One answer; {@code counts} says whether it is the one that counts today.
     *
     * @param withheld whether the answer stands in a compartment that is not open to the reader
     */
    record FactAnswer(
            FactName name,
            Optional<String> value,
            FactKind kind,
            boolean counts,
            Optional<String> source,
            LocalDate asOf,
            String assessor,
            Instant recordedAt,
            boolean withheld) {
        static FactAnswer of(Fact fact, boolean counts, boolean mayRead) {
            return new FactAnswer(
                    fact.name(),
                    Optional.of(fact.value()).filter(_ -> mayRead),
                    fact.kind(),
                    counts,
                    Optional.of(fact.source()).filter(_ -> mayRead),
                    fact.asOf(),
                    fact.assessor(),
                    fact.recordedAt(),
                    !mayRead);
        }
    }

    /** Where the person is said to be; absent when nobody has said it. */
    record LocationAnswer(Optional<CountryCode> country) {
        static final String EXAMPLE = """
                {"country": "XH"}""";
    }

    /** To whom compartments of the case are open now. */
    record GrantsAnswer(List<GrantAnswer> items) {
        static final String EXAMPLE = """
                {"items": [{"id": "grant-5n8p2r4t6v0w1x3y7z9a2b4cd", "officer": "carl.officer", \
                "compartment": "LOCATION",
                  "reasons": "Prepares the provisional arrest", "by": "sara.supervisor", "at": "2018-09-01T09:00:00Z",
                  "until": "2018-10-01T00:00:00Z", "brokenGlass": false}]}""";
    }

    /** A compartment that is open to one officer, and by whom. */
    record GrantAnswer(
            String id,
            String officer,
            Compartment compartment,
            String reasons,
            String by,
            Instant at,
            Instant until,
            boolean brokenGlass) {
        static GrantAnswer of(CompartmentGrant grant) {
            return new GrantAnswer(
                    grant.id(),
                    grant.officer(),
                    grant.compartment(),
                    grant.signature().reasons(),
                    grant.signature().officer(),
                    grant.signature().at(),
                    grant.until(),
                    grant.brokenGlass());
        }
    }

    /**
     * The latest run of the strategy engine; it advises, a person decides.
     *
     * @param leftOut questions that count as unanswered here, because what is answered is not open to the reader
     */
    record AssessmentAnswer(
            String run,
            Instant at,
            String requestedBy,
            String edition,
            List<String> leftOut,
            List<AssessedOffenceAnswer> offences,
            List<WayAnswer> pathways,
            List<RuleAnswer> rules,
            List<Advice> advice,
            List<Change> whatWouldChangeThis) {
        static final String EXAMPLE = """
                {"run": "run-5n8p2r4t6v0w1x3y7z9a2b4cd", "at": "2014-11-20T09:00:00Z", "requestedBy": "lena.legal",
                 "edition": "2026-1", "leftOut": ["HEALTH", "IMMIGRATION_STATUS"],
                 "offences": [{"id": "offence-5n8p2r4t6v0w1x3y7z9a2b4cd", "side": "REQUESTING",
                   "limitation": [{"in": "REQUESTED", "standing": "NOT_EXPIRED", "lastDay": "2016-04-11",
                     "rules": ["SOL-XE-1 v1"], "reason": "It does not end before 2016-04-11."}]}],
                 "pathways": [{"pathway": "EXTRADITION", "effect": "BARRED", "conditions": [],
                   "rules": ["ST-03"]}],
                 "rules": [{"rule": "ST-03", "firing": "FIRED", "explanation": "No treaty where one is needed",
                   "citation": "18 U.S.C. 3181(a); UNCAC 44(5)-(6)", "facts": {"TREATY_IN_FORCE": "NO"}}],
                 "advice": [], "whatWouldChangeThis": []}""";

        /**
         * A run with the sentences and the outlook of the engine as it is.
         *
         * <p>Where the engine has come to find something else, advice and outlook are left out.
         *
         * @param closed questions whose answers are not open to the reader, who sees what the engine says without them
         */
        static AssessmentAnswer of(Run kept, Set<FactName> closed, UnaryOperator<String> citation) {
            var run = kept.without(closed);
            var today = Engine.replay(run);
            var isTheSame = today.findings().equals(run.findings());
            var heard = today.rules().stream().collect(Collectors.toMap(EngineResult.RuleResult::rule, rule -> rule));
            return new AssessmentAnswer(
                    run.id(),
                    run.at(),
                    run.requestedBy(),
                    run.edition(),
                    closed.stream().map(FactName::name).sorted().toList(),
                    run.input().offences().stream()
                            .map(AssessedOffenceAnswer::of)
                            .toList(),
                    run.findings().ways().stream().map(WayAnswer::of).toList(),
                    run.findings().rules().entrySet().stream()
                            .map(rule -> RuleAnswer.of(
                                    rule.getKey(),
                                    rule.getValue(),
                                    Optional.ofNullable(heard.get(rule.getKey())),
                                    citation.apply(rule.getKey())))
                            .toList(),
                    isTheSame ? today.advice() : List.of(),
                    isTheSame ? today.whatWouldChangeThis() : List.of());
        }
    }

    /** How one pathway or act stands. */
    record WayAnswer(Way pathway, Effect effect, List<String> conditions, Optional<Integer> rank, List<String> rules) {
        static WayAnswer of(Findings.Standing standing) {
            return new WayAnswer(standing.way(), standing.effect(), standing.on(), standing.rank(), standing.rules());
        }
    }

    /** One rule that fired or hangs on something unknown, with the facts that it used. */
    record RuleAnswer(
            String rule, EngineResult.Firing firing, String explanation, String citation, Map<String, String> facts) {
        static RuleAnswer of(
                String rule, EngineResult.Firing firing, Optional<EngineResult.RuleResult> heard, String citation) {
            var facts = new TreeMap<String, String>();
            heard.ifPresent(it -> it.facts().forEach(fact -> facts.put(fact.name(), fact.word())));
            return new RuleAnswer(
                    rule,
                    firing,
                    heard.map(EngineResult.RuleResult::explanation).orElse(""),
                    citation,
                    facts);
        }
    }

    /** The versions of a strategy. */
    record StrategiesAnswer(List<StrategyAnswer> items) {
        static final String EXAMPLE = """
                {"items": [{"number": 1, "status": "AGREED", "pathways": [{"kind": "ASSET_RECOVERY", "rank": 1}],
                  "reasons": "No treaty", "responsibleOfficer": "carl.officer", "safeguardsOwner": "lena.legal",
                  "reviewOn": "2015-05-20", "sensitive": false, "run": "run-1", "proposedBy": "lena.legal",
                  "proposedAt": "2014-11-20T09:00:00Z", "agreedOn": "2014-12-05",
                  "signatures": [{"side": "REQUESTED", "by": "sara.supervisor", "reference": "JLG 2014-12-05, item 4",
                    "agreedOn": "2014-12-05"}]}]}""";

        static StrategiesAnswer of(Dossier dossier) {
            return new StrategiesAnswer(dossier.strategies().versions().stream()
                    .map(StrategyAnswer::of)
                    .toList());
        }
    }

    /** One version. */
    record StrategyAnswer(
            int number,
            Strategy.Status status,
            List<Strategy.Choice> pathways,
            Optional<PathwayKind> fallback,
            String reasons,
            String responsibleOfficer,
            String safeguardsOwner,
            LocalDate reviewOn,
            boolean sensitive,
            String run,
            String proposedBy,
            Instant proposedAt,
            Optional<LocalDate> agreedOn,
            List<SignatureAnswer> signatures) {
        static StrategyAnswer of(Strategy strategy) {
            return new StrategyAnswer(
                    strategy.number(),
                    strategy.status(),
                    strategy.pathways(),
                    strategy.fallback(),
                    strategy.reasons(),
                    strategy.responsibleOfficer(),
                    strategy.safeguardsOwner(),
                    strategy.reviewOn(),
                    strategy.sensitive(),
                    strategy.runId(),
                    strategy.proposedBy(),
                    strategy.proposedAt(),
                    strategy.agreedOn(),
                    strategy.signatures().stream()
                            .map(signature -> new SignatureAnswer(
                                    signature.side(),
                                    signature.by(),
                                    signature.reference(),
                                    signature.agreedOn(),
                                    signature.dissent()))
                            .toList());
        }
    }

    /** One side's agreement. */
    record SignatureAnswer(Side side, String by, String reference, LocalDate agreedOn, Optional<String> dissent) {}

    /** Whether a stored run leads to the same result again. */
    record ReplayAnswer(String run, boolean same) {
        static final String EXAMPLE = """
                {"run": "run-5n8p2r4t6v0w1x3y7z9a2b4cd", "same": true}""";
    }

    /** Pathways, notices or assurances of a case. */
    record CoursesAnswer(List<CourseAnswer> items) {
        static final String EXAMPLE = """
                {"items": [{"id": "pathway-5n8p2r4t6v0w1x3y7z9a2b4cd", "kind": "EXTRADITION", "title": "extradition",
                  "state": "ASSESSMENT", "ended": false, "particulars": {}, "steps": [], "laterCharges": [], \
                "next": []}]}""";
    }

    /** Cases that lean on a notice. */
    record LeaningsAnswer(List<LeaningAnswer> items) {
        static final String EXAMPLE = """
                {"items": [{"caseId": "case-7m2n9p4r6t8v0w1x3y5z7a9b1c", "ground": "CO_ACCUSED",
                  "reasons": "Arrested together on the notice of the principal accused", "by": "rita.legal",
                  "at": "2019-10-09T09:00:00Z"}]}""";
    }

    /** One case that leans on a notice, and who said so. */
    record LeaningAnswer(CaseId caseId, LeaningGround ground, String reasons, String by, Instant at) {
        static LeaningAnswer of(Leaning leaning) {
            return new LeaningAnswer(
                    leaning.caseId(),
                    leaning.ground(),
                    leaning.signature().reasons(),
                    leaning.signature().officer(),
                    leaning.signature().at());
        }
    }

    /** One pathway, notice or assurance. */
    record CourseAnswer(
            String id,
            String kind,
            String title,
            String state,
            boolean ended,
            Map<String, String> particulars,
            List<StepAnswer> steps,
            List<LaterCharge> laterCharges,
            List<NextAnswer> next,
            Optional<AssetsAnswer> assets) {
        static final String EXAMPLE = """
                {"id": "pathway-5n8p2r4t6v0w1x3y7z9a2b4cd", "kind": "EXTRADITION", "title": "extradition",
                 "state": "ASSESSMENT", "ended": false, "particulars": {}, "steps": [], "laterCharges": [],
                 "next": [{"to": "PA_REQUESTED", "by": ["RS-LO"], "approvedBy": ["RS-SU"], "needs": ["urgency"],
                   "missing": [{"code": "CHECK_MISSING", "about": "SG-01", \
                "detail": "SG-01 Identity: not recorded yet."}]}]}""";

        static CourseAnswer of(Course course, List<NextAnswer> next, Optional<AssetsAnswer> assets) {
            return new CourseAnswer(
                    course.id(),
                    kind(course),
                    course.title(),
                    course.state(),
                    course.hasEnded(),
                    course.particulars(),
                    course.steps().stream()
                            .map(step -> new StepAnswer(
                                    step.from(),
                                    step.to(),
                                    HappenedAnswer.of(step.happened()),
                                    step.recordedAt(),
                                    step.by(),
                                    step.approvedBy(),
                                    step.documents()))
                            .toList(),
                    course.laterCharges(),
                    next,
                    assets);
        }

        private static String kind(Course course) {
            return java.util.Arrays.stream(org.repatria.cases.domain.strategy.PathwayKind.values())
                    .filter(kind -> kind.token().equals(course.kind()))
                    .map(Enum::name)
                    .findFirst()
                    .orElse(course.kind().toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * The assets that a pathway of recovery follows, for the host state alone.
     *
     * @param furthest where the one stands that has come furthest; absent where none is in recovery
     * @param weakest where the one stands that has come least far
     * @param count of all assets of the case; of more than {@code SHOWN_MAX} some are shown
     */
    record AssetsAnswer(
            Optional<RecoveryStage> furthest, Optional<RecoveryStage> weakest, int count, List<AssetMark> items) {

        /** LIMIT: assets shown with a pathway; whoever wants more of them asks the asset service for its list. */
        static final int SHOWN_MAX = 100;

        static AssetsAnswer of(AssetsByState all, List<LinkedAsset> some) {
            var howFar = HowFar.of(all.names());
            return new AssetsAnswer(
                    howFar.furthest(),
                    howFar.weakest(),
                    all.count(),
                    some.stream()
                            .map(asset -> new AssetMark(asset.assetId(), asset.state(), asset.heldUntil()))
                            .toList());
        }
    }

    /** An asset that names the case, in the words of the asset service. */
    record AssetMark(String assetId, String state, Optional<LocalDate> heldUntil) {}

    /** One move that was made. */
    record StepAnswer(
            String from,
            String to,
            HappenedAnswer happened,
            Instant recordedAt,
            String by,
            Optional<String> approvedBy,
            List<String> documents) {}

    /** A move that could be made next, and what it lacks. */
    record NextAnswer(String to, List<String> by, List<String> approvedBy, List<String> needs, List<Obstacle> missing) {
        static NextAnswer of(NextMove way) {
            return new NextAnswer(
                    way.row().to(),
                    way.row().who().by().stream().map(Officer::toString).toList(),
                    way.row().who().approvedBy().stream().map(Officer::toString).toList(),
                    way.row().requires().needs().stream().map(Particular::name).toList(),
                    way.missing());
        }
    }

    /** What waits for a second person in a case. */
    record ProposalsAnswer(List<ProposalAnswer> items) {
        static final String EXAMPLE = """
                {"items": [{"id": "proposal-5n8p2r4t6v0w1x3y7z9a2b4cd", "kind": "extradition",
                  "courseId": "pathway-0f3kq8v5m2n7p1r4s6t9w0x2y", "from": "ASSESSMENT", "to": "PA_REQUESTED",
                  "by": "rita.legal", "waitsFor": ["RS-SU"], "proposedAt": "2018-09-02T09:00:00Z",
                  "expiresAt": "2018-09-16T09:00:00Z", "reasons": "Flight risk"}]}""";
    }

    /** One move that waits for a second person. */
    record ProposalAnswer(
            String id,
            String kind,
            String courseId,
            String from,
            String to,
            String by,
            List<String> waitsFor,
            Instant proposedAt,
            Instant expiresAt,
            String reasons) {
        static ProposalAnswer of(Proposal proposal) {
            return new ProposalAnswer(
                    proposal.id(),
                    proposal.kind(),
                    proposal.move().courseId(),
                    proposal.from(),
                    proposal.move().to(),
                    proposal.proposedBy(),
                    proposal.approvedBy().stream().map(Officer::toString).toList(),
                    proposal.proposedAt(),
                    proposal.expiresAt(),
                    proposal.move().reasons());
        }
    }

    /** Everything recorded of the checks of a case. */
    record ChecksAnswer(List<CheckAnswer> items, List<StayAnswer> stays, List<String> conflicts, List<String> missing) {
        static final String EXAMPLE = """
                {"items": [{"id": "check-5n8p2r4t6v0w1x3y7z9a2b4cd", "check": "SG-01", "result": "PASS",
                  "status": "APPROVED", "on": {"day": "2014-09-20"}, "conditions": [], "evidence": ["doc-passport"],
                  "recordedBy": "ana.analyst", "reasons": "Two identifiers agree", "decidedBy": "lena.legal", \
                "withheld": false}],
                 "stays": [], "conflicts": [], "missing": ["SG-22"]}""";

        static ChecksAnswer of(Dossier dossier, NeedToKnow reader) {
            var safeguards = dossier.safeguards();
            return new ChecksAnswer(
                    safeguards.checks().entries().stream()
                            .map(entry -> CheckAnswer.of(entry, reader.mayReadGroundsOf(entry)))
                            .toList(),
                    safeguards.stays().stays().stream().map(StayAnswer::of).toList(),
                    safeguards.conflicts().marks().stream()
                            .map(mark -> mark.officer())
                            .distinct()
                            .toList(),
                    dossier.missing());
        }
    }

    /**
     * One check as it was made, and what the second person said.
     *
     * @param withheld whether reasons and evidence are not for the reader
     */
    record CheckAnswer(
            String id,
            String check,
            Optional<String> about,
            CheckResult result,
            CheckEntry.Status status,
            HappenedAnswer on,
            Optional<LocalDate> lastDay,
            Optional<Instant> until,
            List<String> conditions,
            List<String> evidence,
            String recordedBy,
            Optional<String> reasons,
            Optional<String> decidedBy,
            Optional<String> challengedBy,
            boolean withheld) {
        static CheckAnswer of(CheckEntry entry, boolean mayReadGrounds) {
            return new CheckAnswer(
                    entry.id(),
                    entry.check(),
                    entry.about(),
                    entry.result(),
                    entry.status(),
                    HappenedAnswer.of(entry.on()),
                    entry.lastDay(),
                    entry.until(),
                    entry.conditions(),
                    mayReadGrounds ? entry.evidence() : List.of(),
                    entry.recorded().officer(),
                    mayReadGrounds ? Optional.of(entry.recorded().reasons()) : Optional.empty(),
                    entry.decided().map(Signature::officer),
                    entry.challenged().map(Signature::officer),
                    !mayReadGrounds);
        }
    }

    /** One stay. */
    record StayAnswer(
            String id,
            Stay.Scope scope,
            String body,
            String measure,
            HappenedAnswer receivedOn,
            Optional<HappenedAnswer> liftedOn) {
        static StayAnswer of(Stay stay) {
            return new StayAnswer(
                    stay.id(),
                    stay.scope(),
                    stay.body(),
                    stay.measure(),
                    HappenedAnswer.of(stay.receivedOn()),
                    stay.lift().map(lift -> HappenedAnswer.of(lift.on())));
        }
    }

    /** Which rights of the person were observed. */
    record RightsAnswer(List<RightAnswer> items) {
        static final String EXAMPLE = """
                {"items": [{"id": "right-5n8p2r4t6v0w1x3y7z9a2b4cd", "right": "CONSULAR_ACCESS",
                  "on": {"day": "2018-09-03"}, "evidence": "doc-consul", "recordedBy": "lena.legal"}]}""";

        static RightsAnswer of(Dossier dossier) {
            return new RightsAnswer(dossier.safeguards().rights().observed().stream()
                    .map(right -> new RightAnswer(
                            right.id(),
                            right.kind(),
                            HappenedAnswer.of(right.on()),
                            right.evidence(),
                            right.recorded().officer()))
                    .toList());
        }
    }

    /** One right, with the reference of its evidence. */
    record RightAnswer(String id, RightKind right, HappenedAnswer on, String evidence, String recordedBy) {}

    /** What a gate asks for today, and what is missing. */
    record GateAnswer(Gate gate, boolean open, List<CellAnswer> checks, List<Obstacle> missing) {
        static final String EXAMPLE = """
                {"gate": "SURRENDER", "open": false,
                 "checks": [{"check": "SG-09", "title": "SG-09 Real risk", "demand": "REQUIRED", "overridden": false}],
                 "missing": [{"code": "CHECK_MISSING", "about": "SG-09", \
                "detail": "SG-09 Real risk: not recorded yet."}]}""";

        static GateAnswer of(Gate gate, List<GateCell> cells) {
            var missing =
                    cells.stream().flatMap(cell -> cell.missing().stream()).toList();
            return new GateAnswer(
                    gate,
                    missing.isEmpty(),
                    cells.stream()
                            .map(cell -> new CellAnswer(
                                    cell.check(),
                                    cell.title(),
                                    cell.demand(),
                                    cell.entryId(),
                                    cell.override().isPresent()))
                            .toList(),
                    missing);
        }
    }

    /** One check that a gate asks for. */
    record CellAnswer(String check, String title, Demand demand, Optional<String> entryId, boolean overridden) {}

    /** What left the case, and who was told that it was wrong. */
    record DisclosuresAnswer(List<DisclosureAnswer> items, List<CorrectionAnswer> corrections) {
        static final String EXAMPLE = """
                {"items": [{"id": "disclosure-5n8p2r4t6v0w1x3y7z9a2b4cd", "recipients": ["XR-CA"],
                  "content": ["IDENTITY"], "purpose": "reply to the list", "on": "2014-10-06", "by": "carl.officer"}],
                 "corrections": []}""";
    }

    /** One disclosure. */
    record DisclosureAnswer(
            String id, List<String> recipients, List<String> content, String purpose, LocalDate on, String by) {
        static DisclosureAnswer of(Disclosure disclosure) {
            return new DisclosureAnswer(
                    disclosure.id(),
                    disclosure.recipients(),
                    disclosure.content().stream().map(Enum::name).sorted().toList(),
                    disclosure.signature().reasons(),
                    disclosure.on(),
                    disclosure.signature().officer());
        }
    }

    /** One correction with everybody who was told. */
    record CorrectionAnswer(String id, LocalDate on, List<String> notified, String reasons) {}
}
