package org.repatria.cases.web;

import static org.repatria.cases.web.CaseProblem.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.Happened;
import org.repatria.cases.domain.access.NamedOfficer;
import org.repatria.cases.domain.access.Officers;
import org.repatria.cases.domain.casefile.CaseCommand.Assess;
import org.repatria.cases.domain.casefile.CaseCommand.OfClocks;
import org.repatria.cases.domain.casefile.CaseCommand.OfFacts;
import org.repatria.cases.domain.casefile.CaseCommand.OfLeanings;
import org.repatria.cases.domain.casefile.CaseCommand.OfLifecycle;
import org.repatria.cases.domain.casefile.CaseCommand.OfSafeguards;
import org.repatria.cases.domain.casefile.CaseCommand.OfSharing;
import org.repatria.cases.domain.casefile.CaseCommand.OfStrategy;
import org.repatria.cases.domain.clocks.ClockCommand.NoteHappening;
import org.repatria.cases.domain.clocks.Happening;
import org.repatria.cases.domain.facts.FactsCommand.RecordFacts;
import org.repatria.cases.domain.facts.FactsCommand.RecordOffence;
import org.repatria.cases.domain.facts.FactsCommand.Statement;
import org.repatria.cases.domain.facts.Offence;
import org.repatria.cases.domain.law.Occasion;
import org.repatria.cases.domain.leaning.LeaningCommand;
import org.repatria.cases.domain.lifecycle.LifecycleCommand;
import org.repatria.cases.domain.lifecycle.Move;
import org.repatria.cases.domain.safeguards.CheckCommand;
import org.repatria.cases.domain.safeguards.ConflictCommand;
import org.repatria.cases.domain.safeguards.RightCommand;
import org.repatria.cases.domain.safeguards.SafeguardCommand;
import org.repatria.cases.domain.safeguards.Stay;
import org.repatria.cases.domain.safeguards.StayCommand;
import org.repatria.cases.domain.sharing.GrantCommand;
import org.repatria.cases.domain.sharing.SharingCommand;
import org.repatria.cases.domain.strategy.Strategy;
import org.repatria.cases.domain.strategy.StrategyCommand;
import org.repatria.cases.web.DossierAnswers.Done;
import org.repatria.cases.web.DossierBodies.AssuranceBody;
import org.repatria.cases.web.DossierBodies.ChallengeBody;
import org.repatria.cases.web.DossierBodies.ChargeOutcomeBody;
import org.repatria.cases.web.DossierBodies.CheckBody;
import org.repatria.cases.web.DossierBodies.ConflictBody;
import org.repatria.cases.web.DossierBodies.CorrectionBody;
import org.repatria.cases.web.DossierBodies.CountersignatureBody;
import org.repatria.cases.web.DossierBodies.DisclosureBody;
import org.repatria.cases.web.DossierBodies.FactsBody;
import org.repatria.cases.web.DossierBodies.GlassBody;
import org.repatria.cases.web.DossierBodies.GrantBody;
import org.repatria.cases.web.DossierBodies.HappeningBody;
import org.repatria.cases.web.DossierBodies.LaterChargeBody;
import org.repatria.cases.web.DossierBodies.LeaningBody;
import org.repatria.cases.web.DossierBodies.LiftingBody;
import org.repatria.cases.web.DossierBodies.MoveBody;
import org.repatria.cases.web.DossierBodies.NoticeBody;
import org.repatria.cases.web.DossierBodies.OffenceBody;
import org.repatria.cases.web.DossierBodies.OverrideBody;
import org.repatria.cases.web.DossierBodies.PathwayBody;
import org.repatria.cases.web.DossierBodies.ReasonsBody;
import org.repatria.cases.web.DossierBodies.RightBody;
import org.repatria.cases.web.DossierBodies.StayBody;
import org.repatria.cases.web.DossierBodies.StrategyBody;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.FieldError;
import org.repatria.edge.Reading;
import org.repatria.policy.Act;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The commands on the dossier of a case: facts, pathways, notices, assurances, checks, stays, sharing. */
final class DossierRoutes {

