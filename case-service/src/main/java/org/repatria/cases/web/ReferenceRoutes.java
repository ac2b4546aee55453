package org.repatria.cases.web;

import static org.repatria.cases.domain.amendments.AmendmentReason.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.repatria.api.Commands;
import org.repatria.api.JournalEndpoints;
import org.repatria.api.JournalEndpoints.Reader;
import org.repatria.cases.domain.amendments.AmendmentCommand;
import org.repatria.cases.domain.amendments.AmendmentCommand.ApproveAmendment;
import org.repatria.cases.domain.amendments.AmendmentCommand.ProposeAmendment;
import org.repatria.cases.domain.amendments.AmendmentCommand.WithdrawAmendment;
import org.repatria.cases.domain.amendments.AmendmentRegister;
import org.repatria.cases.domain.amendments.AmendmentRegister.Change;
import org.repatria.cases.domain.amendments.AmendmentRegister.Pending;
import org.repatria.cases.domain.amendments.WhoseLaw;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.law.ReferenceKind;
import org.repatria.cases.domain.lifecycle.Lifecycle;
import org.repatria.cases.domain.lifecycle.Lifecycles;
import org.repatria.cases.domain.lifecycle.Transition;
import org.repatria.cases.law.Happenings;
import org.repatria.cases.law.References;
import org.repatria.clocks.Validity;
import org.repatria.clocks.reading.Fault;
import org.repatria.decider.Ids;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.FieldError;
import org.repatria.edge.GeneralProblem;
import org.repatria.edge.Problem;
import org.repatria.edge.ProblemCode;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.DocumentFeed;
import org.repatria.policy.Act;
import org.repatria.policy.Policy;
import org.repatria.policy.States;
import org.repatria.policy.Subject;
import org.repatria.policy.Verdict;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The page of routes of reference data: read by the officers of an authority, changed by two of them. */
final class ReferenceRoutes {

    private static final String PATH = "/v1/reference";
    private static final String AMENDMENTS = PATH + "/amendments";
    private static final String ONE = AMENDMENTS + "/{id}";

    private static final String KINDS =
            Arrays.stream(ReferenceKind.values()).map(ReferenceKind::word).collect(Collectors.joining(", "));

    private final References references;
    private final Aggregates<AmendmentCommand, AmendmentRegister> amendments;
    private final DocumentFeed feed;

    ReferenceRoutes(
            References references, Aggregates<AmendmentCommand, AmendmentRegister> amendments, DocumentFeed feed) {
        this.references = references;
        this.amendments = amendments;
        this.feed = feed;
    }

    Api api() {
        var endpoints = new ArrayList<>(List.of(
                Endpoint.get(AMENDMENTS, "findAmendments", "Amendments that wait for a second person")
                        .answers(AmendmentsAnswer.class, AmendmentsAnswer.EXAMPLE)
                        .handle(this::waiting),
                Endpoint.post(AMENDMENTS, "proposeAmendment", "Proposes to change a row, or a new one")
                        .json(AmendmentBody.class, AmendmentBody.EXAMPLE)
                        .creates()
                        .refusedFor(REFERENCE_UNKNOWN, ROW_UNSUITABLE)
                        .refusedAs(ProposeAmendment.class)
                        .handle(this::propose),
                Endpoint.post(ONE + "/approval", "approveAmendment", "Makes a proposed change known, as second person")
                        .json(ReasonsBody.class, ReasonsBody.EXAMPLE)
                        .refusedFor(ROW_UNSUITABLE)
                        .refusedAs(ApproveAmendment.class)
                        .handle(this::approve),
                Endpoint.post(ONE + "/withdrawal", "withdrawAmendment", "Takes a proposed change back")
                        .json(ReasonsBody.class, ReasonsBody.EXAMPLE)
                        .refusedAs(WithdrawAmendment.class)
                        .handle(this::withdraw),
                Endpoint.get(
                                PATH + "/pathways",
                                "readPathways",
                                "Every lifecycle with who may move it where, and past what")
                        .answers(PathwaysAnswer.class, PathwaysAnswer.EXAMPLE)
                        .handle(call -> Answers.json(call, PathwaysAnswer.of(Lifecycles.all()))),
                Endpoint.get(
                                PATH + "/happenings",
                                "readHappenings",
                                "What officers record for clocks, beside the moves")
                        .answers(HappeningsAnswer.class, HappeningsAnswer.EXAMPLE)
                        .handle(call -> Answers.json(call, HappeningsAnswer.of(references.happenings()))),
                Endpoint.get(PATH + "/{kind}", "readReference", "Rows with source, confidence, validity and conflicts")
                        .query(ReferenceQuery.class)
                        .answers(ReferenceAnswer.class, ReferenceAnswer.EXAMPLE)
                        .refusedFor(REFERENCE_UNKNOWN)
                        .handle(this::read)));
        endpoints.addAll(JournalEndpoints.of(
                PATH + "/registers/{id}",
                "amendments",
                amendments,
                // The law is everybody's.
                _ -> Mono.just(Reader.ofEverything())));
        return new Api(
                "reference",
                "The law, the checks and the calendars that cases are handled by, with sources.",
                endpoints);
    }

