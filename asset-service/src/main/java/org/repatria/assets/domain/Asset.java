package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.repatria.policy.States;
import org.repatria.policy.Subject;

/** A thing of value that is traced, restrained, confiscated and returned. */
public sealed interface Asset {

    /** Nothing is known under this id. */
    record Unregistered() implements Asset {}

    /**
     * An asset that was found.
     *
     * @param source where the knowledge comes from; never leaves the service
     * @param authority the body that holds the file on it; only its own side sees the asset
     * @param findings what was found of it, or became of it
     * @param waiting steps that wait for a second person
     * @param claims what third parties say is theirs of it
     * @param split that a part of it was awarded, and two assets are in its place
     * @param partOf that it came from another one
     */
    record Registered(
            AssetId id,
            AssetKind kind,
            String description,
            List<Identifier> identifiers,
            Location location,
            String source,
            Confidence confidence,
            String authority,
            Instant registeredAt,
            List<CaseLink> links,
            List<Valuation> valuations,
            List<CourtOrder> orders,
            List<Interest> interests,
            List<Finding> findings,
            List<Proposal> waiting,
            List<Claim> claims,
            Optional<Split> split,
            Optional<PartOf> partOf)
            implements Asset {

        public Registered {
            identifiers = List.copyOf(identifiers);
            links = List.copyOf(links);
            valuations = List.copyOf(valuations);
            orders = List.copyOf(orders);
            interests = List.copyOf(interests);
            findings = List.copyOf(findings);
            waiting = List.copyOf(waiting);
            claims = List.copyOf(claims);
        }

        /** Derived from the orders, findings and claims alone; the heaviest of what they tell speaks. */
        public AssetStatus status() {
            var told = EnumSet.of(AssetStatus.IDENTIFIED);
            orders.forEach(order -> told.add(order.tells()));
            var isForGood = told.contains(AssetStatus.CONFISCATED_FINAL);
            findings.stream()
                    .map(Finding::kind)
                    .filter(kind -> kind != Finding.Kind.DISPOSAL || isForGood)
                    .forEach(kind -> told.add(kind.status()));
            awardedOn().ifPresent(_ -> told.add(AssetStatus.AWARDED_TO_CLAIMANT));
            return Collections.max(told);
        }

        /** The orders that are running as far as is known. */
        public List<CourtOrder> liveOrders() {
            return orders.stream().filter(order -> order.status().isRunning()).toList();
        }

        /** Whether an order holds the asset on a day, whenever it became known. */
        public boolean isHeldOn(LocalDate day) {
            return orders.stream().anyMatch(order -> order.holdsOn(day));
        }

        public Optional<CourtOrder> order(OrderId orderId) {
            return orders.stream().filter(order -> order.id().equals(orderId)).findFirst();
        }

        public Optional<Proposal> proposal(StepId stepId) {
            return waiting.stream().filter(it -> it.step().id().equals(stepId)).findFirst();
        }

        /** Whether an order binds it. */
        boolean isHeld() {
            return orders.stream().anyMatch(order -> order.tells().compareTo(AssetStatus.WITHDRAWN_ERROR) > 0);
        }

        /** The day after which nothing happens to the asset any more. */
        Optional<LocalDate> leftOn() {
            return Stream.concat(findings.stream().flatMap(it -> it.left().stream()), awardedOn().stream())
                    .min(Comparator.naturalOrder());
        }

        public Optional<Claim> claim(ClaimId claimId) {
            return claims.stream().filter(it -> it.id().equals(claimId)).findFirst();
        }

        /** The day on which it became a claimant's, or its parts took its place. */
        private Optional<LocalDate> awardedOn() {
            return Stream.concat(
                            split.map(Split::on).stream(), claims.stream().flatMap(it -> it.wholeAwardedOn().stream()))
                    .min(Comparator.naturalOrder());
        }

        Registered withClaim(Claim claim) {
            return with(waiting, appended(claims, claim), split);
        }

        Registered changing(ClaimId claimId, ClaimChange change) {
            return with(
                    waiting,
                    claims.stream()
                            .map(it -> it.id().equals(claimId) ? it.changed(change) : it)
                            .toList(),
                    split);
        }

        /** What waits for a second person is proposed anew at the parts. */
        Registered withSplit(Split into) {
            return with(List.of(), claims, Optional.of(into));
        }

        /** A part, with all that it takes over. */
        Registered takingOver(AssetEvent.PartTakenOver e) {
            return new Registered(
                    id,
                    kind,
                    description,
                    identifiers,
                    location,
                    source,
                    confidence,
                    authority,
                    registeredAt,
                    links,
                    e.valuations(),
                    e.orders(),
                    e.interests(),
                    e.findings(),
                    waiting,
                    e.claims(),
                    split,
                    Optional.of(e.partOf()));
        }

        private Registered with(List<Proposal> waiting, List<Claim> claims, Optional<Split> split) {
            return new Registered(
                    id,
                    kind,
                    description,
                    identifiers,
                    location,
                    source,
                    confidence,
                    authority,
                    registeredAt,
                    links,
                    valuations,
                    orders,
                    interests,
                    findings,
                    waiting,
                    claims,
                    split,
                    partOf);
        }

        public Optional<CaseLink> link(CaseId caseId) {
            return links.stream().filter(link -> link.caseId().equals(caseId)).findFirst();
        }

        /** The asset as the policy of the house asks about it: a file that one state holds. */
        public Subject subject() {
            return new Subject.Held(state());
        }

        /** The state whose file the asset is. */
        public String state() {
            return States.of(authority);
        }

        Registered withLink(CaseLink link) {
            return withLinks(appended(links, link));
        }

        Registered withStanding(CaseId caseId, CaseLink.Standing standing) {
            return withLinks(links.stream()
                    .map(link -> link.caseId().equals(caseId) ? link.standing(standing) : link)
                    .toList());
        }

        Registered withGround(CaseId caseId, CaseGround ground) {
            return withLinks(links.stream()
                    .map(link -> link.caseId().equals(caseId) ? link.on(ground) : link)
                    .toList());
        }

        Registered withoutLink(CaseId caseId) {
            return withLinks(
                    links.stream().filter(link -> !link.caseId().equals(caseId)).toList());
        }

        Registered withValuation(Valuation valuation) {
            return with(links, appended(valuations, valuation), orders, interests, findings, waiting);
        }

        Registered withOrder(CourtOrder order) {
            return with(links, valuations, appended(orders, order), interests, findings, waiting);
        }

        Registered changing(OrderId orderId, UnaryOperator<CourtOrder> change) {
            return with(
                    links,
                    valuations,
                    orders.stream()
                            .map(order -> order.id().equals(orderId) ? change.apply(order) : order)
                            .toList(),
                    interests,
                    findings,
                    waiting);
        }

        Registered withInterests(InterestChange change) {
            return with(links, valuations, orders, Interests.after(interests, change), findings, waiting);
        }

        Registered withFinding(Finding finding) {
            return with(links, valuations, orders, interests, appended(findings, finding), waiting);
        }

        Registered withWaiting(Proposal proposal) {
            return with(links, valuations, orders, interests, findings, appended(waiting, proposal));
        }

        Registered withoutWaiting(StepId stepId) {
            return with(
                    links,
                    valuations,
                    orders,
                    interests,
                    findings,
                    waiting.stream()
                            .filter(it -> !it.step().id().equals(stepId))
                            .toList());
        }

        private Registered withLinks(List<CaseLink> changed) {
            return with(changed, valuations, orders, interests, findings, waiting);
        }

        private Registered with(
                List<CaseLink> links,
                List<Valuation> valuations,
                List<CourtOrder> orders,
                List<Interest> interests,
                List<Finding> findings,
                List<Proposal> waiting) {
            return new Registered(
                    id,
                    kind,
                    description,
                    identifiers,
                    location,
                    source,
                    confidence,
                    authority,
                    registeredAt,
                    links,
                    valuations,
                    orders,
                    interests,
                    findings,
                    waiting,
                    claims,
                    split,
                    partOf);
        }

        private static <T> List<T> appended(List<T> list, T last) {
            var longer = new ArrayList<>(list);
            longer.add(last);
            return longer;
        }
    }
}