    private static final String ONE = "/v1/cases/{id}";

    private final SeenCases cases;
    private final Officers officers;

    DossierRoutes(SeenCases cases, Officers officers) {
        this.cases = cases;
        this.officers = officers;
    }

    Api api() {
        var endpoints = new ArrayList<Endpoint>();
        endpoints.addAll(facts());
        endpoints.addAll(courses("pathways", "Pathway"));
        endpoints.addAll(courses("notices", "Notice"));
        endpoints.addAll(courses("assurances", "Assurance"));
        endpoints.addAll(opening());
        endpoints.addAll(leanings());
        endpoints.addAll(compartments());
        endpoints.addAll(proposals());
        endpoints.addAll(checks());
        endpoints.addAll(others());
        return new Api("dossier", "What is found out, checked, decided and done in a case.", endpoints);
    }

    private List<Endpoint> facts() {
        return List.of(
                command("/facts", "recordFacts", "Records facts, assessments or allegations")
                        .json(FactsBody.class, FactsBody.EXAMPLE)
                        .problems(FACTS_NOT_USABLE)
                        .handle(call -> cases.act(call, Act.RECORD_FACTS, on -> new OfFacts(statements(call), on))),
                creating("/offences", "recordOffence", "Records an offence, or replaces one")
                        .json(OffenceBody.class, OffenceBody.EXAMPLE)
                        .problems(OFFENCE_NOT_USABLE)
                        .handle(this::recordOffence),
                creating("/assessments", "assessCase", "Runs the strategy engine on what is known")
                        .handle(call -> {
                            var id = cases.newId("run-", call);
                            return cases.create(call, Act.ASSESS, id, on -> new Assess(id, false, on));
                        }),
                creating("/strategies", "proposeStrategy", "Proposes a strategy to both sides")
                        .json(StrategyBody.class, StrategyBody.EXAMPLE)
                        .problems(STRATEGY_NOT_PROPOSABLE, CASE_NOT_ACCEPTED_YET)
                        .handle(this::proposeStrategy),
                onStrategy("/countersignatures", "countersignStrategy", "Agrees for one side")
                        .json(CountersignatureBody.class, CountersignatureBody.EXAMPLE)
                        .problems(STRATEGY_NOT_SIGNABLE)
                        .handle(call -> {
                            var body = call.body(CountersignatureBody.class);
                            return strategy(
                                    call,
                                    Act.COUNTERSIGN,
                                    number -> new StrategyCommand.Countersign(
                                            number, body.reference(), body.agreedOn(), body.dissent()));
                        }),
                onStrategy("/veto", "vetoStrategy", "Stops a strategy for reasons of law")
                        .json(ReasonsBody.class, ReasonsBody.EXAMPLE)
                        .problems(STRATEGY_NOT_VETOABLE)
                        .handle(call -> strategy(
                                call,
                                Act.PROPOSE_STRATEGY,
                                number -> new StrategyCommand.VetoStrategy(number, reasons(call)))),
                onStrategy("/approval", "approveSensitiveStrategy", "Lets a sensitive strategy be signed")
                        .json(ReasonsBody.class, ReasonsBody.EXAMPLE)
                        .problems(STRATEGY_NOT_APPROVABLE)
                        .handle(call -> strategy(
                                call,
                                Act.COUNTERSIGN,
                                number -> new StrategyCommand.ApproveSensitive(number, reasons(call)))));
    }

    private Mono<ServerResponse> proposeStrategy(Call call) {
        var body = call.body(StrategyBody.class);
        var proposed = new StrategyCommand.ProposeStrategy(
                body.pathways().stream()
                        .map(chosen -> new Strategy.Choice(chosen.kind(), chosen.rank()))
                        .toList(),
                body.fallback(),
                body.reasons(),
                NamedOfficer.in(officers, body.responsibleOfficer()),
                NamedOfficer.in(officers, body.safeguardsOwner()),
                body.reviewOn(),
                body.sensitive().orElse(false));
        return cases.withNumber(call, Act.PROPOSE_STRATEGY, on -> new OfStrategy(proposed, on));
    }

