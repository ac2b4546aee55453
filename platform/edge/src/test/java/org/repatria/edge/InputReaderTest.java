package org.repatria.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.decider.input.Amount;
import org.repatria.decider.input.Fresh;
import org.repatria.decider.input.InPath;
import org.repatria.edge.InputReader.Beside;

/** A command whose ids and amounts are values of the domain. */
final class InputReaderTest {

    record ThingId(String value) {
        ThingId {
            if (!value.startsWith("thing-")) {
                throw new IllegalArgumentException("no id of a thing");
            }
        }
    }

    @Amount
    record Price(String amount, String currency) {}

    record Sell(@InPath ThingId thingId, @Fresh("thing-") ThingId successorId, Price price) {}

    private static Sell sell(String inPath, String price) {
        return InputReader.body(Sell.class, Json.MAPPER.readTree("{\"price\": " + price + "}"), new Beside() {
            @Override
            public String inPath(String name) {
                return inPath;
            }

            @Override
            public String fresh(String prefix) {
                return prefix + "new";
            }

            @Override
            public Object value(Class<?> type, String text) {
                return Beside.NOTHING.value(type, text);
            }
        });
    }

    @Test
    void ids_beside_the_body_are_values_and_an_amount_is_kept_as_its_record_keeps_it() {
        assertThat(sell("thing-1", "{\"amount\": \"12.5\", \"currency\": \"USD\"}"))
                .isEqualTo(new Sell(new ThingId("thing-1"), new ThingId("thing-new"), new Price("12.50", "USD")));
    }

    @Test
    void what_cannot_be_such_an_id_is_not_there() {
        assertThatExceptionOfType(ProblemRaised.class)
                .isThrownBy(() -> sell("list-1", "{\"amount\": \"12.5\", \"currency\": \"USD\"}"))
                .satisfies(raised -> assertThat(raised.problem().code()).isEqualTo(GeneralProblem.NOT_FOUND));
    }

    @Test
    void an_amount_has_no_more_decimals_than_its_currency() {
        assertThatExceptionOfType(ProblemRaised.class)
                .isThrownBy(() -> sell("thing-1", "{\"amount\": \"12.5\", \"currency\": \"JPY\"}"))
                .satisfies(raised -> assertThat(raised.problem().errors())
                        .extracting(FieldError::code)
                        .containsExactly("TOO_MANY_DECIMALS"));
    }

    record Age(Optional<Integer> olderThan, List<String> kind) {}

    record Wanted(Age age, Optional<Boolean> lent) {}

    @Test
    void a_record_in_a_query_is_a_group_of_parameters() {
        assertThat(InputReader.query(
                        Wanted.class,
                        Map.of("olderThan", List.of("3"), "kind", List.of("TREE", "HOUSE"), "lent", List.of("true"))))
                .isEqualTo(new Wanted(new Age(Optional.of(3), List.of("TREE", "HOUSE")), Optional.of(true)));
        assertThat(InputReader.parameters(Wanted.class).map(RecordShape.Part::name))
                .containsExactly("olderThan", "kind", "lent");
    }

    @ParameterizedTest
    @CsvSource({"olderThan, old, query:olderThan", "age, 3, query:age", "lent, perhaps, query:lent"})
    void a_parameter_of_a_group_is_named_without_it(String name, String value, String pointer) {
        assertThatExceptionOfType(ProblemRaised.class)
                .isThrownBy(() -> InputReader.query(Wanted.class, Map.of(name, List.of(value))))
                .satisfies(raised -> assertThat(raised.problem().errors())
                        .extracting(FieldError::pointer)
                        .containsExactly(pointer));
    }
}
