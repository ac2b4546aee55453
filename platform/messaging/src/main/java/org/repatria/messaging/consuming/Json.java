package org.repatria.messaging.consuming;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads what others publish: strict about JSON itself, tolerant about its fields. */
final class Json {

    static final JsonNode MISSING = MissingNode.getInstance();

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** Reads text that is known to be JSON. */
    static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    /** Reads bytes that may be anything. */
    static JsonNode read(byte[] json) throws JacksonException {
        return MAPPER.readTree(json);
    }

    static <T> T convert(JsonNode node, Class<T> type) {
        return MAPPER.treeToValue(node, type);
    }
}
