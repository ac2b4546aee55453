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
    SERIAL_NUMBER,
    SECURITIES_ACCOUNT,
    AIRCRAFT_REGISTRATION,
    HULL_NUMBER,
    CALL_SIGN,
    NUMBER_PLATE,
    PARCEL,
    DOMAIN_NAME,
    POLICY_NUMBER;

    /** An identifier in this numbering, of which each number names one thing. */
    public static Likeness of(Scheme scheme) {
        return valueOf(scheme.name());
    }
}
