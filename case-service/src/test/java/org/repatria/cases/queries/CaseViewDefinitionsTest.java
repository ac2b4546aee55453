package org.repatria.cases.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.readmodel.MemoryView;
import org.repatria.readmodel.Page;
import org.repatria.readmodel.Page.Hit;
import org.repatria.readmodel.ViewQuery;
import org.repatria.readmodel.Visibility;
import org.repatria.testkit.contracts.Contracts;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class CaseViewDefinitionsTest {

    /** In extradition, with a clock until 2018-10-13 and without SG-22. */
    private static final String EXAMPLE =
            Contracts.find().example("case.snapshot.v1").orElseThrow();

    private static final Visibility HOST = Visibility.anyOf(Set.of("requested:XH"));

    private final MemoryView view = MemoryView.of(CaseViewDefinitions.cases());

    private static ObjectNode snapshot(String id) {
        var snapshot = ((ObjectNode) JsonMapper.shared().readTree(EXAMPLE)).put("id", id);
        snapshot.putArray("missingChecks").add("SG-22");
        return snapshot;
    }

    private List<String> found(UnaryOperator<ViewQuery> filter) {
        var page = (Page) view.find(filter.apply(ViewQuery.visibleTo(HOST)))
                .blockOptional()
                .orElseThrow();
        return page.hits().stream().map(Hit::id).toList();
    }

    @Nested
    class Finding {

        @Test
        void by_a_pathway_as_long_as_it_has_not_ended() {
            view.put(Faces.whole(snapshot("case-open")));
            var ended = snapshot("case-ended");
            ((ObjectNode) ended.path("pathways").get(0)).put("ended", true);
            view.put(Faces.whole(ended));

            assertThat(found(query -> query.anyOf("pathway", "extradition"))).containsExactly("case-open");
            assertThat(found(query -> query.anyOf("pathway", "removal"))).isEmpty();
        }

        @Test
        void by_a_check_that_is_missing() {
            view.put(Faces.whole(snapshot("case-1")));

            assertThat(found(query -> query.anyOf("missingCheck", "SG-22"))).containsExactly("case-1");
            assertThat(found(query -> query.anyOf("missingCheck", "SG-01"))).isEmpty();
        }

        @Test
        void by_the_earliest_last_day_of_its_clocks() {
            var row = snapshot("case-1");
            ((ObjectNode) row.withArray("clocks").get(0)).put("lastDay", "2018-11-01");
            row.withArray("clocks").add(snapshot("x").path("clocks").get(0));
            view.put(Faces.whole(row));

            assertThat(found(query -> query.below("nextLastDay", LocalDate.parse("2018-10-14"))))
                    .containsExactly("case-1");
            assertThat(found(query -> query.below("nextLastDay", LocalDate.parse("2018-10-13"))))
                    .isEmpty();
        }

        @Test
        void by_what_a_change_of_the_law_may_concern() {
            var assessed = snapshot("case-assessed").put("assessedAt", "2018-10-01T09:00:00Z");
            view.put(Faces.whole(assessed));
            var untouched = snapshot("case-untouched");
            untouched.remove("assessedAt");
            view.put(Faces.whole(untouched));
            var watched = snapshot("case-watched");
            watched.remove("assessedAt");
            ((ObjectNode) watched.withArray("clocks").get(0)).put("rule", "CLK-LIM-HOST-OFFENCE");
            view.put(Faces.whole(watched));

            assertThat(found(query -> query.present("restsOnLaw")))
                    .containsExactlyInAnyOrder("case-assessed", "case-watched");
        }

        @Test
        void by_the_need_of_a_review() {
            view.put(Faces.whole(snapshot("case-1")));
            view.put(Faces.whole(snapshot("case-2").put("reviewRequired", true)));

            assertThat(found(query -> query.anyOf("reviewRequired", "true"))).containsExactly("case-2");
        }
    }
}
