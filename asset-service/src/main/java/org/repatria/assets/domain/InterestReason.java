package org.repatria.assets.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.repatria.decider.NamesReasons;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Reason;
import org.repatria.decider.Refusal;

/** Why something asked of interests is refused: what stands there already, or a broken rule. */
public enum InterestReason implements Reason {
    INTEREST_ALREADY_RECORDED("The interest is recorded already"),
    INTEREST_ENDED("The interest has ended"),
    INTEREST_CORRECTED("A later entry stands in the place of this one"),
    INTEREST_LIMIT_REACHED("There are as many interests as there can be"),
    RIGHT_UNFIT,
    HOLDER_UNFIT,
    SHARE_UNFIT,
    SHARES_EXCEED_WHOLE,
    PERIOD_BACKWARD,
    ENDS_IN_FUTURE;

    private final Kind kind;
    private final String title;

    InterestReason(String title) {
        this.kind = Kind.CONFLICTING;
        this.title = title;
    }

    InterestReason() {
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

    /** @param field that breaks the rule, such as {@code interest/share} */
    Refusal at(String field, String detail) {
        return Refusal.of(this, Obstacle.of(name(), field, detail));
    }

    /** A fact about the interests as they stand. */
    Refusal because(String detail) {
        return Refusal.of(this, detail);
    }

    /** For which of them a command can be refused; what stands on an interface holds for all its commands. */
    @NamesReasons
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface RefusedForInterest {

        InterestReason[] value();
    }
}
