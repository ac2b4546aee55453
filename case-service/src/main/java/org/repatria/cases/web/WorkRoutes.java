package org.repatria.cases.web;

import static org.repatria.cases.domain.CaseReason.CASE_NOT_FOUND;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.repatria.api.ViewLists;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.cases.domain.casefile.Stage;
import org.repatria.cases.queries.CaseViews;
import org.repatria.cases.web.WorkAnswers.CasesPart;
import org.repatria.cases.web.WorkAnswers.ClocksPart;
import org.repatria.cases.web.WorkAnswers.DueAnswer;
import org.repatria.cases.web.WorkAnswers.ProposalsPart;
import org.repatria.cases.web.WorkAnswers.ProposalsQuery;
import org.repatria.cases.web.WorkAnswers.SharedCaseAnswer;
import org.repatria.cases.web.WorkAnswers.SharedCasesAnswer;
import org.repatria.cases.web.WorkAnswers.SharedCasesQuery;
import org.repatria.cases.web.WorkAnswers.WaitingAnswer;
import org.repatria.cases.web.WorkAnswers.WaitingProposalsAnswer;
import org.repatria.cases.web.WorkAnswers.WorkAnswer;
import org.repatria.cases.web.WorkAnswers.WorkCaseAnswer;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.Json;
import org.repatria.policy.Act;
import org.repatria.readmodel.Order;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.ViewQuery;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The readings across cases: what waits for whom, and what the states tell each other. */
final class WorkRoutes {

    /** Items of each part of one's work: what fits a screen. The lists of cases, proposals and clocks have the rest. */
    static final int ITEMS_MAX = 20;

    /**
     * Cases looked at for a part that counts what is inside of cases. It is one page of the view; beyond it, a lower
     * bound.
     */
    static final int CASES_LOOKED_AT_MAX = 200;

    /** Days that a clock's last day may be ahead to be work of today: the longest common lead of a warning. */
    static final int DAYS_AHEAD = 14;

    /** The stages in which nothing is left to do. */
    private static final EnumSet<Stage> DONE =
            EnumSet.of(Stage.NOT_ACCEPTED, Stage.CLOSED, Stage.ARCHIVED, Stage.ERASED_STUB);

    private static final List<String> TO_DO =
            EnumSet.complementOf(DONE).stream().map(Enum::name).toList();

    private static final Order MOST_URGENT_FIRST = Order.ascending("nextLastDay");

    private final CaseViews views;

    WorkRoutes(CaseViews views) {
        this.views = views;
    }

    Api api() {
        return new Api(
                "work",
                "What waits for whom, across cases.",
                List.of(
                        Endpoint.get("/v1/work", "readMyWork", "My cases, what waits for me, and what is due soon")
                                .answers(WorkAnswer.class, WorkAnswer.EXAMPLE)
                                .handle(this::work),
                        Endpoint.get(
                                        "/v1/proposals",
                                        "findProposals",
                                        "What waits for a second person; a page has the proposals of so many cases")
                                .query(ProposalsQuery.class)
                                .paged()
                                .answers(
                                        200,
                                        WaitingProposalsAnswer.class,
                                        WaitingProposalsAnswer.EXAMPLE,
                                        "A page; limit, total and cursor count cases, so items may be more or fewer")
                                .handle(this::proposals),
                        Endpoint.get("/v1/shared/cases", "findSharedCases", "What the states tell each other of cases")
                                .query(SharedCasesQuery.class)
                                .paged()
                                .answers(SharedCasesAnswer.class, SharedCasesAnswer.EXAMPLE)
                                .handle(this::shared)));
    }

    private Mono<ServerResponse> proposals(Call call) {
        pass(call, Act.READ_WORK);
        var wanted = call.query(ProposalsQuery.class);
        var mine = wanted.waitingForMe().orElse(false);
        var query = mine ? waitingForMe(call) : waiting(call).present("waitsFor");
        return ViewLists.page(call, views.cases(), query.orderBy(MOST_URGENT_FIRST))
                .flatMap(page -> Answers.page(
                        call,
                        new WaitingProposalsAnswer(
                                rows(page).stream()
                                        .flatMap(row -> told(call, row, mine).stream())
                                        .filter(it -> wanted.kind().isEmpty()
                                                || wanted.kind().contains(it.kind()))
                                        .toList(),
                                page.total(),
                                page.next()),
                        page.next()));
    }

