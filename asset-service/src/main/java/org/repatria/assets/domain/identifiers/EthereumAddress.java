package org.repatria.assets.domain.identifiers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.repatria.assets.domain.identifiers.Checked.Flawed;
import org.repatria.assets.domain.identifiers.Checked.Valid;

/**
 * Ethereum addresses, kept with the mixed-case checksum of EIP-55. One case throughout carries no checksum and is
 * taken.
 */
final class EthereumAddress {

    private static final Pattern FORM = Pattern.compile("0[xX][0-9a-fA-F]{40}");

    /** Characters before the digits. */
    static final int PREFIX = 2;

    private EthereumAddress() {}

    static Checked check(String written) {
        if (!FORM.matcher(written).matches()) {
            return new Flawed("is no Ethereum address: 0x and forty hexadecimal digits");
        }
        var digits = written.substring(2);
        var lower = digits.toLowerCase(Locale.ROOT);
        var normal = withChecksum(lower);
        var carriesChecksum = !digits.equals(lower) && !digits.equals(digits.toUpperCase(Locale.ROOT));
        return carriesChecksum && !digits.equals(normal)
                ? new Flawed("fails the mixed-case checksum of an Ethereum address (EIP-55)")
                : new Valid("0x" + normal);
    }

    private static String withChecksum(String lower) {
        var hash = HexFormat.of().formatHex(Keccak256.digest(lower.getBytes(US_ASCII)));
        var mixed = new StringBuilder(lower.length());
        for (var i = 0; i < lower.length(); i++) {
            var raised = Character.digit(hash.charAt(i), 16) >= 8;
            mixed.append(raised ? Character.toUpperCase(lower.charAt(i)) : lower.charAt(i));
        }
        return mixed.toString();
    }
}
