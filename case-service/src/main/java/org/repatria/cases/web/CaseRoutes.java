package org.repatria.cases.web;

import static org.repatria.cases.domain.CaseReason.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.repatria.api.Commands;
import org.repatria.api.JournalEndpoints;
import org.repatria.api.JournalEndpoints.Reader;
import org.repatria.api.ViewChanges;
import org.repatria.api.ViewLists;
import org.repatria.cases.domain.Allegation;
import org.repatria.cases.domain.BirthDate;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.IdentityDocument;
import org.repatria.cases.domain.Money;
import org.repatria.cases.domain.Names;
import org.repatria.cases.domain.Subject;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.cases.domain.access.Officers;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.ApproveIdentityCorrection;
import org.repatria.cases.domain.casefile.CaseCommand.AssignCase;
import org.repatria.cases.domain.casefile.CaseCommand.CloseCase;
import org.repatria.cases.domain.casefile.CaseCommand.CorrectIdentity;
import org.repatria.cases.domain.casefile.CaseCommand.HoldCase;
import org.repatria.cases.domain.casefile.CaseCommand.OpenCase;
import org.repatria.cases.domain.casefile.CaseCommand.RecordAnswer;
import org.repatria.cases.domain.casefile.CaseCommand.ResumeCase;
import org.repatria.cases.domain.casefile.CaseCommand.ReturnCase;
import org.repatria.cases.domain.casefile.CaseCommand.SubmitCase;
import org.repatria.cases.domain.casefile.Origin;
import org.repatria.cases.flows.intake.Claimant;
import org.repatria.cases.flows.intake.Claimed;
import org.repatria.cases.flows.intake.Claiming;
import org.repatria.cases.queries.CaseViews;
import org.repatria.cases.web.CaseAnswers.CaseAnswer;
import org.repatria.cases.web.CaseBodies.AgreementBody;
import org.repatria.cases.web.CaseBodies.CaseFiguresQuery;
import org.repatria.cases.web.CaseBodies.CasesQuery;
import org.repatria.cases.web.CaseBodies.IdentityBody;
import org.repatria.cases.web.CaseBodies.OpenCaseBody;
import org.repatria.cases.web.CaseBodies.PersonBody;
import org.repatria.decider.Ids;
import org.repatria.edge.Acts;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.Problem;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.History;
import org.repatria.policy.Act;
import org.repatria.readmodel.Visibility;
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

    private final Aggregates<CaseCommand, Case> cases;
    private final SeenCases seen;
    private final Claiming claiming;
    private final CaseViews views;
    private final CaseRows rows;

    CaseRoutes(
            Aggregates<CaseCommand, Case> cases,
            SeenCases seen,
            Claiming claiming,
            CaseViews views,
            Officers officers) {
        this.cases = cases;
        this.seen = seen;
        this.claiming = claiming;
        this.views = views;
        this.rows = new CaseRows(seen, officers);
    }

    Api api() {
        var endpoints = new ArrayList<>(List.of(
                Endpoint.post(PATH, "openCase", "Opens a case by hand")
                        .command(OpenCaseBody.class, Endpoint.Texts.NONE)
                        .creates()
                        .refusedAs(OpenCase.class)
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
                Endpoint.get(PATH + "/figures", "caseFigures", "Cases counted by state, pathway and what they lack")
                        .query(CaseFiguresQuery.class)
                        .answers(CaseFigures.class, CaseFigures.EXAMPLE)
                        .handle(this::figures),
                ViewChanges.of(PATH + "/stream", "streamCases", "case", views.cases(), CaseRoutes::visible),
                Endpoint.get(ONE, "readCase", "One case")
                        .answers(CaseAnswer.class, CaseAnswer.EXAMPLE)
                        .refusedFor(CASE_NOT_FOUND)
                        .handle(this::read),
                Endpoint.get(ONE + "/acts", "readCaseActs", "What the caller may ask for of this case")
                        .answers(Acts.class, Acts.EXAMPLE)
                        .refusedFor(CASE_NOT_FOUND)
                        .handle(this::acts),
                own("/submission", SubmitCase.class, Act.SUBMIT_CASE, "Submits a draft for screening"),
                own(
                        "/return-for-information",
                        ReturnCase.class,
                        Act.RETURN_CASE,
                        "Asks the requesting state for what is missing"),
                CaseRows.creating(rows.draft(
                                "/identity-corrections",
                                "correctIdentity",
                                IdentityBody.class,
                                "Says who the person is instead, for a second person to agree with"))
                        .versioned()
                        .refusedAs(CorrectIdentity.class)
                        .handle(this::correctIdentity),
                rows.draft(
                                "/identity-corrections/{correctionId}/approval",
                                "approveIdentityCorrection",
                                AgreementBody.class,
                                "Agrees as the second person; checks and recipients of the old identity follow")
                        .refusedAs(ApproveIdentityCorrection.class)
                        .handle(this::approveIdentityCorrection),
                own("/answer", RecordAnswer.class, Act.RECORD_ANSWER, "Records what the requesting state answered"),
                own("/assignment", AssignCase.class, Act.ASSIGN_CASE, "Makes an officer responsible"),
                own("/hold", HoldCase.class, Act.HOLD_CASE, "Lets the work rest; legal clocks keep running"),
                own("/resumption", ResumeCase.class, Act.HOLD_CASE, "Takes the work up where it rested"),
                own("/closure", CloseCase.class, Act.CLOSE_CASE, "Ends the case with an outcome")));
        endpoints.addAll(JournalEndpoints.of(
                ONE,
                "case",
                cases,
                call -> seen.seen(call, Act.READ_CASE_JOURNAL)
                        .map(it -> it.isToldOnly()
                                ? new Reader(History.TOLD, JournalForReader.ofTold(call.actor()))
                                : new Reader(
                                        History.FULL,
                                        new JournalForReader(it.opened().file(), seen.occasion(call))))));
        return new Api("cases", "Cases on persons sought, from draft to closure.", endpoints);
    }

    private Mono<ServerResponse> acts(Call call) {
        return seen.seen(call, Act.READ_CASE)
                .map(found -> found.opened().file())
                .map(file -> CaseAccess.operationsOn(call.actor(), call.purpose(), file.relation(), file.assignee()))
                .flatMap(operations -> Answers.json(call, Acts.of(operations)));
    }

    /** The case's own commands are decided on a version. */
    private <C extends Record & CaseCommand> Endpoint own(String path, Class<C> command, Act act, String summary) {
        return rows.of(path, command, act, summary, (asked, _) -> asked, Endpoint.Draft::versioned);
    }

    private Mono<ServerResponse> open(Call call) {
        var body = call.body(OpenCaseBody.class);
        var id = new CaseId(Ids.derived("case-", call.commandKey()));
        var command = openCase(id, body);
        // INVARIANT: before anything is read or claimed, so that a third state learns of nobody whether there is a
        // case.
        Doors.pass(
                call,
                CaseAccess.may(call.actor(), Act.OPEN_CASE, call.purpose(), command.relation(), Optional.empty()),
                CASE_NOT_FOUND);
        return cases.read(id.value())
                .flatMap(_ -> execute(call, command))
                .switchIfEmpty(Mono.defer(() -> claim(
                                new Claimant(command.caseId(), command.relation(), command.subject()))
                        .flatMap(claimed -> switch (claimed) {
                            case Claimed.Mine mine -> execute(call, suspecting(command, mine.suspected()));
                            case Claimed.TakenBy taken -> Answers.<ServerResponse>problem(duplicate(taken));
                        })));
    }

    private Mono<ServerResponse> execute(Call call, OpenCase command) {
        var id = command.caseId().value();
        return cases.execute(Commands.<CaseCommand>envelope(call, id, command))
                .flatMap(outcome -> Answers.command(call, id, outcome));
    }

    private Mono<ServerResponse> correctIdentity(Call call) {
        var body = call.body(IdentityBody.class);
        var id = call.freshId("identity-");
        return seen.create(
                call,
                Act.CORRECT_IDENTITY,
                id,
                new CorrectIdentity(id, subject(body.person()), body.source(), body.reasons()));
    }

    /** Whether the person as corrected has another case is looked for before it is carried out. */
    private Mono<ServerResponse> approveIdentityCorrection(Call call) {
        var id = call.id("correctionId");
        var reasons = call.body(AgreementBody.class).reasons();
        return seen.seen(call, Act.CORRECT_IDENTITY)
                .map(found -> found.opened().file())
                .flatMap(file -> Mono.justOrEmpty(file.correction()
                                .filter(waiting -> waiting.id().equals(id)
                                        && !waiting.proposed().isOf(call.actor().id())))
                        .flatMap(waiting -> claim(new Claimant(file.id(), file.relation(), waiting.subject())))
                        .map(CaseRoutes::others)
                        .defaultIfEmpty(List.of()))
                .flatMap(others ->
                        seen.act(call, Act.CORRECT_IDENTITY, new ApproveIdentityCorrection(id, reasons, others)));
    }

    private static List<CaseId> others(Claimed claimed) {
        return switch (claimed) {
            case Claimed.Mine mine -> mine.suspected();
            case Claimed.TakenBy taken -> List.of(taken.other());
        };
    }

    private Mono<Claimed> claim(Claimant claimant) {
        return Mono.fromCallable(() -> claiming.claim(List.of(claimant)).getFirst())
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Problem duplicate(Claimed.TakenBy taken) {
        return Answers.of(CASE_DUPLICATE)
                .with("duplicateOf", taken.other().value())
                .with("ground", taken.ground().name());
    }

    private static OpenCase suspecting(OpenCase c, List<CaseId> suspected) {
        return new OpenCase(c.caseId(), c.relation(), c.subject(), c.location(), c.allegation(), c.origin(), suspected);
    }

    private static OpenCase openCase(CaseId id, OpenCaseBody body) {
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
                List.of());
    }

    private static Money money(org.repatria.edge.Money given) {
        return Money.parse(given.amount().toPlainString(), given.currency())
                .orElseThrow(() -> Problem.invalidField(
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
                                .orElseThrow(() -> Problem.invalidField(
                                        "/person/birthDate",
                                        "DATE",
                                        "must be a day such as \"1958-02-17\", or a year"))),
                IntStream.range(0, person.documents().size())
                        .mapToObj(i -> {
                            var d = person.documents().get(i);
                            if (IdentityDocument.isPlaceholder(d.number())) {
                                throw Problem.invalidField(
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

    /** What a caller finds of cases; refuses one who never finds any. */
    private static Visibility visible(Call call) {
        Doors.pass(call, CaseAccess.mayEver(call.actor(), Act.READ_CASE, call.purpose()), CASE_NOT_FOUND);
        return Doors.visibility(call, Act.READ_CASE);
    }

    private Mono<ServerResponse> find(Call call) {
        var wanted = call.query(CasesQuery.class);
        var query = wanted.cases().of(visible(call)).orderBy(Orders.of(wanted.sort()));
        if (wanted.facets().orElse(false)) {
            query = query.facets(FACETS).sums("amountAlleged");
        }
        return ViewLists.answer(call, views.cases(), query);
    }

    private Mono<ServerResponse> figures(Call call) {
        var wanted = call.query(CaseFiguresQuery.class);
        return CaseFigures.of(call, views.cases(), wanted.cases().of(visible(call)), wanted.window())
                .flatMap(figures -> Answers.json(call, figures));
    }

    private Mono<ServerResponse> read(Call call) {
        return seen.seen(call, Act.READ_CASE)
                .flatMap(found -> Answers.versioned(
                        call, CaseAnswer.of(found.opened(), found.version(), call.actor()), found.version()));
    }

    private static final String FOUND_EXAMPLE = """
            {"items": [{"id": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "version": 2, "fileNumber": "XR-XH/2014-08-29/1", \
            "state": "DRAFT",
              "requestingState": "XR", "requestedState": "XH", "person": {"name": "Orla Vint", "aliases": [], \
            "nationalities": ["XR"]},
              "assertion": "RS_ALLEGATION", "openedAt": "2014-08-29T09:00:00Z", "suspectedDuplicates": []}],
             "total": {"count": 130, "exact": true},
             "facets": {"state": {"values": [{"value": "DRAFT", "rows": 130}], "otherValues": 0}},
             "sums": {"amountAlleged": {"amounts": {"USD": "2462400.00"}, "leftOut": 0}}}""";
}
