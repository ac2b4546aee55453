package org.repatria.assets.domain;

import org.repatria.assets.domain.identifiers.Scheme;

/** In what two assets that may be one and the same are alike. */
public enum Likeness {
    /** Kind, place and all words of the description. */
    DESCRIPTION,
    IBAN,
    ACCOUNT_NUMBER,
    LAND_REGISTER,
    LEI,
    REGISTER_NUMBER,
    VIN,
    IMO,
    BITCOIN,
    ETHEREUM,
    SERIAL_NUMBER;

    /** An identifier in this numbering. */
    public static Likeness of(Scheme scheme) {
        return valueOf(scheme.name());
    }
}
