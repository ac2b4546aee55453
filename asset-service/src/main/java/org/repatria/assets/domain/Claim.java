package org.repatria.assets.domain;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a third party says is theirs of an asset, with a life of its own.
 *
 * @param right the right that is claimed
 * @param share of the asset that is claimed; empty where an amount is
 * @param amount that is claimed; empty where a share is
 * @param answers the order of which the claimant had notice
 * @param samePartAs a claim to the same part of the asset, of which at most one can win
 * @param changes the steps of its life, in the order in which they were recorded; the first one files it
 */
public record Claim(
        ClaimId id,
        Claimant claimant,
        Right right,
        Optional<Fraction> share,
        Optional<Money> amount,
        Optional<OrderId> answers,
        Optional<ClaimId> samePartAs,
        List<ClaimChange> changes) {

    public Claim {
        changes = List.copyOf(changes);
    }

    /** Where the claim stands after all that happened to it, in the order of days and not of entries. */
    public ClaimStatus status() {
        return life().getLast().to();
    }

    /** All that happened to it, by days. Never empty. */
    public List<ClaimChange> life() {
        return changes.stream()
                .sorted(comparing(ClaimChange::on).thenComparing(ClaimChange::to))
                .toList();
    }

    public LocalDate filedOn() {
        return life().getFirst().on();
    }

    /** The day by which the reply is due, or on which it is heard, as it was said last. */
    public Optional<LocalDate> replyBy() {
        return life().stream()
                .flatMap(it -> it.particulars().replyBy().stream())
                .reduce((_, last) -> last);
    }

    /** The step by which something is the claimant's; empty while it is open, and where nothing is. */
    public Optional<ClaimChange> award() {
        return status().isOpen()
                ? Optional.empty()
                : life().stream()
                        .filter(it -> it.to() != ClaimStatus.PAID)
                        .reduce((_, last) -> last)
                        .filter(it -> it.to().awards());
    }

    /** The share of the asset that is the claimant's. */
    public Optional<Fraction> awardedShare() {
        return share.isEmpty()
                ? Optional.empty()
                : award().map(it -> it.particulars().share().orElse(share.get()));
    }

    /** The amount that is the claimant's. */
    public Optional<Money> awardedAmount() {
        return amount.isEmpty()
                ? Optional.empty()
                : award().map(it -> it.particulars().amount().orElse(amount.get()));
    }

    /** The share to be kept for it: what was awarded, or all that is claimed; nothing once it is over. */
    public Optional<Fraction> reservedShare() {
        return status().isLive() ? awardedShare().or(() -> share) : Optional.empty();
    }

    /** The amount to be kept for it: what was awarded, or all that is claimed; nothing once it is over. */
    public Optional<Money> reservedAmount() {
        return status().isLive() ? awardedAmount().or(() -> amount) : Optional.empty();
    }

    /** The day on which the whole asset became the claimant's. */
    Optional<LocalDate> wholeAwardedOn() {
        return awardedShare().filter(Fraction::isWhole).flatMap(_ -> award()).map(ClaimChange::on);
    }

    /** Where it stood before a step, on the day of that step; empty where it was not filed. */
    Optional<ClaimStatus> statusBefore(ClaimChange change) {
        return life().stream()
                .filter(it -> it.on().isBefore(change.on())
                        || (it.on().equals(change.on()) && it.to().compareTo(change.to()) <= 0))
                .reduce((_, last) -> last)
                .map(ClaimChange::to);
    }

    /** Whether each step follows from the one before, however late it became known. */
    boolean follows() {
        var life = life();
        return Stream.iterate(1, i -> i < life.size(), i -> i + 1)
                .allMatch(i -> !StepTables.between(
                                life.get(i - 1).to(), life.get(i).to())
                        .isEmpty());
    }

    Claim changed(ClaimChange change) {
        var longer = new ArrayList<>(changes);
        longer.add(change);
        return with(share, longer);
    }

    /** The same claim to another share of another whole, with another life. */
    Claim with(Optional<Fraction> other, List<ClaimChange> life) {
        return new Claim(id, claimant, right, other, amount, answers, samePartAs, life);
    }

    /** The same claim, which competes with another one or with none. */
    Claim samePartAs(Optional<ClaimId> other) {
        return new Claim(id, claimant, right, share, amount, answers, other, changes);
    }

    boolean statesSameAs(Claim other) {
        return claimant.equals(other.claimant)
                && right == other.right
                && share.isPresent() == other.share.isPresent()
                && share.filter(it -> !it.isSameAs(other.share.orElseThrow())).isEmpty()
                && amount.equals(other.amount)
                && answers.equals(other.answers)
                && filedOn().equals(other.filedOn());
    }

    /** Whether both stand alike: nothing is won or due at one of them that is not at the other. */
    boolean standsAs(Claim other) {
        return status() == other.status()
                && awardedShare().equals(other.awardedShare())
                && awardedAmount().equals(other.awardedAmount())
                && replyBy().equals(other.replyBy());
    }

    /** The same where claims, orders and interests go by other ids. */
    Claim naming(UnaryOperator<ClaimId> claims, UnaryOperator<OrderId> orders, UnaryOperator<InterestId> interests) {
        return new Claim(
                id,
                new Claimant(claimant.interestId().map(interests), claimant.person(), claimant.company()),
                right,
                share,
                amount,
                answers.map(orders),
                samePartAs.map(claims),
                changes.stream().map(it -> it.naming(orders, interests)).toList());
    }

    /** When each thing that is known of it became known here. */
    public Stream<Instant> recordings() {
        return changes.stream().map(ClaimChange::recordedAt);
    }
}
