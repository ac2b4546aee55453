package org.repatria.assets.domain.knownlaw;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.repatria.decider.NamesReasons;
import org.repatria.decider.Reason;

/** Why the known law takes no more. */
public enum KnownLawReason implements Reason {
    /** More amendments came than the register that they come from can have. */
    AMENDMENTS_MAX_REACHED;

    @Override
    public Kind kind() {
        return Kind.CONFLICTING;
    }

    @Override
    public String title() {
        return "There are as many amendments as there can be";
    }

    /** For which of them a command can be refused; what stands on an interface holds for all its commands. */
    @NamesReasons
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface RefusedFor {

        KnownLawReason[] value();
    }
}
