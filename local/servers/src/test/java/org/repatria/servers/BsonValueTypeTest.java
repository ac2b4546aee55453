package org.repatria.servers;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Keys of every BSON type have one order and tell apart what differs. They come back from the file as they were. */
class BsonValueTypeTest {

    private static final BsonValueType TYPE = BsonValueType.INSTANCE;

    /** All different from each other. */
    private static final List<Object> VALUES = Arrays.asList(
            null,
            Missing.getInstance(),
            MinKey.getInstance(),
            MaxKey.getInstance(),
            "",
            "a",
            "b",
            "ä",
            "\u0000",
            "\uD83D\uDE00",
            "case-1:0000000001",
            "case-1:Леонид",
            "名",
            "lone \uD83D",
            0.0,
            -1.0,
            1.5,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Double.MAX_VALUE,
            Long.MAX_VALUE,
            (1L << 53) + 1,
            -(1L << 53) - 1,
            7,
            -7,
            true,
            false,
            new Decimal128(new BigDecimal("1.0")),
            new Decimal128(new BigDecimal("1.00")),
            new Document(),
            new Document("a", 1.0),
            new Document("a", 1.0).append("b", null),
            new Document("a", List.of(new Document("b", "c"))),
            List.of(),
            List.of(1.0),
            List.of(1.0, 2.0),
            List.of(2.0, 1.0),
            Collections.singletonList(null),
            new ObjectId(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}),
            new ObjectId(new byte[] {-1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}),
            new BinData(new byte[] {}),
            new BinData(new byte[] {-1}),
            new BinData(new byte[] {1, 2}),
            new UUID(1, 2),
            new UUID(-1, 2),
            new LegacyUUID(1, 2),
            Instant.EPOCH,
            Instant.parse("2014-08-29T10:00:00.123Z"),
            new BsonTimestamp(5),
            new BsonRegularExpression("a.*", "i"),
            new BsonRegularExpression("a.*", ""),
            new BsonJavaScript("return 1"));

    private static Object stored(Object value) {
        var buffer = new WriteBuffer();
        TYPE.write(buffer, value);
        return TYPE.read(buffer.getBuffer().flip());
    }

    @Nested
    class Ordering {

        @Test
        void holds_two_values_the_same_exactly_when_they_are_equal() {
            for (var one : VALUES) {
                for (var other : VALUES) {
                    assertThat(TYPE.compare(one, other) == 0)
                            .as("%s and %s", one, other)
                            .isEqualTo(Objects.equals(one, other));
                }
            }
        }

        @Test
        void is_one_line_whoever_is_asked_first() {
            var line = VALUES.stream().sorted(TYPE).toList();
            for (var i = 0; i < line.size(); i++) {
                for (var j = 0; j < line.size(); j++) {
                    assertThat(Integer.signum(TYPE.compare(line.get(i), line.get(j))))
                            .as("%s and %s", line.get(i), line.get(j))
                            .isEqualTo(Integer.compare(i, j));
                }
            }
        }

        @Test
        void goes_through_compound_keys_from_the_left() {
            var keys = List.of(
                    new KeyValue("a"),
                    new KeyValue("a", 1.0),
                    new KeyValue("a", 2.0),
                    new KeyValue("b", null),
                    new KeyValue("b", 1.0));

            assertThat(keys.reversed().stream().sorted(IndexKeyType.INSTANCE).map(KeyValue::toString))
                    .hasSize(5)
                    .startsWith(
                            keys.get(0).toString(),
                            keys.get(1).toString(),
                            keys.get(2).toString());
        }
    }

    @Nested
    class Storing {

        @Test
        void brings_every_value_back() {
            assertThat(VALUES)
                    .allSatisfy(value ->
                            assertThat(TYPE.compare(stored(value), value)).isZero());
        }

        @Test
        void writes_text_as_the_store_itself_does() {
            assertThat(VALUES.stream().filter(String.class::isInstance).map(String.class::cast))
                    .isNotEmpty()
                    .allSatisfy(text -> {
                        var own = new WriteBuffer();
                        own.put(BsonConstants.TYPE_UTF8_STRING)
                                .putVarInt(text.length())
                                .putStringData(text, text.length());
                        var ours = new WriteBuffer();
                        TYPE.write(ours, text);

                        assertThat(ours.getBuffer().flip())
                                .isEqualTo(own.getBuffer().flip());
                    });
        }

        @Test
        void brings_compound_keys_back() {
            var key = new KeyValue("case-1", 3.0, null, new Document("a", 1.0));
            var buffer = new WriteBuffer();
            IndexKeyType.INSTANCE.write(buffer, key);

            assertThat(IndexKeyType.INSTANCE.read(buffer.getBuffer().flip())).isEqualTo(key);
        }
    }
}
