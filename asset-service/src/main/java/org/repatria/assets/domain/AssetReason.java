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
    STEP_WITHOUT_GROUND("No case of the asset bears the step"),
    RESTRAINT_ALREADY_RECORDED("The court's decision is recorded already"),
    RESTRAINT_EXTENDED("A later order extends this one"),
    RESTRAINT_DISCHARGED("This order was lifted"),
    RESTRAINT_STILL_RUNNING("The order still holds"),
    ORDER_STEP_UNFIT("The order does not get there from where it stands"),
    ASSET_NOT_TRACED("What links the asset to the person or the offence is not documented"),
    ASSET_NOT_CONFISCATED("The asset is not confiscated for good"),
    FINDING_TOO_EARLY("What comes before this finding is not recorded"),
    APPRAISALS_MISSING("Two appraisals by different valuers are missing"),
    UPKEEP_PAID("It is recorded as paid"),
    ASSET_STILL_HELD("An order still binds the asset"),
    ASSET_HAS_LEFT("The asset has left"),
    STEP_NOT_YOURS(Kind.NOT_YOURS, "Another officer takes this step"),
    STEP_NEEDS_ANOTHER_PERSON(Kind.NOT_YOURS, "Whoever proposed a step does not confirm it"),
    CLAIM_ALREADY_RECORDED("The claim is recorded already"),
    CLAIM_STEP_UNFIT("The claim does not get there from where it stands"),
    CLAIM_NOT_RESERVED("A claim on the asset is neither over nor reserved"),
    DISTRIBUTION_BROKEN("What was agreed of the asset no longer adds up"),
    ASSET_LIMIT_REACHED("The asset has as many of these as it can have"),
    NO_POSSIBLE_DUPLICATE("The two were not found to be alike"),
    ASSET_MERGED("Another asset stands for this one"),
    ASSET_NOT_MERGED("The asset is not merged into another one"),
    MERGER_UNFIT("The two cannot be one, or be two again, as they stand"),
    MERGER_CONTRADICTS("What the two say cannot be said of one thing"),
    PLACE_CONTRADICTS("Another entry says where the asset was then"),
    PLACE_CORRECTED("A later entry on the place stands in the place of this one"),
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
    PARTICULAR_MISSING,
    REQUESTING_STATE_UNHEARD,
    CLAIM_UNFIT,
    CLAIM_UNKNOWN,
    AWARD_UNFIT,
    DISTRIBUTION_UNFIT,
    INTEREST_UNKNOWN,
    ORDER_UNKNOWN,
    OTHER_ASSET_UNKNOWN,
    DATE_IN_FUTURE,
    DATE_ORDER_WRONG,
    RESTRAINT_TOO_LONG,
    RESTRAINT_ENDED_BEFORE_EXTENSION,
    MEASURE_UNFIT;

    private final Kind kind;
    private final String title;

    AssetReason(String title) {
        this(Kind.CONFLICTING, title);
    }

    AssetReason(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    AssetReason() {
        this(Kind.INVALID, "Fields of the body break rules");
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
