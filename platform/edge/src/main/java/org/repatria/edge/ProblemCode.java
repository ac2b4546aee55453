package org.repatria.edge;

import java.util.Locale;
import org.repatria.decider.Reason;
import org.springframework.http.HttpStatus;

/**
 * A stable name for one kind of problem. It is a {@link GeneralProblem}, a reason of the domain, or what a service
 * answers besides.
 *
 * <p>All are listed in docs/problems.md and docs/problems/, which tests hold to the code.
 */
public interface ProblemCode {

    /** UPPER_SNAKE, never renamed. */
    String name();

    /** HTTP status. */
    int status();

    /** The same sentence for every occurrence. */
    String title();

    /** The reason of a refusal as a code. */
    static ProblemCode of(Reason reason) {
        return new OfReason(
                reason.name(),
                switch (reason.kind()) {
                    case ABSENT -> HttpStatus.NOT_FOUND.value();
                    case NOT_YOURS -> HttpStatus.FORBIDDEN.value();
                    case CONFLICTING -> HttpStatus.CONFLICT.value();
                    case INCOMPLETE, INVALID -> HttpStatus.UNPROCESSABLE_CONTENT.value();
                },
                reason.title());
    }

    /** What a reason of the domain is to a caller. */
    record OfReason(String name, int status, String title) implements ProblemCode {}

    /** The {@code type} URI of RFC 9457. */
    default String type() {
        return "https://repatria.example/problems/"
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
