package org.repatria.cases.web;

import static org.repatria.cases.domain.lists.ListReason.*;
import static org.repatria.cases.web.FileProblem.*;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.repatria.api.Commands;
import org.repatria.api.JournalEndpoints;
import org.repatria.api.JournalEndpoints.Reader;
import org.repatria.api.ViewLists;
import org.repatria.cases.domain.ListId;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.domain.lists.CaseList.Known;
import org.repatria.cases.domain.lists.CaseList.Received;
import org.repatria.cases.domain.lists.EntryOutcome;
import org.repatria.cases.domain.lists.Funnel;
import org.repatria.cases.domain.lists.HoldReason;
import org.repatria.cases.domain.lists.ListCommand;
import org.repatria.cases.domain.lists.ListCommand.AcknowledgeList;
import org.repatria.cases.domain.lists.ListCommand.ApproveRowDecision;
import org.repatria.cases.domain.lists.ListCommand.OnRow;
import org.repatria.cases.domain.lists.ListCommand.ProposeRowDecision;
import org.repatria.cases.domain.lists.ListCommand.ReceiveList;
import org.repatria.cases.domain.lists.ListCommand.UnderPolicy;
import org.repatria.cases.domain.lists.ListDescription;
import org.repatria.cases.domain.lists.ListFormat;
import org.repatria.cases.domain.lists.RowDecision;
import org.repatria.cases.flows.intake.Intake;
import org.repatria.cases.flows.intake.Intake.Handing;
import org.repatria.cases.flows.intake.Limits;
import org.repatria.cases.flows.intake.ListEntries;
import org.repatria.cases.flows.intake.ListEntry;
import org.repatria.cases.flows.intake.ListFile;
import org.repatria.cases.flows.intake.Reception;
import org.repatria.cases.flows.intake.Reception.Delivery;
import org.repatria.cases.flows.intake.Reception.Taken;
import org.repatria.cases.queries.CaseViews;
import org.repatria.decider.input.Pattern;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.Endpoint.Body.Sample;
import org.repatria.edge.GeneralProblem;
import org.repatria.edge.Json;
import org.repatria.edge.Problem;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.Aggregates.Current;
import org.repatria.policy.Act;
import org.repatria.policy.Verdict;
import org.repatria.readmodel.ViewQuery;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The page of routes of lists. */
final class ListRoutes {

    private static final String PATH = "/v1/lists";
    private static final String ONE = "/v1/lists/{id}";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final MediaType NDJSON = MediaType.APPLICATION_NDJSON;

    /**
     * LIMIT: rows looked at for one page of entries with a filter.
     *
     * <p>A page then costs a bounded number of reads, and may be short.
     */
    private static final int ROWS_SCANNED_MAX = 5_000;

    /** Entries read from the store at once. */
    private static final int ROWS_AT_ONCE = 500;

    private final Aggregates<ListCommand, CaseList> lists;
    private final Reception reception;
    private final Intake intake;
    private final ListEntries entries;
    private final CaseViews views;
    private final Uploads uploads;

    ListRoutes(
            Aggregates<ListCommand, CaseList> lists,
            Reception reception,
            Intake intake,
            ListEntries entries,
            CaseViews views,
            Uploads uploads) {
        this.lists = lists;
        this.reception = reception;
        this.intake = intake;
        this.entries = entries;
        this.views = views;
        this.uploads = uploads;
    }

    /** What a list says about itself. */
    record HandOver(
            @Pattern(regexp = "[A-Z]{2}") String requestingState,
            @Pattern(regexp = "[A-Z]{2}") String requestedState,
            LocalDate handedOverOn,
            @Printed @Size(max = 100) String reference) {}

    /** Which lists are asked for. */
    record ListsQuery(
            List<@Pattern(regexp = "[A-Z]{2}") String> requestingState,
            List<@Pattern(regexp = "[A-Z]{2}") String> requestedState,
            List<@Size(max = 20) String> state,
            Optional<@Size(max = 100) String> sort) {}

    /** Which entries are asked for. */
    record EntriesQuery(Optional<EntryAnswers.Outcome> outcome) {}

