package org.repatria.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.repatria.readmodel.Rows.ALL;
import static org.repatria.readmodel.Rows.SOON;
import static org.repatria.readmodel.Rows.ids;
import static org.repatria.readmodel.Rows.page;
import static org.repatria.readmodel.Rows.refusal;
import static org.repatria.readmodel.Rows.row;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.readmodel.QueryRefusal.Reason;
import reactor.core.publisher.Mono;

class ViewTest {

    /** For what is not to come. */
    private static final Duration BRIEFLY = Duration.ofMillis(50);

    private final MemoryView view = MemoryView.of(Rows.CASES);

    @AfterEach
    void close() {
        view.close();
    }

    @Nested
    class Taking {
        @Test
        void a_later_version_replaces_an_earlier_one() {
            view.put(row("c1", 1, "state", "OPEN"));
            view.put(row("c1", 2, "state", "CLOSED"));

            assertThat(page(view, ALL).hits()).singleElement().satisfies(hit -> {
                assertThat(hit.version()).isEqualTo(2);
                assertThat(hit.json()).contains("CLOSED");
            });
        }

        @Test
        void an_earlier_or_equal_version_changes_nothing() {
            view.put(row("c1", 2, "state", "CLOSED"));
            view.put(row("c1", 1, "state", "OPEN"));
            view.put(row("c1", 2, "state", "OPEN"));

            assertThat(page(view, ALL).hits()).extracting(Page.Hit::json).allMatch(json -> json.contains("CLOSED"));
        }

        @Test
        void a_long_snapshot_comes_back_whole() {
            String filler = "x".repeat(100_000);
            view.put(row("c1", 1, "filler", filler));

            assertThat(page(view, ALL).hits()).extracting(Page.Hit::json).allMatch(json -> json.contains(filler));
        }

        @Test
        void a_removed_row_is_gone() {
            view.put(row("c1", 1));
            view.remove("c1");

            assertThat(page(view, ALL).total()).isEqualTo(new Page.Total(0, true));
        }

        @Test
        void a_snapshot_without_id_or_with_a_wrong_date_is_refused() {
            assertThatThrownBy(() -> view.put(row("", 1))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> view.put(row("c1", 1, "handedOverOn", "soon")))
                    .isInstanceOf(java.time.DateTimeException.class);
        }

