package org.repatria.cases.domain.casefile;

import java.time.LocalDate;
import java.util.List;

/**
 * What the requesting state was asked to supply.
 *
 * @param gaps what is missing, in writing, numbered from 1 by their place
 * @param answerDueOn after this day the silence is worth an alert; nothing lapses by itself
 */
public record InformationRequest(List<String> gaps, LocalDate answerDueOn) {
    public InformationRequest {
        gaps = List.copyOf(gaps);
    }
}
