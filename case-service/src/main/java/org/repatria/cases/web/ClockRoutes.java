package org.repatria.cases.web;

import static org.repatria.cases.domain.CaseReason.*;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.repatria.api.ViewLists;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.cases.domain.access.Officers;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand.OfClocks;
import org.repatria.cases.domain.clocks.ClockCommand;
import org.repatria.cases.domain.clocks.ClockCommand.CancelClock;
import org.repatria.cases.domain.clocks.ClockCommand.ConcludeClock;
import org.repatria.cases.domain.clocks.ClockCommand.ExtendClock;
import org.repatria.cases.domain.clocks.ClockCommand.RebaseClock;
import org.repatria.cases.domain.clocks.ClockCommand.ResumeClock;
import org.repatria.cases.domain.clocks.ClockCommand.SuspendClock;
import org.repatria.cases.domain.clocks.ClockSetting;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.queries.CaseViews;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.ClockRule.Kind;
import org.repatria.clocks.Confidence;
import org.repatria.clocks.HolidayCalendar;
import org.repatria.decider.input.Size;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.Json;
import org.repatria.policy.Act;
import org.repatria.readmodel.Order;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.ViewQuery;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The routes of clocks: those of one case, those of all cases that somebody sees, and a calendar. */
final class ClockRoutes {

    private static final String ALL = "/v1/clocks";
    private static final String OF_CASE = "/v1/cases/{id}/clocks";
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=utf-8");

    /** LIMIT: cases in one calendar, the earliest last days first: more entries than that nobody looks at. */
    private static final int CALENDAR_CASES_MAX = 200;

    private final SeenCases cases;
    private final CaseRows rows;
    private final CaseViews views;
    private final Function<Instant, RuleBook> rules;

    ClockRoutes(SeenCases cases, Officers officers, CaseViews views, Function<Instant, RuleBook> rules) {
        this.cases = cases;
        this.rows = new CaseRows(cases, officers);
        this.views = views;
        this.rules = rules;
    }

    /**
     * Which clocks are asked for, of those that have not ended.
     *
     * @param dueFrom those whose last day is this day or a later one
     * @param dueBefore those whose last day lies before this day
     */
    record ClocksQuery(
            Optional<LocalDate> dueFrom,
            Optional<LocalDate> dueBefore,
            List<State> state,
            List<Kind> kind,
            List<@Size(max = 60) String> rule,
            List<@Size(max = 200) String> assignee) {}

    /** Where a clock that has not ended can stand. */
    enum State {
        RUNNING,
        SUSPENDED,
        EXPIRED_PRESUMED
    }

    /**
     * A clock of some case.
     *
     * @param otherLastDay the last day as the law may be read too, where it is doubtful and comes to another day
     */
    record ClockItem(
            String caseId,
            String id,
            String rule,
            String kind,
            String about,
            String state,
            LocalDate lastDay,
            Optional<LocalDate> otherLastDay,
            LocalDate actBy,
            String onExpiry,
            Optional<String> assignee) {}

    /**
     * A page of clocks, the earliest last day first.
     *
     * @param items of as many cases as {@code limit} says; a case may have several clocks, or none of those asked for
     */
    record ClocksAnswer(List<ClockItem> items, Optional<String> next) {
        static final String EXAMPLE = """
                {"items": [{"caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "id": "clk-2", "rule": "CLK-PA-XR-XE", \
                "kind": "HARD",
                  "about": "extradition-7h2k", "state": "RUNNING", "lastDay": "2018-10-13", "actBy": "2018-10-12",
                  "onExpiry": "PRESUME_RELEASED", "assignee": "edda.legal"}]}""";
    }

