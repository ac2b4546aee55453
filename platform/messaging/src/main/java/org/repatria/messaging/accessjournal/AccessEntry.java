package org.repatria.messaging.accessjournal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.repatria.decider.Actor;

/**
 * One access: who asked for what, why, and what came of it. Names of persons and texts of searches never stand in it.
 *
 * @param at when the request came
 * @param operation the operation id of the route
 * @param actor nobody, where no valid token came
 * @param purpose in the actor's own words; empty where none was given
 * @param object the file; nothing where a list was read
 * @param filters the names of the filters of a list, in order; never their values
 * @param status of the answer; 0 where the caller went away before it
 * @param problem its code, where the answer was one
 * @param traceId leads to the logs of all parts
 */
public record AccessEntry(
        Instant at,
        AccessKind kind,
        String operation,
        Optional<Actor> actor,
        String purpose,
        Optional<Accessed> object,
        List<String> filters,
        int status,
        Optional<String> problem,
        String traceId) {

    /** The chain of whoever acts for no state: operators, and those who did not say who they are. */
    public static final String NO_STATE = "none";

    private static final Pattern STATE = Pattern.compile("([A-Z]{2})(-.*)?", Pattern.DOTALL);

    public AccessEntry {
        filters = filters.stream().sorted().toList();
    }

    /**
     * What was accessed.
     *
     * @param kind as in the path, such as {@code cases}
     */
    public record Accessed(String kind, String id) {}

    /** Whose auditors read it. */
    public String state() {
        return actor.map(it -> stateOf(it.authority())).orElse(NO_STATE);
    }

    /** The state that an authority acts for: {@code XH} for {@code XH-CA}. */
    public static String stateOf(String authority) {
        var match = STATE.matcher(authority);
        return match.matches() ? match.group(1) : NO_STATE;
    }
}
