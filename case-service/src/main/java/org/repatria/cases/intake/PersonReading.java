package org.repatria.cases.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
import org.repatria.cases.domain.lists.RejectReason;
import org.repatria.cases.domain.lists.ReportedStatus;

/** Reads one row's values, whatever file they come from, into a person; the first value that cannot be read rejects the row. */
final class PersonReading {

    private static final Pattern YEAR_AND_MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private final int row;
    private final int line;
    private final CountryCode requesting;
    private final Map<Field, List<Given>> values;
    private @Nullable UnreadableRow failure;

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
     */
    static ListRow read(int row, int line, CountryCode requesting, Map<Field, List<Given>> values) {
        return new PersonReading(row, line, requesting, values).read();
    }

    private ListRow read() {
        var names = names();
        var born = birthDate();
        var nationalities = countries(Field.NATIONALITY);
        var documents = documents(nationalities);
        var allegation = Allegation.byRequestingState(
                text(Field.OFFENCE_SUMMARY, Limits.CELL_CHARS_MAX),
                text(Field.AUTHORITY, Limits.AUTHORITY_CHARS_MAX),
                amount());
        var location = countries(Field.LOCATION).stream().findFirst();
        var status = status();
        return failure != null
                ? failure
                : new PersonRow(
                        row, line, new Subject(names, born, documents, nationalities), location, allegation, status);
    }

    private Names names() {
        var primary = all(Field.NAME, Limits.NAME_CHARS_MAX);
        var aliases = all(Field.ALIASES, Limits.NAME_CHARS_MAX);
        if (primary.isEmpty()) {
            fail(Field.NAME.column(), RejectReason.MISSING);
            return new Names("", List.of());
        }
        var further = new ArrayList<String>();
        primary.stream().skip(1).map(Given::text).forEach(further::add);
        aliases.stream().map(Given::text).forEach(further::add);
        if (further.size() > Limits.ALIASES_MAX) {
            fail(Field.ALIASES.column(), RejectReason.TOO_MANY);
        }
        return new Names(primary.getFirst().text(), further.stream().distinct().toList());
    }

    private Optional<BirthDate> birthDate() {
        var given = first(Field.BIRTH_DATE);
        var date = given.flatMap(g -> BirthDate.parse(yearOf(g.text())));
        if (given.isPresent() && date.isEmpty()) {
            fail(given.get().label(), RejectReason.NOT_A_DATE);
        }
        return date;
    }

    /** A date known to the month says no more about a person than its year does. */
    private static String yearOf(String text) {
        return YEAR_AND_MONTH.matcher(text).matches() ? text.substring(0, 4) : text;
    }

    private List<CountryCode> countries(Field field) {
        var countries = new ArrayList<CountryCode>();
        for (var given : all(field, Limits.DOCUMENT_CHARS_MAX)) {
            CountryCode.parse(given.text())
                    .ifPresentOrElse(countries::add, () -> fail(given.label(), RejectReason.NOT_A_COUNTRY_CODE));
        }
        if (countries.size() > Limits.IDENTIFIERS_MAX) {
            fail(field.column(), RejectReason.TOO_MANY);
        }
        return countries.stream().distinct().toList();
    }

    private List<IdentityDocument> documents(List<CountryCode> nationalities) {
        var numbers = all(Field.DOCUMENT_NUMBER, Limits.DOCUMENT_CHARS_MAX);
        if (numbers.size() > Limits.IDENTIFIERS_MAX) {
            fail(Field.DOCUMENT_NUMBER.column(), RejectReason.TOO_MANY);
        }
        var issuer = countries(Field.DOCUMENT_COUNTRY).stream()
                .findFirst()
                .or(() -> nationalities.stream().findFirst())
                .orElse(requesting);
        var kind = text(Field.DOCUMENT_KIND, Limits.DOCUMENT_CHARS_MAX);
        return numbers.stream()
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
            fail(amount.get().label(), RejectReason.NOT_AN_AMOUNT);
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
                fail(given.get().label(), RejectReason.NOT_A_STATUS);
                yield ReportedStatus.UNKNOWN;
            }
        };
    }

    private Optional<String> text(Field field, int charsMax) {
        return all(field, charsMax).stream().findFirst().map(Given::text);
    }

    private Optional<Given> first(Field field) {
        return all(field, Limits.CELL_CHARS_MAX).stream().findFirst();
    }

    private List<Given> all(Field field, int charsMax) {
        var all = new ArrayList<Given>();
        for (var given : values.getOrDefault(field, List.of())) {
            var text = given.text().strip();
            if (text.isEmpty()) {
                continue;
            }
            if (text.length() > charsMax) {
                fail(given.label(), RejectReason.TOO_LONG);
            } else if (!isReadable(text)) {
                fail(given.label(), RejectReason.CONTROL_CHARACTERS);
            } else {
                all.add(new Given(given.label(), text));
            }
        }
        return all;
    }

    /** Lone surrogates survive JSON escapes and break every later writer; control characters break logs. */
    private static boolean isReadable(String text) {
        return text.codePoints()
                .noneMatch(c -> (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                        || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'));
    }

    private void fail(String label, RejectReason reason) {
        if (failure == null) {
            failure = new UnreadableRow(row, line, label, reason);
        }
    }
}