    private Mono<ServerResponse> strategy(Call call, Act act, IntFunction<StrategyCommand> command) {
        var number = call.id("number");
        if (!number.matches("[1-9]\\d{0,5}")) {
            return Answers.problem(STRATEGY_NOT_FOUND.problem());
        }
        return cases.act(call, act, on -> new OfStrategy(command.apply(Integer.parseInt(number)), on));
    }

    private static String reasons(Call call) {
        return call.body(ReasonsBody.class).reasons().orElse("");
    }

    private static Endpoint.Draft onStrategy(String ending, String operationId, String summary) {
        return command("/strategies/{number}" + ending, operationId, summary)
                .problems(STRATEGY_NOT_FOUND, STRATEGY_NOT_OPEN);
    }

    private static RecordFacts statements(Call call) {
        return new RecordFacts(call.body(FactsBody.class).facts().stream()
                .map(fact -> new Statement(fact.name(), fact.value(), fact.kind(), fact.source(), fact.asOf()))
                .toList());
    }

    private Mono<ServerResponse> recordOffence(Call call) {
        var body = call.body(OffenceBody.class);
        var id = body.offenceId()
                .orElseGet(() -> cases.newId(Bodies.isOfHost(body) ? Offence.HOST_ID : "offence-", call));
        var offence = Bodies.offence(id, body);
        return cases.create(call, Act.RECORD_FACTS, id, on -> new OfFacts(new RecordOffence(offence), on));
    }

    /** The moves of the things of one plural noun. */
    private List<Endpoint> courses(String plural, String noun) {
        return List.of(moving(
                        "/" + plural + "/{courseId}/moves",
                        "move" + noun,
                        "Moves it, or proposes the move where a second person must agree")
                .handle(call -> move(call, call.id("courseId"))));
    }

    private List<Endpoint> opening() {
        return List.of(
                moving("/moves", "moveCase", "Moves the case itself, or proposes it to a second person")
                        .handle(call -> move(call, call.id("id"))),
                creating("/pathways", "openPathway", "Opens a pathway")
                        .json(PathwayBody.class, PathwayBody.EXAMPLE)
                        .problems(CASE_NOT_ACCEPTED_YET, MOVE_BLOCKED, NOT_THE_OFFICER, COURSE_EXISTS, TOO_MANY)
                        .handle(this::openPathway),
                creating("/notices", "draftNotice", "Drafts a notice")
                        .json(NoticeBody.class, NoticeBody.EXAMPLE)
                        .problems(CASE_NOT_ACCEPTED_YET, MOVE_BLOCKED, NOT_THE_OFFICER, COURSE_EXISTS, TOO_MANY)
                        .handle(this::draftNotice),
                creating("/assurances", "requestAssurance", "Asks the requesting state for an assurance")
                        .json(AssuranceBody.class, AssuranceBody.EXAMPLE)
                        .problems(CASE_NOT_ACCEPTED_YET, MOVE_BLOCKED, NOT_THE_OFFICER, COURSE_EXISTS, TOO_MANY)
                        .handle(this::requestAssurance),
                creating("/later-charges", "recordLaterCharge", "Records a charge laid after surrender")
                        .json(LaterChargeBody.class, LaterChargeBody.EXAMPLE)
                        .problems(NOT_IN_SPECIALTY_WATCH, CHARGE_EXISTS, TOO_MANY)
                        .handle(this::laterCharge),
                command("/later-charges/{chargeId}/outcome", "decideLaterCharge", "Decides on a later charge")
                        .json(ChargeOutcomeBody.class, ChargeOutcomeBody.EXAMPLE)
                        .problems(CHARGE_NOT_FOUND, CHARGE_DECIDED)
                        .handle(this::chargeOutcome));
    }