    private Mono<ServerResponse> read(Call call) {
        var kind = kind(call.request().pathVariable("kind"));
        var query = call.query(ReferenceQuery.class);
        var knownAt = query.knownAt().orElse(call.at());
        return Answers.json(
                call,
                new ReferenceAnswer(
                        kind.word(),
                        references.edition(knownAt),
                        knownAt,
                        references.rows(kind, query.validOn(), knownAt).stream()
                                .map(RowAnswer::of)
                                .toList()));
    }

    private Mono<ServerResponse> waiting(Call call) {
        return amendments
                .read(AmendmentRegister.ID)
                .map(current -> current.state().pending())
                .defaultIfEmpty(List.of())
                .flatMap(pending -> Answers.json(
                        call,
                        new AmendmentsAnswer(
                                pending.stream().map(AmendmentAnswer::of).toList())));
    }

    private Mono<ServerResponse> propose(Call call) {
        var body = call.body(AmendmentBody.class);
        var change = new Change(kind(body.kind()), body.id(), body.row());
        refuse(references.faultsOf(change, call.at()));
        demand(call, Act.PROPOSE_AMENDMENT, change, Optional.empty());
        var id = Ids.derived("amendment-", call.commandKey());
        return execute(call, id, new ProposeAmendment(id, change, body.reasons(), States.of(call.actor())));
    }

    private Mono<ServerResponse> approve(Call call) {
        var id = call.id("id");
        var command = new ApproveAmendment(id, call.body(ReasonsBody.class).reasons());
        return feed.read()
                .then(amendments.read(AmendmentRegister.ID))
                .doOnNext(current -> current.state().pending(id).ifPresent(p -> {
                    demand(call, Act.APPROVE_AMENDMENT, p.change(), p.proposedIn());
                    refuse(references.faultsOf(p.change(), call.at()));
                }))
                .then(Mono.defer(() -> execute(call, id, command)));
    }

    private Mono<ServerResponse> withdraw(Call call) {
        var id = call.id("id");
        var command = new WithdrawAmendment(id, call.body(ReasonsBody.class).reasons());
        return amendments
                .read(AmendmentRegister.ID)
                .doOnNext(current -> current.state()
                        .pending(id)
                        .ifPresent(p -> demand(call, Act.WITHDRAW_AMENDMENT, p.change(), p.proposedIn())))
                .then(Mono.defer(() -> execute(call, id, command)));
    }

    /** A row that becomes the law of other states than it was is for the officers of both to change. */
    private void demand(Call call, Act act, Change change, Optional<String> proposedIn) {
        var subjects = new ArrayList<Subject>();
        subjects.add(new Subject.Law(change.states(), proposedIn));
        references.rows(change.kind(), Optional.empty(), call.at()).stream()
                .filter(row -> row.id().equals(change.rowId()))
                .map(row -> new Subject.Law(statesOf(change.kind(), row), proposedIn))
                .forEach(subjects::add);
        var allowed = subjects.stream()
                .allMatch(law -> Policy.ofTheHouse().decide(call.actor(), act, law, call.purpose()) == Verdict.ALLOWED);
        if (!allowed) {
            throw Problem.of(
                            GeneralProblem.FORBIDDEN,
                            "Law is changed by officers of the states whose law it is, and law of no single "
                                    + "state by two states.")
                    .raised();
        }
    }

