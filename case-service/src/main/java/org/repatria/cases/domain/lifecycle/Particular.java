package org.repatria.cases.domain.lifecycle;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.decider.text.VisibleText;

/**
 * Something that a move must bring along in words.
 *
 * @param name the key under which it is given
 * @param says what is wanted
 * @param words the words that it may be; empty unless coded
 * @param standing whether what the course already knows is enough
 * @param onlyIf it is wanted only then; empty: always
 */
public record Particular(
        String name, String says, Form form, List<String> words, boolean standing, Optional<Condition> onlyIf) {

    public Particular {
        words = List.copyOf(words);
    }

    /** How it is written. */
    public enum Form {
        TEXT,
        /** An ISO 8601 date. */
        DAY,
        /** {@code YES} and nothing else: neither NO nor UNKNOWN will do. */
        YES,
        /** One of its words. */
        WORD
    }

    /** A particular of the course that says one of some words. */
    public record Condition(String name, List<String> words) {
        public Condition {
            words = List.copyOf(words);
        }

        boolean holdsFor(Map<String, String> particulars) {
            return words.contains(particulars.getOrDefault(name, ""));
        }
    }

    static Particular text(String name, String says) {
        return new Particular(name, says, Form.TEXT, List.of(), false, Optional.empty());
    }

    static Particular day(String name, String says) {
        return new Particular(name, says, Form.DAY, List.of(), false, Optional.empty());
    }

    static Particular yes(String name, String says) {
        return new Particular(name, says, Form.YES, List.of(), false, Optional.empty());
    }

    static Particular word(String name, String says, String... words) {
        return new Particular(name, says, Form.WORD, List.of(words), false, Optional.empty());
    }

    /** Need not be said again once the course knows it. */
    Particular onceForAll() {
        return new Particular(name, says, form, words, true, onlyIf);
    }

    /** Is wanted only if the course says so of another particular. */
    Particular onlyIf(String other, String... said) {
        return new Particular(name, says, form, words, standing, Optional.of(new Condition(other, List.of(said))));
    }

    boolean isWantedWith(Map<String, String> particulars) {
        return onlyIf.isEmpty()
                || onlyIf.filter(condition -> condition.holdsFor(particulars)).isPresent();
    }

    boolean accepts(String value) {
        return switch (form) {
            case TEXT -> !VisibleText.isBlank(value);
            case DAY -> isDay(value);
            case YES -> value.equals("YES");
            case WORD -> words.contains(value);
        };
    }

    private static boolean isDay(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** What would be accepted, for a screen. */
    String wanted() {
        return switch (form) {
            case TEXT -> says;
            case DAY -> says + " (a date)";
            case YES -> says + " (YES)";
            case WORD -> says + " (" + String.join(", ", words) + ")";
        };
    }
}
