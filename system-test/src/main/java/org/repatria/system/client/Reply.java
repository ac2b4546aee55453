package org.repatria.system.client;

import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer as it came. */
public record Reply(int status, HttpHeaders headers, String text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The body as JSON; a missing node where there is none. */
    public JsonNode json() {
        return text.isEmpty() ? JSON.missingNode() : JSON.readTree(text);
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The version that the ETag names; 0 where there is none. */
    public long version() {
        return header("ETag")
                .map(tag -> tag.replace("\"", ""))
                .filter(tag -> tag.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The problem's stable code; empty where the answer is no problem. */
    public String code() {
        return json().path("code").asString("");
    }

    @Override
    public String toString() {
        return status + " " + text;
    }
}
