package org.repatria.cases.domain.reassessment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.repatria.decider.NamesReasons;
import org.repatria.decider.Reason;

/** Why a round of reassessment takes no such step. */
public enum ReassessmentReason implements Reason {
    ROUND_UNDER_WAY(Kind.CONFLICTING, "A round is under way"),
    NO_ROUND(Kind.CONFLICTING, "No round is under way"),
    ROUND_OF_ANOTHER(Kind.CONFLICTING, "Another instance walks");

    private final Kind kind;
    private final String title;

    ReassessmentReason(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }

    /** For which of them a command can be refused; what stands on an interface holds for all its commands. */
    @NamesReasons
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface RefusedFor {

        ReassessmentReason[] value();
    }
}
