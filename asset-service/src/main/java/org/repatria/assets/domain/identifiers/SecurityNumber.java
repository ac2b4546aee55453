package org.repatria.assets.domain.identifiers;

import java.util.Locale;
import java.util.regex.Pattern;
import org.repatria.assets.domain.identifiers.Checked.Flawed;
import org.repatria.assets.domain.identifiers.Checked.Valid;

/** International securities identification numbers, ISO 6166. Letters, digits and a check digit. */
final class SecurityNumber {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[A-Z0-9]{9}[0-9]");

    /** Characters before the number itself. */
    static final int COUNTRY = 2;

    private static final int HIGHEST_LETTER = 36;

    private SecurityNumber() {}

    static Checked check(String written) {
        var isin = written.replace(" ", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(isin).matches()) {
            return new Flawed("is no ISIN: two letters, nine letters or digits and a check digit");
        }
        return sum(isin) % 10 == 0 ? new Valid(isin) : new Flawed("fails the check digit of an ISIN");
    }

    /** By the double-add-double formula, each letter read as the number from 10 (A) to 35 (Z). */
    private static int sum(String isin) {
        var digits = new StringBuilder();
        isin.chars().forEach(character -> digits.append(Character.digit(character, HIGHEST_LETTER)));
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            var doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled / 10 + doubled % 10;
        }
        return sum;
    }
}
