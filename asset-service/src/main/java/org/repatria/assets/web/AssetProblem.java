package org.repatria.assets.web;

import java.util.List;
import org.repatria.assets.domain.AssetRefusal;
import org.repatria.edge.FieldError;
import org.repatria.edge.GeneralProblem;
import org.repatria.edge.Problem;
import org.repatria.edge.ProblemCode;

/** What the refusals of an asset are to a caller; listed in docs/problems.md. */
enum AssetProblem implements ProblemCode {
    ASSET_ALREADY_REGISTERED(409, "An asset is registered under this id already"),
    CASE_NOT_LINKED(409, "The asset is not linked to this case"),
    RESTRAINT_ALREADY_RECORDED(409, "The court's decision is recorded already"),
    RESTRAINT_EXTENDED(409, "A later order extends this one"),
    RESTRAINT_DISCHARGED(409, "The court has ended this order"),
    RESTRAINT_STILL_RUNNING(409, "The order still holds"),
    ASSET_LIMIT_REACHED(409, "The asset has as many of these as it can have");

    private final int status;
    private final String title;

    AssetProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    /** A rule about a field of the body points to it; a fact about the asset is a problem of its own. */
    static Problem of(AssetRefusal refusal) {
        return switch (refusal.rule()) {
            case ASSET_NOT_FOUND, RESTRAINT_NOT_FOUND -> Problem.of(GeneralProblem.NOT_FOUND, refusal.detail());
            case ASSET_ALREADY_REGISTERED -> Problem.of(ASSET_ALREADY_REGISTERED, refusal.detail());
            case CASE_NOT_LINKED -> Problem.of(CASE_NOT_LINKED, refusal.detail());
            case RESTRAINT_ALREADY_RECORDED -> Problem.of(RESTRAINT_ALREADY_RECORDED, refusal.detail());
            case RESTRAINT_EXTENDED -> Problem.of(RESTRAINT_EXTENDED, refusal.detail());
            case RESTRAINT_DISCHARGED -> Problem.of(RESTRAINT_DISCHARGED, refusal.detail());
            case RESTRAINT_STILL_RUNNING -> Problem.of(RESTRAINT_STILL_RUNNING, refusal.detail());
            case LIMIT_REACHED -> Problem.of(ASSET_LIMIT_REACHED, refusal.detail());
            case TEXT_MISSING,
                    TEXT_TOO_LONG,
                    IDENTIFIER_MISSING,
                    IDENTIFIER_SCHEME_UNFIT,
                    IDENTIFIER_INVALID,
                    IDENTIFIER_DOUBLE,
                    COUNTRY_UNKNOWN,
                    JURISDICTION_NOT_IN_COUNTRY,
                    MONEY_INVALID,
                    DATE_IN_FUTURE,
                    DATE_ORDER_WRONG,
                    RESTRAINT_TOO_LONG,
                    RESTRAINT_ENDED_BEFORE_EXTENSION ->
                Problem.invalidBody(
                        List.of(new FieldError(refusal.field(), refusal.rule().name(), refusal.detail())));
        };
    }
}
