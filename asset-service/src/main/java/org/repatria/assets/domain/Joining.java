package org.repatria.assets.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset.Registered;

/** What one asset adds to another one that it turns out to be; and what goes back when it does not. */
final class Joining {

    private Joining() {}

    /**
     * What is said of the other and not of the asset. What both say is there once: an identifier, a link to a case, a
     * value, a decision of a court, an interest, a finding, a claim, an entry in a register, a payment that is due, a
     * question to the requesting state.
     */
    static Content added(Content other, Registered asset) {
        var names = Names.of(other, asset);
        var number =
                asset.valuations().stream().mapToInt(Valuation::number).max().orElse(0);
        var valuations = new ArrayList<Valuation>();
        for (var valuation : other.valuations()) {
            var named = names.in(valuation);
            if (asset.valuations().stream().noneMatch(named::statesSameAs)) {
                valuations.add(named.numbered(number + valuations.size() + 1));
            }
        }
        return new Content(
                other.identifiers().stream()
                        .filter(it -> asset.identifiers().stream().noneMatch(it::isSameAs))
                        .toList(),
                other.cases().stream().filter(it -> asset.link(it).isEmpty()).toList(),
                valuations,
                other.orders().stream()
                        .filter(it -> names.isNew(it.id().value()))
                        .map(names::in)
                        .toList(),
                other.interests().stream()
                        .filter(it -> names.isNew(it.id().value()))
                        .map(names::in)
                        .toList(),
                other.findings().stream()
                        .filter(it -> asset.findings().stream().noneMatch(was -> isSame(was, it)))
                        .toList(),
                names.sameAs(),
                other.claims().stream()
                        .filter(it -> names.isNew(it.id().value()))
                        .map(names::in)
                        .toList(),
                other.registerEntries().stream()
                        .map(names::in)
                        .filter(it -> asset.registerEntries().stream().noneMatch(it::isSameEntryAs))
                        .toList(),
                other.upkeep().stream()
                        .filter(it -> asset.upkeep().stream().noneMatch(it::statesSameAs))
                        .toList(),
                other.places().stream()
                        .filter(it -> it.counts()
                                && asset.places().inOrder().stream()
                                        .noneMatch(was -> was.from().equals(it.from())))
                        .toList(),
                other.hearings().stream()
                        .map(names::in)
                        .filter(it -> asset.hearings().stream().noneMatch(it::isSameAs))
                        .toList(),
                other.corrections().stream()
                        .filter(it -> asset.corrections().stream().noneMatch(it::statesSameAs))
                        .toList());
    }