    /** Why a held row is released or rejected. */
    record RowReasonsBody(@Size(max = 2_000) String reasons) {
        static final String EXAMPLE = """
                {"reasons": "The birth date was confirmed by the register of Ruvania"}""";
    }

    /** When the requesting state was told that its list is here. */
    record AcknowledgementBody(LocalDate on) {
        static final String EXAMPLE = """
                {"on": "2014-09-11"}""";
    }

    /**
     * The acknowledgement of a list.
     *
     * @param dueOn its last day, as the rules give it
     * @param on empty until the requesting state was told
     */
    record Acknowledgement(Optional<LocalDate> dueOn, Optional<LocalDate> on) {
        static Acknowledgement of(Known list) {
            return new Acknowledgement(
                    list.clocks()
                            .flatMap(clocks -> clocks.clocks().stream().findFirst())
                            .map(clock -> clock.effective().lastDay()),
                    list.acknowledgedOn());
        }
    }

    /**
     * A list with its funnel; who may not read lists gets no funnel.
     *
     * @param columnsNotRead columns of the file that are not documented, said once, to who hands it over
     */
    record ListAnswer(
            String id,
            long version,
            Optional<Boolean> alreadyReceived,
            String state,
            String requestingState,
            String requestedState,
            LocalDate handedOverOn,
            String reference,
            String format,
            String contentDigest,
            int rows,
            Optional<List<String>> columnsNotRead,
            Optional<FunnelAnswer> funnel,
            Instant receivedAt,
            Optional<Instant> completedAt,
            Acknowledgement acknowledgement,
            Map<String, String> links) {

        static final String EXAMPLE = """
                {"id": "list-5n8p2r4t6v0w1x3y7z9a2b4cd", "version": 2, "alreadyReceived": false, "state": "RECEIVED",
                 "requestingState": "XR", "requestedState": "XH", "handedOverOn": "2014-08-29", \
                "reference": "XR-2014-1",
                 "format": "CSV", "contentDigest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                 "rows": 152, "funnel": {"rows": 152, "opened": 130, "held": 18, "duplicates": 3, "rejected": 1,
                   "heldBecause": {"IDENTITY_INSUFFICIENT": 4, "REPORTED_DECEASED": 2, "NOT_LOCATED_IN_HOST": 11,
                     "CELL_UNUSABLE": 2}},
                 "receivedAt": "2014-08-29T09:00:00Z", "completedAt": "2014-08-29T09:00:01Z",
                 "acknowledgement": {"dueOn": "2014-09-15"},
                 "links": {"self": "/v1/lists/list-5n8p2r4t6v0w1x3y7z9a2b4cd",
                   "entries": "/v1/lists/list-5n8p2r4t6v0w1x3y7z9a2b4cd/entries"}}""";

        static ListAnswer of(
                Known list,
                long version,
                Optional<Boolean> before,
                Optional<List<String>> columnsNotRead,
                boolean mayRead) {
            var id = list.id().value();
            return new ListAnswer(
                    id,
                    version,
                    before,
                    list instanceof Received ? "RECEIVED" : "RECEIVING",
                    list.description().relation().requesting().value(),
                    list.description().relation().requested().value(),
                    list.description().handedOverOn(),
                    list.description().reference(),
                    list.content().format().name(),
                    list.content().digest(),
                    list.content().rows(),
                    columnsNotRead,
                    mayRead ? Optional.of(FunnelAnswer.of(list.funnel())) : Optional.empty(),
                    list.receivedAt(),
                    list instanceof Received r ? Optional.of(r.completedAt()) : Optional.empty(),
                    Acknowledgement.of(list),
                    Map.of("self", PATH + "/" + id, "entries", PATH + "/" + id + "/entries"));
        }
    }

    /**
     * How many rows came to which outcome so far.
     *
     * @param rows looked at so far: the sum of the four counts
     */
    record FunnelAnswer(
            int rows, int opened, int held, int duplicates, int rejected, Map<HoldReason, Integer> heldBecause) {
        static FunnelAnswer of(Funnel funnel) {
            return new FunnelAnswer(
                    funnel.rows(),
                    funnel.opened(),
                    funnel.held(),
                    funnel.duplicates(),
                    funnel.rejected(),
                    funnel.heldBecause());
        }
    }

