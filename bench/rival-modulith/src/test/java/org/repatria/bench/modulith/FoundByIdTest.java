package org.repatria.bench.modulith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;

class FoundByIdTest {

    private static final UUID ID = new UUID(0, 1);

    @Nested
    class Narrowing {

        @Test
        void leaves_the_id_of_a_publication_and_drops_its_state() {
            var query = Query.query(where("id").is(ID).and("completionDate").isNull());

            assertThat(FoundById.narrowed(query).getQueryObject())
                    .isEqualTo(Query.query(where("id").is(ID)).getQueryObject());
        }

        @Test
        void leaves_a_case_asked_for_by_id_and_version_as_it_is() {
            var query = Query.query(where("_id").is("case-1").and("version").is(3));

            assertThat(FoundById.narrowed(query)).isSameAs(query);
        }
    }
}
