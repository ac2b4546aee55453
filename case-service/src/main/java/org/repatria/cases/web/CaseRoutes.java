package org.repatria.cases.web;

import static org.repatria.cases.web.CaseProblem.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.repatria.api.Commands;
import org.repatria.api.JournalEndpoints;
import org.repatria.api.JournalEndpoints.Reader;
import org.repatria.api.JournalEndpoints.Redaction;
import org.repatria.api.ViewLists;
import org.repatria.cases.domain.Allegation;
import org.repatria.cases.domain.BirthDate;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.IdentityDocument;
import org.repatria.cases.domain.Money;
import org.repatria.cases.domain.Names;
import org.repatria.cases.domain.Subject;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.cases.domain.access.NamedOfficer;
import org.repatria.cases.domain.access.Officers;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.AssignCase;
import org.repatria.cases.domain.casefile.CaseCommand.CloseCase;
import org.repatria.cases.domain.casefile.CaseCommand.OpenCase;
import org.repatria.cases.domain.casefile.CaseCommand.PutOnHold;
import org.repatria.cases.domain.casefile.CaseCommand.RecordAnswer;
import org.repatria.cases.domain.casefile.CaseCommand.Resume;
import org.repatria.cases.domain.casefile.CaseCommand.ReturnForInformation;
import org.repatria.cases.domain.casefile.CaseCommand.SubmitForScreening;
import org.repatria.cases.domain.casefile.CaseEvent;
import org.repatria.cases.domain.casefile.CaseRefusal;
import org.repatria.cases.domain.casefile.GapAnswer;
import org.repatria.cases.domain.casefile.Origin;
import org.repatria.cases.domain.law.Occasion;
import org.repatria.cases.flows.intake.Claimant;
import org.repatria.cases.flows.intake.Claimed;
import org.repatria.cases.flows.intake.Claiming;
import org.repatria.cases.queries.CaseViews;
import org.repatria.cases.web.CaseAnswers.CaseAnswer;
import org.repatria.cases.web.CaseBodies.AnswerBody;
import org.repatria.cases.web.CaseBodies.AssignmentBody;
import org.repatria.cases.web.CaseBodies.CasesQuery;
import org.repatria.cases.web.CaseBodies.ClosureBody;
import org.repatria.cases.web.CaseBodies.HoldBody;
import org.repatria.cases.web.CaseBodies.OpenCaseBody;
import org.repatria.cases.web.CaseBodies.PersonBody;
import org.repatria.cases.web.CaseBodies.ReturnBody;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.Problem;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.History;
import org.repatria.messaging.Ids;
import org.repatria.policy.Act;
import org.repatria.readmodel.ViewQuery;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The page of routes of cases. */
final class CaseRoutes {

    private static final String PATH = "/v1/cases";
    private static final String ONE = "/v1/cases/{id}";
    private static final String[] FACETS = {
        "state", "assignee", "requestingState", "requestedState", "nationality", "outcome", "pathway", "missingCheck"
    };

    private final Aggregates<CaseCommand, Case, CaseEvent, CaseRefusal> cases;
    private final SeenCases seen;
    private final Claiming claiming;
    private final CaseViews views;
    private final Officers officers;

    CaseRoutes(
            Aggregates<CaseCommand, Case, CaseEvent, CaseRefusal> cases,
            SeenCases seen,
            Claiming claiming,
            CaseViews views,
            Officers officers) {
        this.cases = cases;
        this.seen = seen;
        this.claiming = claiming;
        this.views = views;
        this.officers = officers;
    }

