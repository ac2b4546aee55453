package org.repatria.assets.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.repatria.clocks.Clocks;
import org.repatria.policy.States;
import org.repatria.policy.Subject;

/** A thing of value that is traced, restrained, confiscated and returned. */
public sealed interface Asset {

    /** Nothing is known under this id. */
    record Unregistered() implements Asset {}

    /**
     * An asset that was found.
     *
     * @param descriptionProvenance from where it is known to be what the description says; empty where that is
     *     {@code source}
     * @param location where it is now, the last of its places; whose law it is under, and by which it is summed
     * @param source where the knowledge comes from; never leaves the service
     * @param authority the body that holds the file on it; only its own side sees the asset
     * @param findings what was found of it, or became of it
     * @param waiting steps that wait for a second person
     * @param registerEntries how its orders came into public registers
     * @param hearings when the requesting state was asked before a measure is lifted
     * @param upkeep what is due so that it keeps its value
     * @param clocks the clocks of the law that its orders started; of an asset kept before there were any, none
     * @param clocksOfClaims those that claims started, for whoever may know claims; of an asset kept before, none
     * @param sameness whether it is the same as others
     * @param claims what third parties say is theirs of it
     * @param split that a part of it was awarded, and two assets are in its place
     * @param partOf that it came from another one
     * @param corrections of its identifiers, in the order in which they were recorded
     * @param places where it is and was; of an asset kept before there were several, the one of its registration
     */
    record Registered(
            AssetId id,
            AssetKind kind,
            String description,
            Optional<Provenance> descriptionProvenance,
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
            List<RegisterEntry> registerEntries,
            List<Hearing> hearings,
            List<Upkeep> upkeep,
            Clocks clocks,
            Clocks clocksOfClaims,
            Sameness sameness,
            List<Claim> claims,
            Optional<Split> split,
            Optional<PartOf> partOf,
            Places places,
            List<IdentifierCorrection> corrections)
            implements Asset {

        public Registered {
            identifiers = List.copyOf(identifiers);
            links = List.copyOf(links);
            valuations = List.copyOf(valuations);
            orders = List.copyOf(orders);
            interests = List.copyOf(interests);
            findings = List.copyOf(findings);
            waiting = List.copyOf(waiting);
            registerEntries = List.copyOf(registerEntries);
            hearings = List.copyOf(hearings);
            upkeep = List.copyOf(upkeep);
            clocks = clocks == null ? Clocks.none() : clocks;
            clocksOfClaims = clocksOfClaims == null ? Clocks.none() : clocksOfClaims;
            // What was kept before others were looked for says nothing of them.
            sameness = sameness == null ? Sameness.NOTHING_KNOWN : sameness;
            claims = List.copyOf(claims);
            places = places == null
                    ? Places.registered(id, location, new Provenance(source, confidence), registeredAt)
                    : places;
            corrections = List.copyOf(corrections);
        }

        /** From where the asset is known, and whatever of it names no source of its own. */
        public Provenance provenance() {
            return new Provenance(source, confidence);
        }

        /** Derived from the orders, findings and claims alone; the heaviest of what they tell speaks. */
        public AssetStatus status() {
            var told = EnumSet.of(AssetStatus.IDENTIFIED);
            orders.forEach(order -> told.add(order.tells()));
            var isForGood = told.contains(AssetStatus.CONFISCATED_FINAL);
            findings.stream()
                    .map(Finding::kind)
                    .filter(kind -> isForGood || !kind.restsOnConfiscation())
                    .forEach(kind -> told.add(kind.status()));
            awardedOn().ifPresent(_ -> told.add(AssetStatus.AWARDED_TO_CLAIMANT));
            return Collections.max(told);
        }

        /**
         * The day from which it stands so, by the days of what tells it; empty while nothing does. An order that
         * continues another one holds since that one was made.
         */
        public Optional<LocalDate> standsSince() {
            var status = status();
            return Stream.concat(
                            orders.stream()
                                    .filter(order -> order.tells() == status)
                                    .map(this::toldSince),
                            findings.stream()
                                    .filter(finding -> finding.kind().status() == status)
                                    .map(Finding::on))
                    .min(Comparator.naturalOrder())
                    .filter(_ -> status != AssetStatus.IDENTIFIED);
        }

        private LocalDate toldSince(CourtOrder order) {
            return order.status().isRunning() && order.supersedes().isPresent() ? madeOn(order) : order.toldSince();
        }

        private LocalDate madeOn(CourtOrder order) {
            return order.supersedes()
                    .flatMap(this::order)
                    .map(this::madeOn)
                    .orElseGet(() -> order.issuedOn().orElseGet(order::begunOn));
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

        /** Whether it was found by a day. */
        boolean wasFound(Finding.Kind kind, LocalDate day) {
            return findings.stream()
                    .anyMatch(it -> it.kind() == kind && !it.on().isAfter(day));
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
            return changed(draft -> draft.claims = appended(claims, claim));
        }

        Registered changing(ClaimId claimId, ClaimChange change) {
            return changed(draft -> draft.claims = claims.stream()
                    .map(it -> it.id().equals(claimId) ? it.changed(change) : it)
                    .toList());
        }

        /** What waits for a second person is proposed anew at the parts. */
        Registered withSplit(Split into) {
            return changed(draft -> {
                draft.waiting = List.of();
                draft.split = Optional.of(into);
            });
        }

        /** A part, with all that it takes over. */
        Registered takingOver(AssetEvent.PartTakenOver e) {
            return changed(draft -> {
                draft.valuations = e.valuations();
                draft.orders = e.orders();
                draft.interests = e.interests();
                draft.findings = e.findings();
                draft.claims = e.claims();
                draft.registerEntries = e.registerEntries();
                draft.places = e.places().isEmpty() ? places : new Places(e.places());
                draft.hearings = e.hearings();
                draft.partOf = Optional.of(e.partOf());
            });
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
            return changed(draft -> draft.links = appended(links, link));
        }

        Registered withStanding(CaseId caseId, CaseLink.Standing standing) {
            return changingLink(caseId, link -> link.standing(standing));
        }

        Registered withGround(CaseId caseId, CaseGround ground) {
            return changingLink(caseId, link -> link.on(ground));
        }

        private Registered changingLink(CaseId caseId, UnaryOperator<CaseLink> change) {
            return changed(draft -> draft.links = links.stream()
                    .map(link -> link.caseId().equals(caseId) ? change.apply(link) : link)
                    .toList());
        }

        Registered withoutLink(CaseId caseId) {
            return changed(draft -> draft.links =
                    links.stream().filter(link -> !link.caseId().equals(caseId)).toList());
        }

        Registered withIdentifier(Identifier identifier) {
            return changed(draft -> draft.identifiers = appended(identifiers, identifier));
        }

        Registered withCorrection(IdentifierCorrection correction) {
            return changed(draft -> {
                draft.identifiers = Identifying.corrected(identifiers, correction);
                draft.corrections = appended(corrections, correction);
            });
        }

        Registered withPlaces(Places known) {
            return changed(draft -> draft.places = known);
        }

        Registered withValuation(Valuation valuation) {
            return changed(draft -> draft.valuations = appended(valuations, valuation));
        }

        Registered withOrder(CourtOrder order) {
            return changed(draft -> draft.orders = appended(orders, order));
        }

        Registered changing(OrderId orderId, UnaryOperator<CourtOrder> change) {
            return changed(draft -> draft.orders = orders.stream()
                    .map(order -> order.id().equals(orderId) ? change.apply(order) : order)
                    .toList());
        }

        Registered withInterests(InterestChange change) {
            return changed(draft -> draft.interests = Interests.after(interests, change));
        }

        Registered withFinding(Finding finding) {
            return changed(draft -> draft.findings = appended(findings, finding));
        }

        Registered withWaiting(Proposal proposal) {
            return changed(draft -> draft.waiting = appended(waiting, proposal));
        }

        Registered withoutWaiting(StepId stepId) {
            return changed(draft -> draft.waiting = waiting.stream()
                    .filter(it -> !it.step().id().equals(stepId))
                    .toList());
        }

        /** What is known of a register later stands in the place of what was known before. */
        Registered withRegisterEntry(RegisterEntry entry) {
            var others = registerEntries.stream()
                    .filter(it -> !it.isSameEntryAs(entry))
                    .toList();
            return changed(draft -> draft.registerEntries = appended(others, entry));
        }

        /** What is known of a hearing later stands in the place of what was known before. */
        Registered withHearing(Hearing hearing) {
            var others = hearings.stream().filter(it -> !it.isSameAs(hearing)).toList();
            return changed(draft -> draft.hearings = appended(others, hearing));
        }

        Registered withUpkeep(Upkeep due) {
            return changed(draft -> draft.upkeep = appended(upkeep, due));
        }

        Registered paying(UpkeepId upkeepId, LocalDate on) {
            return changed(draft -> draft.upkeep = upkeep.stream()
                    .map(it -> it.id().equals(upkeepId) ? it.paid(on) : it)
                    .toList());
        }

        Registered withClocks(Clocks changed) {
            return changed(draft -> draft.clocks = changed);
        }

        Registered withClocksOfClaims(Clocks changed) {
            return changed(draft -> draft.clocksOfClaims = changed);
        }

        /** The same asset of which other things are said. Its links are not among them: cases are told of each. */
        Registered saying(Content content) {
            return changed(draft -> {
                draft.identifiers = content.identifiers();
                draft.valuations = content.valuations();
                draft.orders = content.orders();
                draft.interests = content.interests();
                draft.findings = content.findings();
                draft.claims = content.claims();
                draft.registerEntries = content.registerEntries();
                draft.upkeep = content.upkeep();
                draft.places = new Places(content.places());
                draft.hearings = content.hearings();
                draft.corrections = content.corrections();
            });
        }

        Registered withSameness(Sameness known) {
            return changed(draft -> draft.sameness = known);
        }

        private Registered changed(Consumer<Draft> change) {
            var draft = new Draft(this);
            change.accept(draft);
            return draft.asset(this);
        }

        /** The parts that change, while one change is made; it never leaves this class. */
        private static final class Draft {
            private List<Identifier> identifiers;
            private List<CaseLink> links;
            private List<Valuation> valuations;
            private List<CourtOrder> orders;
            private List<Interest> interests;
            private List<Finding> findings;
            private List<Proposal> waiting;
            private List<RegisterEntry> registerEntries;
            private List<Hearing> hearings;
            private List<Upkeep> upkeep;
            private Clocks clocks;
            private Clocks clocksOfClaims;
            private Sameness sameness;
            private List<Claim> claims;
            private Optional<Split> split;
            private Optional<PartOf> partOf;
            private Places places;
            private List<IdentifierCorrection> corrections;

            Draft(Registered from) {
                identifiers = from.identifiers;
                links = from.links;
                valuations = from.valuations;
                orders = from.orders;
                interests = from.interests;
                findings = from.findings;
                waiting = from.waiting;
                registerEntries = from.registerEntries;
                hearings = from.hearings;
                upkeep = from.upkeep;
                clocks = from.clocks;
                clocksOfClaims = from.clocksOfClaims;
                sameness = from.sameness;
                claims = from.claims;
                split = from.split;
                partOf = from.partOf;
                places = from.places;
                corrections = from.corrections;
            }

            /** @param as whose other parts stay as they are */
            Registered asset(Registered as) {
                return new Registered(
                        as.id,
                        as.kind,
                        as.description,
                        as.descriptionProvenance,
                        identifiers,
                        places.now(),
                        as.source,
                        as.confidence,
                        as.authority,
                        as.registeredAt,
                        links,
                        valuations,
                        orders,
                        interests,
                        findings,
                        waiting,
                        registerEntries,
                        hearings,
                        upkeep,
                        clocks,
                        clocksOfClaims,
                        sameness,
                        claims,
                        split,
                        partOf,
                        places,
                        corrections);
            }
        }

        private static <T> List<T> appended(List<T> list, T last) {
            var longer = new ArrayList<>(list);
            longer.add(last);
            return longer;
        }
    }
}
