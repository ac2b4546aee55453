package org.repatria.assets.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.repatria.decider.NamesReasons;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Reason;
import org.repatria.decider.Refusal;

/** Why something asked of an asset is refused: a fact about the asset, or a field that breaks a rule. */
public enum AssetReason implements Reason {
    ASSET_ALREADY_REGISTERED("An asset is registered under this id already"),
    CASE_NOT_LINKED("The asset is not linked to this case"),
    RESTRAINT_WITHOUT_GROUND("No case of the asset bears the order"),
    RESTRAINT_ALREADY_RECORDED("The court's decision is recorded already"),
    RESTRAINT_EXTENDED("A later order extends this one"),
    RESTRAINT_DISCHARGED("The court has ended this order"),
    RESTRAINT_STILL_RUNNING("The order still holds"),
    ASSET_LIMIT_REACHED("The asset has as many of these as it can have"),
    TEXT_MISSING,
    TEXT_TOO_LONG,
    IDENTIFIER_MISSING,
    IDENTIFIER_SCHEME_UNFIT,
    IDENTIFIER_INVALID,
    IDENTIFIER_DOUBLE,
    COUNTRY_UNKNOWN,
    JURISDICTION_NOT_IN_COUNTRY,
    MONEY_INVALID,
    LIENS_UNFIT,
    DATE_IN_FUTURE,
    DATE_ORDER_WRONG,
    RESTRAINT_TOO_LONG,
    RESTRAINT_ENDED_BEFORE_EXTENSION;

    private final Kind kind;
    private final String title;

    AssetReason(String title) {
        this.kind = Kind.CONFLICTING;
        this.title = title;
    }

    AssetReason() {
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

    /**
     * A field of what was said that breaks a rule.
     *
     * @param field that breaks the rule, such as {@code value/amount}
     */
    public Refusal at(String field, String detail) {
        return Refusal.of(this, Obstacle.of(name(), field, detail));
    }

    /** A fact about the asset as it stands. */
    Refusal because(String detail) {
        return Refusal.of(this, detail);
    }

    /** For which of them a command can be refused; what stands on an interface holds for all its commands. */
    @NamesReasons
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface RefusedFor {

        AssetReason[] value();
    }
}