    private static List<WaitingAnswer> told(Call call, JsonNode row, boolean onlyMine) {
        return onlyMine
                ? WaitingAnswer.waitingFor(call.actor(), row, call.purpose(), call.at())
                : WaitingAnswer.of(row, call.actor(), call.purpose(), call.at());
    }

    private Mono<ServerResponse> shared(Call call) {
        pass(call, Act.READ_SHARED);
        var wanted = call.query(SharedCasesQuery.class);
        var query = ViewQuery.visibleTo(Doors.visibility(call, Act.READ_SHARED))
                .search(wanted.q().orElse(""))
                .asked("sharedWord", wanted.word().stream().map(Enum::name).toList())
                .asked("listId", wanted.list());
        return ViewLists.page(call, views.cases(), query)
                .flatMap(page -> Answers.page(
                        call,
                        new SharedCasesAnswer(
                                rows(page).stream().map(SharedCaseAnswer::of).toList(), page.total(), page.next()),
                        page.next()));
    }

    private Mono<ServerResponse> work(Call call) {
        pass(call, Act.READ_WORK);
        var today = LocalDate.ofInstant(call.at(), ZoneOffset.UTC);
        var dueBefore = today.plusDays(DAYS_AHEAD + 1);
        return Mono.zip(
                        first(call, mine(call), ITEMS_MAX).map(WorkRoutes::cases),
                        first(call, waitingForMe(call), CASES_LOOKED_AT_MAX).map(page -> waiting(call, page)),
                        first(call, mine(call).below("nextLastDay", dueBefore), CASES_LOOKED_AT_MAX)
                                .map(page -> due(dueBefore, page)),
                        first(call, mine(call).anyOf("reviewRequired", "true"), ITEMS_MAX)
                                .map(WorkRoutes::cases))
                .flatMap(parts -> Answers.json(
                        call,
                        new WorkAnswer(today, dueBefore, parts.getT1(), parts.getT2(), parts.getT3(), parts.getT4())));
    }

    private static CasesPart cases(Page page) {
        return new CasesPart(
                page.total().count(),
                page.total().exact(),
                rows(page).stream().map(WorkCaseAnswer::of).toList());
    }

    private static ProposalsPart waiting(Call call, Page page) {
        var found = rows(page).stream()
                .flatMap(row -> WaitingAnswer.waitingFor(call.actor(), row, call.purpose(), call.at()).stream())
                .sorted(Comparator.comparing(WaitingAnswer::expiresAt))
                .toList();
        return new ProposalsPart(found.size(), page.next().isEmpty(), firstOf(found));
    }

    private static ClocksPart due(LocalDate before, Page page) {
        var found = rows(page).stream()
                .flatMap(row -> DueAnswer.before(before, row))
                .sorted(Comparator.comparing(DueAnswer::lastDay))
                .toList();
        return new ClocksPart(found.size(), page.next().isEmpty(), firstOf(found));
    }

    private static <T> List<T> firstOf(List<T> found) {
        return found.stream().limit(ITEMS_MAX).toList();
    }

    private static List<JsonNode> rows(Page page) {
        return page.hits().stream().map(hit -> Json.MAPPER.readTree(hit.json())).toList();
    }

    private static ViewQuery mine(Call call) {
        return ViewQuery.visibleTo(Doors.visibility(call, Act.READ_CASE))
                .anyOf("assignee", call.actor().id())
                .anyOf("state", TO_DO)
                .orderBy(MOST_URGENT_FIRST);
    }

    private static ViewQuery waiting(Call call) {
        return ViewQuery.visibleTo(Doors.visibility(call, Act.READ_WORK));
    }

    /** Cases in which something waits for one of my roles on some side. The rows tell whether the side is mine. */
    private static ViewQuery waitingForMe(Call call) {
        return waiting(call)
                .anyOf(
                        "waitsFor",
                        call.actor().roles().stream()
                                .flatMap(role -> Stream.of(role, "RS-" + role, "HS-" + role))
                                .toList())
                .orderBy(MOST_URGENT_FIRST);
    }

    private Mono<Page> first(Call call, ViewQuery query, int limit) {
        return ViewLists.first(call, views.cases(), query, limit);
    }

    private static void pass(Call call, Act act) {
        Doors.pass(call, CaseAccess.mayEver(call.actor(), act, call.purpose()), CASE_NOT_FOUND);
    }
}
