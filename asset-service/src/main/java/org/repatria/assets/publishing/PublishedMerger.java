package org.repatria.assets.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.CaseId;
import org.repatria.assets.domain.Content;
import org.repatria.assets.domain.CourtOrder;
import org.repatria.assets.domain.CurrentValue;
import org.repatria.assets.domain.OrderStatus;
import org.repatria.assets.domain.TakenIn;
import org.repatria.clocks.Clock;
import org.repatria.clocks.Warning;

/**
 * How two files on one asset become one, and two again. What is open moves with its file: each of the two says what
 * came to it and what went, so that whoever watches one of them needs no news of the other.
 */
final class PublishedMerger {

    private PublishedMerger() {}

    /** {@code asset.merger-changed.v1}: told of the asset that goes. */
    record Changed(
            String assetId,
            String into,
            String step,
            Optional<Came> came,
            Optional<Went> went,
            String assetDescription,
            List<String> caseIds,
            Instant at) {

        static Changed of(Registered asset, AssetId into, String step, Instant at) {
            return of(asset, into, step, Optional.empty(), Optional.empty(), at);
        }

        /** What was open here is so at the other one from now on. */
        static Changed merged(Registered asset, AssetId into, Instant at) {
            return of(asset, into, "MERGED", Optional.empty(), Optional.of(Went.all(asset)), at);
        }

        /** What is open of what the asset says again. */
        static Changed separated(Registered asset, AssetId into, Instant at) {
            return of(asset, into, "SEPARATED", Optional.of(Came.again(asset)), Optional.empty(), at);
        }

        private static Changed of(
                Registered asset, AssetId into, String step, Optional<Came> came, Optional<Went> went, Instant at) {
            var cases = asset.sameness().merger().stream().flatMap(it -> it.cases().stream());
            return new Changed(
                    asset.id().value(),
                    into.value(),
                    step,
                    came,
                    went,
                    asset.description(),
                    came.isPresent() ? casesWith(asset, cases) : PublishedAsset.caseIds(asset),
                    at);
        }
    }

    /** {@code asset.merger-answered.v1}: told of the asset that is kept. */
    record Answered(
            String assetId,
            String from,
            String answer,
            Optional<Came> came,
            Optional<Went> went,
            String assetDescription,
            List<String> caseIds,
            Instant at) {
        static Answered of(Registered asset, TakenIn answer) {
            var content = answer.content();
            return new Answered(
                    asset.id().value(),
                    answer.from().value(),
                    answer.answer().name(),
                    Optional.of(answer.answer())
                            .filter(it -> it == TakenIn.Answer.TAKEN)
                            .map(_ -> Came.of(content, asset)),
                    Optional.of(answer.answer())
                            .filter(it -> it == TakenIn.Answer.GIVEN_BACK)
                            .map(_ -> Went.of(content)),
                    asset.description(),
                    casesWith(asset, content.cases().stream()),
                    answer.at());
        }
    }

    /** The cases that it names, and those that it names with the next words. */
    private static List<String> casesWith(Registered asset, Stream<CaseId> next) {
        return Stream.concat(PublishedAsset.caseIds(asset).stream(), next.map(CaseId::value))
                .distinct()
                .toList();
    }