    /** All clocks of a case, the ended ones too, in the order in which they were started. */
    record CaseClocksAnswer(List<CaseClock> items) {
        static final String EXAMPLE = """
                {"items": [{"caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "id": "clk-2", "rule": "CLK-PA-XR-XE", \
                "ruleVersion": 1,
                  "instrument": "Treaty between Ruvania and XE art. 12(4)", "source": "treaty XR-XE art. 12(4)", \
                "kind": "HARD",
                  "onExpiry": "PRESUME_RELEASED", "about": "extradition-7h2k", \
                "trigger": "extradition.PROVISIONALLY_ARRESTED",
                  "triggeredOn": "2018-09-03", "zone": "Europe/Vienna", "state": "SATISFIED", "counted": "2018-10-13",
                  "lastDay": "2018-10-13", "actBy": "2018-10-12", "bearer": "STATE", "rollForward": "NONE",
                  "rollSource": "treaty XR-XE art. 12(4) lets no day off lengthen detention", "holidaysKnown": true,
                  "warnings": [{"day": "2018-09-13", "given": true}],
                  "suspensions": [], "satisfiedBy": "extradition.RECEIVED", "satisfiedOn": "2018-10-12"}]}""";
    }

    /**
     * A clock with all that it went through.
     *
     * @param counted its last day, suspensions left aside
     * @param extendedBy what was granted on top
     * @param bearer who must act in time, and whom a doubt in the counting protects
     * @param rollForward what becomes of a last day on which nobody works
     * @param rollSource who says so; left out for a clock that was started before every rule had to say it
     * @param otherLastDay the last day as the law may be read too, where it is doubtful and comes to another day
     * @param holidaysKnown whether the public holidays of the place are known for the last day; where not, only
     *     weekends are, and a period that runs on may end later
     */
    record CaseClock(
            String caseId,
            String id,
            String rule,
            int ruleVersion,
            String instrument,
            String source,
            Kind kind,
            ClockRule.OnExpiry onExpiry,
            String about,
            String trigger,
            LocalDate triggeredOn,
            String zone,
            Clock.State state,
            LocalDate counted,
            LocalDate lastDay,
            Optional<Instant> endsAt,
            LocalDate actBy,
            ClockRule.Bearer bearer,
            ClockRule.RollForward rollForward,
            Optional<String> rollSource,
            Optional<LocalDate> otherLastDay,
            boolean holidaysKnown,
            List<Notice> warnings,
            List<Stretch> suspensions,
            List<String> extendedBy,
            Optional<String> supersedes,
            Optional<String> supersededBy,
            Optional<String> satisfiedBy,
            Optional<LocalDate> satisfiedOn,
            Optional<String> tooLateBy,
            Optional<LocalDate> tooLateOn,
            Optional<String> reasons) {

        static CaseClock of(String caseId, Clock clock, HolidayCalendar daysOff) {
            var rule = clock.rule();
            return new CaseClock(
                    caseId,
                    clock.id(),
                    rule.id(),
                    rule.version(),
                    rule.instrument(),
                    rule.source(),
                    rule.kind(),
                    rule.onExpiry(),
                    clock.about(),
                    rule.trigger(),
                    clock.trigger().day(),
                    clock.zone().getId(),
                    clock.state(),
                    clock.counted().lastDay(),
                    clock.effective().lastDay(),
                    clock.effective().endsAt(),
                    clock.effective().actBy(),
                    rule.bearer(),
                    rule.rollForward(),
                    rule.rollSource(),
                    clock.effective().otherReading(),
                    daysOff.knowsHolidaysOf(clock.effective().lastDay()),
                    clock.warnings().stream()
                            .map(warning -> new Notice(warning.day(), warning.given()))
                            .toList(),
                    clock.suspensions().stream()
                            .map(stretch -> new Stretch(
                                    stretch.ground(),
                                    stretch.from().day(),
                                    stretch.until().map(until -> until.day())))
                            .toList(),
                    clock.additions().stream()
                            .map(addition -> addition.amount() + " " + addition.unit() + " by " + addition.by())
                            .toList(),
                    clock.supersedes(),
                    clock.supersededBy(),
                    clock.satisfiedBy().map(happening -> happening.token()),
                    clock.satisfiedBy().map(happening -> happening.when().day()),
                    clock.tooLate().map(happening -> happening.token()),
                    clock.tooLate().map(happening -> happening.when().day()),
                    clock.reasons());
        }
    }

