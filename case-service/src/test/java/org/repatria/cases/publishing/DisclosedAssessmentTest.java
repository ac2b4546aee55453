package org.repatria.cases.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.repatria.cases.Play;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseCommand.AssessCase;
import org.repatria.cases.domain.casefile.CaseCommand.OfFacts;
import org.repatria.cases.domain.casefile.CaseEvent.CaseAssessed;
import org.repatria.cases.domain.facts.FactKind;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.facts.FactsCommand.RecordFacts;
import org.repatria.cases.domain.facts.FactsCommand.Statement;
import org.repatria.decider.Occasion;

/** What subscribers learn of an assessment, and what they cannot conclude from it. */
final class DisclosedAssessmentTest {

    private static List<PublishedCase.Assessed> published(List<String> statuses) {
        var play = new Play().opens().on("2014-09-01").does("LO", new AssessCase("run-1"));
        statuses.forEach(status -> play.does("LO", fact(FactName.IMMIGRATION_STATUS, status)));
        play.does("LO", fact(FactName.SUBJECT_DEAD, "YES"));
        return play.events().stream()
                .filter(CaseAssessed.class::isInstance)
                .map(event -> DossierPublishing.assessed((CaseAssessed) event))
                .toList();
    }

    private static Function<Occasion, CaseCommand> fact(FactName name, String value) {
        return at ->
                new OfFacts(new RecordFacts(List.of(new Statement(name, value, FactKind.FACT, "file", at.today()))));
    }

    @Test
    void tells_nothing_of_an_answer_that_stands_in_a_compartment() {
        var withoutAnswer = published(List.of());
        var withAnswers = published(List.of("REFUGEE", "EXPIRED", "ASYLUM_PENDING"));

        assertThat(withAnswers).hasSizeGreaterThan(withoutAnswer.size());
        assertThat(withAnswers.getLast().changes())
                .isNotEmpty()
                .isEqualTo(withoutAnswer.getLast().changes());
        assertThat(withAnswers.subList(1, withAnswers.size() - 1)).allSatisfy(assessed -> {
            assertThat(assessed.changes()).isEmpty();
            assertThat(assessed.pathways()).isEqualTo(withoutAnswer.getFirst().pathways());
        });
    }
}
