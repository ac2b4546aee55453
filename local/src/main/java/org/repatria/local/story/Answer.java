package org.repatria.local.story;

import java.net.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a call brought back; a body that is not JSON counts as one text. */
record Answer(int status, HttpHeaders headers, String text, JsonNode body) {

    static Answer of(int status, HttpHeaders headers, String text) {
        return new Answer(status, headers, text, json(text));
    }

    private static JsonNode json(String text) {
        if (text.isBlank()) {
            return JsonNodeFactory.instance.missingNode();
        }
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException notJson) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }

    JsonNode header(String name) {
        return headers.firstValue(name)
                .<JsonNode>map(JsonNodeFactory.instance::stringNode)
                .orElse(JsonNodeFactory.instance.missingNode());
    }

    String shortened() {
        return text.length() <= Limits.ANSWER_SHOWN_MAX ? text : text.substring(0, Limits.ANSWER_SHOWN_MAX) + "…";
    }
}
