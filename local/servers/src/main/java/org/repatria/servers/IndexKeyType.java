package org.repatria.servers;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Orders and stores the keys of an index, value by value. The store's own way for unknown objects serializes both keys
 * at every step of every search.
 */
final class IndexKeyType extends BasicDataType<KeyValue> {

    static final IndexKeyType INSTANCE = new IndexKeyType();

    private static final BsonValueType VALUE = BsonValueType.INSTANCE;

    private IndexKeyType() {}

    @Override
    public int compare(KeyValue one, KeyValue other) {
        var bySize = Integer.compare(one.size(), other.size());
        for (var i = 0; bySize == 0 && i < one.size(); i++) {
            var byValue = VALUE.compare(one.get(i), other.get(i));
            if (byValue != 0) {
                return byValue;
            }
        }
        return bySize;
    }

    @Override
    public int getMemory(KeyValue key) {
        return 48 + key.stream().mapToInt(VALUE::getMemory).sum();
    }

    @Override
    public void write(WriteBuffer buffer, KeyValue key) {
        buffer.putVarInt(key.size());
        key.forEach(value -> VALUE.write(buffer, value));
    }

    @Override
    public KeyValue read(ByteBuffer buffer) {
        var size = DataUtils.readVarInt(buffer);
        var values = new ArrayList<@Nullable Object>(size);
        for (var i = 0; i < size; i++) {
            values.add(VALUE.read(buffer));
        }
        return new KeyValue(values);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
