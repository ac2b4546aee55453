package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.TEXT_MISSING;
import static org.repatria.assets.domain.AssetReason.TEXT_TOO_LONG;

import java.util.Optional;
import org.repatria.decider.Refusal;
import org.repatria.decider.text.VisibleText;

/** What every text that a person writes must satisfy. */
public final class Texts {

    private Texts() {}

    public static Optional<Refusal> line(String field, String text) {
        return check(field, text, Limits.LINE_CHARS_MAX);
    }

    public static Optional<Refusal> paragraph(String field, String text) {
        return check(field, text, Limits.PARAGRAPH_CHARS_MAX);
    }

    private static Optional<Refusal> check(String field, String text, int charsMax) {
        if (VisibleText.isBlank(text)) {
            return Optional.of(TEXT_MISSING.at(field, "A text is needed here."));
        }
        return text.length() > charsMax
                ? Optional.of(TEXT_TOO_LONG.at(field, "At most %d characters fit here.".formatted(charsMax)))
                : Optional.empty();
    }
}