    /** A warning. */
    record Notice(LocalDate day, boolean given) {}

    /** A stretch during which a clock did not run. */
    record Stretch(String ground, LocalDate from, Optional<LocalDate> until) {}

    Api api() {
        return new Api(
                "clocks",
                "Periods of the law and of the house: what runs, what is over, and what was granted.",
                List.of(
                        Endpoint.get(ALL, "findClocks", "Clocks that have not ended, the earliest last day first")
                                .query(ClocksQuery.class)
                                .paged()
                                .answers(ClocksAnswer.class, ClocksAnswer.EXAMPLE)
                                .handle(this::find),
                        Endpoint.get(ALL + ".ics", "subscribeClocks", "The same as an iCalendar feed, without any name")
                                .query(ClocksQuery.class)
                                .answers(CALENDAR, CALENDAR_EXAMPLE, "At most " + CALENDAR_CASES_MAX + " cases")
                                .handle(this::calendar),
                        Endpoint.get(OF_CASE, "readClocks", "All clocks of a case, the ended ones too")
                                .answers(CaseClocksAnswer.class, CaseClocksAnswer.EXAMPLE)
                                .refusedFor(CASE_NOT_FOUND)
                                .handle(this::ofCase),
                        onClock(
                                "/extension",
                                ExtendClock.class,
                                "Records that time was granted on top: a new clock follows"),
                        onClock("/suspension", SuspendClock.class, "Records that a clock does not run"),
                        onClock("/resumption", ResumeClock.class, "Records that a clock runs again"),
                        onClock(
                                "/confirmation",
                                ConcludeClock.class,
                                "Says from the court's record whether a period ran out"),
                        onClock("/rebase", RebaseClock.class, "Puts a clock under its rule as it now reads"),
                        onClock("/cancellation", CancelClock.class, "Ends a clock that should not run")));
    }

    private <C extends Record & ClockCommand> Endpoint onClock(String ending, Class<C> command, String summary) {
        return rows.of("/clocks/{clockId}" + ending, command, Act.KEEP_TIME, summary, OfClocks::new);
    }

    private Mono<ServerResponse> ofCase(Call call) {
        return cases.seen(call, Act.READ_CASE)
                .flatMap(seen -> Answers.versioned(
                        call,
                        new CaseClocksAnswer(seen.opened().file().dossier().clocks().clocks().stream()
                                .map(clock -> CaseClock.of(
                                        seen.opened().id().value(), clock, daysOff(clock, seen.opened(), call.at())))
                                .toList()),
                        seen.version()));
    }

    private HolidayCalendar daysOff(Clock clock, Case.Opened opened, Instant at) {
        return ClockSetting.calendar(clock.rule(), opened.file().relation(), rules.apply(at));
    }

    private Mono<ServerResponse> find(Call call) {
        var wanted = call.query(ClocksQuery.class);
        return ViewLists.page(call, views.cases(), query(call, wanted))
                .flatMap(page -> Answers.page(call, new ClocksAnswer(items(page, wanted), page.next()), page.next()));
    }

