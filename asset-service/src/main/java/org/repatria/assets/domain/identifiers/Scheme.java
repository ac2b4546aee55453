package org.repatria.assets.domain.identifiers;

import java.util.Locale;
import org.repatria.assets.domain.identifiers.Checked.Flawed;
import org.repatria.assets.domain.identifiers.Checked.Valid;

/** The numbering systems by which assets are told apart, each with its own check. */
public enum Scheme {
    /** Bank account, ISO 13616. */
    IBAN,
    /** Bank account where no IBAN exists, as the bank writes it. */
    ACCOUNT_NUMBER,
    /** Land or title register reference, as the register writes it. */
    LAND_REGISTER,
    /** Legal entity, ISO 17442. */
    LEI,
    /** Company register number, as the register writes it. */
    REGISTER_NUMBER,
    /** Road vehicle, ISO 3779. */
    VIN,
    /** Sea-going ship, IMO resolution A.1117(30). */
    IMO,
    /** Bitcoin mainnet address: Base58Check, or Bech32 of BIP 173 and BIP 350. */
    BITCOIN,
    /** Ethereum address with the mixed-case checksum of EIP-55. */
    ETHEREUM,
    /** Maker's serial or inventory number of a valuable. */
    SERIAL_NUMBER,
    /** Bank, ISO 9362. It names the bank of an account and no account. */
    BIC,
    /** Issue of securities, ISO 6166. */
    ISIN,
    /** Account in which securities are kept, as the custodian writes it. */
    SECURITIES_ACCOUNT,
    /** Aircraft: nationality and registration mark, ICAO annex 7. */
    AIRCRAFT_REGISTRATION,
    /** Small craft: hull identification number, ISO 10087, or without the country as in 33 CFR 181.25. */
    HULL_NUMBER,
    /** Radio call sign of a ship or an aircraft, ITU Radio Regulations art. 19. */
    CALL_SIGN,
    /** Number plate of a road vehicle, after the two letters of the state that issued it. */
    NUMBER_PLATE,
    /** Parcel of land: the register or district, a slash, and the parcel in it. */
    PARCEL,
    /** Domain on the internet, RFC 1123. */
    DOMAIN_NAME,
    /** Policy of an insurer, as the insurer writes it. */
    POLICY_NUMBER;

    /** Characters of any identifier: the longest, a Bech32 address, has 90. */
    public static final int CHARS_MAX = 100;

    /** The normal form of what was written, or what is wrong with it. */
    public Checked check(String text) {
        var written = text.strip();
        if (written.length() > CHARS_MAX) {
            return new Flawed("is longer than " + CHARS_MAX + " characters");
        }
        return switch (checked(written)) {
            case Valid(var value)
            when isPlaceholder(value) -> new Flawed("is nothing but zeros, which stand for a number that nobody knows");
            case Checked checked -> checked;
        };
    }

    private Checked checked(String written) {
        return switch (this) {
            case IBAN -> Iban.check(written);
            case ACCOUNT_NUMBER -> asWritten(written, "[A-Z0-9][A-Z0-9./-]{2,33}");
            case LAND_REGISTER -> asWritten(written, "[\\p{L}\\p{N}][\\p{L}\\p{N} ./:,()-]{2,79}");
            case LEI -> LeiCode.check(written);
            case REGISTER_NUMBER -> asWritten(written, "[\\p{L}\\p{N}][\\p{L}\\p{N} ./-]{1,39}");
            case VIN -> VehicleNumber.check(written);
            case IMO -> ShipNumber.check(written);
            case BITCOIN -> BitcoinAddress.check(written);
            case ETHEREUM -> EthereumAddress.check(written);
            case SERIAL_NUMBER, POLICY_NUMBER -> asWritten(written, "[\\p{L}\\p{N}][\\p{L}\\p{N} ./-]{1,59}");
            case BIC -> office(withoutSpaces(written, "[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?"));
            case ISIN -> SecurityNumber.check(written);
            case SECURITIES_ACCOUNT -> asWritten(written, "[A-Z0-9][A-Z0-9./-]{2,33}");
            case AIRCRAFT_REGISTRATION -> withoutSpaces(written.replace("-", ""), "(?=[A-Z0-9]*[A-Z])[A-Z0-9]{3,7}");
            case HULL_NUMBER ->
                withoutSpaces(written.replace("-", ""), "(?:[A-Z]{2})?[A-Z0-9]{3}[A-HJ-NPR-Z0-9]{5}[A-L][0-9][0-9]{2}");
            case CALL_SIGN -> withoutSpaces(written, "(?=[A-Z0-9]*[A-Z])[A-Z0-9]{3,7}");
            case NUMBER_PLATE -> withoutSpaces(written, "[A-Z]{2}-[\\p{L}\\p{N}-]{1,12}");
            case PARCEL ->
                asWritten(
                        written,
                        "[\\p{L}\\p{N}][\\p{L}\\p{N} .:,()-]{1,59} ?/ ?[\\p{L}\\p{N}][\\p{L}\\p{N} ./-]{0,29}");
            case DOMAIN_NAME -> DomainName.check(written);
        };
    }

    /** Zeros satisfy most check digits and every form; check digits of their own make them no number. */
    private boolean isPlaceholder(String value) {
        var number = switch (this) {
            case IBAN -> value.substring(Iban.COUNTRY_AND_CHECK_DIGITS);
            case LEI -> value.substring(0, LeiCode.WITHOUT_CHECK_DIGITS);
            case ETHEREUM -> value.substring(EthereumAddress.PREFIX);
            case ISIN -> value.substring(SecurityNumber.COUNTRY, value.length() - 1);
            case NUMBER_PLATE -> value.substring(value.indexOf('-'));
            case PARCEL -> value.substring(value.indexOf('/'));
            case ACCOUNT_NUMBER,
                    LAND_REGISTER,
                    REGISTER_NUMBER,
                    VIN,
                    IMO,
                    BITCOIN,
                    SERIAL_NUMBER,
                    BIC,
                    SECURITIES_ACCOUNT,
                    AIRCRAFT_REGISTRATION,
                    HULL_NUMBER,
                    CALL_SIGN,
                    DOMAIN_NAME,
                    POLICY_NUMBER -> value;
        };
        return number.codePoints()
                .filter(Character::isLetterOrDigit)
                .allMatch(character -> Character.digit(character, 10) == 0);
    }

    /** Whether it tells an asset apart, or only says more of a number that does. */
    public boolean tellsApart() {
        return this != BIC;
    }

    /** Whether one number names one thing: many accounts are with one bank, many hold of one issue. */
    public boolean namesOneThing() {
        return this != BIC && this != ISIN;
    }

    /** The primary office of a bank is written with three X at the end or without. */
    private static Checked office(Checked bic) {
        return bic instanceof Valid(var value) ? new Valid(value.replaceFirst("X{3}$", "")) : bic;
    }

    /** Compares without spaces, in upper case. */
    private static Checked withoutSpaces(String written, String form) {
        return asWritten(written.replaceAll("\\s+", ""), form);
    }

    /**
     * Compares by what is written, in upper case and single spaces. Registers and banks without a common numbering are
     * compared so.
     */
    private static Checked asWritten(String written, String form) {
        var normal = written.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        return normal.matches(form)
                ? new Valid(normal)
                : new Flawed("is not of the form that this numbering has: " + form);
    }
}
