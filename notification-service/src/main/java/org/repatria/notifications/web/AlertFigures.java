package org.repatria.notifications.web;

import static org.repatria.api.ViewFigures.divided;
import static org.repatria.api.ViewFigures.rows;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.repatria.api.ViewFigures;
import org.repatria.api.ViewFigures.DividedRows;
import org.repatria.api.ViewFigures.Rows;
import org.repatria.edge.Call;
import org.repatria.notifications.publishing.PublishedAlert.Status;
import org.repatria.readmodel.Breakdown;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.Page.Groups;
import org.repatria.readmodel.View;
import org.repatria.readmodel.ViewQuery;
import reactor.core.publisher.Mono;

/**
 * The alerts that somebody may see, counted. Each figure is the length of a list: its value as the parameter named
 * here, beside the filters that were asked with, finds the same alerts.
 *
 * @param byStatus {@code GET /v1/alerts?status=}
 * @param bySeverity {@code ?severity=}, and within it by status: {@code &status=}
 * @param openBySeverity {@code ?status=OPEN&severity=}, and within it by age: its moments as {@code &raisedFrom=} and
 *     {@code &raisedBefore=}
 * @param ages the moments of each age, as of this answer
 * @param byCode {@code ?code=}
 * @param otherValues of a figure that has more than a hundred values: how many rarer ones are left out, by its name
 */
record AlertFigures(
        long total,
        List<Rows> byStatus,
        List<DividedRows> bySeverity,
        List<DividedRows> openBySeverity,
        List<AgeSpan> ages,
        List<Rows> byCode,
        Map<String, Integer> otherValues) {

    static final String EXAMPLE = """
            {"total": 1, "byStatus": [{"value": "OPEN", "rows": 1}],
             "bySeverity": [{"value": "CRITICAL", "rows": 1, "by": [{"value": "OPEN", "rows": 1}]}],
             "openBySeverity": [{"value": "CRITICAL", "rows": 1, "by": [{"value": "UNDER_1_DAY", "rows": 1}]}],
             "ages": [{"age": "UNDER_1_DAY", "raisedFrom": "2015-05-14T12:00:00Z"},
               {"age": "DAYS_1_TO_3", "raisedFrom": "2015-05-12T12:00:00Z", "raisedBefore": "2015-05-14T12:00:00Z"},
               {"age": "DAYS_3_TO_7", "raisedFrom": "2015-05-08T12:00:00Z", "raisedBefore": "2015-05-12T12:00:00Z"},
               {"age": "DAYS_7_TO_30", "raisedFrom": "2015-04-15T12:00:00Z", "raisedBefore": "2015-05-08T12:00:00Z"},
               {"age": "OVER_30_DAYS", "raisedBefore": "2015-04-15T12:00:00Z"}],
             "byCode": [{"value": "AL-03", "rows": 1}], "otherValues": {}}""";

    /** How long ago an alert was raised, the youngest first. */
    enum Age {
        UNDER_1_DAY(0, 1),
        DAYS_1_TO_3(1, 3),
        DAYS_3_TO_7(3, 7),
        DAYS_7_TO_30(7, 30),
        OVER_30_DAYS(30, Integer.MAX_VALUE);

        private final int from;
        private final int to;

        Age(int from, int to) {
            this.from = from;
            this.to = to;
        }

        private AgeSpan at(Instant now) {
            return new AgeSpan(
                    this,
                    this == OVER_30_DAYS ? Optional.empty() : Optional.of(now.minus(Duration.ofDays(to))),
                    this == UNDER_1_DAY ? Optional.empty() : Optional.of(now.minus(Duration.ofDays(from))));
        }
    }

    /** Between which moments an alert of this age was raised. */
    record AgeSpan(Age age, Optional<Instant> raisedFrom, Optional<Instant> raisedBefore) {}

    static Mono<AlertFigures> of(Call call, View view, ViewQuery wanted) {
        // The view compares microseconds; a list that is asked for with these moments then has the same alerts.
        var now = call.at().truncatedTo(ChronoUnit.MICROS);
        var ages = Arrays.stream(Age.values()).map(age -> age.at(now)).toList();
        var edges = ages.stream()
                .flatMap(age -> age.raisedFrom().stream())
                .sorted(Comparator.naturalOrder())
                .toList();
        return Mono.zip(
                        ViewFigures.of(
                                call,
                                view,
                                wanted,
                                List.of(
                                        Breakdown.byValue("status"),
                                        Breakdown.byValue("severity").thenByValue("status"),
                                        Breakdown.byValue("code"))),
                        ViewFigures.of(
                                call,
                                view,
                                wanted.anyOf("status", Status.OPEN.name()),
                                List.of(Breakdown.byValue("severity").thenByMoment("raisedAt", edges))))
                .map(counted -> of(counted.getT1(), counted.getT2().breakdowns().getFirst(), ages));
    }

    private static AlertFigures of(Page all, Groups openBySeverity, List<AgeSpan> ages) {
        var byCode = all.breakdowns().getLast();
        return new AlertFigures(
                all.total().count(),
                rows(all.breakdowns().getFirst()),
                divided(all.breakdowns().get(1)),
                openBySeverity.groups().stream()
                        .map(severity -> new DividedRows(
                                severity.value(),
                                severity.rows(),
                                aged(rows(severity.within().orElseThrow()))))
                        .toList(),
                ages,
                rows(byCode),
                ViewFigures.others(Map.of("byCode", byCode)));
    }

    /** Spans come the oldest first, ages the youngest first. */
    private static List<Rows> aged(List<Rows> spans) {
        return IntStream.range(0, spans.size())
                .mapToObj(i -> new Rows(
                        Age.values()[i].name(), spans.get(spans.size() - 1 - i).rows()))
                .toList();
    }
}
