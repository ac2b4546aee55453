package org.repatria.assets.domain.identifiers;

import java.util.Locale;
import java.util.regex.Pattern;
import org.repatria.assets.domain.identifiers.Checked.Flawed;
import org.repatria.assets.domain.identifiers.Checked.Valid;

/** IMO ship identification numbers: six digits and a check digit, kept without the prefix. */
final class ShipNumber {

    private static final Pattern FORM = Pattern.compile("[0-9]{7}");

    private ShipNumber() {}

    static Checked check(String written) {
        var digits = written.toUpperCase(Locale.ROOT).replaceFirst("^IMO ?", "");
        if (!FORM.matcher(digits).matches()) {
            return new Flawed("is no IMO number: seven digits, with or without IMO before them");
        }
        var sum = 0;
        for (var i = 0; i < 6; i++) {
            sum += (7 - i) * Character.digit(digits.charAt(i), 10);
        }
        return sum % 10 == Character.digit(digits.charAt(6), 10)
                ? new Valid(digits)
                : new Flawed("fails the check digit of an IMO number");
    }
}
