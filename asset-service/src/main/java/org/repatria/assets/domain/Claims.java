package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.ASSET_HAS_LEFT;
import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.AWARD_UNFIT;
import static org.repatria.assets.domain.AssetReason.CLAIM_ALREADY_RECORDED;
import static org.repatria.assets.domain.AssetReason.CLAIM_STEP_UNFIT;
import static org.repatria.assets.domain.AssetReason.CLAIM_UNFIT;
import static org.repatria.assets.domain.AssetReason.CLAIM_UNKNOWN;
import static org.repatria.assets.domain.AssetReason.DATE_IN_FUTURE;
import static org.repatria.assets.domain.AssetReason.DATE_ORDER_WRONG;
import static org.repatria.assets.domain.AssetReason.INTEREST_UNKNOWN;
import static org.repatria.assets.domain.AssetReason.MONEY_INVALID;
import static org.repatria.assets.domain.AssetReason.ORDER_UNKNOWN;
import static org.repatria.assets.domain.Checks.refusedIf;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.GeneralReason.NOT_FOUND;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.ClaimCommand;
import org.repatria.assets.domain.AssetCommand.ClaimCommand.ChangeClaim;
import org.repatria.assets.domain.AssetCommand.ClaimCommand.FileClaim;
import org.repatria.assets.domain.AssetEvent.AssetSplit;
import org.repatria.assets.domain.AssetEvent.ClaimChanged;
import org.repatria.assets.domain.AssetEvent.ClaimFiled;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;

/**
 * What is decided on claims of third parties. They live by a table, as orders do; a part that is won splits the asset.
 */
final class Claims {

    private Claims() {}

    static Decision<AssetEvent> decide(ClaimCommand command, Registered asset, Occasion on) {
        return switch (command) {
            case FileClaim c -> file(c, asset, on);
            case ChangeClaim c ->
                asset.claim(c.claimId())
                        .map(claim -> change(
                                claim,
                                new ClaimChange(c.stepId(), c.to(), c.on(), c.particulars(), on.at()),
                                asset,
                                on))
                        .orElseGet(() -> Decision.refuse(Refusal.of(NOT_FOUND, "The asset has no claim of this id.")));
        };
    }

    private static Decision<AssetEvent> file(FileClaim c, Registered asset, Occasion on) {
        var flaw = flaw(c);
        if (flaw.isPresent()) {
            return Decision.refuse(flaw.get());
        }
        var first = new ClaimChange(
                new StepId("step-" + c.claimId().value().substring("claim-".length())),
                ClaimStatus.FILED,
                c.on(),
                c.particulars().inFull(),
                on.at());
        var claim = new Claim(
                c.claimId(),
                c.claimant().inFull(),
                c.right(),
                c.share(),
                c.amount().map(Money::normal),
                c.answers(),
                c.samePartAs(),
                List.of(first));
        if (asset.claim(claim.id()).filter(claim::statesSameAs).isPresent()) {
            return nothingToDo();
        }
        return Stream.of(
                        isNew(claim, asset),
                        inFuture(first, on),
                        repliedInTime(first),
                        interestKnown(claim, asset),
                        refusedIf(
                                claim.answers()
                                        .filter(id -> asset.order(id).isEmpty())
                                        .isPresent(),
                                ORDER_UNKNOWN,
                                "answers",
                                "The asset has no court order of this id."),
                        refusedIf(
                                claim.samePartAs()
                                        .filter(id -> asset.claim(id).isEmpty())
                                        .isPresent(),
                                CLAIM_UNKNOWN,
                                "samePartAs",
                                "The asset has no claim of this id; the one to the same part is recorded first."),
                        Orders.hasLeft(asset, c.on()),
                        refusedIf(
                                asset.claims().size() >= Limits.CLAIMS_MAX,
                                ASSET_LIMIT_REACHED,
                                "",
                                "An asset has at most %d claims.".formatted(Limits.CLAIMS_MAX)))
                .flatMap(Optional::stream)
                .findFirst()
                .<Decision<AssetEvent>>map(Decision::refuse)
                .orElseGet(
                        () -> Steps.alone(StepTables.beginningClaim(), first.particulars(), on, new ClaimFiled(claim)));
    }

