package org.repatria.cases.web;

import static org.repatria.cases.domain.CaseReason.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.repatria.cases.domain.access.Officers;
import org.repatria.cases.domain.casefile.CaseCommand.AssessCase;
import org.repatria.cases.domain.casefile.CaseCommand.OfClocks;
import org.repatria.cases.domain.casefile.CaseCommand.OfFacts;
import org.repatria.cases.domain.casefile.CaseCommand.OfLeanings;
import org.repatria.cases.domain.casefile.CaseCommand.OfLifecycle;
import org.repatria.cases.domain.casefile.CaseCommand.OfSafeguards;
import org.repatria.cases.domain.casefile.CaseCommand.OfSharing;
import org.repatria.cases.domain.casefile.CaseCommand.OfStrategy;
import org.repatria.cases.domain.clocks.ClockCommand.RecordHappening;
import org.repatria.cases.domain.facts.FactsCommand.RecordFacts;
import org.repatria.cases.domain.facts.FactsCommand.RecordOffence;
import org.repatria.cases.domain.leaning.LeaningCommand.EndLeaning;
import org.repatria.cases.domain.leaning.LeaningCommand.LetCaseLean;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.ApproveProposal;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.DecideLaterCharge;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.DraftNotice;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.MoveCourse;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.OpenPathway;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.Opening;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.RecordLaterCharge;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.RefuseProposal;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.RequestAssurance;
import org.repatria.cases.domain.lifecycle.LifecycleCommand.WithdrawProposal;
import org.repatria.cases.domain.safeguards.CheckCommand.AcceptConditions;
import org.repatria.cases.domain.safeguards.CheckCommand.ApproveCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.ChallengeCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.OverrideCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.RecordCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.RejectCheck;
import org.repatria.cases.domain.safeguards.CheckCommand.WithdrawCheck;
import org.repatria.cases.domain.safeguards.ConflictCommand.MarkConflict;
import org.repatria.cases.domain.safeguards.ConflictCommand.UnmarkConflict;
import org.repatria.cases.domain.safeguards.RightCommand.RecordRight;
import org.repatria.cases.domain.safeguards.SafeguardCommand;
import org.repatria.cases.domain.safeguards.StayCommand.LiftStay;
import org.repatria.cases.domain.safeguards.StayCommand.RecordStay;
import org.repatria.cases.domain.sharing.GrantCommand.BreakGlass;
import org.repatria.cases.domain.sharing.GrantCommand.GrantCompartment;
import org.repatria.cases.domain.sharing.GrantCommand.WithdrawGrant;
import org.repatria.cases.domain.sharing.SharingCommand.CorrectRecipients;
import org.repatria.cases.domain.sharing.SharingCommand.RecordDisclosure;
import org.repatria.cases.domain.strategy.StrategyCommand;
import org.repatria.cases.domain.strategy.StrategyCommand.ApproveSensitiveStrategy;
import org.repatria.cases.domain.strategy.StrategyCommand.CountersignStrategy;
import org.repatria.cases.domain.strategy.StrategyCommand.ProposeStrategy;
import org.repatria.cases.domain.strategy.StrategyCommand.VetoStrategy;
import org.repatria.cases.web.DossierAnswers.Done;
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

    private final SeenCases cases;
    private final CaseRows rows;

    DossierRoutes(SeenCases cases, Officers officers) {
        this.cases = cases;
        this.rows = new CaseRows(cases, officers);
    }

    Api api() {
        var endpoints = new ArrayList<Endpoint>();
        endpoints.addAll(strategy());
        endpoints.addAll(lifecycle());
        endpoints.addAll(sharing());
        endpoints.addAll(safeguards());
        return new Api("dossier", "What is found out, checked, decided and done in a case.", endpoints);
    }

    private List<Endpoint> strategy() {
        return List.of(
                rows.of(
                        "/facts",
                        RecordFacts.class,
                        Act.RECORD_FACTS,
                        "Records facts, assessments or allegations",
                        OfFacts::new),
                CaseRows.creating(rows.draft(
                                "/offences", "recordOffence", OffenceBody.class, "Records an offence, or replaces one"))
                        .refusedAs(RecordOffence.class)
                        .handle(this::recordOffence),
                rows.of("/assessments", AssessCase.class, Act.ASSESS, "Runs the strategy engine on what is known"),
                CaseRows.creating(rows.draft("/strategies", ProposeStrategy.class, "Proposes a strategy to both sides"))
                        .handle(call -> cases.withNumber(
                                call, Act.PROPOSE_STRATEGY, new OfStrategy(call.body(ProposeStrategy.class)))),
                onStrategy("/countersignatures", CountersignStrategy.class, Act.COUNTERSIGN, "Agrees for one side"),
                onStrategy("/veto", VetoStrategy.class, Act.PROPOSE_STRATEGY, "Stops a strategy for reasons of law"),
                onStrategy(
                        "/approval",
                        ApproveSensitiveStrategy.class,
                        Act.COUNTERSIGN,
                        "Lets a sensitive strategy be signed"));
    }

    private <C extends Record & StrategyCommand> Endpoint onStrategy(
            String ending, Class<C> command, Act act, String summary) {
        return rows.of("/strategies/{number}" + ending, command, act, summary, OfStrategy::new);
    }

    private Mono<ServerResponse> recordOffence(Call call) {
        var offence = call.body(OffenceBody.class).offence(call::freshId);
        return cases.create(call, Act.RECORD_FACTS, offence.id(), new OfFacts(new RecordOffence(offence)));
    }

    private List<Endpoint> lifecycle() {
        return List.of(
                moving(
                        "/pathways/{courseId}/moves",
                        "movePathway",
                        "Moves it, or proposes the move where a second person must agree"),
                moving(
                        "/notices/{courseId}/moves",
                        "moveNotice",
                        "Moves it, or proposes the move where a second person must agree"),
                moving(
                        "/assurances/{courseId}/moves",
                        "moveAssurance",
                        "Moves it, or proposes the move where a second person must agree"),
                moving("/moves", "moveCase", "Moves the case itself, or proposes it to a second person"),
                opening("/pathways", OpenPathway.class, "Opens a pathway"),
                opening("/notices", DraftNotice.class, "Drafts a notice"),
                opening("/assurances", RequestAssurance.class, "Asks the requesting state for an assurance"),
                rows.of(
                        "/later-charges",
                        RecordLaterCharge.class,
                        Act.MOVE,
                        "Records a charge laid after surrender",
                        OfLifecycle::new),
                rows.of(
                        "/later-charges/{chargeId}/outcome",
                        DecideLaterCharge.class,
                        Act.MOVE,
                        "Decides on a later charge",
                        OfLifecycle::new),
                rows.of(
                        "/proposals/{proposalId}/approval",
                        ApproveProposal.class,
                        Act.MOVE,
                        "Agrees as the second person; the move is made",
                        OfLifecycle::new),
                rows.of(
                        "/proposals/{proposalId}/refusal",
                        RefuseProposal.class,
                        Act.MOVE,
                        "Disagrees as the second person",
                        OfLifecycle::new),
                rows.of(
                        "/proposals/{proposalId}/withdrawal",
                        WithdrawProposal.class,
                        Act.MOVE,
                        "Takes one's own proposal back",
                        OfLifecycle::new),
                rows.draft(
                                "/notices/{courseId}/leanings",
                                LetCaseLean.class,
                                "Says that another case leans on the notice; when the notice falls, that "
                                        + "one is reviewed too")
                        .handle(this::letLean),
                rows.of(
                        "/notices/{courseId}/leanings/{leaningCaseId}/end",
                        EndLeaning.class,
                        Act.LEAN,
                        "Says that a case leans on the notice no more",
                        OfLeanings::new));
    }

    private Endpoint moving(String path, String operationId, String summary) {
        return rows.draft(path, operationId, MoveCourse.class, summary)
                .answers(200, Done.class, Done.PROPOSED, "Done, or proposed to a second person")
                .handle(call -> {
                    var asked = call.body(MoveCourse.class);
                    return cases.propose(call, Act.MOVE, asked.proposalId(), new OfLifecycle(asked.move()));
                });
    }

    private <C extends Record & Opening> Endpoint opening(String path, Class<C> command, String summary) {
        return rows.of(
                path,
                command,
                Act.MOVE,
                summary,
                (asked, on) -> new OfLifecycle(asked.course(on.today())),
                UnaryOperator.identity());
    }

    /** Both cases are read as the caller may: what is said of two cases is for those who work on both. */
    private Mono<ServerResponse> letLean(Call call) {
        var asked = call.body(LetCaseLean.class);
        return cases.seen(call, Act.LEAN)
                .then(cases.other(call, Act.LEAN, asked.caseId()))
                .switchIfEmpty(Mono.defer(() -> Answers.problem(Answers.of(LEANING_CASE_NOT_FOUND)
                        .withErrors(List.of(new FieldError(
                                "/caseId", "CASE_NOT_FOUND", "must be another case that you may work on"))))))
                .flatMap(other -> cases.act(call, Act.LEAN, new OfLeanings(asked.on(other.id(), other.relation()))));
    }

    private List<Endpoint> sharing() {
        return List.of(
                rows.of(
                        "/grants",
                        GrantCompartment.class,
                        Act.GRANT,
                        "Opens a compartment to an officer up to a day",
                        OfSharing::new),
                rows.of(
                        "/grants/{grantId}/withdrawal",
                        WithdrawGrant.class,
                        Act.GRANT,
                        "Closes a compartment to an officer",
                        OfSharing::new),
                rows.of(
                        "/broken-glass",
                        BreakGlass.class,
                        Act.BREAK_GLASS,
                        "Opens a compartment to oneself for a short time; the auditor is told",
                        OfSharing::new),
                rows.of(
                        "/disclosures",
                        RecordDisclosure.class,
                        Act.SHARE,
                        "Records that data are sent to authorities",
                        (asked, _) -> new OfSharing(asked),
                        row -> row.reads(Reading.DISCLOSURE)),
                rows.of(
                        "/corrections",
                        CorrectRecipients.class,
                        Act.SHARE,
                        "Tells every recipient of data that they are wrong",
                        OfSharing::new));
    }

    private List<Endpoint> safeguards() {
        return List.of(
                check("/checks", RecordCheck.class, "Records a safeguard check"),
                check("/checks/{entryId}/approval", ApproveCheck.class, "Agrees with a check as the second person"),
                check("/checks/{entryId}/rejection", RejectCheck.class, "Disagrees with a check as the second person"),
                check(
                        "/checks/{entryId}/conditions-acceptance",
                        AcceptConditions.class,
                        "Accepts the conditions of a check"),
                check("/checks/{entryId}/withdrawal", WithdrawCheck.class, "Takes one's own check back"),
                check("/checks/{check}/challenge", ChallengeCheck.class, "Calls the ground of a check into question"),
                safeguard(
                        "/checks/{check}/override",
                        OverrideCheck.class,
                        Act.OVERRIDE,
                        "Lets a failure not stand in the way of a gate"),
                check(
                        "/stays",
                        RecordStay.class,
                        "Records a stay: of moving the person, or of erasing the file (a legal hold)"),
                check("/stays/{stayId}/lifting", LiftStay.class, "Records that the body has lifted its stay"),
                check("/rights", RecordRight.class, "Records that a right of the person was observed"),
                safeguard(
                        "/conflicts",
                        MarkConflict.class,
                        Act.MARK_CONFLICT,
                        "Says that somebody has an interest in the case"),
                safeguard(
                        "/conflicts/removal",
                        UnmarkConflict.class,
                        Act.MARK_CONFLICT,
                        "Says that an interest is no more"),
                rows.of(
                        "/happenings",
                        RecordHappening.class,
                        Act.KEEP_TIME,
                        "Records something that clock rules speak of",
                        asked -> new OfClocks(asked.note())));
    }

    private <C extends Record & SafeguardCommand> Endpoint check(String path, Class<C> command, String summary) {
        return safeguard(path, command, Act.CHECK, summary);
    }

    private <C extends Record & SafeguardCommand> Endpoint safeguard(
            String path, Class<C> command, Act act, String summary) {
        return rows.of(path, command, act, summary, OfSafeguards::new);
    }
}
