package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.edge.ProblemRaised;
import org.repatria.readmodel.Order;

/** What a caller may say of the order of a list. */
class OrdersTest {

    @Test
    void fields_are_read_in_their_order_with_their_direction() {
        assertThat(Orders.of(Optional.of("-openedAt, name")))
                .containsExactly(Order.descending("openedAt"), Order.ascending("name"));
    }

    @Test
    void nothing_said_is_no_order() {
        assertThat(Orders.of(Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "name,",
                ",name",
                "-",
                "--name",
                "- name",
                "\u00a0",
                "name,\u200b",
                "\u3164",
                "na me",
                "name;drop",
                "1"
            })
    void what_names_no_field_is_refused_and_not_left_out(String sort) {
        assertThatThrownBy(() -> Orders.of(Optional.of(sort)))
                .isInstanceOfSatisfying(
                        ProblemRaised.class,
                        raised -> assertThat(
                                        raised.problem().errors().getFirst().pointer())
                                .isEqualTo("query:sort"));
    }
}