    /** What is wrong with what was said, whatever is known of the asset. */
    private static Optional<Refusal> flaw(FileClaim c) {
        return c.particulars()
                .flaw()
                .or(() -> c.claimant().company().flatMap(it -> Texts.line("claimant/company", it)))
                .or(() -> refusedIf(
                        c.share().isPresent() == c.amount().isPresent(),
                        CLAIM_UNFIT,
                        "share",
                        "A claim is to a share of the asset or to an amount, and never to both."))
                .or(() -> refusedIf(
                        !c.right().isIn(Right.Thing.ASSET),
                        CLAIM_UNFIT,
                        "right",
                        "Nobody is %s of an asset.".formatted(c.right())))
                .or(() -> refusedIf(
                        c.share().isPresent() && c.right().whole().isEmpty(),
                        CLAIM_UNFIT,
                        "share",
                        "A %s has no share; the claim is to an amount.".formatted(c.right())))
                .or(() -> c.amount()
                        .flatMap(Money::flaw)
                        .map(it -> MONEY_INVALID.at("amount/" + it.member(), "It " + it.why() + ".")))
                .or(() -> refusedIf(
                        c.amount().filter(Claims::isNothing).isPresent(),
                        CLAIM_UNFIT,
                        "amount",
                        "Nobody claims nothing."));
    }

    private static boolean isNothing(Money amount) {
        return amount.units().equals(BigInteger.ZERO);
    }

    private static Optional<Refusal> isNew(Claim claim, Registered asset) {
        return asset.claims().stream()
                .filter(other -> other.id().equals(claim.id()) || other.statesSameAs(claim))
                .findFirst()
                .map(other -> CLAIM_ALREADY_RECORDED.because("This claim is recorded as %s.".formatted(other.id())));
    }

    private static Optional<Refusal> interestKnown(Claim claim, Registered asset) {
        return refusedIf(
                claim.claimant()
                        .interestId()
                        .filter(id -> asset.interests().stream()
                                .noneMatch(it -> it.id().equals(id) && it.counts()))
                        .isPresent(),
                INTEREST_UNKNOWN,
                "claimant/interestId",
                "The asset has no interest of this id that still counts.");
    }

    private static Decision<AssetEvent> change(Claim claim, ClaimChange asked, Registered asset, Occasion on) {
        var flaw = asked.particulars().flaw();
        if (flaw.isPresent()) {
            return Decision.refuse(flaw.get());
        }
        var change = new ClaimChange(
                asked.id(), asked.to(), asked.on(), asked.particulars().inFull(), asked.recordedAt());
        if (claim.changes().stream().anyMatch(change::statesSameAs)) {
            return nothingToDo();
        }
        return unfit(claim, change, asset, on)
                .<Decision<AssetEvent>>map(Decision::refuse)
                .orElseGet(() ->
                        Steps.take(linesFor(claim, change), new Proposal.Step.OfClaim(claim.id(), change), asset, on));
    }

