package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetRefusal.Rule.TEXT_MISSING;
import static org.repatria.assets.domain.AssetRefusal.Rule.TEXT_TOO_LONG;

import java.util.Optional;
import org.repatria.decider.text.VisibleText;

/** What every text that a person writes must satisfy. */
final class Texts {

    private Texts() {}

    static Optional<AssetRefusal> line(String field, String text) {
        return check(field, text, Limits.LINE_CHARS_MAX);
    }

    static Optional<AssetRefusal> paragraph(String field, String text) {
        return check(field, text, Limits.PARAGRAPH_CHARS_MAX);
    }

    private static Optional<AssetRefusal> check(String field, String text, int charsMax) {
        if (VisibleText.isBlank(text)) {
            return Optional.of(new AssetRefusal(TEXT_MISSING, field, "A text is needed here."));
        }
        return text.length() > charsMax
                ? Optional.of(
                        new AssetRefusal(TEXT_TOO_LONG, field, "At most %d characters fit here.".formatted(charsMax)))
                : Optional.empty();
    }
}
