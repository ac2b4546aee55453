package org.repatria.edge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that went wrong, as RFC 9457 tells it. The place where it is rendered adds {@code instance} and {@code
 * traceId}.
 *
 * @param detail this occurrence in words, without personal data
 * @param errors the fields that break rules, all at once
 * @param members further members of the JSON object, such as the current version
 * @param headers headers that go with it, such as {@code Retry-After}
 */
public record Problem(
        ProblemCode code,
        String detail,
        List<FieldError> errors,
        Map<String, Object> members,
        Map<String, String> headers) {

    public Problem {
        errors = List.copyOf(errors);
        members = Map.copyOf(members);
        headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, List.of(), Map.of(), Map.of());
    }

    /** A body whose fields break rules. */
    public static Problem invalidBody(List<FieldError> errors) {
        return of(GeneralProblem.INVALID_BODY, summary(errors)).withErrors(errors);
    }

    /** A body one field of which breaks a rule. */
    public static ProblemRaised invalidField(String pointer, String code, String rule) {
        return invalidBody(List.of(new FieldError(pointer, code, rule))).raised();
    }

    /** Parameters, headers or path variables that break rules. */
    public static Problem invalidParameters(List<FieldError> errors) {
        return of(GeneralProblem.INVALID_PARAMETERS, summary(errors)).withErrors(errors);
    }

    public Problem withErrors(List<FieldError> errors) {
        return new Problem(code, detail, errors, members, headers);
    }

    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(code, detail, errors, more, headers);
    }

    public Problem withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(code, detail, errors, members, more);
    }

    public Problem retryAfter(int seconds) {
        return withHeader("Retry-After", Integer.toString(seconds));
    }

    /** The same as an error signal. */
    public ProblemRaised raised() {
        return new ProblemRaised(this);
    }

    private static String summary(List<FieldError> errors) {
        return errors.size() == 1
                ? errors.getFirst().pointer() + ": " + errors.getFirst().detail()
                : errors.size() + " fields break rules, the first is "
                        + errors.getFirst().pointer() + ": " + errors.getFirst().detail();
    }
}