    private List<Endpoint> leanings() {
        return List.of(
                command(
                                "/notices/{courseId}/leanings",
                                "letCaseLean",
                                "Says that another case leans on the notice; when the notice falls, that one is reviewed too")
                        .json(LeaningBody.class, LeaningBody.EXAMPLE)
                        .problems(NOTICE_NOT_FOUND, NOTICE_NOT_STANDING, LEANING_CASE_NOT_FOUND)
                        .problems(LEANING_ON_OWN_NOTICE, LEANING_EXISTS, LEANINGS_FULL)
                        .problems(REASONS_REQUIRED, CONFLICT_OF_INTEREST)
                        .handle(this::letLean),
                command(
                                "/notices/{courseId}/leanings/{leaningCaseId}/end",
                                "endLeaning",
                                "Says that a case leans on the notice no more")
                        .json(ReasonsBody.class, ReasonsBody.EXAMPLE)
                        .problems(LEANING_NOT_FOUND, REASONS_REQUIRED, CONFLICT_OF_INTEREST)
                        .handle(this::endLeaning));
    }

    private List<Endpoint> compartments() {
        return List.of(
                creating("/grants", "grantCompartment", "Opens a compartment to an officer up to a day")
                        .json(GrantBody.class, GrantBody.EXAMPLE)
                        .problems(
                                GRANT_INCOMPLETE,
                                GRANT_TO_ONESELF,
                                GRANT_EXISTS,
                                WRONG_OFFICER,
                                CONFLICT_OF_INTEREST,
                                SHARING_FULL)
                        .handle(call -> {
                            var body = call.body(GrantBody.class);
                            var officer = NamedOfficer.in(officers, body.officer());
                            return opens(
                                    call,
                                    Act.GRANT,
                                    id -> new GrantCommand.GrantCompartment(
                                            id, officer, body.compartment(), body.reasons(), body.lastDay()));
                        }),
                command("/grants/{grantId}/withdrawal", "withdrawGrant", "Closes a compartment to an officer")
                        .json(ReasonsBody.class, ReasonsBody.EXAMPLE)
                        .problems(GRANT_NOT_FOUND, GRANT_INCOMPLETE, WRONG_OFFICER)
                        .handle(call -> {
                            var command = new GrantCommand.WithdrawGrant(call.id("grantId"), reasons(call));
                            return cases.act(call, Act.GRANT, on -> new OfSharing(command, on));
                        }),
                creating(
                                "/broken-glass",
                                "breakGlass",
                                "Opens a compartment to oneself for a short time; the auditor is told")
                        .json(GlassBody.class, GlassBody.EXAMPLE)
                        .problems(
                                GRANT_INCOMPLETE,
                                GRANT_IN_FORCE,
                                GRANT_EXISTS,
                                WRONG_OFFICER,
                                CONFLICT_OF_INTEREST,
                                SHARING_FULL)
                        .handle(call -> {
                            var body = call.body(GlassBody.class);
                            return opens(
                                    call,
                                    Act.BREAK_GLASS,
                                    id -> new GrantCommand.BreakGlass(id, body.compartment(), body.reasons()));
                        }));
    }

    private Mono<ServerResponse> opens(Call call, Act act, Function<String, GrantCommand> command) {
        var id = cases.newId("grant-", call);
        var asked = command.apply(id);
        return cases.create(call, act, id, on -> new OfSharing(asked, on));
    }

    /** Both cases are read as the caller may: what is said of two cases is for who works on both. */
    private Mono<ServerResponse> letLean(Call call) {
        var body = call.body(LeaningBody.class);
        return cases.seen(call, Act.LEAN)
                .then(cases.other(call, Act.LEAN, body.caseId()))
                .switchIfEmpty(Mono.defer(() -> Answers.problem(LEANING_CASE_NOT_FOUND
                        .problem()
                        .withErrors(List.of(new FieldError(
                                "/caseId", "CASE_NOT_FOUND", "must be another case that you may work on"))))))
                .flatMap(other -> cases.act(
                        call,
                        Act.LEAN,
                        on -> new OfLeanings(
                                new LeaningCommand.LetLean(
                                        call.id("courseId"),
                                        other.id(),
                                        other.relation(),
                                        body.ground(),
                                        body.reasons()),
                                on)));
    }