    private static Set<String> statesOf(ReferenceKind kind, References.Shown row) {
        return WhoseLaw.of(
                kind,
                row.id(),
                field -> Optional.ofNullable(row.fields().get(field)).map(Object::toString));
    }

    private Mono<ServerResponse> execute(Call call, String id, AmendmentCommand command) {
        return amendments
                .execute(Commands.envelope(call, AmendmentRegister.ID, command))
                .flatMap(outcome -> feed.read().then(Mono.defer(() -> Answers.command(call, id, outcome))));
    }

    /** A row is looked at when it is proposed, and again when it is approved: others may have amended. */
    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Answers.of(ROW_UNSUITABLE)
                    .withErrors(faults.stream()
                            .map(fault -> new FieldError("/row" + fault.place(), "ROW", fault.what()))
                            .toList())
                    .raised();
        }
    }

    private static ReferenceKind kind(String word) {
        return ReferenceKind.parse(word)
                .orElseThrow(() -> Problem.of(
                                ProblemCode.of(REFERENCE_UNKNOWN),
                                "Its kinds are " + KINDS + "; happenings and pathways are only read.")
                        .raised());
    }

    /** On which day, and as known when. */
    record ReferenceQuery(Optional<LocalDate> validOn, Optional<Instant> knownAt) {}

    /** What is recorded by hand; a move of a lifecycle into a state is told by itself as {@code lifecycle.STATE}. */
    record HappeningsAnswer(List<HappeningAnswer> items) {
        static final String EXAMPLE = """
                {"items": [{"token": "ccf.ADMISSIBLE",
                  "meaning": "the commission declared a request for correction or deletion admissible"},
                 {"token": "restraint.TRO", "meaning": "a restraint without notice was ordered",
                  "recordedAt": "/v1/assets/{id}/orders"}]}""";

        static HappeningsAnswer of(Happenings happenings) {
            return new HappeningsAnswer(happenings.recorded().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(each -> new HappeningAnswer(
                            each.getKey(),
                            each.getValue(),
                            Optional.ofNullable(happenings.ofAssets().get(each.getKey()))))
                    .toList());
        }
    }

    /**
     * One of these.
     *
     * @param token as {@code POST /v1/cases/{id}/happenings} takes it; what lasts ends with the same and {@code .ended}
     * @param recordedAt where an asset is told of it, which starts its clocks; absent for what is recorded in a case
     */
    record HappeningAnswer(String token, String meaning, Optional<String> recordedAt) {}

    /** Rows of one kind. */
    record ReferenceAnswer(String kind, String edition, Instant knownAt, List<RowAnswer> rows) {
        static final String EXAMPLE = """
                {"kind": "relations", "edition": "151a68ca0d21", "knownAt": "2018-09-03T09:00:00Z",
                 "rows": [{"id": "REL-XR-XE-EXT", "version": 1, "row": {"party": "XR", "counterparty": "XE",
                    "instrument": "EXTRADITION", "title": "Treaty on extradition", "status": "IN_FORCE",
                    "signed": "2004-05-17", "inForce": "2006-01-01"},
                   "source": "Invented for the demonstration", "confidence": "POLICY", "conflictsWith": []}]}""";
    }

    /** One row with its source, how far it may be trusted, and its two times. */
    record RowAnswer(
            String id,
            int version,
            Map<String, Object> row,
            String source,
            String confidence,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validTo,
            Optional<Instant> recordedAt,
            List<String> conflictsWith) {

        static RowAnswer of(References.Shown shown) {
            Validity validity = shown.validity();
            return new RowAnswer(
                    shown.id(),
                    shown.version(),
                    shown.fields(),
                    shown.source(),
                    shown.confidence().name(),
                    validity.validFrom(),
                    validity.validTo(),
                    validity.recordedAt(),
                    shown.conflict());
        }
    }

    /** A row as it shall be; what is a list there is written with commas. */
    record AmendmentBody(
            @Printed @Size(max = 30) String kind,
            @Printed @Size(min = 1, max = 60) String id,
            @Size(min = 1, max = 40) Map<@Printed String, @Size(max = 8000) String> row,
            @Size(min = 1, max = 1000) String reasons) {
        static final String EXAMPLE = """
                {"kind": "relations", "id": "REL-XR-XE-EXT",
                 "row": {"party": "XR", "counterparty": "XE", "instrument": "EXTRADITION", \
                "title": "Treaty on extradition",
                   "signed": "2004-05-17", "inForce": "2006-01-01", "status": "SUSPENDED", \
                "suspendedFrom": "2020-07-28",
                   "suspendedBy": "XE", "source": "Note verbale of 2020-07-28", "confidence": "VERIFIED"},
                 "reasons": "XE suspended the treaty"}""";
    }

    /** Every lifecycle as its table. */
    record PathwaysAnswer(List<PathwayAnswer> pathways) {
        static final String EXAMPLE = """
                {"pathways": [{"kind": "extradition", "title": "Extradition", "source": "UNMT; UNCAC art. 44",
                   "states": ["ASSESSMENT", "SURRENDER_ORDERED", "SURRENDERED"],
                   "moves": [{"from": "SURRENDER_ORDERED", "to": "SURRENDERED", "by": ["HS-LO"], "approvedBy": [],
                     "gates": ["SURRENDER"], "guards": ["NO_STAY_IN_FORCE"], "documents": ["escort record"],
                     "clocks": ["CLK-EXT-SURR-*"], "source": "lifecycle of extradition"}]}]}""";

        static PathwaysAnswer of(List<Lifecycle> lifecycles) {
            return new PathwaysAnswer(lifecycles.stream().map(PathwayAnswer::of).toList());
        }
    }

    /** One lifecycle. */
    record PathwayAnswer(String kind, String title, String source, List<String> states, List<MoveAnswer> moves) {
        static PathwayAnswer of(Lifecycle lifecycle) {
            return new PathwayAnswer(
                    lifecycle.kind(),
                    lifecycle.title(),
                    lifecycle.source(),
                    lifecycle.states(),
                    lifecycle.rows().stream().map(MoveAnswer::of).toList());
        }
    }

    /** One row of the table: who moves it where, and past what. */
    record MoveAnswer(
            String from,
            String to,
            List<String> by,
            List<String> approvedBy,
            List<String> gates,
            List<String> guards,
            List<String> documents,
            List<String> clocks,
            String source) {

        static MoveAnswer of(Transition row) {
            return new MoveAnswer(
                    row.from(),
                    row.to(),
                    row.who().by().stream().map(Officer::toString).toList(),
                    row.who().approvedBy().stream().map(Officer::toString).toList(),
                    row.requires().gates().stream().map(Enum::name).toList(),
                    row.requires().guards().stream().map(Enum::name).toList(),
                    row.requires().documents(),
                    row.clocks(),
                    row.source());
        }
    }

    /** Why. */
    record ReasonsBody(@Size(min = 1, max = 1000) String reasons) {
        static final String EXAMPLE = """
                {"reasons": "Compared with the note verbale"}""";
    }

    /** What waits for a second person. */
    record AmendmentsAnswer(List<AmendmentAnswer> items) {
        static final String EXAMPLE = """
                {"items": [{"id": "amendment-4c7h2d9b6a8e0f1g3j5k7m9np", "kind": "relations", "rowId": "REL-XR-XE-EXT",
                   "row": {"party": "XR", "status": "SUSPENDED"}, "reasons": "XE suspended the treaty",
                   "proposedBy": "lena.legal", "proposedAt": "2020-07-29T09:00:00Z"}]}""";
    }

    /** One proposed change. */
    record AmendmentAnswer(
            String id,
            String kind,
            String rowId,
            Map<String, String> row,
            String reasons,
            String proposedBy,
            Instant proposedAt) {

        static AmendmentAnswer of(Pending pending) {
            return new AmendmentAnswer(
                    pending.id(),
                    pending.change().kind().word(),
                    pending.change().rowId(),
                    pending.change().row(),
                    pending.reasons(),
                    pending.proposedBy(),
                    pending.proposedAt());
        }
    }
}
