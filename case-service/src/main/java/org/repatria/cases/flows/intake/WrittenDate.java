package org.repatria.cases.flows.intake;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.repatria.cases.domain.BirthDate;

/** Reads dates as people and their programs write them; one that has two readings is never guessed. */
final class WrittenDate {

    private static final String TIME = "(?:[t ]+\\d{1,2}:\\d{2}.*)?";

    /**
     * The day before the first of the spreadsheets' days. It makes up for the 29 February 1900, which they count and
     * which never was.
     */
    private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);

    private static final List<Form> FORMS = List.of(
            new Form("(\\d{4})", m -> date(m, 1, 0, 0)),
            new Form("(\\d{4})[-./](\\d{1,2})", m -> date(m, 1, 2, 0)),
            new Form("(\\d{4})([-./])(\\d{1,2})\\2(\\d{1,2})" + TIME, m -> date(m, 1, 3, 4)),
            new Form("(\\d{4})(\\d{2})(\\d{2})", m -> date(m, 1, 2, 3)),
            new Form("(\\d{4})年", m -> date(m, 1, 0, 0)),
            new Form("(\\d{4})年(\\d{1,2})月", m -> date(m, 1, 2, 0)),
            new Form("(\\d{4})年(\\d{1,2})月(\\d{1,2})日?", m -> date(m, 1, 2, 3)),
            new Form("(\\d{1,2})[./-](\\d{4})", m -> date(m, 2, 1, 0)),
            new Form("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})" + TIME, m -> dayFirst(m)),
            new Form("(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4})" + TIME, m -> eitherFirst(m)),
            new Form("(\\d{1,2})[ -]([a-z]{3,9})\\.?[ ,-]+(\\d{4})", m -> named(m, 3, 2, 1)),
            new Form("([a-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})", m -> named(m, 3, 1, 2)),
            new Form("(\\d{5})(?:[.,]0+)?", m -> serial(m.group(1))));

    private WrittenDate() {}

    /** What a text says. */
    sealed interface Reading {

        /**
         * A date, as far as it is known.
         *
         * @param month 0 where it is not known
         * @param day 0 where it is not known
         */
        record Known(int year, int month, int day) implements Reading {

            /** Whether one says nothing that the other denies. */
            boolean agreesWith(Known other) {
                return year == other.year
                        && (month == 0 || other.month == 0 || month == other.month)
                        && (day == 0 || other.day == 0 || day == other.day);
            }

            /** How many of year, month and day are known. */
            int precision() {
                return 1 + (month > 0 ? 1 : 0) + (day > 0 ? 1 : 0);
            }

            /** A date known to the month says no more about a person than its year does. */
            BirthDate asBirthDate() {
                return new BirthDate(day > 0 ? LocalDate.of(year, month, day).toString() : Integer.toString(year));
            }
        }

        /** Day and month may be either. */
        record Ambiguous(int year) implements Reading {}
    }

    /** What a text says; empty where it is no date of these centuries. */
    static Optional<Reading> parse(String text) {
        var plain = plain(text);
        return FORMS.stream().flatMap(form -> form.read(plain).stream()).findFirst();
    }

    /** Digits of every script as ours, no blanks behind a separator. */
    private static String plain(String text) {
        var plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip().toLowerCase(Locale.ROOT).replaceAll("(?<=[0-9][./])\\s+", "");
    }

    private static Optional<Reading> date(MatchResult m, int year, int month, int day) {
        return date(number(m, year), month == 0 ? 0 : number(m, month), day == 0 ? 0 : number(m, day));
    }

    /** Zeros stand for what is not known, as in {@code 1958-00-00}. */
    private static Optional<Reading> date(int year, int month, int day) {
        if (year < 1800 || year > 2099 || (month == 0 && day > 0)) {
            return Optional.empty();
        }
        try {
            var _ = LocalDate.of(year, Math.max(1, month), Math.max(1, day));
            return Optional.of(new Reading.Known(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** With dots the day stands first wherever dots are used. Where it cannot, the other reading is the only one. */
    private static Optional<Reading> dayFirst(MatchResult m) {
        return date(m, 3, 2, 1).or(() -> date(m, 3, 1, 2));
    }

    private static Optional<Reading> eitherFirst(MatchResult m) {
        var readings = Stream.of(date(m, 4, 3, 1), date(m, 4, 1, 3))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return readings.size() > 1
                ? Optional.of(new Reading.Ambiguous(number(m, 4)))
                : readings.stream().findFirst();
    }

    private static Optional<Reading> named(MatchResult m, int year, int month, int day) {
        var name = m.group(month).toUpperCase(Locale.ROOT);
        return Stream.of(Month.values())
                .filter(each -> each.name().startsWith(name))
                .findFirst()
                .flatMap(each -> date(number(m, year), each.getValue(), number(m, day)));
    }

    private static Optional<Reading> serial(String days) {
        var date = SPREADSHEET_EPOCH.plusDays(Integer.parseInt(days));
        return date(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private static int number(MatchResult m, int group) {
        return Integer.parseInt(m.group(group));
    }

    /** One way of writing a date. */
    private record Form(Pattern pattern, Function<MatchResult, Optional<Reading>> reading) {

        Form(String pattern, Function<MatchResult, Optional<Reading>> reading) {
            this(Pattern.compile(pattern), reading);
        }

        Optional<Reading> read(String text) {
            var matcher = pattern.matcher(text);
            return matcher.matches() ? reading.apply(matcher) : Optional.empty();
        }
    }
}
