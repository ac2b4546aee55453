package org.repatria.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CodecTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Codec codec = new Codec();

    sealed interface Boat {
        record Unnamed() implements Boat {}

        sealed interface Afloat extends Boat {
            record Moored(HarbourId harbour, Money fee) implements Afloat {}

            record Underway(Optional<String> to, Instant since) implements Afloat {}
        }

        record Sunk(LocalDate on, Afloat last, Set<String> witnesses, Map<HarbourId, Weather> weather)
                implements Boat {}
    }

    record HarbourId(String value) {}

    record Money(BigDecimal amount, String currency) {}

    record Fleet(List<Boat> boats, Optional<HarbourId> home, int count) {}

    enum Weather {
        CALM,
        STORM
    }

    private static final Boat.Afloat MOORED =
            new Boat.Afloat.Moored(new HarbourId("piraeus"), new Money(new BigDecimal("12.50"), "EUR"));

    @Nested
    class Writing {
        @Test
        void a_state_names_its_type_and_its_amounts_are_text() {
            assertThat(codec.text(MOORED)).isEqualTo("""
                            {"fee":{"amount":"12.50","currency":"EUR"},"harbour":"piraeus","type":"Moored"}""");
        }

        @Test
        void an_absent_value_is_left_out() {
            assertThat(codec.text(new Boat.Afloat.Underway(Optional.empty(), NOON)))
                    .isEqualTo("""
                            {"since":"2026-03-02T12:00:00Z","type":"Underway"}""");
        }

        @Test
        void sets_and_maps_follow_their_text_and_not_their_iteration() {
            var weather = new LinkedHashMap<HarbourId, Weather>();
            weather.put(new HarbourId("z"), Weather.CALM);
            weather.put(new HarbourId("a"), Weather.STORM);
            var sunk = new Boat.Sunk(
                    LocalDate.of(2026, 3, 2), MOORED, new java.util.LinkedHashSet<>(List.of("zoe", "abe")), weather);

            assertThat(codec.text(sunk))
                    .contains("\"type\":\"Sunk\"")
                    .contains("\"harbour\":\"piraeus\",\"type\":\"Moored\"}")
                    .contains("\"on\":\"2026-03-02\"")
                    .contains("\"witnesses\":[\"abe\",\"zoe\"]")
                    .contains("\"weather\":{\"a\":\"STORM\",\"z\":\"CALM\"}");
        }

        @Test
        void a_snapshot_carries_its_id_and_version() {
            assertThat(codec.snapshotText("case-1", 7, Map.of("stage", "OPEN"))).isEqualTo("""
                            {"id":"case-1","stage":"OPEN","version":7}""");
        }
    }

    @Nested
    class Reading {
        @Test
        void what_was_written_as_text_comes_back() {
            var sunk = new Boat.Sunk(
                    LocalDate.of(2026, 3, 2),
                    new Boat.Afloat.Underway(Optional.of("Oslo"), NOON),
                    Set.of("abe", "zoe"),
                    Map.of(new HarbourId("a"), Weather.STORM));

            assertThat(codec.value(codec.text(sunk), Boat.class)).isEqualTo(sunk);
        }

        @Test
        void what_was_written_as_fields_comes_back() {
            var fleet = new Fleet(
                    List.of(new Boat.Unnamed(), MOORED, new Boat.Afloat.Underway(Optional.empty(), NOON)),
                    Optional.of(new HarbourId("piraeus")),
                    3);

            assertThat(codec.value(codec.fields(fleet), Fleet.class)).isEqualTo(fleet);
        }

        @Test
        void a_list_that_did_not_exist_yet_is_empty_and_an_unknown_field_is_passed_over() {
            assertThat(codec.value("{\"count\":0,\"flag\":\"GR\"}", Fleet.class))
                    .isEqualTo(new Fleet(List.of(), Optional.empty(), 0));
        }
    }
}