    Api api() {
        var endpoints = new ArrayList<>(List.of(
                Endpoint.post(PATH, "openCase", "Opens a case by hand")
                        .json(OpenCaseBody.class, OpenCaseBody.EXAMPLE)
                        .creates()
                        .problems(CASE_DUPLICATE, CASE_ALREADY_EXISTS)
                        .handle(this::open),
                Endpoint.get(PATH, "findCases", "Cases by name in any script, filters and facets")
                        .query(CasesQuery.class)
                        .paged()
                        .answers(
                                200,
                                FoundPage.class,
                                FOUND_EXAMPLE,
                                "A page, with figures of the whole list where asked for")
                        .handle(this::find),
                Endpoint.get(ONE, "readCase", "One case")
                        .answers(CaseAnswer.class, CaseAnswer.EXAMPLE)
                        .problems(CASE_NOT_FOUND)
                        .handle(this::read),
                Endpoint.post(ONE + "/submission", "submitCase", "Submits a draft for screening")
                        .versioned()
                        .problems(
                                CASE_NOT_FOUND,
                                SUBMISSION_INCOMPLETE,
                                CASE_AWAITS_INFORMATION,
                                CASE_ON_HOLD,
                                CASE_PAST_SCREENING,
                                CASE_CLOSED,
                                CASE_NOT_AVAILABLE)
                        .handle(call -> seen.act(call, Act.SUBMIT_CASE, SubmitForScreening::new)),
                Endpoint.post(
                                ONE + "/return-for-information",
                                "returnCase",
                                "Asks the requesting state for what is missing")
                        .json(ReturnBody.class, ReturnBody.EXAMPLE)
                        .versioned()
                        .problems(
                                CASE_NOT_FOUND,
                                CASE_NOT_SUBMITTED,
                                CASE_AWAITS_INFORMATION,
                                CASE_ON_HOLD,
                                CASE_PAST_SCREENING,
                                CASE_CLOSED,
                                CASE_NOT_AVAILABLE,
                                GAPS_REQUIRED)
                        .handle(call -> seen.act(
                                call,
                                Act.RETURN_CASE,
                                at -> new ReturnForInformation(
                                        call.body(ReturnBody.class).gaps(), at))),
                Endpoint.post(ONE + "/answer", "recordAnswer", "Records what the requesting state answered")
                        .json(AnswerBody.class, AnswerBody.EXAMPLE)
                        .versioned()
                        .problems(
                                CASE_NOT_FOUND,
                                CASE_AWAITS_NO_INFORMATION,
                                GAP_UNKNOWN,
                                ANSWER_REQUIRED,
                                CASE_ON_HOLD,
                                CASE_CLOSED,
                                CASE_NOT_AVAILABLE)
                        .handle(call -> seen.act(call, Act.RECORD_ANSWER, at -> answer(call, at))),
                Endpoint.post(ONE + "/assignment", "assignCase", "Makes an officer responsible")
                        .json(AssignmentBody.class, AssignmentBody.EXAMPLE)
                        .versioned()
                        .problems(CASE_NOT_FOUND, ASSIGNEE_UNKNOWN, CASE_CLOSED, CASE_NOT_AVAILABLE)
                        .handle(this::assign),
                Endpoint.post(ONE + "/hold", "holdCase", "Lets the work rest; legal clocks keep running")
                        .json(HoldBody.class, HoldBody.EXAMPLE)
                        .versioned()
                        .problems(
                                CASE_NOT_FOUND,
                                CASE_ON_HOLD,
                                CASE_UNDER_CHALLENGE,
                                CASE_RESOLVED,
                                HOLD_REVIEW_NOT_IN_TIME,
                                CASE_CLOSED,
                                CASE_NOT_AVAILABLE)
                        .handle(call -> seen.act(call, Act.HOLD_CASE, at -> hold(call, at))),
                Endpoint.post(ONE + "/resumption", "resumeCase", "Takes the work up where it rested")
                        .versioned()
                        .problems(CASE_NOT_FOUND, CASE_NOT_ON_HOLD, CASE_CLOSED, CASE_NOT_AVAILABLE)
                        .handle(call -> seen.act(call, Act.HOLD_CASE, Resume::new)),
                Endpoint.post(ONE + "/closure", "closeCase", "Ends the case with an outcome")
                        .json(ClosureBody.class, ClosureBody.EXAMPLE)
                        .versioned()
                        .problems(
                                CASE_NOT_FOUND,
                                OUTCOME_NEEDS_PATHWAY,
                                CLOSING_NEEDS_TWO,
                                CASE_CLOSED,
                                CASE_NOT_AVAILABLE)
                        .handle(call -> seen.act(call, Act.CLOSE_CASE, at -> closure(call, at)))));
        endpoints.addAll(JournalEndpoints.of(
                ONE,
                "case",
                cases,
                call -> seen.seen(call, Act.READ_CASE_JOURNAL)
                        .map(it -> it.isToldOnly()
                                ? new Reader(History.TOLD, Redaction.NONE)
                                : new Reader(
                                        History.FULL,
                                        new JournalForReader(it.opened().file(), seen.occasion(call))))));
        return new Api("cases", "Cases on persons sought, from draft to closure.", endpoints);
    }