    private Mono<ServerResponse> endLeaning(Call call) {
        var other = call.id("leaningCaseId");
        if (!CaseId.isOne(other)) {
            return Answers.problem(LEANING_NOT_FOUND.problem());
        }
        var ended = new LeaningCommand.EndLeaning(call.id("courseId"), new CaseId(other), reasons(call));
        return cases.act(call, Act.LEAN, on -> new OfLeanings(ended, on));
    }

    private Mono<ServerResponse> move(Call call, String courseId) {
        var body = call.body(MoveBody.class);
        var newId = cases.newId("proposal-", call);
        var move = new Move(
                courseId,
                body.to(),
                Bodies.happened(body.happened(), "/happened"),
                body.reasons().orElse(""),
                body.particulars(),
                body.documents());
        return cases.propose(
                call, Act.MOVE, newId, on -> new OfLifecycle(new LifecycleCommand.MakeMove(move, newId), on));
    }

    private Mono<ServerResponse> openPathway(Call call) {
        var body = call.body(PathwayBody.class);
        return open(
                call,
                "pathway-",
                body.kind().token(),
                body.title().orElse(body.kind().token()),
                on -> Bodies.happened(body.happened(), on.today()),
                body.reasons().orElse(""),
                body.particulars(),
                body.documents());
    }

    private Mono<ServerResponse> draftNotice(Call call) {
        var body = call.body(NoticeBody.class);
        var particulars = new java.util.TreeMap<>(body.particulars());
        particulars.put("colour", body.colour().name());
        return open(
                call,
                "notice-",
                "notice",
                body.title(),
                on -> Bodies.happened(body.happened(), on.today()),
                body.reasons().orElse(""),
                particulars,
                body.documents());
    }

    private Mono<ServerResponse> requestAssurance(Call call) {
        var body = call.body(AssuranceBody.class);
        var particulars = new java.util.TreeMap<>(body.particulars());
        particulars.put("about", body.about().name());
        particulars.put("text", body.text());
        return open(
                call,
                "assurance-",
                "assurance",
                body.about().name(),
                on -> Bodies.happened(body.happened(), on.today()),
                "",
                particulars,
                body.documents());
    }

    private Mono<ServerResponse> open(
            Call call,
            String prefix,
            String kind,
            String title,
            Function<Occasion, Happened> happened,
            String reasons,
            Map<String, String> particulars,
            List<String> documents) {
        var id = cases.newId(prefix, call);
        return cases.create(
                call,
                Act.MOVE,
                id,
                on -> new OfLifecycle(
                        new LifecycleCommand.OpenCourse(
                                id, kind, title, happened.apply(on), reasons, particulars, documents),
                        on));
    }

    private Mono<ServerResponse> laterCharge(Call call) {
        var body = call.body(LaterChargeBody.class);
        var id = cases.newId("charge-", call);
        var charge = new LifecycleCommand.RecordLaterCharge(id, body.title(), body.laidOn());
        return cases.create(call, Act.MOVE, id, on -> new OfLifecycle(charge, on));
    }

    private Mono<ServerResponse> chargeOutcome(Call call) {
        var body = call.body(ChargeOutcomeBody.class);
        var decided =
                new LifecycleCommand.DecideLaterCharge(call.id("chargeId"), body.outcome(), body.on(), body.document());
        return cases.act(call, Act.MOVE, on -> new OfLifecycle(decided, on));
    }

    private List<Endpoint> proposals() {
        return List.of(
                decision(
                        "/approval",
                        "approveProposal",
                        "Agrees as the second person; the move is made",
                        (id, why) -> new LifecycleCommand.Approve(id, why)),
                decision(
                        "/refusal",
                        "refuseProposal",
                        "Disagrees as the second person",
                        (id, why) -> new LifecycleCommand.Refuse(id, why)),
                decision(
                        "/withdrawal",
                        "withdrawProposal",
                        "Takes one's own proposal back",
                        (id, why) -> new LifecycleCommand.Withdraw(id, why)));
    }