    private Mono<ServerResponse> calendar(Call call) {
        var wanted = call.query(ClocksQuery.class);
        return ViewLists.first(call, views.cases(), query(call, wanted), CALENDAR_CASES_MAX)
                .flatMap(page -> ServerResponse.ok()
                        .contentType(CALENDAR)
                        .bodyValue(CalendarFeed.text(lastDays(items(page, wanted), call.at()), call.at())
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private static ViewQuery query(Call call, ClocksQuery wanted) {
        Doors.pass(call, CaseAccess.mayEver(call.actor(), Act.READ_CASE, call.purpose()), CASE_NOT_FOUND);
        var all = ViewQuery.visibleTo(Doors.visibility(call, Act.READ_CASE))
                .present("nextLastDay")
                .orderBy(Order.ascending("nextLastDay"));
        var due = CaseBodies.between(all, "lastDay", wanted.dueFrom(), wanted.dueBefore());
        return wanted.assignee().isEmpty() ? due : due.anyOf("assignee", wanted.assignee());
    }

    /** The clocks asked for, of cases that the view found by their earliest last day. */
    private static List<ClockItem> items(Page page, ClocksQuery wanted) {
        var states = new HashSet<>(wanted.state().stream().map(State::name).toList());
        var kinds = new HashSet<>(wanted.kind().stream().map(Kind::name).toList());
        return page.hits().stream()
                .flatMap(hit -> items(Json.MAPPER.readTree(hit.json())))
                .filter(item -> wanted.dueFrom()
                        .filter(day -> item.lastDay().isBefore(day))
                        .isEmpty())
                .filter(item -> wanted.dueBefore()
                        .filter(day -> !item.lastDay().isBefore(day))
                        .isEmpty())
                .filter(item -> states.isEmpty() || states.contains(item.state()))
                .filter(item -> kinds.isEmpty() || kinds.contains(item.kind()))
                .filter(item -> wanted.rule().isEmpty() || wanted.rule().contains(item.rule()))
                .sorted(Comparator.comparing(ClockItem::lastDay)
                        .thenComparing(ClockItem::caseId)
                        .thenComparing(ClockItem::id))
                .toList();
    }

    private static Stream<ClockItem> items(JsonNode snapshot) {
        return snapshot.path("clocks")
                .valueStream()
                .map(clock -> new ClockItem(
                        snapshot.path("id").asString(),
                        clock.path("id").asString(),
                        clock.path("rule").asString(),
                        clock.path("kind").asString(),
                        clock.path("about").asString(),
                        clock.path("state").asString(),
                        LocalDate.parse(clock.path("lastDay").asString()),
                        Optional.of(clock.path("otherLastDay"))
                                .filter(JsonNode::isString)
                                .map(day -> LocalDate.parse(day.asString())),
                        LocalDate.parse(clock.path("actBy").asString()),
                        clock.path("onExpiry").asString(),
                        Optional.of(snapshot.path("assignee"))
                                .filter(JsonNode::isString)
                                .map(JsonNode::asString)));
    }

    private List<LastDay> lastDays(List<ClockItem> items, Instant now) {
        var known = rules.apply(now);
        return items.stream()
                .map(item -> {
                    var rule = known.clockRules().stream()
                            .filter(candidate -> candidate.id().equals(item.rule()))
                            .max(Comparator.comparingInt(ClockRule::version));
                    return new LastDay(
                            item.caseId(),
                            item.id(),
                            item.rule(),
                            rule.map(ClockRule::instrument).orElse(item.rule()),
                            item.lastDay(),
                            Optional.empty(),
                            item.actBy(),
                            rule.map(ClockRule::warnAt).orElse(List.of()),
                            standing(State.valueOf(item.state())),
                            rule.filter(row -> row.confidence() == Confidence.DOUBTFUL)
                                    .isPresent());
                })
                .toList();
    }

    private static LastDay.Standing standing(State state) {
        return switch (state) {
            case RUNNING -> LastDay.Standing.RUNNING;
            case SUSPENDED -> LastDay.Standing.SUSPENDED;
            case EXPIRED_PRESUMED -> LastDay.Standing.PRESUMED_OVER;
        };
    }

    private static final String CALENDAR_EXAMPLE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Repatria//Clocks 1//EN
            BEGIN:VEVENT
            UID:case-0f3kq8v5m2n7p1r4s6t9w0x2y.clk-2@repatria
            DTSTAMP:20180904T080000Z
            DTSTART;VALUE=DATE:20181013
            DTEND;VALUE=DATE:20181014
            SUMMARY:CLK-PA-XR-XE: last day\\, case-0f3kq8v5m2n7p1r4s6t9w0x2y
            STATUS:CONFIRMED
            END:VEVENT
            END:VCALENDAR
            """;
}
