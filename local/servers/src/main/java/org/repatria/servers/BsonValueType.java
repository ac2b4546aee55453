package org.repatria.servers;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Orders and stores any BSON value. The order is first by type, then numbers and strings by value, everything else by
 * the bytes of its BSON form. Two values are the same exactly when type and content are, which the server's own
 * comparator for sorting does not promise: for it a list equals its smallest element. Numbers that MongoDB holds to be
 * equal are made one before they come here.
 */
final class BsonValueType extends BasicDataType<@Nullable Object> {

    static final BsonValueType INSTANCE = new BsonValueType();

    private BsonValueType() {}

    @Override
    public int compare(@Nullable Object one, @Nullable Object other) {
        if (one instanceof String a && other instanceof String b) {
            return a.compareTo(b);
        }
        var byType = Byte.compare(type(one), type(other));
        if (byType != 0) {
            return byType;
        }
        if (one instanceof Double a && other instanceof Double b) {
            return a.compareTo(b);
        }
        if (one instanceof Long a && other instanceof Long b) {
            return a.compareTo(b);
        }
        if (one instanceof Integer a && other instanceof Integer b) {
            return a.compareTo(b);
        }
        return Arrays.compareUnsigned(bytes(one), bytes(other));
    }

    private static byte type(@Nullable Object value) {
        return value instanceof Missing ? BsonConstants.TYPE_UNDEFINED : BsonEncoder.determineType(value);
    }

    private static byte[] bytes(@Nullable Object value) {
        return written(buffer -> BsonEncoder.encodeValue(type(value), value, buffer));
    }

    /** What somebody writes, as an array of just that size. */
    static byte[] written(Consumer<ByteBuf> writing) {
        var buffer = Unpooled.buffer();
        try {
            writing.accept(buffer);
            return ByteBufUtil.getBytes(buffer);
        } finally {
            buffer.release();
        }
    }

    /** An estimate: the page it counts for is split or cached a little earlier or later, nothing else. */
    @Override
    public int getMemory(@Nullable Object value) {
        return value instanceof String text ? 40 + text.length() : 64;
    }

    @Override
    public void write(WriteBuffer buffer, @Nullable Object value) {
        buffer.put(type(value));
        if (value instanceof String text) {
            writeText(buffer.putVarInt(text.length()), text);
        } else {
            var bytes = bytes(value);
            buffer.putVarInt(bytes.length).put(bytes);
        }
    }

    @Override
    public @Nullable Object read(ByteBuffer buffer) {
        var type = buffer.get();
        var length = DataUtils.readVarInt(buffer);
        if (type == BsonConstants.TYPE_UTF8_STRING) {
            return readText(buffer, length);
        }
        var bytes = new byte[length];
        buffer.get(bytes);
        return type == BsonConstants.TYPE_UNDEFINED
                ? Missing.getInstance()
                : BsonDecoder.decodeValue(type, Unpooled.wrappedBuffer(bytes));
    }

    /**
     * Writes a text in the store's own form, which has a byte for each character of ASCII, as all ids are. These go at
     * once instead of one by one.
     */
    private static void writeText(WriteBuffer buffer, String text) {
        if (isAscii(text)) {
            buffer.put(text.getBytes(StandardCharsets.US_ASCII));
        } else {
            buffer.putStringData(text, text.length());
        }
    }

    private static boolean isAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String readText(ByteBuffer buffer, int length) {
        var start = buffer.position();
        var bytes = new byte[length];
        buffer.get(bytes);
        for (var each : bytes) {
            if (each < 0) {
                buffer.position(start);
                return DataUtils.readString(buffer, length);
            }
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Override
    public @Nullable Object[] createStorage(int size) {
        return new Object[size];
    }
}