    private Endpoint decision(
            String ending, String operationId, String summary, BiFunction<String, String, LifecycleCommand> command) {
        return command("/proposals/{proposalId}" + ending, operationId, summary)
                .json(ReasonsBody.class, ReasonsBody.EXAMPLE)
                .problems(PROPOSAL_NOT_OPEN, PROPOSAL_EXPIRED, SAME_PERSON, NOT_THE_PROPOSER, MOVE_BLOCKED)
                .handle(call -> {
                    var why = call.body(ReasonsBody.class).reasons().orElse("");
                    return cases.act(
                            call, Act.MOVE, on -> new OfLifecycle(command.apply(call.id("proposalId"), why), on));
                });
    }

    private List<Endpoint> checks() {
        return List.of(
                creating("/checks", "recordCheck", "Records a safeguard check")
                        .json(CheckBody.class, CheckBody.EXAMPLE)
                        .problems(
                                CHECK_UNKNOWN,
                                CHECK_INCOMPLETE,
                                CHECK_ENTRY_EXISTS,
                                WRONG_OFFICER,
                                CONFLICT_OF_INTEREST,
                                SAFEGUARDS_FULL)
                        .handle(call -> newSafeguard(
                                call,
                                "check-",
                                CheckBody.class,
                                (id, body) -> new CheckCommand.RecordCheck(
                                        id,
                                        body.check(),
                                        body.about(),
                                        body.result(),
                                        body.conditions(),
                                        body.reasons(),
                                        body.evidence(),
                                        Bodies.happened(body.on(), body.happened())))),
                onEntry(
                        "/approval",
                        "approveCheck",
                        "Agrees with a check as the second person",
                        (id, why) -> new CheckCommand.ApproveCheck(id, why)),
                onEntry(
                        "/rejection",
                        "rejectCheck",
                        "Disagrees with a check as the second person",
                        (id, why) -> new CheckCommand.RejectCheck(id, why)),
                onEntry(
                        "/conditions-acceptance",
                        "acceptConditions",
                        "Accepts the conditions of a check",
                        (id, why) -> new CheckCommand.AcceptConditions(id, why)),
                onEntry(
                        "/withdrawal",
                        "withdrawCheck",
                        "Takes one's own check back",
                        (id, why) -> new CheckCommand.WithdrawCheck(id, why)),
                command("/checks/{check}/challenge", "challengeCheck", "Calls the ground of a check into question")
                        .json(ChallengeBody.class, ChallengeBody.EXAMPLE)
                        .problems(NOTHING_TO_CHALLENGE, REASONS_REQUIRED, WRONG_OFFICER)
                        .handle(call -> safeguards(
                                call,
                                Act.CHECK,
                                ChallengeBody.class,
                                body -> new CheckCommand.ChallengeCheck(
                                        call.code("check"), body.about(), Happened.on(body.on()), body.reasons()))),
                command("/checks/{check}/override", "overrideCheck", "Lets a failure not stand in the way of a gate")
                        .json(OverrideBody.class, OverrideBody.EXAMPLE)
                        .problems(
                                HARD_BLOCK,
                                NOTHING_TO_OVERRIDE,
                                REASONS_REQUIRED,
                                SAME_PERSON,
                                WRONG_OFFICER,
                                CONFLICT_OF_INTEREST,
                                SAFEGUARDS_FULL)
                        .handle(call -> safeguards(
                                call,
                                Act.OVERRIDE,
                                OverrideBody.class,
                                body -> new CheckCommand.OverrideCheck(
                                        call.code("check"), body.about(), body.gate(), body.reasons()))));
    }

