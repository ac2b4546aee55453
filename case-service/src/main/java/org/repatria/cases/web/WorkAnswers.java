package org.repatria.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.SharedWord;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.cases.domain.law.Officer;
import org.repatria.clocks.Clock;
import org.repatria.decider.Actor;
import org.repatria.decider.input.Size;
import org.repatria.policy.Act;
import org.repatria.policy.Verdict;
import org.repatria.readmodel.Page;
import tools.jackson.databind.JsonNode;

/** What callers read across cases, taken from the rows of the view of cases. */
final class WorkAnswers {

    private WorkAnswers() {}

    /** Which proposals are asked for. */
    record ProposalsQuery(Optional<Boolean> waitingForMe, List<@Size(max = 40) String> kind) {}

    /** Which of the shared cases are asked for. */
    record SharedCasesQuery(
            Optional<@Size(max = 200) String> q, List<SharedWord> word, List<@Size(max = 64) String> list) {}

    /** A page of what waits; {@code total} counts the cases that it waits in. */
    record WaitingProposalsAnswer(List<WaitingAnswer> items, Page.Total total, Optional<String> next) {
        static final String EXAMPLE = """
                {"items": [{"id": "proposal-5n8p2r4t6v0w1x3y7z9a2b4cd", "caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y",
                  "name": "Orla Vint", "kind": "extradition", "courseId": "pathway-0f3kq8v5m2n7p1r4s6t9w0x2y",
                  "from": "ASSESSMENT", "to": "PA_REQUESTED", "by": "rita.legal", "waitsFor": ["RS-SU"],
                  "expiresAt": "2018-09-16T09:00:00Z"}],
                 "total": {"count": 1, "exact": true}}""";
    }

    /** One move that waits for a second person, with its case. */
    record WaitingAnswer(
            String id,
            String caseId,
            String name,
            String kind,
            String courseId,
            Optional<String> from,
            String to,
            String by,
            List<String> waitsFor,
            Instant expiresAt) {

        /** Those of a row that are open. Who does not see the case learns of their own, and of what is for them. */
        static List<WaitingAnswer> of(JsonNode row, Actor reader, String purpose, Instant at) {
            var seesCase = CaseAccess.may(reader, Act.READ_CASE, purpose, relation(row), said(row, "assignee"))
                    == Verdict.ALLOWED;
            return row.path("proposals")
                    .valueStream()
                    .map(proposal -> of(row, proposal))
                    .filter(answer -> at.isBefore(answer.expiresAt()))
                    .filter(answer -> seesCase || answer.isBy(reader) || answer.isFor(reader, relation(row)))
                    .toList();
        }

        /** Those of a row that this officer may decide on: nobody is the second person to a move of their own. */
        static List<WaitingAnswer> waitingFor(Actor officer, JsonNode row, String purpose, Instant at) {
            return of(row, officer, purpose, at).stream()
                    .filter(answer -> answer.isFor(officer, relation(row)) && !answer.isBy(officer))
                    .toList();
        }

        private static WaitingAnswer of(JsonNode row, JsonNode proposal) {
            return new WaitingAnswer(
                    text(proposal, "id"),
                    text(row, "id"),
                    personName(row),
                    text(proposal, "kind"),
                    text(proposal, "courseId"),
                    from(row, text(proposal, "courseId")),
                    text(proposal, "to"),
                    text(proposal, "by"),
                    words(proposal.path("waitsFor")),
                    Instant.parse(text(proposal, "expiresAt")));
        }

        /** What waits has not moved: where its course stands is where it comes from. */
        private static Optional<String> from(JsonNode row, String courseId) {
            return courseId.equals(text(row, "id"))
                    ? said(row, "state")
                    : row.path("pathways")
                            .valueStream()
                            .filter(way -> text(way, "id").equals(courseId))
                            .flatMap(way -> said(way, "state").stream())
                            .findFirst();
        }

        private boolean isBy(Actor officer) {
            return by.equals(officer.id());
        }

        private boolean isFor(Actor officer, Relation relation) {
            return waitsFor.stream().anyMatch(wanted -> Officer.parse(wanted).is(officer, relation));
        }
    }

    /** A page of what the states tell each other. */
    record SharedCasesAnswer(List<SharedCaseAnswer> items, Page.Total total, Optional<String> next) {
        static final String EXAMPLE = """
                {"items": [{"caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "name": "Orla Vint", "word": "STRATEGY_AGREED",
                  "assetsWord": "ASSETS_RESTRAINED", "strategy": ["EXTRADITION"], "requestingState": "XR",
                  "requestedState": "XE"}],
                 "total": {"count": 1, "exact": true}}""";
    }

