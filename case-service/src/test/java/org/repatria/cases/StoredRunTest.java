package org.repatria.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.AssessCase;
import org.repatria.cases.domain.casefile.CaseCommand.OfFacts;
import org.repatria.cases.domain.casefile.CaseCommand.OfStrategy;
import org.repatria.cases.domain.facts.FactKind;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.facts.FactsCommand.RecordFacts;
import org.repatria.cases.domain.facts.FactsCommand.RecordOffence;
import org.repatria.cases.domain.facts.FactsCommand.Statement;
import org.repatria.cases.domain.facts.Offence;
import org.repatria.cases.domain.facts.OffenceFixture;
import org.repatria.cases.domain.facts.Penalty;
import org.repatria.cases.domain.strategy.Engine;
import org.repatria.cases.domain.strategy.PathwayKind;
import org.repatria.cases.domain.strategy.Run;
import org.repatria.cases.domain.strategy.Strategy.Choice;
import org.repatria.cases.domain.strategy.StrategyCommand.ProposeStrategy;
import org.repatria.decider.Occasion;

/** What holds of a run of the strategy engine after it was stored and read again. */
final class StoredRunTest {

    /** Enough cases to meet every fact with every word several times. */
    private static final int CASES = 60;

    /** Fixed, so that a failure comes again. */
    private static final long SEED = 20141205;

    private static final AssessCase ASSESS = new AssessCase("run-1");

    private static Play accepted() {
        return CaseLifeTest.accepted();
    }

    private static CaseCommand facts(List<Statement> statements) {
        return new OfFacts(new RecordFacts(statements));
    }

    private static Statement fact(FactName name, String value) {
        return new Statement(name, value, FactKind.FACT, "file", LocalDate.of(2014, 9, 1));
    }

    private static CaseCommand propose(Occasion at) {
        return new OfStrategy(new ProposeStrategy(
                List.of(new Choice(PathwayKind.VOLUNTARY_RETURN, 1)),
                Optional.empty(),
                "no treaty",
                Named.officer("carl.officer", "CO", "XH-CA"),
                Named.officer("lena.legal", "LO", "XH-CA"),
                at.today().plusDays(90),
                Optional.of(false)));
    }

    private static Run run(Play play) {
        return play.opened().file().dossier().run().orElseThrow();
    }

    static List<Integer> generated() {
        return IntStream.range(0, CASES).boxed().toList();
    }

    /** A case about which this and that is known. */
    private static Play generated(int n) {
        var random = new Random(SEED + n);
        var statements = new ArrayList<Statement>();
        for (var name : FactName.values()) {
            if (random.nextInt(n % 2 == 0 ? 8 : 3) > 0) {
                var words = name.words();
                statements.add(fact(
                        name,
                        words.isEmpty()
                                ? LocalDate.of(2014, 10, 2)
                                        .plusDays(random.nextInt(400) - 30)
                                        .toString()
                                : words.get(random.nextInt(words.size()))));
            }
        }
        var play = accepted();
        if (!statements.isEmpty()) {
            play.does("CO", facts(statements));
        }
        for (var i = 0; i < random.nextInt(3); i++) {
            var offence = offence("off-" + i, random);
            play.does("CO", new OfFacts(new RecordOffence(offence)));
        }
        return play.does("LO", ASSESS);
    }

    private static Offence offence(String id, Random random) {
        var to = LocalDate.of(1995 + random.nextInt(18), 3, 1);
        var answers = Ternary.values();
        return OffenceFixture.named(id, "Embezzlement")
                .begunOn(to.minusYears(1))
                .committedTo(to)
                .punishedWith(new Penalty.Years(1 + random.nextInt(15)))
                .punishedInHostStateWith(new Penalty.Years(1 + random.nextInt(15)))
                .dualCriminal(answers[random.nextInt(answers.length)])
                .penaltyOk(answers[random.nextInt(answers.length)])
                .absconded(answers[random.nextInt(answers.length)])
                .offence();
    }

    @ParameterizedTest
    @MethodSource("generated")
    void comes_back_as_it_was_and_replayed_says_the_same(int n) {
        var play = generated(n);
        var state = play.opened();
        var before = run(play);

        var after = run(play.reloaded());

        assertThat(after).isEqualTo(before);
        assertThat(Engine.replay(after).findings()).isEqualTo(before.findings());
        assertThat(play.opened()).isEqualTo(state);
    }

    @Test
    void a_strategy_is_proposed_on_the_run_that_was_read_again() {
        var play = accepted().does("LO", ASSESS).reloaded();

        play.does("CO", StoredRunTest::propose);

        assertThat(play.opened().file().dossier().strategies().versions())
                .extracting(strategy -> strategy.runId())
                .containsExactly("run-1");
    }

    @Test
    void no_strategy_is_proposed_on_a_run_that_says_something_else_than_today() {
        var play = accepted()
                .does("CO", facts(List.of(fact(FactName.HOST_OFFENCE_LAST_DAY, "2015-06-30"))))
                .does("LO", ASSESS)
                .reloaded();
        var onThatDay = run(play).findings();

        play.on("2015-02-01");

        assertThat(play.isRefused("CO", StoredRunTest::propose))
                .extracting(obstacle -> obstacle.code())
                .contains("RUN_OUTDATED");
        assertThat(run(play).findings()).isEqualTo(onThatDay);
    }
}
