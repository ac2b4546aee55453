package org.repatria.cases.flows.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.cases.domain.Allegation;
import org.repatria.cases.domain.BirthDate;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.IdentityDocument;
import org.repatria.cases.domain.Money;
import org.repatria.cases.domain.Names;
import org.repatria.cases.domain.Subject;
import org.repatria.cases.domain.lists.ListRow;
import org.repatria.cases.domain.lists.ListRow.PersonRow;
import org.repatria.cases.domain.lists.ListRow.UnreadableRow;
import org.repatria.cases.domain.lists.ListRow.UnusableCell;
import org.repatria.cases.domain.lists.RejectReason;
import org.repatria.cases.domain.lists.ReportedStatus;
import org.repatria.cases.flows.intake.WrittenDate.Reading;
import org.repatria.decider.text.VisibleText;

/**
 * Reads one row's values, whatever file they come from, into a person. A value that cannot be used stays with the row
 * for a person's eye; only a row that names nobody cannot be read.
 */
final class PersonReading {

    private final int row;
    private final int line;
    private final CountryCode requesting;
    private final Map<Field, List<Given>> values;
    private final List<UnusableCell> unusable = new ArrayList<>();

    private PersonReading(int row, int line, CountryCode requesting, Map<Field, List<Given>> values) {
        this.row = row;
        this.line = line;
        this.requesting = requesting;
        this.values = values;
    }

    /**
     * The row that values make; blank ones count as absent.
     *
     * @param requesting issues the documents of a row that names neither a country nor a nationality
     * @param surplus cells for which there is no column
     * @param cellsMissing whether the row ends before the last column
     */
    static ListRow read(
            int row,
            int line,
            CountryCode requesting,
            Map<Field, List<Given>> values,
            List<String> surplus,
            boolean cellsMissing) {
        var reading = new PersonReading(row, line, requesting, values);
        var beyond = surplus.stream()
                .filter(cell -> !VisibleText.trimmed(cell).isEmpty())
                .toList();
        if (cellsMissing || !beyond.isEmpty()) {
            reading.note("row", RejectReason.WRONG_NUMBER_OF_CELLS, beyond);
        }
        return reading.read();
    }

    private ListRow read() {
        var names = names();
        if (names.isEmpty()) {
            return new UnreadableRow(row, line, Field.NAME.column(), RejectReason.MISSING);
        }
        var born = birthDate();
        var nationalities = countries(Field.NATIONALITY);
        var documents = documents(nationalities);
        var allegation = Allegation.byRequestingState(
                text(Field.OFFENCE_SUMMARY, Limits.CELL_CHARS_MAX),
                text(Field.AUTHORITY, Limits.AUTHORITY_CHARS_MAX),
                amount());
        var location = countries(Field.LOCATION).stream().findFirst();
        var status = status();
        return new PersonRow(
                row,
                line,
                new Subject(names.get(), born, documents, nationalities),
                location,
                allegation,
                status,
                unusable);
    }

    /** Where the name itself is blank, the first alias names the person. */
    private Optional<Names> names() {
        var primary = names(Field.NAME);
        if (primary.isEmpty()) {
            note(Field.NAME.column(), RejectReason.MISSING, List.of());
        }
        var all = Stream.of(primary, names(Field.ALIASES))
                .flatMap(List::stream)
                .distinct()
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var further = all.subList(1, all.size());
        return Optional.of(new Names(all.getFirst(), upTo(Limits.ALIASES_MAX, Field.ALIASES, further)));
    }

    private List<String> names(Field field) {
        return texts(field, Limits.NAME_CHARS_MAX).stream()
                .map(Given::text)
                .filter(VisibleText::hasLetter)
                .toList();
    }

    /** The most precise of the dates that agree; where two do not, what both say, and a person decides. */
    private Optional<BirthDate> birthDate() {
        var given = codes(Field.BIRTH_DATE, Limits.DOCUMENT_CHARS_MAX);
        var dates = new ArrayList<Reading.Known>();
        for (var each : given) {
            switch (WrittenDate.parse(each.text()).orElse(null)) {
                case Reading.Known known -> dates.add(known);
                case Reading.Ambiguous(var year) -> {
                    note(each, RejectReason.AMBIGUOUS_DATE);
                    dates.add(new Reading.Known(year, 0, 0));
                }
                case null -> note(each, RejectReason.NOT_A_DATE);
            }
        }
        var agreeing = dates.stream().allMatch(one -> dates.stream().allMatch(one::agreesWith));
        if (!agreeing) {
            note(
                    given.getFirst().label(),
                    RejectReason.CONTRADICTORY,
                    given.stream().map(Given::text).distinct().toList());
        }
        var years = dates.stream().map(Reading.Known::year).distinct().toList();
        return agreeing
                ? dates.stream()
                        .max(Comparator.comparingInt(Reading.Known::precision))
                        .map(Reading.Known::asBirthDate)
                : years.stream().filter(_ -> years.size() == 1).findFirst().map(year -> new BirthDate(year.toString()));
    }

    private List<CountryCode> countries(Field field) {
        var countries = new ArrayList<CountryCode>();
        for (var given : codes(field, Limits.DOCUMENT_CHARS_MAX)) {
            WrittenCountry.parse(given.text())
                    .ifPresentOrElse(countries::add, () -> note(given, RejectReason.NOT_A_COUNTRY_CODE));
        }
        return upTo(Limits.IDENTIFIERS_MAX, field, countries.stream().distinct().toList());
    }