    /** What the states tell each other of a case, and nothing else of it. */
    record SharedCaseAnswer(
            String caseId,
            String name,
            String word,
            Optional<String> assetsWord,
            List<String> strategy,
            String requestingState,
            String requestedState) {

        static SharedCaseAnswer of(JsonNode row) {
            return new SharedCaseAnswer(
                    text(row, "id"),
                    personName(row),
                    text(row, "sharedWord"),
                    said(row, "sharedAssetsWord"),
                    words(row.path("strategy")),
                    text(row, "requestingState"),
                    text(row, "requestedState"));
        }
    }

    /**
     * What one officer has to do.
     *
     * @param dueBefore clocks with an earlier last day are in here
     */
    record WorkAnswer(
            LocalDate today,
            LocalDate dueBefore,
            CasesPart cases,
            ProposalsPart proposals,
            ClocksPart clocks,
            CasesPart reviews) {

        static final String EXAMPLE = """
                {"today": "2018-10-01", "dueBefore": "2018-10-16",
                 "cases": {"count": 41, "exact": true, "items": [{"caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y",
                   "name": "Orla Vint", "state": "ACTIVE", "nextLastDay": "2018-10-13", "reviewRequired": false}]},
                 "proposals": {"count": 0, "exact": true, "items": []},
                 "clocks": {"count": 1, "exact": true, "items": [{"id": "clk-2",
                   "caseId": "case-0f3kq8v5m2n7p1r4s6t9w0x2y", "name": "Orla Vint", "rule": "CLK-PA-XR-XE",
                   "kind": "HARD", "about": "pathway-5n8p2r4t6v0w1x3y7z9a2b4cd", "state": "RUNNING",
                   "lastDay": "2018-10-13", "actBy": "2018-10-12", "onExpiry": "PRESUME_RELEASED"}]},
                 "reviews": {"count": 0, "exact": true, "items": []}}""";
    }

    /** The first of some cases, and how many there are. */
    record CasesPart(long count, boolean exact, List<WorkCaseAnswer> items) {}

    /** The first of what waits, and how much waits. */
    record ProposalsPart(long count, boolean exact, List<WaitingAnswer> items) {}

    /** The first of some clocks, and how many there are. */
    record ClocksPart(long count, boolean exact, List<DueAnswer> items) {}

    /** A case on a list of work. */
    record WorkCaseAnswer(
            String caseId, String name, String state, Optional<LocalDate> nextLastDay, boolean reviewRequired) {
        static WorkCaseAnswer of(JsonNode row) {
            return new WorkCaseAnswer(
                    text(row, "id"),
                    personName(row),
                    text(row, "state"),
                    row.path("clocks").valueStream().map(WorkAnswers::lastDayOf).min(LocalDate::compareTo),
                    row.path("reviewRequired").asBoolean(false));
        }
    }

    /**
     * A clock on a list of work.
     *
     * @param otherLastDay the last day as the law may be read too, where it is doubtful and comes to another day
     */
    record DueAnswer(
            String id,
            String caseId,
            String name,
            String rule,
            String kind,
            String about,
            String state,
            LocalDate lastDay,
            Optional<LocalDate> otherLastDay,
            LocalDate actBy,
            String onExpiry) {

        /** Those of a row with a last day before this one; one that is suspended is not due. */
        static Stream<DueAnswer> before(LocalDate day, JsonNode row) {
            return row.path("clocks")
                    .valueStream()
                    .filter(clock -> !text(clock, "state").equals(Clock.State.SUSPENDED.name()))
                    .filter(clock -> lastDayOf(clock).isBefore(day))
                    .map(clock -> new DueAnswer(
                            text(clock, "id"),
                            text(row, "id"),
                            personName(row),
                            text(clock, "rule"),
                            text(clock, "kind"),
                            text(clock, "about"),
                            text(clock, "state"),
                            lastDayOf(clock),
                            Optional.of(clock.path("otherLastDay"))
                                    .filter(JsonNode::isString)
                                    .map(other -> LocalDate.parse(other.asString())),
                            LocalDate.parse(text(clock, "actBy")),
                            text(clock, "onExpiry")));
        }
    }

    private static Relation relation(JsonNode row) {
        return new Relation(
                new CountryCode(text(row, "requestingState")), new CountryCode(text(row, "requestedState")));
    }

    private static String personName(JsonNode row) {
        return text(row.path("person"), "name");
    }

    private static LocalDate lastDayOf(JsonNode clock) {
        return LocalDate.parse(text(clock, "lastDay"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static Optional<String> said(JsonNode node, String field) {
        return Optional.of(node.path(field)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static List<String> words(JsonNode array) {
        var words = new ArrayList<String>();
        array.forEach(word -> words.add(word.asString()));
        return List.copyOf(words);
    }
}
