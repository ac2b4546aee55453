package org.repatria.notifications.domain.deadlines;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.repatria.decider.NamesReasons;
import org.repatria.decider.Reason;

/** Why a warning is not noted. */
public enum DeadlineReason implements Reason {
    DEADLINE_NOT_WATCHED("The deadline is not watched"),
    WARNING_NOT_DUE("The warning is not due");

    private final String title;

    DeadlineReason(String title) {
        this.title = title;
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICTING;
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

        DeadlineReason[] value();
    }
}
