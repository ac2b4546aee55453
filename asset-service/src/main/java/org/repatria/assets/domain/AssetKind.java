package org.repatria.assets.domain;

import java.util.EnumSet;
import java.util.Set;
import org.repatria.assets.domain.identifiers.Scheme;

/** What kind of thing an asset is, and by which identifiers it can be told apart. */
public enum AssetKind {
    ACCOUNT,
    REAL_ESTATE,
    COMPANY_SHARE,
    VEHICLE,
    VESSEL,
    CRYPTO_ADDRESS,
    VALUABLES,
    CASH;

    /** The identifiers that an asset of this kind can have. */
    public Set<Scheme> schemes() {
        return switch (this) {
            case ACCOUNT -> EnumSet.of(Scheme.IBAN, Scheme.ACCOUNT_NUMBER);
            case REAL_ESTATE -> EnumSet.of(Scheme.LAND_REGISTER);
            case COMPANY_SHARE -> EnumSet.of(Scheme.LEI, Scheme.REGISTER_NUMBER);
            case VEHICLE -> EnumSet.of(Scheme.VIN);
            case VESSEL -> EnumSet.of(Scheme.IMO);
            case CRYPTO_ADDRESS -> EnumSet.of(Scheme.BITCOIN, Scheme.ETHEREUM);
            case VALUABLES -> EnumSet.of(Scheme.SERIAL_NUMBER);
            case CASH -> EnumSet.noneOf(Scheme.class);
        };
    }

    /** Whether an asset of this kind is money already, so that nobody has to sell it. */
    public boolean isMoney() {
        return this == ACCOUNT || this == CASH;
    }

    /** Whether an asset of this kind cannot be told apart without an identifier. */
    public boolean needsIdentifier() {
        return switch (this) {
            case ACCOUNT, REAL_ESTATE, COMPANY_SHARE, VEHICLE, VESSEL, CRYPTO_ADDRESS -> true;
            case VALUABLES, CASH -> false;
        };
    }
}
