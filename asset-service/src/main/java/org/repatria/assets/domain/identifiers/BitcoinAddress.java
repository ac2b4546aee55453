package org.repatria.assets.domain.identifiers;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import org.repatria.assets.domain.identifiers.Checked.Flawed;
import org.repatria.assets.domain.identifiers.Checked.Valid;

/**
 * Bitcoin mainnet addresses. The old kinds are in Base58Check, the segwit ones in Bech32 (BIP 173) or Bech32m (BIP
 * 350).
 */
final class BitcoinAddress {

    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int BECH32_CONSTANT = 1;
    private static final int BECH32M_CONSTANT = 0x2bc830a3;
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};

    /** Payload of a Base58Check address: one version byte, a hash of 20 bytes, a checksum of 4. */
    private static final int BASE58_BYTES = 25;

    private BitcoinAddress() {}

    static Checked check(String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        if (lower.startsWith("bc1")) {
            var mixed = !written.equals(lower) && !written.equals(written.toUpperCase(Locale.ROOT));
            return mixed ? new Flawed("mixes upper and lower case, which Bech32 forbids") : bech32(lower);
        }
        return base58(written);
    }

    private static Checked base58(String address) {
        if (address.length() < 26 || address.length() > 35) {
            return new Flawed("is no Bitcoin address: 26 to 35 characters, or Bech32 starting with bc1");
        }
        var number = BigInteger.ZERO;
        for (var i = 0; i < address.length(); i++) {
            var digit = BASE58.indexOf(address.charAt(i));
            if (digit < 0) {
                return new Flawed("contains a character that Base58 does not have");
            }
            number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
        }
        var leadingZeros =
                (int) address.chars().takeWhile(character -> character == '1').count();
        var magnitude = withoutSign(number.toByteArray());
        var bytes = new byte[BASE58_BYTES];
        if (leadingZeros + magnitude.length != BASE58_BYTES) {
            return new Flawed("has not the length of a Bitcoin address");
        }
        System.arraycopy(magnitude, 0, bytes, BASE58_BYTES - magnitude.length, magnitude.length);
        if (bytes[0] != 0x00 && bytes[0] != 0x05) {
            return new Flawed("is not an address of Bitcoin's main network");
        }
        var checksum = sha256(sha256(Arrays.copyOf(bytes, BASE58_BYTES - 4)));
        return Arrays.equals(Arrays.copyOf(checksum, 4), Arrays.copyOfRange(bytes, BASE58_BYTES - 4, BASE58_BYTES))
                ? new Valid(address)
                : new Flawed("fails the checksum of a Bitcoin address");
    }

    /**
     * The bytes of a number without its sign byte. A positive number has a zero byte in front when its highest bit is
     * set; zero itself has no byte that counts.
     */
    private static byte[] withoutSign(byte[] bytes) {
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static Checked bech32(String address) {
        var data = address.substring(3).chars().map(BECH32::indexOf).toArray();
        if (Arrays.stream(data).anyMatch(value -> value < 0)) {
            return new Flawed("contains a character that Bech32 does not have");
        }
        if (data.length < 11 || address.length() > 90) {
            return new Flawed("has not the length of a Bech32 address");
        }
        var witnessVersion = data[0];
        if (polymod(data) != (witnessVersion == 0 ? BECH32_CONSTANT : BECH32M_CONSTANT)) {
            return new Flawed("fails the checksum of a Bech32 address");
        }
        return programFits(witnessVersion, Arrays.copyOfRange(data, 1, data.length - 6))
                ? new Valid(address)
                : new Flawed("carries no valid witness program");
    }

    private static int polymod(int[] data) {
        // The human-readable part bc, expanded as BIP 173 says: high bits, a zero, low bits.
        int[] prefix = {'b' >> 5, 'c' >> 5, 0, 'b' & 31, 'c' & 31};
        var check = 1;
        for (var value : prefix) {
            check = step(check, value);
        }
        for (var value : data) {
            check = step(check, value);
        }
        return check;
    }

    private static int step(int check, int value) {
        var top = check >>> 25;
        var next = (check & 0x1ffffff) << 5 ^ value;
        for (var i = 0; i < GENERATOR.length; i++) {
            next ^= (top >>> i & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }

    private static boolean programFits(int witnessVersion, int[] fiveBitGroups) {
        var bytes = fiveBitGroups.length * 5 / 8;
        var paddingBits = fiveBitGroups.length * 5 % 8;
        var padding = fiveBitGroups[fiveBitGroups.length - 1] & ((1 << paddingBits) - 1);
        var lengthFits = witnessVersion == 0 ? bytes == 20 || bytes == 32 : bytes >= 2 && bytes <= 40;
        return witnessVersion <= 16 && lengthFits && paddingBits < 5 && padding == 0;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