        @Test
        void a_field_that_is_not_declared_is_refused() {
            ViewDefinition careless = ViewDefinition.of("careless", "t", "x")
                    .rows(json -> Row.of(json).keyword("undeclared", "x").build());
            try (MemoryView other = MemoryView.of(careless)) {
                assertThatThrownBy(() -> other.put(row("c1", 1)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("undeclared");
            }
        }
    }

    @Nested
    class Searching {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "王小明",
                    "小明",
                    "王",
                    "wang xiaoming",
                    "XIAOMING WANG",
                    "wang xiao",
                    "Wáng",
                    "xiaomin",
                    "wang ming",
                    "Wangxiaoming",
                    "xaioming"
                })
        void a_chinese_name_is_found(String text) {
            view.put(row("c1", 1, "names", "王小明"));
            view.put(row("c2", 1, "names", "Petrov"));

            assertThat(ids(view, ALL.search(text))).containsExactly("c1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"王小明", "xiaoming", "小明"})
        void a_chinese_name_in_latin_script_is_found(String text) {
            view.put(row("c1", 1, "names", "Wang Xiaoming"));
            view.put(row("c2", 1, "names", "Petrov"));

            assertThat(ids(view, ALL.search(text))).containsExactly("c1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Дмитрий Петров", "petrov dmitry", "Dmitrii", "dmit", "Dmitry Pertov", "petorv"})
        void a_russian_name_is_found(String text) {
            view.put(row("c1", 1, "names", "Дмитрий Петров"));
            view.put(row("c2", 1, "names", "Dmitriy Petrov"));
            view.put(row("c3", 1, "names", "Иванов"));

            assertThat(ids(view, ALL.search(text))).containsExactlyInAnyOrder("c1", "c2");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Muhammad al-Rashid",
                    "Mohammed Rashid",
                    "Mohamad al Rasheed",
                    "محمد الرشيد",
                    "rashid",
                    "الرشيد"
                })
        void an_arabic_name_is_found_by_its_consonants(String text) {
            view.put(row("c1", 1, "names", "محمد الرشيد"));
            view.put(row("c2", 1, "names", "Muhammad Al-Rashid"));
            view.put(row("c3", 1, "names", "Petrov"));

            assertThat(ids(view, ALL.search(text))).containsExactlyInAnyOrder("c1", "c2");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Zelenskyi Volodymyr", "zelensky", "Zelenskyy", "Володимир Зеленський"})
        void a_ukrainian_name_is_found(String text) {
            view.put(row("c1", 1, "names", "Володимир Зеленський"));
            view.put(row("c2", 1, "names", "Владимир Зимин"));

            assertThat(ids(view, ALL.search(text))).containsExactly("c1");
        }

        @Test
        void the_longest_names_in_any_script_can_be_looked_for() {
            view.put(row("c1", 1, "names", "Юрий Щербаков"));
            for (var word : List.of("Щербаковский", "缪绿女略闾吕", "薄".repeat(15), "Əliyevvälüßörgün", "الكلموشي")) {
                var text = (word + " ").repeat(Limits.SEARCH_WORDS_MAX).strip();
                var alone = word.repeat(3);

                assertThat(ids(view, ALL.search(text.substring(0, Math.min(text.length(), Limits.SEARCH_CHARS_MAX)))))
                        .isEmpty();
                assertThat(ids(view, ALL.search(alone))).isEmpty();
            }
        }

        @Test
        void all_words_must_match() {
            view.put(row("c1", 1, "names", "Ana Lopez"));

            assertThat(ids(view, ALL.search("ana lopez"))).isNotEmpty();
            assertThat(ids(view, ALL.search("ana petrov"))).isEmpty();
        }

        @Test
        void the_best_come_first() {
            view.put(row("a-similar", 1, "names", "Petrow"));
            view.put(row("b-beginning", 1, "names", "Petrova"));
            view.put(row("c-whole", 1, "names", "Пётр Петров"));
            view.put(row("d-written", 1, "names", "Petrov"));

            assertThat(ids(view, ALL.search("petrov")))
                    .containsExactly("d-written", "c-whole", "b-beginning", "a-similar");
        }

        @Test
        void a_short_name_is_not_similar_to_another() {
            view.put(row("c1", 1, "names", "Li Na"));
            view.put(row("c2", 1, "names", "Yang Yi"));

            assertThat(ids(view, ALL.search("Lo"))).isEmpty();
            assertThat(ids(view, ALL.search("Wang"))).isEmpty();
        }

        @Test
        void a_text_without_a_letter_finds_nothing_and_a_blank_one_narrows_nothing() {
            view.put(row("c1", 1, "names", "Li Na"));

            assertThat(ids(view, ALL.search("--"))).isEmpty();
            assertThat(ids(view, ALL.search("  "))).containsExactly("c1");
        }

        @Test
        void pages_of_a_search_follow_each_other_through_all_ranks() {
            for (int i = 0; i < 9; i++) {
                view.put(row(
                        "c" + i,
                        1,
                        "names",
                        List.of("Petrov", "Petrova", "Petrow").get(i % 3)));
            }
            assertThat(Rows.allPages(view, ALL.search("petrov").limit(2)))
                    .containsExactly("c0", "c3", "c6", "c1", "c4", "c7", "c2", "c5", "c8");
        }
    }

    @Nested
    class Filtering {
        @Test
        void days_and_moments_are_bounded_from_and_below() {
            for (int day = 1; day <= 3; day++) {
                view.put(row(
                        "c" + day, 1, "handedOverOn", "2014-08-0" + day, "openedAt", "2014-08-0" + day + "T00:00:00Z"));
            }
            assertThat(ids(
                            view,
                            ALL.from("handedOverOn", LocalDate.of(2014, 8, 2))
                                    .below("handedOverOn", LocalDate.of(2014, 8, 3))))
                    .containsExactly("c2");
            assertThat(ids(view, ALL.from("openedAt", Instant.parse("2014-08-02T00:00:00Z"))))
                    .containsExactly("c2", "c3");
            assertThat(ids(view, ALL.below("openedAt", Instant.parse("2014-08-02T00:00:00Z"))))
                    .containsExactly("c1");
        }

        @Test
        void of_several_days_one_and_the_same_lies_between_the_bounds() {
            view.put(row("c1", 1, "handedOverOn", List.of("2014-08-01", "2014-08-04")));
            view.put(row("c2", 1, "handedOverOn", List.of("2014-08-02")));

            assertThat(ids(view, ALL.between("handedOverOn", LocalDate.of(2014, 8, 2), LocalDate.of(2014, 8, 4))))
                    .containsExactly("c2");
        }

        @Test
        void no_value_asked_for_matches_nothing() {
            view.put(row("c1", 1, "state", "OPEN"));

            assertThat(ids(view, ALL.anyOf("state", List.of()))).isEmpty();
        }
    }

    @Nested
    class Hiding {
        @Test
        void what_an_actor_may_not_see_is_in_no_list_count_facet_or_sum() {
            Map<String, String> value = Map.of("amount", "10.00", "currency", "USD");
            view.put(row("c1", 1, "state", "OPEN", "value", value, "visibleTo", List.of("LO")));
            view.put(row("c2", 1, "state", "OPEN", "value", value, "visibleTo", List.of("CO", "SU")));
            view.put(row("c3", 1, "state", "SECRET", "value", value));

            Page page = page(
                    view,
                    ViewQuery.visibleTo(Visibility.anyOf(Set.of("SU", "HD")))
                            .facets("state")
                            .sums("value"));

            assertThat(page.hits()).extracting(Page.Hit::id).containsExactly("c2");
            assertThat(page.total()).isEqualTo(new Page.Total(1, true));
            assertThat(page.facets().get("state").values()).containsExactly(new Page.Count("OPEN", 1));
            assertThat(page.sums().get("value").amounts()).containsExactly(Map.entry("USD", new BigDecimal("10.00")));
            assertThat(view.one("c1", Visibility.anyOf(Set.of("SU"))).block(SOON))
                    .isEmpty();
            assertThat(view.one("c2", Visibility.anyOf(Set.of("SU"))).block(SOON))
                    .isPresent();
            assertThat(ids(view, ViewQuery.visibleTo(Visibility.anyOf(Set.of()))))
                    .isEmpty();
        }
    }

    @Nested
    class Summing {
        @Test
        void a_sum_has_the_decimals_of_its_currency() {
            view.put(row(
                    "c1",
                    1,
                    "value",
                    List.of(
                            Map.of("amount", "150", "currency", "JPY"),
                            Map.of("amount", "1.200", "currency", "KWD"),
                            Map.of("amount", "3.0000", "currency", "CLF"),
                            Map.of("amount", "0.5", "currency", "BTC"))));
            view.put(row(
                    "c2",
                    1,
                    "value",
                    List.of(
                            Map.of("amount", "50", "currency", "JPY"),
                            Map.of("amount", "0.300", "currency", "KWD"),
                            Map.of("amount", "0.5", "currency", "BTC"))));

            assertThat(page(view, ALL.sums("value")).sums().get("value").amounts())
                    .isEqualTo(Map.of(
                            "JPY", new BigDecimal("200"),
                            "KWD", new BigDecimal("1.500"),
                            "CLF", new BigDecimal("3.0000"),
                            "BTC", new BigDecimal("1")));
        }

        @Test
        void currencies_never_mix_and_what_does_not_fit_is_named() {
            view.put(row(
                    "c1",
                    1,
                    "value",
                    List.of(
                            Map.of("amount", "10.10", "currency", "USD"),
                            Map.of("amount", "0.90", "currency", "USD"),
                            Map.of("amount", "7", "currency", "EUR"))));
            view.put(row("c2", 1, "value", Map.of("amount", "0.00000001", "currency", "BTC")));
            view.put(row("c3", 1, "value", Map.of("amount", "900000000000000", "currency", "IRR")));
            view.put(row("c4", 1, "value", Map.of("amount", "900000000000000", "currency", "IRR")));

            assertThat(page(view, ALL.sums("value")).sums().get("value"))
                    .isEqualTo(new Page.Sum(
                            Map.of(
                                    "USD", new BigDecimal("11.00"),
                                    "EUR", new BigDecimal("7.00"),
                                    "IRR", new BigDecimal("1800000000000000.00")),
                            1));
        }
    }

    @Nested
    class BreakingDown {
        private static final LocalDate FIRST = LocalDate.parse("2014-08-01");

        private static Page.Group group(String value, long rows, long values) {
            return new Page.Group(value, rows, values, Map.of(), Optional.empty());
        }

        private Page.Groups groups(Breakdown breakdown) {
            return page(view, ALL.breakdowns(breakdown)).breakdowns().getFirst();
        }

        @Test
        void what_an_actor_may_not_see_is_in_no_group() {
            view.put(row("c1", 1, "state", "OPEN", "tags", "a", "visibleTo", List.of("LO")));
            view.put(row("c2", 1, "state", "OPEN", "tags", "b", "visibleTo", List.of("CO")));
            view.put(row("c3", 1, "state", "SECRET", "tags", "c"));

            Page page = page(
                    view,
                    ViewQuery.visibleTo(Visibility.anyOf(Set.of("CO")))
                            .breakdowns(Breakdown.byValue("state").thenByValue("tags")));

            assertThat(page.total()).isEqualTo(new Page.Total(1, true));
            assertThat(page.hits()).isEmpty();
            assertThat(page.breakdowns())
                    .containsExactly(new Page.Groups(
                            List.of(new Page.Group(
                                    "OPEN",
                                    1,
                                    1,
                                    Map.of(),
                                    Optional.of(new Page.Groups(List.of(group("b", 1, 1)), 0, 0)))),
                            0,
                            0));
        }

        @Test
        void every_day_of_a_window_is_there_with_what_lies_before_and_after() {
            view.put(row("c1", 1, "handedOverOn", List.of("2014-07-31", "2014-08-02", "2014-08-02")));
            view.put(row("c2", 1, "handedOverOn", "2014-08-02"));
            view.put(row("c3", 1, "handedOverOn", List.of("2014-08-03", "2014-09-01")));
            view.put(row("c4", 1));

            assertThat(groups(Breakdown.byDay("handedOverOn", FIRST, 2)))
                    .isEqualTo(new Page.Groups(
                            List.of(
                                    group("before", 1, 1),
                                    group("2014-08-01", 0, 0),
                                    group("2014-08-02", 2, 3),
                                    group("2014-08-03", 1, 2)),
                            0,
                            1));
        }

        @Test
        void a_row_with_several_values_is_in_the_group_of_each_and_its_amount_once_in_each() {
            view.put(row(
                    "c1",
                    1,
                    "tags",
                    List.of("a", "b", "b"),
                    "handedOverOn",
                    List.of("2014-08-01", "2014-08-01"),
                    "value",
                    Map.of("amount", "10.00", "currency", "USD")));

            assertThat(groups(Breakdown.byValue("tags").sums("value")).groups())
                    .extracting(Page.Group::value, Page.Group::rows, Page.Group::values, BreakingDown::usd)
                    .containsExactly(
                            tuple("a", 1L, 1L, new BigDecimal("10.00")), tuple("b", 1L, 1L, new BigDecimal("10.00")));
            assertThat(groups(Breakdown.byDay("handedOverOn", FIRST, 1).sums("value"))
                            .groups()
                            .get(1))
                    .satisfies(day -> {
                        assertThat(day.values()).isEqualTo(2);
                        assertThat(usd(day)).isEqualTo(new BigDecimal("10.00"));
                    });
        }

        private static BigDecimal usd(Page.Group group) {
            return group.sums().get("value").amounts().get("USD");
        }

        @Test
        void groups_of_moments_begin_at_their_edge() {
            Instant edge = Instant.parse("2014-08-02T00:00:00Z");
            view.put(row("c1", 1, "state", "OPEN", "openedAt", "2014-08-02T00:00:00Z"));
            view.put(row("c2", 1, "state", "OPEN", "openedAt", "2014-08-01T23:59:59.999999Z"));

            assertThat(groups(Breakdown.byMoment("openedAt", List.of(edge))).groups())
                    .containsExactly(group("before", 1, 1), group(edge.toString(), 1, 1));
            assertThat(groups(Breakdown.byValue("state").thenByMoment("openedAt", List.of(edge)))
                            .groups())
                    .singleElement()
                    .satisfies(open -> assertThat(open.within().orElseThrow().groups())
                            .containsExactly(group("before", 1, 1), group(edge.toString(), 1, 1)));
        }

        @Test
        void a_view_without_rows_has_the_groups_of_time_and_none_of_values() {
            assertThat(groups(Breakdown.byDay("handedOverOn", FIRST, 1)).groups())
                    .containsExactly(group("before", 0, 0), group("2014-08-01", 0, 0), group("2014-08-02", 0, 0));
            assertThat(groups(Breakdown.byValue("tags")).groups()).isEmpty();
        }

        @Test
        void the_most_frequent_values_come_and_the_number_of_others() {
            view.put(IntStream.rangeClosed(0, Limits.FACET_VALUES_MAX)
                    .mapToObj(i -> row("c" + i, 1, "tags", List.of("common", "t%03d".formatted(i))))
                    .toList());

            Page.Groups groups = groups(Breakdown.byValue("tags"));

            assertThat(groups.groups()).hasSize(Limits.FACET_VALUES_MAX);
            assertThat(groups.groups().getFirst()).isEqualTo(group("common", 101, 101));
            assertThat(groups.others()).isEqualTo(2);
        }

        @Test
        void more_groups_within_groups_than_the_limit_are_refused() {
            view.put(IntStream.rangeClosed(0, Limits.GROUPS_MAX)
                    .mapToObj(i -> row("c" + i, 1, "state", "OPEN", "tags", "t" + i))
                    .toList());

            assertThat(refusal(view, ALL.breakdowns(Breakdown.byValue("state").thenByValue("tags")))
                            .reason())
                    .isEqualTo(Reason.LIMIT_EXCEEDED);
            assertThat(groups(Breakdown.byValue("tags")).others())
                    .isEqualTo(Limits.GROUPS_MAX + 1 - Limits.FACET_VALUES_MAX);
        }

        @Test
        void fields_that_are_not_made_for_it_and_spans_that_go_back_are_refused() {
            Instant later = Instant.parse("2014-08-02T00:00:00Z");
            assertThat(List.of(
                            Breakdown.byValue("openedAt"),
                            Breakdown.byDay("openedAt", FIRST, 1),
                            Breakdown.byMoment("handedOverOn", List.of(later)),
                            Breakdown.byValue("unheardOf"),
                            Breakdown.byValue("state").sums("tags")))
                    .allSatisfy(breakdown -> assertThat(
                                    refusal(view, ALL.breakdowns(breakdown)).reason())
                            .isEqualTo(Reason.FIELD_UNSUITABLE));
            assertThat(List.of(
                            Breakdown.byMoment("openedAt", List.of()),
                            Breakdown.byMoment("openedAt", List.of(later, later)),
                            Breakdown.byDay("handedOverOn", FIRST, Limits.EDGES_MAX),
                            Breakdown.byValue("state").thenByValue("tags").thenByValue("state")))
                    .allSatisfy(breakdown -> assertThat(
                                    refusal(view, ALL.breakdowns(breakdown)).reason())
                            .isEqualTo(Reason.LIMIT_EXCEEDED));
        }
    }

    @Nested
    class Refusing {
        @Test
        void a_field_used_in_a_way_it_is_not_made_for_is_named() {
            assertThat(refusal(view, ALL.orderBy(Order.parse("-unheardOf"))).detail())
                    .contains("unheardOf");
            assertThat(List.of(
                            ALL.orderBy(Order.parse("value")),
                            ALL.anyOf("names", "x"),
                            ALL.facets("openedAt"),
                            ALL.sums("state"),
                            ALL.from("openedAt", LocalDate.of(2014, 1, 1)),
                            ALL.from("state", 1)))
                    .allSatisfy(
                            query -> assertThat(refusal(view, query).reason()).isEqualTo(Reason.FIELD_UNSUITABLE));
        }

        @Test
        void more_than_the_limits_allow_is_refused() {
            assertThat(List.of(
                            ALL.limit(0),
                            ALL.limit(Limits.PAGE_ROWS_MAX + 1),
                            ALL.search("x".repeat(Limits.SEARCH_CHARS_MAX + 1)),
                            ALL.search("x ".repeat(Limits.SEARCH_WORDS_MAX + 1)),
                            ALL.anyOf(
                                    "state",
                                    IntStream.rangeClosed(0, Limits.FILTER_VALUES_MAX)
                                            .mapToObj(String::valueOf)
                                            .toList())))
                    .allSatisfy(
                            query -> assertThat(refusal(view, query).reason()).isEqualTo(Reason.LIMIT_EXCEEDED));
        }

        @Test
        void a_cursor_of_another_list_is_not_one_of_ours() {
            view.put(row("c1", 1, "state", "A"));
            view.put(row("c2", 1, "state", "B"));
            String cursor = page(view, ALL.limit(1)).next().orElseThrow();

            assertThat(ids(view, ALL.limit(1).after(cursor))).containsExactly("c2");
            assertThat(refusal(view, ALL.orderBy(Order.ascending("state")).after(cursor))
                            .reason())
                    .isEqualTo(Reason.CURSOR_OF_ANOTHER_LIST);
            assertThat(refusal(view, ALL.search("x").after(cursor)).reason()).isEqualTo(Reason.CURSOR_OF_ANOTHER_LIST);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "not base64 at all!", "AQID", "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
        void a_cursor_that_is_not_ours_is_refused(String cursor) {
            assertThat(refusal(view, ALL.after(cursor)).reason()).isEqualTo(Reason.CURSOR_INVALID);
        }

        @Test
        void a_cursor_with_any_letter_changed_is_refused() {
            view.put(row("c1", 1));
            view.put(row("c2", 1));
            String cursor = page(view, ALL.limit(1)).next().orElseThrow();
            for (int i = 0; i < cursor.length() - 1; i++) {
                char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
                assertThat(view.find(ALL.after(cursor.substring(0, i) + other + cursor.substring(i + 1)))
                                .block(SOON))
                        .isInstanceOf(QueryRefusal.class);
            }
        }
    }

    @Nested
    class ReadingAfterAWrite {
        @Test
        void what_is_there_already_is_not_waited_for() {
            view.put(row("c1", 3));

            assertThat(awaited("c1", 3, SOON).block(SOON)).isEqualTo(ReadAfter.VISIBLE);
            assertThat(awaited("c1", 2, SOON).block(SOON)).isEqualTo(ReadAfter.VISIBLE);
        }

        @Test
        void the_wait_ends_when_the_version_comes() throws Exception {
            CompletableFuture<ReadAfter> waiting = awaited("c1", 2, SOON).toFuture();
            view.put(row("c1", 1));
            view.put(row("other", 2));
            assertThat(waiting).isNotDone();

            view.put(row("c1", 2));

            assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(ReadAfter.VISIBLE);
        }

        @Test
        void a_deletion_ends_the_wait() throws Exception {
            CompletableFuture<ReadAfter> waiting = awaited("c1", 2, SOON).toFuture();
            view.put(row("c1", 1));

            view.remove("c1");

            assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(ReadAfter.VISIBLE);
        }

        @Test
        void a_row_that_the_actor_may_not_see_is_waited_for_like_one_that_is_not_there() {
            view.put(row("c1", 3, "visibleTo", List.of("XH")));

            assertThat(awaited("c1", 3, Visibility.anyOf(Set.of("XH")), SOON)).isEqualTo(ReadAfter.VISIBLE);
            assertThat(awaited("c1", 3, Visibility.anyOf(Set.of("XT")), BRIEFLY))
                    .isEqualTo(ReadAfter.TIMED_OUT);
            assertThat(awaited("c1", 3, Visibility.anyOf(Set.of()), BRIEFLY)).isEqualTo(ReadAfter.TIMED_OUT);
            assertThat(awaited("unknown", 3, Visibility.anyOf(Set.of("XT")), BRIEFLY))
                    .isEqualTo(ReadAfter.TIMED_OUT);
        }

        @Test
        void neither_a_new_version_nor_a_deletion_ends_the_wait_of_somebody_who_may_not_see_the_row() throws Exception {
            var waiting = view.awaitVersion("c1", 2, Visibility.anyOf(Set.of("XT")), Duration.ofMillis(200))
                    .toFuture();

            view.put(row("c1", 1, "visibleTo", List.of("XH")));
            view.put(row("c1", 2, "visibleTo", List.of("XH")));
            view.remove("c1");

            assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(ReadAfter.TIMED_OUT);
        }

        @Test
        void who_is_not_told_everything_waits_for_the_version_that_counts_what_is_told() {
            view.put(row("c1", 9, "told", 4, "visibleTo", List.of("XH", "XR"), "knownInFullTo", List.of("XH")));
            var other = Visibility.anyOf(Set.of("XR"));
            var host = Visibility.anyOf(Set.of("XH"));

            assertThat(awaited("c1", 4, other, SOON)).isEqualTo(ReadAfter.VISIBLE);
            assertThat(awaited("c1", 5, other, BRIEFLY)).isEqualTo(ReadAfter.TIMED_OUT);
            assertThat(awaited("c1", 9, host, SOON)).isEqualTo(ReadAfter.VISIBLE);
            assertThat(awaited("c1", 10, host, BRIEFLY)).isEqualTo(ReadAfter.TIMED_OUT);
        }

        private ReadAfter awaited(String id, long version, Visibility visibility, Duration bound) {
            return view.awaitVersion(id, version, visibility, bound).block(SOON.plus(bound));
        }

        private Mono<ReadAfter> awaited(String id, long version, Duration bound) {
            return view.awaitVersion(id, version, Visibility.everything(), bound);
        }

        @Test
        void the_wait_is_bounded() {
            assertThat(awaited("c1", 1, BRIEFLY).block(SOON)).isEqualTo(ReadAfter.TIMED_OUT);
        }

        @Test
        void only_so_many_wait_and_their_places_are_given_back() {
            List<CompletableFuture<ReadAfter>> waiting = IntStream.range(0, Limits.WAITERS_MAX)
                    .mapToObj(_ -> awaited("c1", 1, SOON).toFuture())
                    .toList();
            assertThat(awaited("c1", 1, SOON).block(SOON)).isEqualTo(ReadAfter.TOO_MANY_WAITING);

            waiting.forEach(one -> one.cancel(true));

            assertThat(awaited("c1", 1, BRIEFLY).block(SOON)).isEqualTo(ReadAfter.TIMED_OUT);
        }
    }

    @Nested
    class Recounting {
        @Test
        void every_row_comes_once() {
            view.put(IntStream.range(0, 2_500).mapToObj(i -> row("c" + i, 1)).toList());

            assertThat(view.all().map(Page.Hit::id).collectList().block(SOON))
                    .hasSize(2_500)
                    .doesNotHaveDuplicates();
        }
    }
}