    Api api() {
        var endpoints = new ArrayList<>(List.of(
                Endpoint.post(PATH, "handOverList", "Takes a list in, as CSV or FollowTheMoney JSON lines")
                        .query(HandOver.class)
                        .streamed(Limits.FILE_BYTES_MAX, new Sample(CSV, CSV_EXAMPLE), new Sample(NDJSON, FTM_EXAMPLE))
                        .answers(
                                201,
                                ListAnswer.class,
                                ListAnswer.EXAMPLE,
                                "Every row has its outcome; 200 when the list was here before")
                        .refusedAs(ReceiveList.class)
                        .problems(
                                LIST_NOT_UTF8,
                                LIST_MALFORMED,
                                LIST_HEADER_UNSUITABLE,
                                LIST_EMPTY,
                                LIST_TOO_MANY_ROWS,
                                LIST_INTAKE_BUSY)
                        .handle(this::handOver),
                Endpoint.get(PATH, "findLists", "Lists, latest first")
                        .query(ListsQuery.class)
                        .paged()
                        .answers(
                                200,
                                FoundPage.class,
                                FOUND_EXAMPLE,
                                "A page, with figures of the whole list where asked for")
                        .handle(this::find),
                Endpoint.get(ONE, "readList", "One list with its funnel; while rows are being screened, how far it is")
                        .answers(ListAnswer.class, ListAnswer.EXAMPLE)
                        .refusedFor(LIST_NOT_FOUND)
                        .handle(this::read),
                Endpoint.get(
                                ONE + "/funnel",
                                "readFunnel",
                                "A list from its rows to what became of their cases, as far as you may see these")
                        .answers(ListFunnel.class, ListFunnel.EXAMPLE)
                        .refusedFor(LIST_NOT_FOUND)
                        .handle(this::funnel),
                Endpoint.post(
                                ONE + "/acknowledgement",
                                "acknowledgeList",
                                "Records that the requesting state was told that its list is here")
                        .json(AcknowledgementBody.class, AcknowledgementBody.EXAMPLE)
                        .refusedAs(AcknowledgeList.class)
                        .handle(this::acknowledge),
                Endpoint.get(ONE + "/entries", "readEntries", "What became of each row")
                        .query(EntriesQuery.class)
                        .paged()
                        .answers(EntryAnswers.EntriesAnswer.class, EntryAnswers.EntriesAnswer.EXAMPLE)
                        .refusedFor(LIST_NOT_FOUND)
                        .handle(this::entries),
                onRow(
                                "/release",
                                "releaseRow",
                                ProposeRowDecision.class,
                                "Proposes to open a case on a row that was held")
                        .refusedFor(LIST_ROW_NOT_HELD)
                        .handle(call -> propose(call, RowDecision.Verdict.RELEASE)),
                onRow(
                                "/rejection",
                                "rejectRow",
                                ProposeRowDecision.class,
                                "Proposes to open no case on a row that was held")
                        .refusedFor(LIST_ROW_NOT_HELD)
                        .handle(call -> propose(call, RowDecision.Verdict.REJECT)),
                onRow(
                                "/approval",
                                "approveRow",
                                ApproveRowDecision.class,
                                "Agrees as the second person; it is carried out")
                        .handle(this::approve)));
        endpoints.addAll(JournalEndpoints.of(
                ONE, "list", lists, call -> known(call, Act.READ_LIST_JOURNAL).thenReturn(Reader.ofEverything())));
        return new Api("lists", "Lists of persons sought that a requesting state hands over.", endpoints);
    }

    private Mono<ServerResponse> handOver(Call call) {
        var given = call.query(HandOver.class);
        var relation = Countries.inQuery(given.requestingState(), given.requestedState());
        Doors.pass(
                call,
                CaseAccess.mayWithList(call.actor(), Act.HAND_OVER_LIST, call.purpose(), relation),
                LIST_NOT_FOUND);
        var description = new ListDescription(
                relation, given.handedOverOn(), given.reference().strip());
        var format = format(call);
        return spooled(call)
                .flatMap(path -> reception.receive(
                        delivery(call, description, new ListFile(path, format, relation.requesting()))))
                .flatMap(taken -> answer(call, taken));
    }