    private Endpoint onEntry(
            String ending, String operationId, String summary, BiFunction<String, String, CheckCommand> command) {
        return command("/checks/{entryId}" + ending, operationId, summary)
                .json(ReasonsBody.class, ReasonsBody.EXAMPLE)
                .problems(
                        CHECK_ENTRY_UNKNOWN,
                        CHECK_ALREADY_DECIDED,
                        CHECK_HAS_NO_CONDITIONS,
                        CHECK_NOT_APPROVED,
                        REASONS_REQUIRED,
                        SAME_PERSON,
                        WRONG_OFFICER,
                        CONFLICT_OF_INTEREST)
                .handle(call -> safeguards(
                        call,
                        Act.CHECK,
                        ReasonsBody.class,
                        body -> command.apply(call.id("entryId"), body.reasons().orElse(""))));
    }

    private <B> Mono<ServerResponse> safeguards(
            Call call, Act act, Class<B> type, Function<B, SafeguardCommand> command) {
        var asked = command.apply(call.body(type));
        return cases.act(call, act, on -> new OfSafeguards(asked, on));
    }

    /** The same for what gets an id of its own. */
    private <B> Mono<ServerResponse> newSafeguard(
            Call call, String prefix, Class<B> type, BiFunction<String, B, SafeguardCommand> command) {
        var id = cases.newId(prefix, call);
        var asked = command.apply(id, call.body(type));
        return cases.create(call, Act.CHECK, id, on -> new OfSafeguards(asked, on));
    }

