package org.repatria.cases.domain.amendments;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.repatria.decider.NamesReasons;
import org.repatria.decider.Reason;

/** Why something asked of reference data is refused. */
public enum AmendmentReason implements Reason {
    REFERENCE_UNKNOWN(Kind.ABSENT, "There is no such reference data"),
    ROW_UNSUITABLE(Kind.INCOMPLETE, "The row has not the shape that it must have, or does not fit the others"),
    ROW_AWAITS_APPROVAL(Kind.CONFLICTING, "Another change of this row waits for its approval"),
    AMENDMENT_NOT_FOUND(Kind.ABSENT, "There is no such amendment"),
    AMENDMENT_APPROVED(Kind.CONFLICTING, "The amendment was approved before"),
    APPROVER_IS_PROPOSER(Kind.CONFLICTING, "Somebody else than the proposer has to approve it"),
    AMENDMENTS_TOO_MANY(Kind.CONFLICTING, "Too many amendments wait or were made");

    private final Kind kind;
    private final String title;

    AmendmentReason(Kind kind, String title) {
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

        AmendmentReason[] value();
    }
}