    private Mono<ServerResponse> acknowledge(Call call) {
        return act(
                call,
                Act.ACKNOWLEDGE_LIST,
                new AcknowledgeList(call.body(AcknowledgementBody.class).on()));
    }

    private static Endpoint.Draft onRow(
            String ending, String operationId, Class<? extends OnRow> command, String summary) {
        return Endpoint.post(ONE + "/entries/{row}" + ending, operationId, summary)
                .json(RowReasonsBody.class, RowReasonsBody.EXAMPLE)
                .refusedFor(LIST_ROW_NOT_FOUND)
                .refusedAs(command);
    }

    private Mono<ServerResponse> propose(Call call, RowDecision.Verdict verdict) {
        var row = rowOf(call);
        return entries.rows(new ListId(call.id("id")), row, row)
                .map(found -> found.stream().findFirst())
                .flatMap(found -> found.filter(entry -> entry.person().isPresent())
                        .map(ListEntry::outcome)
                        .filter(EntryOutcome.Held.class::isInstance)
                        .map(EntryOutcome.Held.class::cast)
                        .map(held -> proposed(call, row, held, verdict))
                        // What is wrong with a row is told to those for whom the list is there.
                        .orElseGet(() -> known(call, Act.PROPOSE_ROW)
                                .then(Answers.problem(
                                        Answers.of(found.isEmpty() ? LIST_ROW_NOT_FOUND : LIST_ROW_NOT_HELD)))));
    }

    private Mono<ServerResponse> proposed(Call call, int row, EntryOutcome.Held held, RowDecision.Verdict verdict) {
        return act(
                call,
                Act.PROPOSE_ROW,
                new ProposeRowDecision(
                        row,
                        held.reasons(),
                        verdict,
                        call.body(RowReasonsBody.class).reasons()));
    }

    /** One read and one write: who may is decided with the command, on the list that was read for it. */
    private Mono<ServerResponse> act(Call call, Act act, ListCommand command) {
        Doors.pass(call, CaseAccess.mayEver(call.actor(), act, call.purpose()), LIST_NOT_FOUND);
        var id = call.id("id");
        var asked = new UnderPolicy(act, command);
        return lists.execute(Commands.<ListCommand>envelope(call, id, asked))
                .flatMap(outcome -> Doors.keepingSilent(outcome, () -> known(call, act)))
                .flatMap(outcome -> Answers.command(call, id, outcome));
    }

    private Mono<ServerResponse> approve(Call call) {
        var row = rowOf(call);
        var command =
                new ApproveRowDecision(row, call.body(RowReasonsBody.class).reasons());
        var id = new ListId(call.id("id"));
        return act(call, Act.APPROVE_ROW, command).then(Mono.defer(() -> carriedOut(call, id, row)));
    }

    private Mono<ServerResponse> carriedOut(Call call, ListId id, int row) {
        return Mono.fromCallable(() -> intake.carryOut(id, row, handing(call)))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(list -> Answers.accepted(call, id.value(), list.version()));
    }

    private static Handing handing(Call call) {
        return new Handing(
                call.actor(), call.purpose(), Optional.of(call.trace().traceparent()));
    }

    private static int rowOf(Call call) {
        var row = call.id("row");
        if (!row.matches("[1-9]\\d{0,6}")) {
            throw Answers.of(LIST_ROW_NOT_FOUND).raised();
        }
        return Integer.parseInt(row);
    }

