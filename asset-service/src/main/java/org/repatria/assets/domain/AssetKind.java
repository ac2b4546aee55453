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
    CASH,
    /** Shares, bonds or units, in an account or by themselves. */
    SECURITIES,
    AIRCRAFT,
    /** Several addresses that one holder commands together. */
    CRYPTO_WALLET,
    DOMAIN,
    INSURANCE_POLICY;

    /** The identifiers that an asset of this kind can have. */
    public Set<Scheme> schemes() {
        return switch (this) {
            case ACCOUNT -> EnumSet.of(Scheme.IBAN, Scheme.ACCOUNT_NUMBER, Scheme.BIC);
            case REAL_ESTATE -> EnumSet.of(Scheme.LAND_REGISTER, Scheme.PARCEL);
            case COMPANY_SHARE -> EnumSet.of(Scheme.LEI, Scheme.REGISTER_NUMBER);
            case VEHICLE -> EnumSet.of(Scheme.VIN, Scheme.NUMBER_PLATE);
            case VESSEL -> EnumSet.of(Scheme.IMO, Scheme.HULL_NUMBER, Scheme.CALL_SIGN);
            case CRYPTO_ADDRESS, CRYPTO_WALLET -> EnumSet.of(Scheme.BITCOIN, Scheme.ETHEREUM);
            case VALUABLES -> EnumSet.of(Scheme.SERIAL_NUMBER);
            case CASH -> EnumSet.noneOf(Scheme.class);
            case SECURITIES -> EnumSet.of(Scheme.ISIN, Scheme.SECURITIES_ACCOUNT);
            case AIRCRAFT -> EnumSet.of(Scheme.AIRCRAFT_REGISTRATION, Scheme.SERIAL_NUMBER, Scheme.CALL_SIGN);
            case DOMAIN -> EnumSet.of(Scheme.DOMAIN_NAME);
            case INSURANCE_POLICY -> EnumSet.of(Scheme.POLICY_NUMBER);
        };
    }

    /** How many identifiers an asset of this kind can have. */
    int identifiersMax() {
        return this == CRYPTO_WALLET ? Limits.WALLET_ADDRESSES_MAX : Limits.IDENTIFIERS_MAX;
    }

    /** Whether an asset of this kind is money already, so that nobody has to sell it. */
    public boolean isMoney() {
        return this == ACCOUNT || this == CASH;
    }

    /** Whether an asset of this kind cannot be told apart without an identifier. */
    public boolean needsIdentifier() {
        return switch (this) {
            case ACCOUNT,
                    REAL_ESTATE,
                    COMPANY_SHARE,
                    VEHICLE,
                    VESSEL,
                    CRYPTO_ADDRESS,
                    SECURITIES,
                    AIRCRAFT,
                    CRYPTO_WALLET,
                    DOMAIN,
                    INSURANCE_POLICY -> true;
            case VALUABLES, CASH -> false;
        };
    }
}