    /**
     * What is open of what came. Each is told in the words of the event that tells of it where it is recorded.
     *
     * @param restraints that run until a named day
     * @param lapses restraints that are presumed to have lapsed
     * @param claims on which nobody has decided
     * @param upkeep that is not paid
     * @param values that are below the one before them, where they are now
     * @param owners interests by which the owner changed while the asset is restrained, by all that it says now
     * @param warnings clocks of the law that have warned and run, where the same clocks go on
     * @param expiries clocks of the law that are over (presumed), where the same clocks go on
     */
    record Came(
            List<Restraint> restraints,
            List<Lapse> lapses,
            List<OpenClaim> claims,
            List<Due> upkeep,
            List<Fall> values,
            List<OwnerChanged> owners,
            List<Period> warnings,
            List<Period> expiries) {

        /** At another asset, where clocks start anew with the orders. */
        static Came of(Content content, Registered at) {
            return of(content, at, List.of());
        }

        /** At the asset itself. */
        static Came again(Registered asset) {
            return of(Content.of(asset), asset, clocksOf(asset).toList());
        }

        private static Came of(Content content, Registered at, List<Clock> clocks) {
            return new Came(
                    content.orders().stream()
                            .filter(order -> order.isWatched() && order.status().isRunning())
                            .map(order -> new Restraint(PublishedAsset.Order.of(order)))
                            .toList(),
                    content.orders().stream()
                            .filter(order -> order.isWatched()
                                    && order.status() == OrderStatus.EXPIRED
                                    && order.presumedLapsedAt().isPresent())
                            .map(Lapse::of)
                            .toList(),
                    content.claims().stream()
                            .filter(claim -> claim.status().isOpen())
                            .map(claim -> new OpenClaim(
                                    claim.id().value(),
                                    claim.status().name(),
                                    claim.filedOn(),
                                    claim.replyBy(),
                                    PublishedClaim.zoneOfReply(at, claim)))
                            .toList(),
                    content.upkeep().stream()
                            .filter(due -> due.paidOn().isEmpty())
                            .map(due -> new Due(
                                    due.id().value(),
                                    due.kind().name(),
                                    due.dueOn(),
                                    due.zone().getId(),
                                    due.amount().map(PublishedAsset.Amount::of),
                                    due.yearsCostOf(at.upkeep(), at.valuations())))
                            .toList(),
                    content.valuations().stream()
                            .flatMap(value -> CurrentValue.fallTo(value, at.valuations()).stream()
                                    .map(percent -> new Fall(value.number(), percent)))
                            .toList(),
                    content.interests().stream()
                            .filter(it -> PublishedAsset.changedWhileRestrained(at, it.id()))
                            .map(it -> new OwnerChanged(it.id().value()))
                            .toList(),
                    clocks.stream()
                            .filter(it -> it.state() == Clock.State.RUNNING
                                    && it.warnings().stream().anyMatch(Warning::given))
                            .map(Period::of)
                            .toList(),
                    clocks.stream()
                            .filter(it -> it.state() == Clock.State.EXPIRED_PRESUMED)
                            .map(Period::of)
                            .toList());
        }
    }

    /**
     * What went: whatever may have been open of it.
     *
     * @param clocks of the law that had not ended; none where they end by themselves with their orders
     * @param files that the asset had taken in itself, and that are now with the other one
     */
    record Went(
            List<OrderGone> orders,
            List<ClaimGone> claims,
            List<UpkeepGone> upkeep,
            List<ClockGone> clocks,
            List<FileGone> files) {

        static Went all(Registered asset) {
            return of(
                    Content.of(asset),
                    clocksOf(asset)
                            .filter(it -> !it.state().ended())
                            .map(it -> new ClockGone(it.id()))
                            .toList(),
                    asset.sameness().takenIn().stream()
                            .map(it -> new FileGone(it.from().value()))
                            .toList());
        }

        static Went of(Content content) {
            return of(content, List.of(), List.of());
        }

        private static Went of(Content content, List<ClockGone> clocks, List<FileGone> files) {
            return new Went(
                    content.orders().stream()
                            .filter(CourtOrder::isWatched)
                            .map(it -> new OrderGone(it.id().value()))
                            .toList(),
                    content.claims().stream()
                            .map(it -> new ClaimGone(it.id().value()))
                            .toList(),
                    content.upkeep().stream()
                            .map(it -> new UpkeepGone(it.id().value()))
                            .toList(),
                    clocks,
                    files);
        }
    }

    /** Those of its orders, and those that claims started. */
    private static Stream<Clock> clocksOf(Registered asset) {
        return Stream.concat(asset.clocks().clocks().stream(), asset.clocksOfClaims().clocks().stream());
    }

    record Restraint(PublishedAsset.Order order) {}

    record Lapse(String orderId, LocalDate endsOn, String zone) {
        static Lapse of(CourtOrder order) {
            return new Lapse(
                    order.id().value(),
                    order.endsOn().orElseThrow(),
                    order.zone().orElseThrow().getId());
        }
    }

    record OpenClaim(
            String claimId, String status, LocalDate filedOn, Optional<LocalDate> replyBy, Optional<String> zone) {}

    record Due(
            String upkeepId,
            String kind,
            LocalDate dueOn,
            String zone,
            Optional<PublishedAsset.Amount> amount,
            Optional<Integer> yearsCostPercent) {}

    record Fall(int number, int fellByPercent) {}

    record OwnerChanged(String interestId) {}

    record Period(String clockId, String rule, LocalDate lastDay) {
        static Period of(Clock clock) {
            return new Period(clock.id(), clock.rule().id(), clock.effective().lastDay());
        }
    }

    record OrderGone(String orderId) {}

    record ClaimGone(String claimId) {}

    record UpkeepGone(String upkeepId) {}

    record ClockGone(String clockId) {}

    /** @param from the file that had been taken in */
    record FileGone(String from) {}
}