    private static ListFormat format(Call call) {
        var type = call.request().headers().contentType().orElse(CSV);
        var charset = type.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw Problem.of(GeneralProblem.UNSUPPORTED_MEDIA_TYPE, "A list is written in UTF-8.")
                    .raised();
        }
        return type.getSubtype().toLowerCase(Locale.ROOT).equals("csv") ? ListFormat.CSV : ListFormat.FTM;
    }

    /** The body on disk; gone again when it could not be read to its end. */
    private Mono<Path> spooled(Call call) {
        return uploads.file()
                .flatMap(path -> DataBufferUtils.write(call.stream(), path)
                        .thenReturn(path)
                        .onErrorResume(error -> uploads.discarded(path).then(Mono.error(error)))
                        .doOnCancel(() -> uploads.discarded(path).subscribe()));
    }

    private Delivery delivery(Call call, ListDescription description, ListFile file) {
        var id = Reception.idOf(description);
        return new Delivery(
                file,
                description,
                handing(call),
                content -> Commands.envelope(
                        call,
                        id.value(),
                        new ReceiveList(id, description, content),
                        call.fingerprint(content.digest().getBytes(StandardCharsets.US_ASCII))));
    }

    private Mono<ServerResponse> answer(Call call, Taken taken) {
        return switch (taken) {
            case Taken.Whole(var list, var before, var notRead) -> answer(call, list, before, notRead);
            case Taken.Faulty(var fault) -> Answers.problem(FileProblem.of(fault));
            case Taken.Unfulfilled(var outcome) -> Answers.problem(Answers.of(outcome));
            case Taken.Busy() ->
                Answers.problem(Problem.of(
                                LIST_INTAKE_BUSY,
                                Limits.LISTS_AT_ONCE_MAX + " lists are being taken in; nothing was changed.")
                        .retryAfter(Limits.BUSY_RETRY_SECONDS));
        };
    }

    private static Mono<ServerResponse> answer(
            Call call, Current<CaseList> list, boolean before, List<String> notRead) {
        var known = known(list).orElseThrow(() -> new IllegalStateException("a list that was taken in is known"));
        return ServerResponse.status(before ? HttpStatus.OK : HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .header("ETag", Answers.etag(list.version()))
                .location(URI.create(PATH + "/" + known.id()))
                .bodyValue(Json.MAPPER.writeValueAsBytes(ListAnswer.of(
                        known,
                        list.version(),
                        Optional.of(before),
                        notRead.isEmpty() ? Optional.empty() : Optional.of(notRead),
                        mayRead(call))));
    }

    private static boolean mayRead(Call call) {
        return CaseAccess.mayEver(call.actor(), Act.READ_LIST, call.purpose()) == Verdict.ALLOWED;
    }

    private Mono<ServerResponse> find(Call call) {
        Doors.pass(call, CaseAccess.mayEver(call.actor(), Act.READ_LIST, call.purpose()), LIST_NOT_FOUND);
        var wanted = call.query(ListsQuery.class);
        var query = ViewQuery.visibleTo(Doors.visibility(call, Act.READ_LIST))
                .orderBy(Orders.of(wanted.sort().or(() -> Optional.of("-receivedAt"))))
                .asked("requestingState", wanted.requestingState())
                .asked("requestedState", wanted.requestedState())
                .asked("state", wanted.state());
        return ViewLists.answer(call, views.lists(), query);
    }

    private Mono<ServerResponse> read(Call call) {
        return known(call, Act.READ_LIST)
                .flatMap(list -> Answers.versioned(
                        call,
                        ListAnswer.of(list.known(), list.version(), Optional.empty(), Optional.empty(), true),
                        list.version()));
    }

    private Mono<ServerResponse> funnel(Call call) {
        return known(call, Act.READ_LIST)
                .flatMap(
                        list -> ListFunnel.of(call, list.known(), views.cases(), Doors.visibility(call, Act.READ_CASE)))
                .flatMap(funnel -> Answers.json(call, funnel));
    }

    private Mono<ServerResponse> entries(Call call) {
        var page = call.page();
        var outcome = call.query(EntriesQuery.class).outcome();
        var from = page.cursor().map(ListRoutes::row).orElse(1);
        return known(call, Act.READ_LIST)
                .flatMap(list -> scan(
                        list.known(),
                        from,
                        outcome,
                        page.limit(),
                        EntryAnswers.Reader.of(call, list.known().description().relation())))
                .flatMap(answer -> Answers.page(call, answer, answer.next()));
    }

    /**
     * Reads on until the page is full, the list ends, or enough rows were looked at.
     *
     * <p>A page may be short and still have a next.
     */
    private Mono<EntryAnswers.EntriesAnswer> scan(
            Known list, int from, Optional<EntryAnswers.Outcome> wanted, int limit, EntryAnswers.Reader reader) {
        var last = list.funnel().rows();
        var stop = Math.min(last, from + ROWS_SCANNED_MAX - 1);
        var starts = new ArrayList<Integer>();
        var step = wanted.isEmpty() ? Math.min(limit, ROWS_AT_ONCE) : ROWS_AT_ONCE;
        for (var start = from; start <= stop; start += step) {
            starts.add(start);
        }
        return Flux.fromIterable(starts)
                .concatMap(start -> entries.rows(list.id(), start, Math.min(stop, start + step - 1)), 0)
                .concatMapIterable(rows -> rows)
                .filter(entry -> wanted.isEmpty() || wanted.get() == EntryAnswers.outcome(entry))
                .take(limit)
                .map(entry -> reader.of(entry, list))
                .collectList()
                .map(found -> new EntryAnswers.EntriesAnswer(found, next(found, limit, stop, last)));
    }

    private static Optional<String> next(List<EntryAnswers.EntryAnswer> found, int limit, int stop, int last) {
        var next = found.size() == limit ? found.getLast().row() + 1 : stop + 1;
        return next <= last ? Optional.of(Integer.toString(next)) : Optional.empty();
    }

    private static int row(String cursor) {
        if (!cursor.matches("[1-9]\\d{0,6}")) {
            throw Call.badCursor();
        }
        return Integer.parseInt(cursor);
    }

    /** The list, to somebody whose state it concerns; to others it is not there. */
    private Mono<Found> known(Call call, Act act) {
        Doors.pass(call, CaseAccess.mayEver(call.actor(), act, call.purpose()), LIST_NOT_FOUND);
        return lists.read(call.id("id"))
                .flatMap(current -> Mono.justOrEmpty(known(current).map(known -> new Found(known, current.version()))))
                .switchIfEmpty(Mono.defer(() -> Answers.problem(Answers.of(LIST_NOT_FOUND))))
                .doOnNext(found -> Doors.pass(
                        call,
                        CaseAccess.mayWithList(
                                call.actor(),
                                act,
                                call.purpose(),
                                found.known().description().relation()),
                        LIST_NOT_FOUND));
    }

    private static Optional<Known> known(Current<CaseList> current) {
        return switch (current.state()) {
            case Known known -> Optional.of(known);
            case CaseList.Unknown _ -> Optional.empty();
        };
    }

    private record Found(Known known, long version) {}

    private static final String CSV_EXAMPLE = """
            name,birth_date,nationality,document_kind,document_country,document_number,offence_summary,authority
            Orla Vint,1958-02-17,XR,PASSPORT,XR,R4471902,Embezzlement of public funds,General Prosecution of Ruvania
            """;

    private static final String FTM_EXAMPLE = """
            {"id": "1", "schema": "Person", "properties": {"name": ["Orla Vint"], "birthDate": ["1958-02-17"], \
            "nationality": ["xr"], "passportNumber": ["R4471902"], "summary": ["Embezzlement of public funds"], \
            "publisher": ["General Prosecution of Ruvania"]}}
            """;

    private static final String FOUND_EXAMPLE = """
            {"items": [{"id": "list-5n8p2r4t6v0w1x3y7z9a2b4cd", "version": 2, "state": "RECEIVED", \
            "requestingState": "XR",
              "requestedState": "XH", "handedOverOn": "2014-08-29", "reference": "XR-2014-1", "rows": 152,
              "funnel": {"opened": 130, "held": 16, "duplicates": 3, "rejected": 3,
                "heldBecause": {"NOT_LOCATED_IN_HOST": 11, "IDENTITY_INSUFFICIENT": 3, "REPORTED_DECEASED": 2}},
              "receivedAt": "2014-08-29T09:00:00Z", "completedAt": "2014-08-29T09:00:01Z"}],
             "total": {"count": 1, "exact": true}, "facets": {}, "sums": {}}""";
}
