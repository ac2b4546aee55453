package org.repatria.cases.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A birth date as it was handed over: the full day, or the year alone.
 *
 * @param value {@code 1961-03-04} or {@code 1961}
 */
public record BirthDate(String value) {

    private static final Pattern YEAR = Pattern.compile("(1[89]|20)\\d\\d");

    public BirthDate {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a birth date");
        }
    }

    /** The birth date that a text gives, when it is a real day or a plausible year. */
    public static Optional<BirthDate> parse(String text) {
        var date = text.strip();
        return isOne(date) ? Optional.of(new BirthDate(date)) : Optional.empty();
    }

    private static boolean isOne(String text) {
        return YEAR.matcher(text).matches() || day(text).isPresent();
    }

    private static Optional<LocalDate> day(String text) {
        if (text.length() != 10 || !YEAR.matcher(text.substring(0, 4)).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A year alone tells nobody apart. */
    public boolean isFull() {
        return value.length() == 10;
    }

    public int year() {
        return Integer.parseInt(value.substring(0, 4));
    }

    @Override
    public String toString() {
        return value;
    }
}