    private List<IdentityDocument> documents(List<CountryCode> nationalities) {
        var numbers = upTo(Limits.IDENTIFIERS_MAX, Field.DOCUMENT_NUMBER, printed(Field.DOCUMENT_NUMBER));
        var issuer = countries(Field.DOCUMENT_COUNTRY).stream()
                .findFirst()
                .or(() -> nationalities.stream().findFirst())
                .orElse(requesting);
        var kind = text(Field.DOCUMENT_KIND, Limits.DOCUMENT_CHARS_MAX);
        numbers.stream()
                .filter(number -> IdentityDocument.isPlaceholder(number.text()))
                .forEach(number -> note(number, RejectReason.PLACEHOLDER));
        return numbers.stream()
                .filter(number -> !IdentityDocument.isPlaceholder(number.text()))
                .map(number -> new IdentityDocument(kind.orElse(kindOf(number.label())), issuer, number.text()))
                .toList();
    }

    private static String kindOf(String label) {
        return switch (label) {
            case "passportNumber" -> "PASSPORT";
            case "idNumber" -> "NATIONAL_ID";
            default -> "UNSPECIFIED";
        };
    }

    private Optional<Money> amount() {
        var amount = first(Field.AMOUNT);
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        var currency = first(Field.CURRENCY);
        var money =
                currency.flatMap(c -> Money.parse(amount.get().text(), c.text().toUpperCase(Locale.ROOT)));
        if (money.isEmpty()) {
            note(
                    amount.get().label(),
                    RejectReason.NOT_AN_AMOUNT,
                    Stream.of(amount, currency)
                            .flatMap(Optional::stream)
                            .map(Given::text)
                            .toList());
        }
        return money;
    }

    private ReportedStatus status() {
        if (first(Field.DEATH_DATE).isPresent()) {
            return ReportedStatus.DECEASED;
        }
        var given = first(Field.STATUS);
        if (given.isEmpty()) {
            return ReportedStatus.UNKNOWN;
        }
        return switch (given.get().text().toUpperCase(Locale.ROOT)) {
            case "LIVING" -> ReportedStatus.LIVING;
            case "DECEASED" -> ReportedStatus.DECEASED;
            case "UNKNOWN" -> ReportedStatus.UNKNOWN;
            default -> {
                note(given.get(), RejectReason.NOT_A_STATUS);
                yield ReportedStatus.UNKNOWN;
            }
        };
    }

    private Optional<String> text(Field field, int charsMax) {
        return texts(field, charsMax).stream().findFirst().map(Given::text);
    }

    private Optional<Given> first(Field field) {
        return codes(field, Limits.DOCUMENT_CHARS_MAX).stream().findFirst();
    }

    /** Texts as far as they can be used: without what breaks a log, and no longer than they may be. */
    private List<Given> texts(Field field, int charsMax) {
        var texts = new ArrayList<Given>();
        for (var given : given(field)) {
            var text = VisibleText.trimmed(VisibleText.readable(given.text()));
            if (!VisibleText.isReadable(given.text())) {
                note(given, RejectReason.CONTROL_CHARACTERS);
            }
            if (text.length() > charsMax) {
                note(given, RejectReason.TOO_LONG);
            }
            if (!text.isEmpty()) {
                texts.add(new Given(given.label(), VisibleText.cut(text, charsMax)));
            }
        }
        return texts;
    }

    /** Dates, codes and numbers: they are used whole or not at all. */
    private List<Given> codes(Field field, int charsMax) {
        var codes = new ArrayList<Given>();
        for (var given : given(field)) {
            if (!VisibleText.isReadable(given.text())) {
                note(given, RejectReason.CONTROL_CHARACTERS);
            } else if (given.text().length() > charsMax) {
                note(given, RejectReason.TOO_LONG);
            } else {
                codes.add(given);
            }
        }
        return codes;
    }

    /** Numbers that tell people apart: one in which something cannot be seen is not what it seems. */
    private List<Given> printed(Field field) {
        var printed = new ArrayList<Given>();
        for (var code : codes(field, Limits.DOCUMENT_CHARS_MAX)) {
            if (VisibleText.isPrinted(code.text())) {
                printed.add(code);
            } else {
                note(code, RejectReason.INVISIBLE_CHARACTERS);
            }
        }
        return printed;
    }

    private List<Given> given(Field field) {
        return values.getOrDefault(field, List.of()).stream()
                .map(given -> new Given(given.label(), VisibleText.trimmed(given.text())))
                .filter(given -> !given.text().isEmpty())
                .toList();
    }

    private <T> List<T> upTo(int max, Field field, List<T> all) {
        if (all.size() > max) {
            note(field.column(), RejectReason.TOO_MANY, List.of());
        }
        return List.copyOf(all.subList(0, Math.min(max, all.size())));
    }

    private void note(Given given, RejectReason reason) {
        note(given.label(), reason, List.of(given.text()));
    }

    private void note(String label, RejectReason reason, List<String> given) {
        if (unusable.size() < Limits.UNUSABLE_CELLS_MAX) {
            var shown = given.stream()
                    .limit(Limits.IDENTIFIERS_MAX)
                    .map(value -> VisibleText.cut(VisibleText.readable(value), Limits.SHOWN_CHARS_MAX))
                    .toList();
            unusable.add(new UnusableCell(label, reason, shown));
        }
    }
}
