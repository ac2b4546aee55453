package org.repatria.assets.domain.identifiers;

import java.util.Locale;
import java.util.regex.Pattern;
import org.repatria.assets.domain.identifiers.Checked.Flawed;
import org.repatria.assets.domain.identifiers.Checked.Valid;

/** Legal entity identifiers, ISO 17442: eighteen letters or digits and two check digits. */
final class LeiCode {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{18}[0-9]{2}");

    /** Characters before the check digits. */
    static final int WITHOUT_CHECK_DIGITS = 18;

    private LeiCode() {}

    static Checked check(String written) {
        var lei = written.toUpperCase(Locale.ROOT);
        if (!FORM.matcher(lei).matches()) {
            return new Flawed("is no LEI: eighteen letters or digits and two check digits");
        }
        return Mod97.holds(lei.substring(0, WITHOUT_CHECK_DIGITS), lei.substring(WITHOUT_CHECK_DIGITS))
                ? new Valid(lei)
                : new Flawed("fails the check digits of an LEI");
    }
}