    private Mono<ServerResponse> open(Call call) {
        var body = call.body(OpenCaseBody.class);
        var id = new CaseId(Ids.derived("case-", call.commandKey()));
        var command = openCase(id, body, call);
        // INVARIANT: before anything is read or claimed, so that a third state learns of nobody whether there is a
        // case.
        Doors.pass(
                call,
                CaseAccess.may(call.actor(), Act.OPEN_CASE, call.purpose(), command.relation(), Optional.empty()),
                CASE_NOT_FOUND);
        return cases.read(id.value())
                .flatMap(_ -> execute(call, command))
                .switchIfEmpty(Mono.defer(() -> claim(command).flatMap(claimed -> switch (claimed) {
                    case Claimed.Mine mine -> execute(call, suspecting(command, mine.suspected()));
                    case Claimed.TakenBy taken -> Answers.<ServerResponse>problem(duplicate(taken));
                })));
    }

    private Mono<ServerResponse> execute(Call call, OpenCase command) {
        var id = command.caseId().value();
        return cases.execute(Commands.<CaseCommand>envelope(call, id, command))
                .flatMap(outcome -> Answers.command(call, id, outcome, CaseProblem::of));
    }

    private Mono<Claimed> claim(OpenCase command) {
        var claimant = new Claimant(command.caseId(), command.relation(), command.subject());
        return Mono.fromCallable(() -> claiming.claim(List.of(claimant)).getFirst())
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Problem duplicate(Claimed.TakenBy taken) {
        return CASE_DUPLICATE
                .problem()
                .with("duplicateOf", taken.other().value())
                .with("ground", taken.ground().name());
    }

    private static OpenCase suspecting(OpenCase c, List<CaseId> suspected) {
        return new OpenCase(
                c.caseId(), c.relation(), c.subject(), c.location(), c.allegation(), c.origin(), suspected, c.at());
    }

    private static OpenCase openCase(CaseId id, OpenCaseBody body, Call call) {
        return new OpenCase(
                id,
                Countries.inBody(body.requestingState(), body.requestedState()),
                subject(body.person()),
                body.locationCountry().map(code -> Countries.code(code, "/locationCountry")),
                Allegation.byRequestingState(
                        body.offenceSummary(),
                        body.authority(),
                        body.amountAlleged().map(CaseRoutes::money)),
                new Origin(
                        Optional.empty(),
                        Optional.empty(),
                        body.handedOverOn(),
                        body.source().orElse("opened by hand")),
                List.of(),
                call.at());
    }

    private static Money money(org.repatria.edge.Money given) {
        return Money.parse(given.amount().toPlainString(), given.currency())
                .orElseThrow(() -> Bodies.invalid(
                        "/amountAlleged/amount",
                        "AMOUNT",
                        "must not be negative, and has at most 15 digits before the point"));
    }

    private static Subject subject(PersonBody person) {
        return new Subject(
                new Names(
                        person.name().strip(),
                        person.aliases().stream().map(String::strip).toList()),
                person.birthDate()
                        .map(text -> BirthDate.parse(text)
                                .orElseThrow(() -> Bodies.invalid(
                                        "/person/birthDate",
                                        "DATE",
                                        "must be a day such as \"1958-02-17\", or a year"))),
                IntStream.range(0, person.documents().size())
                        .mapToObj(i -> {
                            var d = person.documents().get(i);
                            if (IdentityDocument.isPlaceholder(d.number())) {
                                throw Bodies.invalid(
                                        "/person/documents/" + i + "/number",
                                        "PLACEHOLDER",
                                        "is nothing but zeros, which stand for a number that nobody knows");
                            }
                            return new IdentityDocument(
                                    d.kind(),
                                    Countries.code(d.country(), "/person/documents/" + i + "/country"),
                                    d.number());
                        })
                        .toList(),
                IntStream.range(0, person.nationalities().size())
                        .mapToObj(i -> Countries.code(person.nationalities().get(i), "/person/nationalities/" + i))
                        .toList());
    }

    private Mono<ServerResponse> find(Call call) {
        Doors.pass(call, CaseAccess.mayEver(call.actor(), Act.READ_CASE, call.purpose()), CASE_NOT_FOUND);
        var wanted = call.query(CasesQuery.class);
        var query = ViewQuery.visibleTo(Doors.visibility(call, Act.READ_CASE))
                .search(wanted.q().orElse(""))
                .orderBy(Orders.of(wanted.sort()))
                .asked("state", wanted.state())
                .asked("assignee", wanted.assignee())
                .asked("listId", wanted.list())
                .asked("requestingState", wanted.requestingState())
                .asked("requestedState", wanted.requestedState())
                .asked("nationality", wanted.nationality())
                .asked("outcome", wanted.outcome())
                .asked("pathway", wanted.pathway())
                .asked("missingCheck", wanted.missingCheck());
        if (wanted.clockDueBefore().isPresent()) {
            query = query.below("nextLastDay", wanted.clockDueBefore().get());
        }
        query = present(query, "assignee", wanted.unassigned().map(unassigned -> !unassigned));
        query = present(query, "possibleDuplicateOf", wanted.possibleDuplicate());
        if (wanted.facets().orElse(false)) {
            query = query.facets(FACETS).sums("amountAlleged");
        }
        return ViewLists.answer(call, views.cases(), query);
    }

    private static ViewQuery present(ViewQuery query, String field, Optional<Boolean> wanted) {
        return wanted.map(it -> it ? query.present(field) : query.missing(field))
                .orElse(query);
    }

    private Mono<ServerResponse> read(Call call) {
        return seen.seen(call, Act.READ_CASE)
                .flatMap(found -> Answers.versioned(
                        call, CaseAnswer.of(found.opened(), found.version(), call.actor()), found.version()));
    }

    private Mono<ServerResponse> assign(Call call) {
        var assignee = NamedOfficer.in(officers, call.body(AssignmentBody.class).assignee());
        return seen.act(call, Act.ASSIGN_CASE, at -> new AssignCase(assignee, at.at()));
    }

    private static RecordAnswer answer(Call call, Occasion at) {
        return new RecordAnswer(
                call.body(AnswerBody.class).answers().stream()
                        .map(a -> new GapAnswer(a.gap(), a.text()))
                        .toList(),
                at);
    }

    private static PutOnHold hold(Call call, Occasion at) {
        var body = call.body(HoldBody.class);
        return new PutOnHold(body.reason(), body.reviewOn(), at);
    }

    private static CloseCase closure(Call call, Occasion at) {
        var body = call.body(ClosureBody.class);
        return new CloseCase(body.outcome(), body.reasons(), at);
    }

    private static final String FOUND_EXAMPLE = """
            {"items": [{"id": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "version": 2, "fileNumber": "XR-XH/2014-08-29/1", "state": "DRAFT",
              "requestingState": "XR", "requestedState": "XH", "person": {"name": "Orla Vint", "aliases": [], "nationalities": ["XR"]},
              "assertion": "RS_ALLEGATION", "openedAt": "2014-08-29T09:00:00Z", "suspectedDuplicates": []}],
             "total": {"count": 130, "exact": true},
             "facets": {"state": {"values": [{"value": "DRAFT", "rows": 130}], "otherValues": 0}},
             "sums": {"amountAlleged": {"amounts": {"USD": "2462400.00"}, "leftOut": 0}}}""";
}
