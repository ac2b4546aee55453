package org.repatria.cases.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.strategy.EngineResult.Conclusion;
import org.repatria.cases.domain.strategy.EngineResult.Outlook;
import org.repatria.cases.domain.strategy.EngineResult.Shift;

/** What holds whatever is known: over generated cases, and over every answer to every question of each. */
final class EngineLawsTest {

    /** Fixed, so that a failure comes again; enough cases to meet every rule many times. */
    private static final long SEED = 20141205;

    private static final int CASES = 40;

    private static final Instant NOON = Instant.parse("2014-12-05T12:00:00Z");

    private static final List<Question> ASKED = Stream.of(Question.values())
            .filter(question -> !question.words().isEmpty() && question != Question.LIMITATION_DUE)
            .toList();

    private static final List<Map<String, String>> GENERATED = cases();

    @Test
    void a_way_that_is_open_though_something_is_unknown_is_at_least_as_open_whatever_it_turns_out_to_be() {
        var open = 0;
        var broken = new ArrayList<String>();
        for (var known : GENERATED) {
            for (var question : ASKED) {
                var unknown = effects(answered(known, question, "UNKNOWN"));
                for (var word : question.words()) {
                    var then = effects(answered(known, question, word));
                    for (var way : Way.values()) {
                        if (unknown.on(way).isOpen()) {
                            open++;
                            if (unknown.on(way).isMorePermissiveThan(then.on(way))) {
                                broken.add(way + " closes with " + question + "=" + word + " in " + known);
                            }
                        }
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(open).as("open ways that were looked at").isGreaterThan(1_000);
    }

    @Test
    void what_is_shown_without_an_answer_does_not_hang_on_the_answer() {
        for (var known : GENERATED) {
            for (var question : ASKED) {
                var fact = question.fact();
                if (fact.isEmpty()) {
                    continue;
                }
                var shown = question.words().stream()
                        .map(word -> Engine.run(
                                        "run-1", Inputs.input(answered(known, question, word)), "1", "lena", NOON)
                                .without(Set.of(fact.get()))
                                .findings())
                        .distinct();
                assertThat(shown).as("%s in %s", question, known).hasSize(1);
            }
        }
    }

    @Test
    void the_strongest_that_any_rule_says_holds() {
        for (var known : GENERATED) {
            var result = Engine.run(Inputs.input(known));
            for (var way : Way.values()) {
                var said = result.rules().stream()
                        .flatMap(rule -> rule.says().stream())
                        .filter(saying -> saying.way() == way)
                        .map(Conclusion::effect)
                        .min(Effect::compareTo);
                if (way != Way.ASSET_RECOVERY) {
                    assertThat(result.standing(way).effect())
                            .as("%s in %s", way, known)
                            .isEqualTo(said.orElse(Effect.CONDITIONAL));
                }
            }
        }
    }

    @Test
    void a_barred_way_has_neither_rank_nor_condition_and_a_conditional_one_says_on_what() {
        for (var known : GENERATED) {
            assertThat(Engine.run(Inputs.input(known)).ways()).allSatisfy(standing -> {
                switch (standing.effect()) {
                    case BARRED -> {
                        assertThat(standing.rank()).isEmpty();
                        assertThat(standing.conditions()).isEmpty();
                    }
                    case CONDITIONAL -> assertThat(standing.conditions()).isNotEmpty();
                    case RECOMMENDED -> assertThat(standing.rank()).isPresent();
                    case LAWFUL -> assertThat(standing.rank()).isEmpty();
                }
            });
        }
    }

    @Test
    void the_same_input_gives_the_same_output() {
        for (var known : GENERATED) {
            assertThat(Engine.run(Inputs.input(known))).isEqualTo(Engine.run(Inputs.input(Map.copyOf(known))));
        }
    }

    @Test
    void what_is_kept_is_the_same_whether_or_not_the_outlook_is_looked_for() {
        for (var known : GENERATED) {
            assertThat(Engine.findings(Inputs.input(known)))
                    .isEqualTo(Engine.run(Inputs.input(known)).findings());
        }
    }

    /** What is kept of a run tells any two results apart that differ in anything but their outlook. */
    @Test
    void what_is_kept_differs_exactly_where_the_result_does() {
        var same = 0;
        var different = 0;
        for (var known : GENERATED) {
            var before = Engine.run(Inputs.input(known));
            for (var question : ASKED) {
                for (var word : question.words()) {
                    var after = Engine.run(Inputs.input(answered(known, question, word)));
                    var isSame = after.ways().equals(before.ways())
                            && after.rules().equals(before.rules())
                            && after.advice().equals(before.advice());
                    assertThat(after.findings().equals(before.findings()))
                            .as("%s=%s in %s", question, word, known)
                            .isEqualTo(isSame);
                    same += isSame ? 1 : 0;
                    different += isSame ? 0 : 1;
                }
            }
        }
        assertThat(same).isPositive();
        assertThat(different).isGreaterThan(1_000);
    }

    /** The engine asks again only the rules that declare the question. What they declare has to be all they look at. */
    @Test
    void a_change_is_announced_exactly_where_asking_every_rule_again_shows_one() {
        for (var known : GENERATED) {
            var reading = Reading.of(Inputs.input(known));
            var now = Effects.of(reading, StrategyRules.ALL);
            var changes = Engine.run(Inputs.input(known)).whatWouldChangeThis();
            var announced = new TreeMap<String, String>();
            changes.forEach(change -> announced.put(change.fact(), String.valueOf(change.outlooks())));
            var shown = new TreeMap<String, String>();
            for (var question : Question.values()) {
                if (announced.containsKey(question.token())) {
                    shown.put(question.token(), String.valueOf(outlooks(reading, now, question)));
                } else if (changes.size() < Engine.CHANGES_MAX
                        && ASKED.contains(question)
                        && reading.isUnknown(question)) {
                    assertThat(outlooks(reading, now, question))
                            .as("%s in %s", question, known)
                            .isEmpty();
                }
            }
            assertThat(announced).isEqualTo(shown);
        }
    }

    private static List<Outlook> outlooks(Reading reading, Effects now, Question question) {
        return question.words().stream()
                .map(word ->
                        new Outlook(word, shifts(now, Effects.of(reading.with(question, word), StrategyRules.ALL))))
                .filter(outlook -> !outlook.shifts().isEmpty())
                .toList();
    }

    private static List<Shift> shifts(Effects now, Effects then) {
        return Stream.of(Way.values())
                .filter(way -> now.on(way) != then.on(way))
                .map(way -> new Shift(way, now.on(way), then.on(way)))
                .toList();
    }

    private static Effects effects(Map<String, String> known) {
        return Effects.of(Reading.of(Inputs.input(known)), StrategyRules.ALL);
    }

    private static Map<String, String> answered(Map<String, String> known, Question question, String word) {
        var answered = new HashMap<>(known);
        answered.put(question.token(), word);
        return answered;
    }

    /** Every second case lets little be unknown, so that ways are open often enough. */
    private static List<Map<String, String>> cases() {
        var random = new Random(SEED);
        var cases = new ArrayList<Map<String, String>>();
        for (var n = 0; n < CASES; n++) {
            var known = new HashMap<String, String>();
            for (var question : ASKED) {
                if (random.nextInt(n % 2 == 0 ? 20 : 3) > 0) {
                    var words = question.words();
                    known.put(question.token(), words.get(random.nextInt(words.size())));
                }
            }
            cases.add(known);
        }
        return cases;
    }
}
