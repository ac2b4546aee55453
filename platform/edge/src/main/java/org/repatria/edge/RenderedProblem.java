package org.repatria.edge;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** A problem as it travels: JSON for programs, a page for a person whose browser asks for one. */
record RenderedProblem(Map<String, String> headers, String text) {

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /**
     * Renders a problem.
     *
     * @param instance the path that was asked for
     * @param accept all Accept headers of the request
     */
    static RenderedProblem of(Problem problem, String instance, Trace trace, List<String> accept) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Cache-Control", "no-store");
        headers.put("Vary", "Accept");
        headers.putAll(problem.headers());
        if (prefersPage(accept)) {
            headers.put("Content-Type", PAGE.toString());
            headers.put("Content-Security-Policy", ProblemPage.CONTENT_POLICY);
            headers.put("X-Content-Type-Options", "nosniff");
            headers.put("Referrer-Policy", "no-referrer");
            return new RenderedProblem(headers, ProblemPage.of(problem, trace));
        }
        headers.put("Content-Type", MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        return new RenderedProblem(headers, Json.MAPPER.writeValueAsString(members(problem, instance, trace)));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> members(Problem problem, String instance, Trace trace) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", problem.code().type());
        members.put("code", problem.code().name());
        members.put("title", problem.code().title());
        members.put("status", problem.code().status());
        members.put("detail", problem.detail());
        members.put("instance", instance);
        if (!problem.errors().isEmpty()) {
            members.put("errors", problem.errors());
        }
        problem.members().forEach(members::putIfAbsent);
        members.put("traceId", trace.traceId());
        return members;
    }

    /**
     * Whether a page is named and wanted more than JSON. A wildcard names nothing: programs send it, and JSON is the
     * API's language.
     */
    private static boolean prefersPage(List<String> accept) {
        try {
            var wanted = MediaType.parseMediaTypes(accept);
            var page = quality(wanted, MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML);
            return page > 0 && page > quality(wanted, MediaType.APPLICATION_PROBLEM_JSON, MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static double quality(List<MediaType> wanted, MediaType... types) {
        return wanted.stream()
                .filter(range -> isOneOf(range, types))
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }

    private static boolean isOneOf(MediaType range, MediaType[] types) {
        for (var type : types) {
            if (range.equalsTypeAndSubtype(type)) {
                return true;
            }
        }
        return false;
    }
}
