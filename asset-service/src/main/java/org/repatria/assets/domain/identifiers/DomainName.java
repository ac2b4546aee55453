package org.repatria.assets.domain.identifiers;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.repatria.assets.domain.identifiers.Checked.Flawed;
import org.repatria.assets.domain.identifiers.Checked.Valid;

/** Domain names as registers keep them: by RFC 1123. Other scripts are written by IDNA (RFC 3490). */
final class DomainName {

    private static final Pattern FORM =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private static final String NONE = "is no domain name: at least two labels of letters, digits and hyphens";

    private DomainName() {}

    static Checked check(String written) {
        var name = ascii(written).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return FORM.matcher(name).matches() && name.length() <= Scheme.CHARS_MAX ? new Valid(name) : new Flawed(NONE);
    }

    /** What IDNA does not know is no name, and the form says so. */
    private static String ascii(String written) {
        try {
            return IDN.toASCII(written);
        } catch (IllegalArgumentException notIdna) {
            return "";
        }
    }
}
