package org.repatria.readmodel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The place of a row in an ordered list, as opaque text. It holds nothing but the sort values of a row that its reader
 * has seen and gives no access, so it is not secret: a checksum tells damage, a digest of the list tells another list.
 */
final class Cursor {

    private static final byte FORMAT = 1;
    private static final int DIGEST_BYTES = 8;

    private static final byte NOTHING = 0;
    private static final byte NUMBER = 1;
    private static final byte BYTES = 2;
    private static final byte SCORE = 3;

    private Cursor() {}

    static String of(String list, FieldDoc row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.write(digest(list.getBytes(StandardCharsets.UTF_8)));
            out.writeByte(row.fields.length);
            for (Object value : row.fields) {
                write(out, value);
            }
            out.write(digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    static FieldDoc read(String list, String cursor) throws Unusable {
        if (cursor.length() > Limits.CURSOR_CHARS_MAX) {
            throw new Unusable(QueryRefusal.Reason.CURSOR_INVALID, "The cursor is longer than any of ours.");
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            int end = bytes.length - DIGEST_BYTES;
            if (end < 1
                    || bytes[0] != FORMAT
                    || !Arrays.equals(
                            Arrays.copyOfRange(bytes, end, bytes.length), digest(Arrays.copyOf(bytes, end)))) {
                throw new Unusable(QueryRefusal.Reason.CURSOR_INVALID, "The cursor is not one of ours, or damaged.");
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 1, end - 1));
            if (!Arrays.equals(in.readNBytes(DIGEST_BYTES), digest(list.getBytes(StandardCharsets.UTF_8)))) {
                throw new Unusable(
                        QueryRefusal.Reason.CURSOR_OF_ANOTHER_LIST,
                        "The cursor belongs to a list with another order or search; start from its first page.");
            }
            @Nullable Object[] values = new @Nullable Object[in.readByte()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(in);
            }
            // INVARIANT: the id is the last sort value, so only the row itself is equal in all of them; the greatest
            // document number leaves it out.
            return new FieldDoc(Integer.MAX_VALUE, Float.NaN, values);
        } catch (IllegalArgumentException | IOException | NegativeArraySizeException _) {
            throw new Unusable(QueryRefusal.Reason.CURSOR_INVALID, "The cursor is not one of ours, or damaged.");
        }
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte(NOTHING);
            case Long number -> {
                out.writeByte(NUMBER);
                out.writeLong(number);
            }
            case Float score -> {
                out.writeByte(SCORE);
                out.writeFloat(score);
            }
            case BytesRef bytes -> {
                out.writeByte(BYTES);
                out.writeShort(bytes.length);
                out.write(bytes.bytes, bytes.offset, bytes.length);
            }
            default -> throw new IllegalStateException("no sort value: " + value.getClass());
        }
    }

    private static @Nullable Object value(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case NOTHING -> null;
            case NUMBER -> in.readLong();
            case SCORE -> in.readFloat();
            case BYTES -> new BytesRef(in.readNBytes(in.readUnsignedShort()));
            default -> throw new IOException("no such kind of value");
        };
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