    private List<Endpoint> others() {
        return List.of(
                creating(
                                "/stays",
                                "recordStay",
                                "Records a stay: of moving the person, or of erasing the file (a legal hold)")
                        .json(StayBody.class, StayBody.EXAMPLE)
                        .problems(STAY_INCOMPLETE, STAY_EXISTS, WRONG_OFFICER, SAFEGUARDS_FULL)
                        .handle(call -> newSafeguard(
                                call,
                                "stay-",
                                StayBody.class,
                                (id, body) -> new StayCommand.RecordStay(
                                        id,
                                        body.scope().orElse(Stay.Scope.MOVEMENT),
                                        body.body(),
                                        body.measure(),
                                        Happened.on(body.receivedOn()),
                                        body.document()))),
                command("/stays/{stayId}/lifting", "liftStay", "Records that the body has lifted its stay")
                        .json(LiftingBody.class, LiftingBody.EXAMPLE)
                        .problems(
                                STAY_UNKNOWN, STAY_ALREADY_LIFTED, STAY_INCOMPLETE, WRONG_OFFICER, CONFLICT_OF_INTEREST)
                        .handle(call -> safeguards(
                                call,
                                Act.CHECK,
                                LiftingBody.class,
                                body -> new StayCommand.LiftStay(
                                        call.id("stayId"), Happened.on(body.liftedOn()), body.document()))),
                creating("/rights", "recordRight", "Records that a right of the person was observed")
                        .json(RightBody.class, RightBody.EXAMPLE)
                        .problems(RIGHT_INCOMPLETE, RIGHT_EXISTS, WRONG_OFFICER, SAFEGUARDS_FULL)
                        .handle(call -> newSafeguard(
                                call,
                                "right-",
                                RightBody.class,
                                (id, body) -> new RightCommand.RecordRight(
                                        id,
                                        body.right(),
                                        Happened.on(body.on()),
                                        body.evidence(),
                                        body.note().orElse("")))),
                command("/conflicts", "markConflict", "Says that somebody has an interest in the case")
                        .json(ConflictBody.class, ConflictBody.EXAMPLE)
                        .problems(CONFLICT_MARKED, REASONS_REQUIRED, WRONG_OFFICER, SAFEGUARDS_FULL)
                        .handle(call -> safeguards(
                                call,
                                Act.MARK_CONFLICT,
                                ConflictBody.class,
                                body -> new ConflictCommand.MarkConflict(body.officer(), body.reasons()))),
                command("/conflicts/removal", "unmarkConflict", "Says that an interest is no more")
                        .json(ConflictBody.class, ConflictBody.EXAMPLE)
                        .problems(
                                CONFLICT_NOT_MARKED, REASONS_REQUIRED, SAME_PERSON, WRONG_OFFICER, CONFLICT_OF_INTEREST)
                        .handle(call -> safeguards(
                                call,
                                Act.MARK_CONFLICT,
                                ConflictBody.class,
                                body -> new ConflictCommand.UnmarkConflict(body.officer(), body.reasons()))),
                command("/happenings", "recordHappening", "Records something that clock rules speak of")
                        .json(HappeningBody.class, HappeningBody.EXAMPLE)
                        .problems(HAPPENING_UNKNOWN, OFFENCE_UNKNOWN, NOT_YET_HAPPENED, CLOCKS_FULL)
                        .handle(call -> {
                            var body = call.body(HappeningBody.class);
                            var happening = new Happening(
                                    body.token(),
                                    Bodies.happened(body.happened(), "/happened"),
                                    body.about().orElse(Happening.WHOLE_CASE),
                                    body.document());
                            return cases.act(call, Act.KEEP_TIME, on -> new OfClocks(new NoteHappening(happening), on));
                        }),
                creating("/disclosures", "recordDisclosure", "Records that data are sent to authorities")
                        .json(DisclosureBody.class, DisclosureBody.EXAMPLE)
                        .reads(Reading.DISCLOSURE)
                        .problems(
                                CASE_UNDER_CHALLENGE,
                                DISCLOSURE_GATE_NOT_PASSED,
                                CONTENT_NEVER_SHARED,
                                DISCLOSURE_INCOMPLETE,
                                DISCLOSURE_EXISTS,
                                WRONG_OFFICER,
                                CONFLICT_OF_INTEREST,
                                SHARING_FULL)
                        .handle(call -> {
                            var body = call.body(DisclosureBody.class);
                            var id = cases.newId("disclosure-", call);
                            return cases.create(
                                    call,
                                    Act.SHARE,
                                    id,
                                    on -> new OfSharing(
                                            new SharingCommand.RecordDisclosure(
                                                    id,
                                                    body.recipients(),
                                                    Set.copyOf(body.content()),
                                                    body.purpose(),
                                                    body.on()),
                                            on));
                        }),
                creating("/corrections", "correctRecipients", "Tells every recipient of data that they are wrong")
                        .json(CorrectionBody.class, CorrectionBody.EXAMPLE)
                        .problems(
                                NOBODY_TO_NOTIFY, DISCLOSURE_INCOMPLETE, CORRECTION_EXISTS, WRONG_OFFICER, SHARING_FULL)
                        .handle(call -> {
                            var body = call.body(CorrectionBody.class);
                            var id = cases.newId("correction-", call);
                            return cases.create(
                                    call,
                                    Act.SHARE,
                                    id,
                                    on -> new OfSharing(
                                            new SharingCommand.NotifyRecipients(
                                                    id, Set.copyOf(body.content()), body.reasons(), body.on()),
                                            on));
                        }));
    }

    private static Endpoint.Draft command(String path, String operationId, String summary) {
        return Endpoint.post(ONE + path, operationId, summary)
                .problems(CASE_NOT_FOUND, CASE_CLOSED, CASE_NOT_AVAILABLE);
    }

    private static Endpoint.Draft creating(String path, String operationId, String summary) {
        return command(path, operationId, summary)
                .answers(200, Done.class, Done.EXAMPLE, "Done; what was made stands in created");
    }

    private static Endpoint.Draft moving(String path, String operationId, String summary) {
        return command(path, operationId, summary)
                .json(MoveBody.class, MoveBody.EXAMPLE)
                .answers(200, Done.class, Done.PROPOSED, "Done, or proposed to a second person")
                .problems(
                        COURSE_NOT_FOUND,
                        NO_SUCH_MOVE,
                        COURSE_ENDED,
                        NOT_THE_OFFICER,
                        MOVE_BLOCKED,
                        MOVED_BY_ANOTHER_COMMAND,
                        ALREADY_PROPOSED,
                        TOO_MANY);
    }
}
