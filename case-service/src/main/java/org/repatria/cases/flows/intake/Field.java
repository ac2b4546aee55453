package org.repatria.cases.flows.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What can be told about a person in a list. Each has the column of a CSV file and the properties of FollowTheMoney.
 * See docs/lists.md.
 */
enum Field {
    NAME("name"),
    ALIASES("aliases"),
    BIRTH_DATE("birth_date"),
    NATIONALITY("nationality"),
    DOCUMENT_KIND("document_kind"),
    DOCUMENT_COUNTRY("document_country"),
    DOCUMENT_NUMBER("document_number"),
    OFFENCE_SUMMARY("offence_summary"),
    AUTHORITY("authority"),
    AMOUNT("amount_alleged"),
    CURRENCY("amount_currency"),
    LOCATION("location_country"),
    STATUS("reported_status"),
    DEATH_DATE("death_date");

    private final String column;

    Field(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    /** Whether a header without it is refused; a cell may still be blank. */
    boolean isColumnRequired() {
        return switch (this) {
            case NAME, OFFENCE_SUMMARY, AUTHORITY -> true;
            case ALIASES, BIRTH_DATE, NATIONALITY, DOCUMENT_KIND, DOCUMENT_COUNTRY, DOCUMENT_NUMBER -> false;
            case AMOUNT, CURRENCY, LOCATION, STATUS, DEATH_DATE -> false;
        };
    }

    /** The properties of FollowTheMoney that say the same; none where it has no word for it. */
    List<String> properties() {
        return switch (this) {
            case NAME -> List.of("name");
            case ALIASES -> List.of("alias", "weakAlias", "previousName");
            case BIRTH_DATE -> List.of("birthDate");
            case NATIONALITY -> List.of("nationality", "citizenship");
            case DOCUMENT_NUMBER -> List.of("passportNumber", "idNumber");
            case OFFENCE_SUMMARY -> List.of("summary");
            case AUTHORITY -> List.of("publisher");
            case AMOUNT -> List.of("amount");
            case CURRENCY -> List.of("currency");
            case LOCATION -> List.of("mainCountry");
            case DEATH_DATE -> List.of("deathDate");
            case DOCUMENT_KIND, DOCUMENT_COUNTRY, STATUS -> List.of();
        };
    }

    static Optional<Field> ofColumn(String name) {
        return Arrays.stream(values()).filter(f -> f.column.equals(name)).findFirst();
    }
}