    /** Why a claim cannot take a step, whoever takes it; checked again where a second person agrees. */
    static Optional<Refusal> unfit(Claim claim, ClaimChange change, Registered asset, Occasion on) {
        if (change.on().isBefore(claim.filedOn())) {
            return Optional.of(DATE_ORDER_WRONG.at("on", "Nothing happens to a claim before it was filed."));
        }
        if (linesFor(claim, change).isEmpty() || !claim.changed(change).follows()) {
            return Optional.of(CLAIM_STEP_UNFIT.because("A claim that is %s does not become %s on %s."
                    .formatted(claim.status(), change.to(), change.on())));
        }
        return Stream.of(
                        inFuture(change, on),
                        repliedInTime(change),
                        awardFits(claim, change),
                        thereToBeAwarded(claim, change, asset),
                        change.to() == ClaimStatus.PAID ? Distributing.locked(asset) : Optional.<Refusal>empty(),
                        refusedIf(
                                claim.changes().size() >= Limits.CHANGES_MAX,
                                ASSET_LIMIT_REACHED,
                                "",
                                "A claim has at most %d steps.".formatted(Limits.CHANGES_MAX)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The lines by which a claim takes a step, from where it stood on that day. */
    static List<Line<ClaimStatus>> linesFor(Claim claim, ClaimChange change) {
        return claim.statusBefore(change)
                .map(from -> StepTables.between(from, change.to()))
                .orElseGet(List::of);
    }

    /** What happens by a step: a part that is won splits the asset in the same moment. */
    static List<AssetEvent> events(Claim claim, ClaimChange change, Registered asset) {
        var after = claim.changed(change);
        var wins = claim.awardedShare().isEmpty()
                && after.awardedShare().filter(share -> !share.isWhole()).isPresent();
        return wins
                ? List.of(new ClaimChanged(claim.id(), change), new AssetSplit(Split.of(asset.id(), after)))
                : List.of(new ClaimChanged(claim.id(), change));
    }

    private static Optional<Refusal> inFuture(ClaimChange change, Occasion on) {
        return refusedIf(
                change.on().isAfter(LocalDate.ofInstant(on.at(), Valuing.EARLIEST_DATE_LINE)),
                DATE_IN_FUTURE,
                "on",
                "A step is recorded once it has happened.");
    }

    private static Optional<Refusal> repliedInTime(ClaimChange change) {
        return refusedIf(
                change.particulars().replyBy().filter(change.on()::isAfter).isPresent(),
                DATE_ORDER_WRONG,
                "particulars/replyBy",
                "A claim is answered or heard after the step that says so.");
    }

    /** What is won is of the sort that is claimed, and never more; a part is less. */
    private static Optional<Refusal> awardFits(Claim claim, ClaimChange change) {
        var said = change.particulars();
        var isPart = change.to() == ClaimStatus.UPHELD_PART;
        if (isPart || change.to() == ClaimStatus.SETTLED) {
            return refusedIf(
                            claim.share().isPresent()
                                    && said.share().isEmpty()
                                    && said.amount().isPresent(),
                            AWARD_UNFIT,
                            "particulars/amount",
                            "A share is claimed; what is won is a share.")
                    .or(() -> refusedIf(
                            claim.amount().isPresent() && said.share().isPresent(),
                            AWARD_UNFIT,
                            "particulars/share",
                            "An amount is claimed; what is won is an amount."))
                    .or(() -> claim.share()
                            .flatMap(claimed -> said.share()
                                    .flatMap(won -> refusedIf(
                                            won.isMoreThan(claimed) || (isPart && won.isSameAs(claimed)),
                                            AWARD_UNFIT,
                                            "particulars/share",
                                            "%s is claimed; less is a part of it.".formatted(claimed)))))
                    .or(() -> claim.amount()
                            .flatMap(claimed -> said.amount()
                                    .flatMap(won -> refusedIf(
                                            isTooMuch(won, claimed, isPart),
                                            AWARD_UNFIT,
                                            "particulars/amount",
                                            "%s %s is claimed; less is a part of it."
                                                    .formatted(claimed.amount(), claimed.currency())))));
        }
        return change.to() == ClaimStatus.PAID
                ? Optional.empty()
                : refusedIf(
                        said.share().isPresent(),
                        AWARD_UNFIT,
                        "particulars/share",
                        "A share is said where a part is won.");
    }

    private static boolean isTooMuch(Money won, Money claimed, boolean isPart) {
        return !won.currency().equals(claimed.currency())
                || isNothing(won)
                || won.units().compareTo(claimed.units()) > (isPart ? -1 : 0);
    }

    /** Nobody wins what has left; what is paid by then was won before. */
    private static Optional<Refusal> thereToBeAwarded(Claim claim, ClaimChange change, Registered asset) {
        var isWon = claim.awardedShare().isEmpty()
                && claim.changed(change).awardedShare().isPresent();
        return isWon
                ? asset.leftOn().map(left -> ASSET_HAS_LEFT.because("The asset left on %s.".formatted(left)))
                : Optional.empty();
    }
}
