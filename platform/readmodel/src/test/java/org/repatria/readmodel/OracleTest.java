package org.repatria.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.readmodel.Rows.ALL;
import static org.repatria.readmodel.Rows.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The view against a list in memory that filters, counts, sums and sorts in the plainest way. */
class OracleTest {

    private static final List<String> STATES = List.of("OPEN", "HELD", "CLOSED");
    private static final List<String> TAGS = List.of("a", "b", "c", "d");
    private static final List<String> TOKENS = List.of("AN", "CO", "LO");

    /** One row as the oracle keeps it; an absent value is null. */
    private record Known(
            String id,
            long version,
            String state,
            List<String> tags,
            LocalDate handedOverOn,
            Instant openedAt,
            Long rows,
            BigDecimal usd,
            BigDecimal eur,
            List<String> visibleTo) {}

    @Nested
    class Comparing {
        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5})
        void every_question_has_the_same_answer(long seed) {
            Random random = new Random(seed);
            try (MemoryView view = MemoryView.of(Rows.CASES, new Finder(Rows.CASES, seed % 2 == 0 ? 2_048 : 2))) {
                Map<String, Known> known = new TreeMap<>();
                for (int i = 0; i < 300; i++) {
                    change(random, view, known);
                }
                for (int i = 0; i < 40; i++) {
                    compare(random, view, known);
                }
            }
        }
    }

    private static void change(Random random, MemoryView view, Map<String, Known> known) {
        String id = "c%03d".formatted(random.nextInt(200));
        if (random.nextInt(10) == 0) {
            view.remove(id);
            known.remove(id);
            return;
        }
        Known row = new Known(
                id,
                random.nextInt(5) + 1,
                random.nextInt(6) == 0 ? null : STATES.get(random.nextInt(3)),
                TAGS.stream().filter(_ -> random.nextInt(3) == 0).toList(),
                random.nextInt(6) == 0 ? null : LocalDate.of(2014, 8, 1 + random.nextInt(5)),
                random.nextInt(6) == 0
                        ? null
                        : Instant.parse("2014-08-01T00:00:00Z").plusMillis(random.nextInt(1_000)),
                random.nextInt(6) == 0 ? null : random.nextInt(7) - 3L,
                random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(100_000) - 50_000, 2),
                random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(100_000), 2),
                TOKENS.stream().filter(_ -> random.nextInt(2) == 0).toList());
        view.put(json(row));
        known.merge(id, row, (before, after) -> after.version() > before.version() ? after : before);
    }

    private static JsonNode json(Known row) {
        List<Map<String, String>> amounts = new ArrayList<>();
        if (row.usd() != null) {
            amounts.add(Map.of("amount", row.usd().toPlainString(), "currency", "USD"));
        }
        if (row.eur() != null) {
            amounts.add(Map.of("amount", row.eur().toPlainString(), "currency", "EUR"));
        }
        return Rows.row(
                row.id(),
                row.version(),
                "state",
                row.state(),
                "tags",
                row.tags(),
                "handedOverOn",
                row.handedOverOn() == null ? null : row.handedOverOn().toString(),
                "openedAt",
                row.openedAt() == null ? null : row.openedAt().toString(),
                "rows",
                row.rows(),
                "value",
                amounts,
                "visibleTo",
                row.visibleTo());
    }

    private static void compare(Random random, MemoryView view, Map<String, Known> known) {
        ViewQuery query = ALL;
        List<Predicate<Known>> conditions = new ArrayList<>();
        if (random.nextBoolean()) {
            Set<String> tokens =
                    TOKENS.stream().filter(_ -> random.nextBoolean()).collect(Collectors.toSet());
            query = ViewQuery.visibleTo(Visibility.anyOf(tokens));
            conditions.add(row -> row.visibleTo().stream().anyMatch(tokens::contains));
        }
        if (random.nextInt(3) == 0) {
            List<String> states =
                    STATES.stream().filter(_ -> random.nextBoolean()).toList();
            query = query.anyOf("state", states);
            conditions.add(row -> row.state() != null && states.contains(row.state()));
        }
        if (random.nextInt(3) == 0) {
            query = query.anyOf("tags", "a", "c");
            conditions.add(row -> row.tags().contains("a") || row.tags().contains("c"));
        }
        if (random.nextInt(3) == 0) {
            LocalDate from = LocalDate.of(2014, 8, 1 + random.nextInt(5));
            query = query.from("handedOverOn", from);
            conditions.add(
                    row -> row.handedOverOn() != null && !row.handedOverOn().isBefore(from));
        }
        if (random.nextInt(3) == 0) {
            Instant below = Instant.parse("2014-08-01T00:00:00Z").plusMillis(random.nextInt(1_000));
            query = query.below("openedAt", below);
            conditions.add(row -> row.openedAt() != null && row.openedAt().isBefore(below));
        }
        if (random.nextInt(4) == 0) {
            query = query.missing("rows");
            conditions.add(row -> row.rows() == null);
        } else if (random.nextInt(4) == 0) {
            query = query.present("rows").from("rows", -1).below("rows", 2);
            conditions.add(row -> row.rows() != null && row.rows() >= -1 && row.rows() < 2);
        }
        List<Order> orders = new ArrayList<>();
        Comparator<Known> order = null;
        for (int i = random.nextInt(3); i > 0; i--) {
            boolean descending = random.nextBoolean();
            String field =
                    List.of("state", "tags", "handedOverOn", "openedAt", "rows").get(random.nextInt(5));
            orders.add(new Order(field, descending));
            Comparator<Known> by = by(field, descending);
            order = order == null ? by : order.thenComparing(by);
        }
        order = order == null ? Comparator.comparing(Known::id) : order.thenComparing(Known::id);
        List<Known> expected = known.values().stream()
                .filter(row -> conditions.stream().allMatch(condition -> condition.test(row)))
                .sorted(order)
                .toList();
        query = query.orderBy(orders).limit(1 + random.nextInt(30));

        assertThat(Rows.allPages(view, query))
                .as("order by %s", orders)
                .isEqualTo(expected.stream().map(Known::id).toList());
        Page page = page(view, query.facets("state", "tags").sums("value"));
        assertThat(page.total()).isEqualTo(new Page.Total(expected.size(), true));
        assertThat(page(view, query).total()).isEqualTo(new Page.Total(expected.size(), true));
        assertThat(counts(page, "state"))
                .isEqualTo(expected.stream()
                        .map(Known::state)
                        .filter(Objects::nonNull)
                        .collect(Collectors.groupingBy(state -> state, Collectors.counting())));
        assertThat(counts(page, "tags"))
                .isEqualTo(expected.stream()
                        .flatMap(row -> row.tags().stream())
                        .collect(Collectors.groupingBy(tag -> tag, Collectors.counting())));
        compareGroups(view, query, expected);
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Known row : expected) {
            if (row.usd() != null) {
                sums.merge("USD", row.usd(), BigDecimal::add);
            }
            if (row.eur() != null) {
                sums.merge("EUR", row.eur(), BigDecimal::add);
            }
        }
        assertThat(page.sums().get("value").amounts()).isEqualTo(sums);
    }

    /** The groups, those within them and their amounts against groups that are made row by row. */
    private static void compareGroups(MemoryView view, ViewQuery query, List<Known> expected) {
        LocalDate first = LocalDate.of(2014, 8, 2);
        Instant edge = Instant.parse("2014-08-01T00:00:00.500Z");
        List<Page.Groups> groups = page(
                        view,
                        query.breakdowns(
                                Breakdown.byValue("tags").thenByValue("state").sums("value"),
                                Breakdown.byDay("handedOverOn", first, 2),
                                Breakdown.byValue("state").thenByMoment("openedAt", List.of(edge))))
                .breakdowns();

        Map<String, Long> byTag = new TreeMap<>();
        Map<String, BigDecimal> usdByTag = new TreeMap<>();
        Map<String, Long> byTagAndState = new TreeMap<>();
        Map<String, Long> byDay =
                new TreeMap<>(Map.of("before", 0L, "2014-08-02", 0L, "2014-08-03", 0L, "2014-08-04", 0L));
        Map<String, Long> byStateAndMoment = new TreeMap<>();
        for (Known row : expected) {
            for (String tag : row.tags()) {
                byTag.merge(tag, 1L, Long::sum);
                if (row.usd() != null) {
                    usdByTag.merge(tag, row.usd(), BigDecimal::add);
                }
                if (row.state() != null) {
                    byTagAndState.merge(tag + " " + row.state(), 1L, Long::sum);
                }
            }
            if (row.handedOverOn() != null) {
                LocalDate day = row.handedOverOn().isAfter(first.plusDays(2)) ? first.plusDays(2) : row.handedOverOn();
                byDay.merge(day.isBefore(first) ? "before" : day.toString(), 1L, Long::sum);
            }
            if (row.state() != null && row.openedAt() != null) {
                String span = row.openedAt().isBefore(edge) ? "before" : edge.toString();
                byStateAndMoment.merge(row.state() + " " + span, 1L, Long::sum);
            }
        }
        assertThat(rows(groups.get(0))).isEqualTo(byTag);
        assertThat(groups.get(0).without())
                .isEqualTo(expected.stream().filter(row -> row.tags().isEmpty()).count());
        assertThat(groups.get(0).groups().stream()
                        .filter(group -> group.sums().get("value").amounts().containsKey("USD"))
                        .collect(Collectors.toMap(
                                Page.Group::value,
                                group -> group.sums().get("value").amounts().get("USD"))))
                .isEqualTo(usdByTag);
        assertThat(within(groups.get(0))).isEqualTo(byTagAndState);
        assertThat(rows(groups.get(1))).isEqualTo(byDay);
        assertThat(within(groups.get(2))).isEqualTo(byStateAndMoment);
    }

    private static Map<String, Long> rows(Page.Groups groups) {
        return groups.groups().stream().collect(Collectors.toMap(Page.Group::value, Page.Group::rows));
    }

    /** The groups within groups that have a row, by both of their names. */
    private static Map<String, Long> within(Page.Groups groups) {
        Map<String, Long> rows = new TreeMap<>();
        for (Page.Group group : groups.groups()) {
            for (Page.Group inner : group.within().orElseThrow().groups()) {
                if (inner.rows() > 0) {
                    rows.put(group.value() + " " + inner.value(), inner.rows());
                }
            }
        }
        return rows;
    }

    private static Map<String, Long> counts(Page page, String field) {
        return page.facets().get(field).values().stream()
                .collect(Collectors.toMap(Page.Count::value, Page.Count::rows));
    }

    private static Comparator<Known> by(String field, boolean descending) {
        return switch (field) {
            case "state" -> lastIfMissing(Known::state, descending);
            case "tags" ->
                lastIfMissing(
                        row -> row.tags().stream()
                                .min(Comparator.naturalOrder())
                                .orElse(null),
                        descending);
            case "handedOverOn" ->
                lastIfMissing(
                        row -> row.handedOverOn() == null
                                ? null
                                : row.handedOverOn().toEpochDay(),
                        descending);
            case "openedAt" -> lastIfMissing(Known::openedAt, descending);
            case "rows" -> lastIfMissing(Known::rows, descending);
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static <T extends Comparable<T>> Comparator<Known> lastIfMissing(
            Function<Known, T> value, boolean descending) {
        Comparator<T> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(value, Comparator.nullsLast(order));
    }
}
