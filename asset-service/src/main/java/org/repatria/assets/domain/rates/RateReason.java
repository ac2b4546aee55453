package org.repatria.assets.domain.rates;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.repatria.decider.NamesReasons;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Reason;
import org.repatria.decider.Refusal;

/** Why rates are not recorded. */
public enum RateReason implements Reason {
    RATE_DIFFERS("The source is recorded with another rate"),
    CURRENCY_UNKNOWN,
    RATE_NOT_POSITIVE,
    DAY_IN_FUTURE;

    private final Kind kind;
    private final String title;

    RateReason(String title) {
        this.kind = Kind.CONFLICTING;
        this.title = title;
    }

    RateReason() {
        this.kind = Kind.INVALID;
        this.title = "Fields of the body break rules";
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }

    Refusal at(String field, String detail) {
        return Refusal.of(this, Obstacle.of(name(), field, detail));
    }

    /** For which of them a command can be refused; what stands on an interface holds for all its commands. */
    @NamesReasons
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface RefusedFor {

        RateReason[] value();
    }
}
