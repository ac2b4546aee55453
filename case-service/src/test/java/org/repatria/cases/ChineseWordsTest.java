package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.repatria.cases.domain.CaseReason;
import org.repatria.cases.domain.amendments.AmendmentReason;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.lifecycle.Guard;
import org.repatria.cases.domain.lifecycle.Lifecycle;
import org.repatria.cases.domain.lifecycle.Lifecycles;
import org.repatria.cases.domain.lifecycle.Particular;
import org.repatria.cases.domain.lists.ListReason;
import org.repatria.cases.domain.strategy.Effect;
import org.repatria.cases.domain.strategy.EngineResult.Firing;
import org.repatria.cases.domain.strategy.Question;
import org.repatria.cases.domain.strategy.Way;
import org.repatria.testkit.contracts.ChineseWords;

/** Whatever the operations page shows of what this service writes can be read in Chinese. */
final class ChineseWordsTest {

    private static final ChineseWords WORDS = ChineseWords.ofThePage();
    private static final Pattern ROW = Pattern.compile("(?m)^ {2}- id: (\\S+)$");
    private static final Pattern OBSTACLE = Pattern.compile("Obstacle ?\\.of\\( ?\"([A-Z][A-Z_]*[A-Z])\"");
    private static final Pattern CONDITION = Pattern.compile("\\bact\\( ?\"([A-Z_]+)\"");

    @ParameterizedTest
    @EnumSource
    void a_guard_says_what_stands_in_the_way(Guard guard) {
        assertThat(WORDS.has("fault." + guard)).isTrue();
    }

    @Test
    void an_obstacle_says_what_stands_in_the_way() throws IOException {
        assertThat(ChineseWords.inSources(OBSTACLE)).hasSizeGreaterThan(80).allMatch(code -> WORDS.has("fault", code));
    }

    @Test
    void a_refusal_says_why() {
        assertThat(Stream.of(CaseReason.values(), ListReason.values(), AmendmentReason.values())
                        .flatMap(Arrays::stream))
                .allMatch(reason -> WORDS.has("fault", reason.name()), "has a Chinese word");
    }

    @Test
    void a_rule_of_the_strategy_says_what_it_rests_on() throws IOException {
        assertThat(ids("strategy-rules")).hasSizeGreaterThan(30).allMatch(id -> WORDS.has("rule." + id));
    }

    @ParameterizedTest
    @EnumSource
    void a_question_of_the_strategy_has_a_name(Question question) {
        assertThat(WORDS.has("about", question.token())).isTrue();
    }

    @Test
    void a_way_and_how_it_stands_and_what_it_hangs_on_have_words() throws IOException {
        assertThat(Stream.of(Way.values(), Effect.values(), Firing.values()).flatMap(Arrays::<Enum<?>>stream))
                .allMatch(code -> WORDS.has(code.name()), "has a Chinese word");
        assertThat(ChineseWords.inSources(CONDITION))
                .hasSizeGreaterThan(15)
                .allMatch(code -> WORDS.has("condition." + code));
    }

    @ParameterizedTest
    @EnumSource
    void a_fact_and_its_answers_have_words(FactName fact) {
        assertThat(WORDS.has(fact.name())).isTrue();
        assertThat(fact.words())
                .filteredOn(answer -> !answer.matches("\\d"))
                .as("a grade is a figure in both languages")
                .allMatch(WORDS::has);
    }

    @Test
    void a_check_has_a_name() throws IOException {
        assertThat(ids("safeguards")).hasSizeGreaterThan(20).allMatch(WORDS::has);
    }

    @Test
    void a_rule_on_clocks_has_a_name() throws IOException {
        assertThat(Stream.of("clock-rules", "demo-clock-rules").flatMap(file -> ids(file).stream()))
                .hasSizeGreaterThan(90)
                .allMatch(id -> WORDS.hasFamily("clockrule", id));
    }

    @Test
    void a_state_and_whatever_a_move_has_to_say_have_words() {
        assertThat(Lifecycles.all())
                .allSatisfy(lifecycle -> assertThat(lifecycle.states())
                        .allMatch(state -> WORDS.has(lifecycle.kind(), state), "has a Chinese word"));
        assertThat(Lifecycles.all().stream()
                        .map(Lifecycle::rows)
                        .flatMap(List::stream)
                        .flatMap(row -> row.requires().needs().stream())
                        .map(Particular::name))
                .allMatch(need -> WORDS.has("need." + need));
    }

    private static List<String> ids(String file) {
        try (var rows = ChineseWordsTest.class.getResourceAsStream("/reference/" + file + ".yaml")) {
            var text = new String(Objects.requireNonNull(rows).readAllBytes(), StandardCharsets.UTF_8);
            return ROW.matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
