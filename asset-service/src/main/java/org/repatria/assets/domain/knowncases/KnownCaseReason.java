package org.repatria.assets.domain.knowncases;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.repatria.decider.NamesReasons;
import org.repatria.decider.Reason;

/** Why a known case takes no more. */
public enum KnownCaseReason implements Reason {
    /** As many assets as one case may have already name it. */
    ASSETS_PER_CASE_MAX_REACHED;

    @Override
    public Kind kind() {
        return Kind.CONFLICTING;
    }

    @Override
    public String title() {
        return "The case has as many assets as it can have";
    }

    /** For which of them a command can be refused; what stands on an interface holds for all its commands. */
    @NamesReasons
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface RefusedFor {

        KnownCaseReason[] value();
    }
}
