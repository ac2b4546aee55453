package org.repatria.assets.domain.identifiers;

import java.util.Locale;
import java.util.regex.Pattern;
import org.repatria.assets.domain.identifiers.Checked.Flawed;
import org.repatria.assets.domain.identifiers.Checked.Valid;

/** International bank account numbers, ISO 13616: length by country, then the check digits. */
final class Iban {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}");

    /** Characters before the account itself. */
    static final int COUNTRY_AND_CHECK_DIGITS = 4;

    private Iban() {}

    static Checked check(String written) {
        var iban = written.replace(" ", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(iban).matches()) {
            return new Flawed("is no IBAN: two letters, two check digits and up to 30 letters or digits");
        }
        var country = iban.substring(0, 2);
        var length = IbanLengths.of(country);
        if (length.isEmpty()) {
            return new Flawed("names " + country + ", which has no IBAN; give the account as ACCOUNT_NUMBER");
        }
        if (length.get() != iban.length()) {
            return new Flawed(
                    "has %d characters; an IBAN of %s has %d".formatted(iban.length(), country, length.get()));
        }
        return Mod97.holds(iban.substring(4) + country, iban.substring(2, 4))
                ? new Valid(iban)
                : new Flawed("fails the check digits of an IBAN");
    }
}