    /** Why what the two say cannot be said of one thing. */
    static Optional<String> contradiction(Content other, Registered asset) {
        return Stream.<Optional<String>>of(
                        ordersContradict(other, asset),
                        twoConfiscations(other, asset),
                        left(other, asset),
                        sumsDiffer(other, asset),
                        awarded(other, asset),
                        sharesExceed(other, asset),
                        claimsContradict(other, asset),
                        registersContradict(other, asset),
                        upkeepContradicts(other, asset),
                        placesContradict(other, asset),
                        hearingsContradict(other, asset))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whoever may merge need not know claimants, so nothing is said of the claim. */
    private static Optional<String> claimsContradict(Content other, Registered asset) {
        var names = Names.of(other, asset);
        return other.claims().stream()
                .filter(it -> names.isNew(it.id().value()))
                .map(names::in)
                .filter(claim -> asset.claims().stream()
                        .anyMatch(it -> it.statesSameAs(claim) || it.id().equals(claim.id())))
                .findFirst()
                .map(_ -> "One claim stands in two ways at the two; record what is missing first.");
    }

    private static Optional<String> registersContradict(Content other, Registered asset) {
        var names = Names.of(other, asset);
        return other.registerEntries().stream()
                .map(names::in)
                .filter(entry -> asset.registerEntries().stream()
                        .anyMatch(it -> it.isSameEntryAs(entry) && !it.statesSameAs(entry)))
                .findFirst()
                .map(it -> "The entry in %s stands in two ways at the two; record what is missing first."
                        .formatted(it.register()));
    }

    private static Optional<String> upkeepContradicts(Content other, Registered asset) {
        return other.upkeep().stream()
                .filter(due -> asset.upkeep().stream()
                        .anyMatch(it -> it.statesSameAs(due) && !it.paidOn().equals(due.paidOn())))
                .findFirst()
                .map(it -> "What is due on %s is paid at one of the two; record the payment at both first."
                        .formatted(it.dueOn()));
    }

    /** What is at two places now, or came to two on one day, is not one thing. */
    private static Optional<String> placesContradict(Content other, Registered asset) {
        if (other.places().isEmpty()) {
            return Optional.empty();
        }
        var there = new Places(other.places());
        var apart = there.inOrder().stream()
                .filter(it -> it.from().isPresent())
                .anyMatch(it -> asset.places().inOrder().stream()
                        .anyMatch(was ->
                                was.from().equals(it.from()) && !was.location().fits(it.location())));
        return apart || !there.now().fits(asset.location())
                ? Optional.of("The two are at two places; record or correct at one of them where it is.")
                : Optional.empty();
    }

    /** Whoever asked writes the same question in other words, but it was answered on one day. */
    private static Optional<String> hearingsContradict(Content other, Registered asset) {
        var names = Names.of(other, asset);
        return other.hearings().stream()
                .map(names::in)
                .filter(hearing -> asset.hearings().stream()
                        .anyMatch(it -> it.isSameAs(hearing) && !it.answeredOn().equals(hearing.answeredOn())))
                .findFirst()
                .map(it -> ("What the requesting state was asked on %s is answered in two ways at the two; record the "
                                + "answer at both first.")
                        .formatted(it.askedOn()));
    }

    private static Optional<String> ordersContradict(Content other, Registered asset) {
        return other.orders().stream()
                .filter(order -> asset.orders().stream().anyMatch(it -> it.sameDecisionAs(order) && !isSame(it, order)))
                .findFirst()
                .map(it -> ("The decision %s stands in two ways at the two; record what is missing first, or merge the "
                                + "other way round.")
                        .formatted(it.courtReference().orElseThrow()));
    }

    /** One thing is confiscated once. */
    private static Optional<String> twoConfiscations(Content other, Registered asset) {
        return confiscations(other.orders())
                .filter(it -> confiscations(asset.orders()).anyMatch(was -> !isSame(was, it)))
                .findFirst()
                .map(_ -> "Both are confiscated, by two decisions.");
    }

    private static Stream<CourtOrder> confiscations(List<CourtOrder> orders) {
        return orders.stream()
                .filter(it -> it.kind() == OrderKind.CONFISCATION
                        && Set.of(AssetStatus.CONFISCATED_NOT_FINAL, AssetStatus.CONFISCATED_FINAL)
                                .contains(it.tells()));
    }

    private static Optional<String> left(Content other, Registered asset) {
        var one = exit(asset.findings());
        var two = exit(other.findings());
        if (one.isPresent() && two.isPresent()) {
            return isSame(one.get(), two.get())
                    ? Optional.empty()
                    : Optional.of("Both have left, in two ways or on two days.");
        }
        return (one.isPresent() && isHeld(other.orders())) || (two.isPresent() && isHeld(asset.orders()))
                ? Optional.of("One of the two has left, and an order runs on the other.")
                : Optional.empty();
    }

    /** One sale brought one price, and one agreement says one thing. */
    private static Optional<String> sumsDiffer(Content other, Registered asset) {
        return other.findings().stream()
                .filter(it -> asset.findings().stream().anyMatch(was -> isSame(was, it) && !was.statesSameSumsAs(it)))
                .findFirst()
                .map(it -> "The two say other sums of %s on %s.".formatted(it.kind(), it.on()));
    }

    /** What a claimant won as a whole is nobody else's and has not left. Nothing happens to it on a later day. */
    private static Optional<String> awarded(Content other, Registered asset) {
        var awards = Stream.concat(asset.claims().stream(), added(other, asset).claims().stream())
                .filter(it -> it.wholeAwardedOn().isPresent())
                .count();
        var leftOtherwise =
                exit(asset.findings()).isPresent() || exit(other.findings()).isPresent();
        if (awards > 1 || (awards > 0 && leftOtherwise)) {
            return Optional.of("One of the two was awarded to a claimant, and the other one has left as well.");
        }
        return isBeyondAward(Content.of(asset), other) || isBeyondAward(other, Content.of(asset))
                ? Optional.of("One of the two was awarded to a claimant, and of the other a later day is recorded.")
                : Optional.empty();
    }

    private static boolean isBeyondAward(Content later, Content awarded) {
        return awarded.claims().stream()
                .flatMap(it -> it.wholeAwardedOn().stream())
                .anyMatch(day -> happenedAfter(day, later));
    }

    private static boolean happenedAfter(LocalDate day, Content content) {
        return Stream.of(
                        content.findings().stream().map(Finding::on),
                        content.orders().stream().map(CourtOrder::begunOn),
                        content.claims().stream().map(Claim::filedOn))
                .flatMap(it -> it)
                .anyMatch(day::isBefore);
    }

    private static Optional<Finding> exit(List<Finding> findings) {
        return findings.stream().filter(it -> it.kind().isExit()).findFirst();
    }

    private static boolean isHeld(List<CourtOrder> orders) {
        return orders.stream().anyMatch(it -> it.status().isRunning());
    }

    private static Optional<String> sharesExceed(Content other, Registered asset) {
        var all = Stream.concat(asset.interests().stream(), added(other, asset).interests().stream())
                .toList();
        var days = Stream.concat(Stream.of(LocalDate.MIN), all.stream().flatMap(it -> it.from().stream()))
                .distinct()
                .toList();
        return Stream.of(Right.Whole.values())
                .filter(whole -> days.stream()
                        .anyMatch(day -> Interests.known(all, whole, day).isMoreThanWhole()))
                .findFirst()
                .map(_ -> "Known shares of the two together come to more than one whole; correct one of them first.");
    }

    /** Which limit would be passed. */
    static Optional<String> tooMany(Content added, Registered asset) {
        return Stream.of(
                        above("identifiers", asset.kind().identifiersMax(), asset.identifiers(), added.identifiers()),
                        above("cases", Limits.LINKS_MAX, asset.links(), added.cases()),
                        above("valuations", Limits.VALUATIONS_MAX, asset.valuations(), added.valuations()),
                        above("court orders", Limits.ORDERS_MAX, asset.orders(), added.orders()),
                        above("entries on interests", Limits.INTERESTS_MAX, asset.interests(), added.interests()),
                        above("findings", Limits.FINDINGS_MAX, asset.findings(), added.findings()),
                        above("claims", Limits.CLAIMS_MAX, asset.claims(), added.claims()),
                        above(
                                "entries in registers",
                                Limits.REGISTER_ENTRIES_MAX,
                                asset.registerEntries(),
                                added.registerEntries()),
                        above("things due", Limits.UPKEEP_MAX, asset.upkeep(), added.upkeep()),
                        above(
                                "entries on places",
                                Limits.PLACES_MAX,
                                asset.places().all(),
                                added.places()),
                        above(
                                "questions to the requesting state",
                                Limits.HEARINGS_MAX,
                                asset.hearings(),
                                added.hearings()),
                        above(
                                "corrections of identifiers",
                                Limits.CORRECTIONS_MAX,
                                asset.corrections(),
                                added.corrections()),
                        above(
                                "others taken in",
                                Limits.TAKEN_IN_MAX,
                                asset.sameness().taken(),
                                List.of(added)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> above(String what, int max, List<?> there, List<?> more) {
        return there.size() + more.size() > max
                ? Optional.of("The two together would have more than %d %s.".formatted(max, what))
                : Optional.empty();
    }

    /**
     * What goes back: what came, as it stands by now, with what was built on it since. What was recorded beside it
     * stays.
     */
    static Content back(TakenIn here, Registered asset) {
        var came = here.content();
        var misread = since(here, asset);
        var orders = new HashSet<OrderId>();
        came.orders().forEach(it -> orders.add(it.id()));
        grow(
                orders,
                asset.orders(),
                CourtOrder::id,
                it -> Stream.concat(it.supersedes().stream(), it.enforces().stream()));
        var interests = new HashSet<InterestId>();
        came.interests().forEach(it -> interests.add(it.id()));
        var corrected = new HashMap<InterestId, InterestId>();
        asset.interests().forEach(it -> it.correction().ifPresent(by -> corrected.put(by.by(), it.id())));
        grow(interests, asset.interests(), Interest::id, it -> Stream.ofNullable(corrected.get(it.id())));
        var claims = new HashSet<ClaimId>();
        came.claims().forEach(it -> claims.add(it.id()));
        asset.claims().stream()
                .filter(it -> it.answers().filter(orders::contains).isPresent()
                        || it.claimant()
                                .interestId()
                                .filter(interests::contains)
                                .isPresent())
                .forEach(it -> claims.add(it.id()));
        grow(claims, asset.claims(), Claim::id, it -> it.samePartAs().stream());
        var places = new HashSet<PlaceId>();
        came.places().forEach(it -> places.add(it.id()));
        var elsewhere = new HashMap<PlaceId, PlaceId>();
        asset.places().all().forEach(it -> it.correction().ifPresent(by -> elsewhere.put(by.by(), it.id())));
        grow(places, asset.places().all(), Stay::id, it -> Stream.ofNullable(elsewhere.get(it.id())));
        var corrections = Stream.concat(
                        came.corrections().stream(), Identifying.of(came.identifiers(), misread).stream())
                .toList();
        return new Content(
                Identifying.corrected(came.identifiers(), misread),
                came.cases(),
                came.valuations(),
                asset.orders().stream().filter(it -> orders.contains(it.id())).toList(),
                asset.interests().stream()
                        .filter(it -> interests.contains(it.id()))
                        .toList(),
                came.findings(),
                came.sameAs(),
                asset.claims().stream().filter(it -> claims.contains(it.id())).toList(),
                asset.registerEntries().stream()
                        .filter(it -> orders.contains(it.orderId())
                                || came.registerEntries().stream().anyMatch(it::isSameEntryAs))
                        .toList(),
                asset.upkeep().stream()
                        .filter(it ->
                                came.upkeep().stream().anyMatch(was -> was.id().equals(it.id())))
                        .toList(),
                asset.places().all().stream()
                        .filter(it -> places.contains(it.id()))
                        .toList(),
                asset.hearings().stream()
                        .filter(it -> orders.contains(it.orderId())
                                || came.hearings().stream().anyMatch(it::isSameAs))
                        .toList(),
                corrections);
    }

    /** The corrections that were made since something came. What the kept one had corrected before is its own. */
    private static List<IdentifierCorrection> since(TakenIn here, Registered asset) {
        return asset.corrections().stream()
                .filter(it -> !it.recordedAt().isBefore(here.at())
                        && here.content().corrections().stream().noneMatch(it::equals))
                .toList();
    }

    private static <T, I> void grow(Set<I> ids, List<T> all, Function<T, I> id, Function<T, Stream<I>> builtOn) {
        for (var grown = true; grown; ) {
            grown = false;
            for (var it : all) {
                if (builtOn.apply(it).anyMatch(ids::contains) && ids.add(id.apply(it))) {
                    grown = true;
                }
            }
        }
    }

    /** The asset with what came from the other. */
    static Registered with(Registered asset, Content added) {
        return asset.saying(new Content(
                joined(asset.identifiers(), added.identifiers()),
                added.cases(),
                joined(asset.valuations(), added.valuations()),
                joined(asset.orders(), added.orders()),
                joined(asset.interests(), added.interests()),
                joined(asset.findings(), added.findings()),
                added.sameAs(),
                joined(asset.claims(), added.claims()),
                joined(asset.registerEntries(), added.registerEntries()),
                joined(asset.upkeep(), added.upkeep()),
                joined(asset.places().all(), added.places()),
                joined(asset.hearings(), added.hearings()),
                joined(asset.corrections(), added.corrections())));
    }

    /** The asset without what goes back. */
    static Registered without(Registered asset, Content back) {
        return asset.saying(new Content(
                less(asset.identifiers(), back.identifiers(), it -> it),
                back.cases(),
                less(asset.valuations(), back.valuations(), Valuation::number),
                less(asset.orders(), back.orders(), CourtOrder::id),
                less(asset.interests(), back.interests(), Interest::id),
                less(asset.findings(), back.findings(), Finding::id),
                back.sameAs(),
                less(asset.claims(), back.claims(), Claim::id),
                less(asset.registerEntries(), back.registerEntries(), RegisterEntry::atRegister),
                less(asset.upkeep(), back.upkeep(), Upkeep::id),
                less(asset.places().all(), back.places(), Stay::id),
                less(asset.hearings(), back.hearings(), Hearing::question),
                less(asset.corrections(), back.corrections(), it -> it)));
    }

    /**
     * The other one as it was, with what became meanwhile of what can go on. What the kept one had as well is what it
     * was.
     */
    static Registered restored(Registered other, Content back) {
        var names = new Names(reversed(back.sameAs()));
        var corrections = newest(other.corrections(), back.corrections(), it -> it);
        return other.saying(new Content(
                Identifying.corrected(
                        other.identifiers(),
                        corrections.stream()
                                .filter(it -> !other.corrections().contains(it))
                                .toList()),
                back.cases(),
                other.valuations(),
                newest(other.orders(), back.orders().stream().map(names::in).toList(), CourtOrder::id),
                newest(
                        other.interests(),
                        back.interests().stream().map(names::in).toList(),
                        Interest::id),
                other.findings(),
                back.sameAs(),
                newest(other.claims(), back.claims().stream().map(names::in).toList(), Claim::id),
                newest(
                        other.registerEntries(),
                        back.registerEntries().stream().map(names::in).toList(),
                        RegisterEntry::atRegister),
                newest(other.upkeep(), back.upkeep(), Upkeep::id),
                newest(other.places().all(), back.places(), Stay::id),
                newest(other.hearings(), back.hearings().stream().map(names::in).toList(), Hearing::question),
                corrections));
    }

    private static <T, I> List<T> newest(List<T> was, List<T> back, Function<T, I> id) {
        var byId = new HashMap<I, T>();
        back.forEach(it -> byId.put(id.apply(it), it));
        var all = new ArrayList<T>();
        was.forEach(it -> all.add(Objects.requireNonNullElse(byId.remove(id.apply(it)), it)));
        back.stream().filter(it -> byId.containsKey(id.apply(it))).forEach(all::add);
        return all;
    }

    private static <T> List<T> joined(List<T> list, List<T> more) {
        return Stream.concat(list.stream(), more.stream()).toList();
    }

    private static <T, I> List<T> less(List<T> list, List<T> gone, Function<T, I> id) {
        var ids = new HashSet<I>();
        gone.forEach(it -> ids.add(id.apply(it)));
        return list.stream().filter(it -> !ids.contains(id.apply(it))).toList();
    }

    private static Optional<Interest> same(Interest interest, Registered asset) {
        return interest.counts()
                ? asset.interests().stream()
                        .filter(it -> it.counts() && it.statesSameAs(interest))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Claim> same(Claim claim, Registered asset) {
        return asset.claims().stream()
                .filter(it -> it.statesSameAs(claim) && it.standsAs(claim))
                .findFirst();
    }

    /** An order that both have and that stands alike: the same decision, or an application stated alike. */
    private static Optional<CourtOrder> same(CourtOrder order, Registered asset) {
        return asset.orders().stream().filter(it -> isSame(it, order)).findFirst();
    }

    /** By its measure clocks of the law run, so the one that stays says it where the one that goes does. */
    private static boolean isSame(CourtOrder kept, CourtOrder gone) {
        return (kept.sameDecisionAs(gone) || (kept.courtReference().isEmpty() && kept.statesSameAs(gone)))
                && kept.status() == gone.status()
                && kept.endsOn().equals(gone.endsOn())
                && (gone.measure().isEmpty() || gone.measure().equals(kept.measure()));
    }

    private static boolean isSame(Finding one, Finding other) {
        return one.kind() == other.kind() && one.on().equals(other.on());
    }

    private static Map<String, String> reversed(Map<String, String> names) {
        var back = new HashMap<String, String>();
        names.forEach((left, there) -> back.put(there, left));
        return back;
    }

    /** What an entry refers to, under the ids that it has at the other asset. */
    private record Names(Map<String, String> sameAs) {

        static Names of(Content other, Registered asset) {
            var sameAs = new HashMap<String, String>();
            var names = new Names(sameAs);
            for (var interest : other.interests()) {
                same(interest, asset)
                        .ifPresent(
                                it -> sameAs.put(interest.id().value(), it.id().value()));
            }
            for (var order : other.orders()) {
                same(order, asset)
                        .ifPresent(it -> sameAs.put(order.id().value(), it.id().value()));
            }
            for (var claim : other.claims()) {
                same(names.in(claim), asset)
                        .ifPresent(it -> sameAs.put(claim.id().value(), it.id().value()));
            }
            return names;
        }

        /** Whether the asset has nothing that says what is said under this id of the other. */
        boolean isNew(String id) {
            return !sameAs.containsKey(id);
        }

        CourtOrder in(CourtOrder order) {
            return sameAs.isEmpty() ? order : order.naming(this::of, this::of);
        }

        Valuation in(Valuation valuation) {
            return valuation.naming(this::of);
        }

        Interest in(Interest interest) {
            return interest.naming(this::of);
        }

        Claim in(Claim claim) {
            return sameAs.isEmpty() ? claim : claim.naming(this::of, this::of, this::of);
        }

        RegisterEntry in(RegisterEntry entry) {
            return entry.naming(this::of);
        }

        Hearing in(Hearing hearing) {
            return hearing.naming(this::of);
        }

        private ClaimId of(ClaimId id) {
            return new ClaimId(sameAs.getOrDefault(id.value(), id.value()));
        }

        private OrderId of(OrderId id) {
            return new OrderId(sameAs.getOrDefault(id.value(), id.value()));
        }

        private InterestId of(InterestId id) {
            return new InterestId(sameAs.getOrDefault(id.value(), id.value()));
        }
    }
}
