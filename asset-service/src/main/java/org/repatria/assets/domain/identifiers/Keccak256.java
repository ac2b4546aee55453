package org.repatria.assets.domain.identifiers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Keccak-256 as Ethereum uses it: the original padding, which the JDK's SHA3-256 does not have.
 *
 * <p>Takes up to one block of {@value #BLOCK_BYTES_MAX} bytes, which an address of forty characters never reaches.
 */
final class Keccak256 {

    /** Bytes that fit into one block beside the padding. */
    static final int BLOCK_BYTES_MAX = 135;

    private static final int RATE_LANES = 17;
    private static final int ROUNDS = 24;
    private static final int[] ROTATIONS = {
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
    };
    private static final int[] LANES = {
        10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
    };

    private Keccak256() {}

    static byte[] digest(byte[] message) {
        if (message.length > BLOCK_BYTES_MAX) {
            throw new IllegalArgumentException("more than " + BLOCK_BYTES_MAX + " bytes");
        }
        var block = ByteBuffer.allocate(RATE_LANES * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        block.put(message).put((byte) 0x01);
        var last = block.capacity() - 1;
        block.put(last, (byte) (block.get(last) | 0x80));
        var lanes = new long[25];
        for (var i = 0; i < RATE_LANES; i++) {
            lanes[i] = block.getLong(i * Long.BYTES);
        }
        permute(lanes);
        var hash = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = 0; i < 4; i++) {
            hash.putLong(lanes[i]);
        }
        return hash.array();
    }

    private static void permute(long[] lanes) {
        // The round constants come from the register of FIPS 202, section 3.2.5.
        var register = 1;
        for (var round = 0; round < ROUNDS; round++) {
            mixColumns(lanes);
            rotateAndMove(lanes);
            mixRows(lanes);
            for (var bit = 0; bit < 7; bit++) {
                register = (register << 1) ^ ((register >>> 7) * 0x171);
                if ((register & 2) != 0) {
                    lanes[0] ^= 1L << ((1 << bit) - 1);
                }
            }
        }
    }

    private static void mixColumns(long[] lanes) {
        var parity = new long[5];
        for (var x = 0; x < 5; x++) {
            parity[x] = lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20];
        }
        for (var x = 0; x < 5; x++) {
            var mask = parity[(x + 4) % 5] ^ Long.rotateLeft(parity[(x + 1) % 5], 1);
            for (var y = 0; y < 25; y += 5) {
                lanes[x + y] ^= mask;
            }
        }
    }

    private static void rotateAndMove(long[] lanes) {
        var carried = lanes[1];
        for (var i = 0; i < LANES.length; i++) {
            var displaced = lanes[LANES[i]];
            lanes[LANES[i]] = Long.rotateLeft(carried, ROTATIONS[i]);
            carried = displaced;
        }
    }

    private static void mixRows(long[] lanes) {
        for (var y = 0; y < 25; y += 5) {
            var row = new long[] {lanes[y], lanes[y + 1], lanes[y + 2], lanes[y + 3], lanes[y + 4]};
            for (var x = 0; x < 5; x++) {
                lanes[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
            }
        }
    }
}
