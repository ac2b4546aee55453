package org.repatria.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PersonsTest {

    @Nested
    class Naming {

        @Test
        void gives_no_two_persons_of_the_largest_view_the_same_name() {
            var names = new HashSet<String>();
            for (var number = 0; number < Scale.whole().casesMany(); number++) {
                names.add(Persons.name(number));
            }

            assertThat(names).hasSize(Scale.whole().casesMany());
        }
    }

    @Nested
    class Listing {

        @Test
        void goes_on_where_the_last_list_ended() {
            var persons = new Persons();
            var first = persons.list(3).lines().toList();
            var second = persons.list(3).lines().toList();

            assertThat(first).hasSize(4);
            assertThat(second.getFirst()).isEqualTo(first.getFirst());
            assertThat(second).doesNotContainAnyElementsOf(first.subList(1, 4));
        }
    }
}
