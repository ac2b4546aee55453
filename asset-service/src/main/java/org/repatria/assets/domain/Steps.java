package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.APPRAISALS_MISSING;
import static org.repatria.assets.domain.AssetReason.ASSET_HAS_LEFT;
import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.ASSET_NOT_CONFISCATED;
import static org.repatria.assets.domain.AssetReason.ASSET_STILL_HELD;
import static org.repatria.assets.domain.AssetReason.DATE_IN_FUTURE;
import static org.repatria.assets.domain.AssetReason.DATE_ORDER_WRONG;
import static org.repatria.assets.domain.AssetReason.FINDING_TOO_EARLY;
import static org.repatria.assets.domain.AssetReason.ORDER_STEP_UNFIT;
import static org.repatria.assets.domain.AssetReason.PARTICULAR_MISSING;
import static org.repatria.assets.domain.AssetReason.REQUESTING_STATE_UNHEARD;
import static org.repatria.assets.domain.AssetReason.STEP_NEEDS_ANOTHER_PERSON;
import static org.repatria.assets.domain.AssetReason.STEP_NOT_YOURS;
import static org.repatria.assets.domain.Checks.refusedIf;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.GeneralReason.NOT_FOUND;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.StepCommand;
import org.repatria.assets.domain.AssetCommand.StepCommand.ConfirmAssetStep;
import org.repatria.assets.domain.AssetCommand.StepCommand.RecordFinding;
import org.repatria.assets.domain.AssetCommand.StepCommand.RefuseAssetStep;
import org.repatria.assets.domain.AssetEvent.FindingRecorded;
import org.repatria.assets.domain.AssetEvent.StepConfirmed;
import org.repatria.assets.domain.AssetEvent.StepProposed;
import org.repatria.assets.domain.AssetEvent.StepRefused;
import org.repatria.assets.domain.Proposal.Step;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;

/** How a step of either table is taken: by its officer, with its papers, by two where it says so. */
final class Steps {

    private Steps() {}

    static Decision<AssetEvent> decide(StepCommand command, Registered asset, Occasion on) {
        return switch (command) {
            case RecordFinding c -> find(c, asset, on);
            case ConfirmAssetStep c ->
                asset.proposal(c.stepId()).map(it -> confirm(it, asset, on)).orElseGet(Steps::unknown);
            case RefuseAssetStep c ->
                asset.proposal(c.stepId()).map(it -> refuse(it, c.reason(), on)).orElseGet(Steps::unknown);
        };
    }

    /** A step that one officer takes; what is missing, or whose it is, where it is not this one's. */
    static <S extends Enum<S>> Decision<AssetEvent> alone(
            List<Line<S>> lines, Particulars said, Occasion on, AssetEvent event) {
        return switch (chosen(lines, said, on)) {
            case Choice.Not<S>(var refusal) -> Decision.refuse(refusal);
            case Choice.Of<S> _ -> Decision.accept(event);
        };
    }

    /** Takes a step, or proposes it where a second person must agree. */
    static <S extends Enum<S>> Decision<AssetEvent> take(
            List<Line<S>> lines, Step step, Registered asset, Occasion on) {
        return switch (chosen(lines, said(step), on)) {
            case Choice.Not<S>(var refusal) -> Decision.refuse(refusal);
            case Choice.Of<S>(var line)
            when line.confirmedBy().isEmpty() -> Decision.acceptAll(events(step, asset, on));
            case Choice.Of<S>(var line) -> propose(step, line.confirmedBy(), asset, on);
        };
    }

    static Decision<AssetEvent> propose(Step step, Set<String> by, Registered asset, Occasion on) {
        if (asset.waiting().stream().anyMatch(it -> isSame(it.step(), step))) {
            return nothingToDo();
        }
        return asset.waiting().size() < Limits.FINDINGS_MAX
                ? Decision.accept(
                        new StepProposed(new Proposal(step, by, on.by().id(), on.at())))
                : Decision.refuse(ASSET_LIMIT_REACHED.because(
                        "At most %d steps wait for a second person.".formatted(Limits.FINDINGS_MAX)));
    }

    private sealed interface Choice<S extends Enum<S>> {
        record Of<S extends Enum<S>>(Line<S> line) implements Choice<S> {}

        record Not<S extends Enum<S>>(Refusal refusal) implements Choice<S> {}
    }

    /** The first line of which all is said and which is this officer's. */
    private static <S extends Enum<S>> Choice<S> chosen(List<Line<S>> lines, Particulars said, Occasion on) {
        var whole = lines.stream().filter(it -> it.missing(said).isEmpty()).toList();
        if (whole.isEmpty()) {
            return new Choice.Not<>(missing(lines.getLast().missing(said).orElseThrow()));
        }
        return whole.stream()
                .filter(line -> on.by().hasAnyRole(line.by()))
                .findFirst()
                .<Choice<S>>map(Choice.Of::new)
                .orElseGet(() -> new Choice.Not<>(STEP_NOT_YOURS.because("This step is taken by %s."
                        .formatted(roles(whole.stream().flatMap(it -> it.by().stream()))))));
    }

    private static Refusal missing(Line.Need need) {
        var reason = need == Line.Need.REQUESTING_STATE_HEARD ? REQUESTING_STATE_UNHEARD : PARTICULAR_MISSING;
        return reason.at("particulars/" + need.field(), need.demand());
    }

    private static String roles(Stream<String> roles) {
        return String.join(", ", new TreeSet<>(roles.toList()));
    }

    private static Decision<AssetEvent> confirm(Proposal proposal, Registered asset, Occasion on) {
        if (on.by().id().equals(proposal.proposedBy())) {
            return Decision.refuse(
                    STEP_NEEDS_ANOTHER_PERSON.because("Another person than the one who proposed it confirms it."));
        }
        if (!on.by().hasAnyRole(proposal.confirmedBy())) {
            return Decision.refuse(STEP_NOT_YOURS.because(
                    "This step is confirmed by %s.".formatted(roles(proposal.confirmedBy().stream()))));
        }
        var step = proposal.step();
        return unfit(step, asset, on)
                .<Decision<AssetEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.acceptAll(Stream.concat(
                                Stream.of(new StepConfirmed(step.id(), on.at())), events(step, asset, on).stream())
                        .toList()));
    }

    private static Decision<AssetEvent> refuse(Proposal proposal, String reason, Occasion on) {
        var isOwn = on.by().id().equals(proposal.proposedBy());
        if (!isOwn && !on.by().hasAnyRole(proposal.confirmedBy())) {
            return Decision.refuse(STEP_NOT_YOURS.because("Whoever proposed it takes it back, or %s refuses it."
                    .formatted(roles(proposal.confirmedBy().stream()))));
        }
        return Checks.unlessRefused(
                () -> new StepRefused(proposal.step().id(), reason.strip(), on.at()),
                () -> Texts.paragraph("reason", reason));
    }

    private static Decision<AssetEvent> find(RecordFinding c, Registered asset, Occasion on) {
        var flaw = c.kind() == Finding.Kind.DISTRIBUTION_AGREED
                ? c.particulars().flawOfAgreement()
                : c.particulars().flaw();
        if (flaw.isPresent()) {
            return Decision.refuse(flaw.get());
        }
        var finding = new Finding(c.stepId(), c.kind(), c.on(), c.particulars().inFull(), on.at());
        if (asset.findings().stream().anyMatch(finding::statesSameAs)) {
            return nothingToDo();
        }
        return unfit(finding, asset, on)
                .or(() -> through(c.kind()))
                .<Decision<AssetEvent>>map(Decision::refuse)
                .orElseGet(() -> take(StepTables.of(c.kind()), new Step.OfAsset(finding), asset, on));
    }

    private static Optional<Refusal> through(Finding.Kind kind) {
        return StepTables.of(kind).stream()
                .flatMap(line -> line.through().stream())
                .findFirst()
                .map(operation -> ORDER_STEP_UNFIT.because("This follows from %s.".formatted(operation)));
    }

    private static Optional<Refusal> unfit(Step step, Registered asset, Occasion on) {
        return switch (step) {
            case Step.OfAsset(var finding) -> unfit(finding, asset, on);
            case Step.OfMerger merger -> Merging.unfit(merger, asset);
            case Step.OfOrder(var id, var change) ->
                asset.order(id).flatMap(order -> Orders.unfit(order, change, asset, on));
            case Step.OfClaim(var id, var change) ->
                asset.claim(id).flatMap(claim -> Claims.unfit(claim, change, asset, on));
        };
    }

    private static Optional<Refusal> unfit(Finding finding, Registered asset, Occasion on) {
        var kind = finding.kind();
        return Stream.of(
                        refusedIf(
                                finding.on().isAfter(LocalDate.ofInstant(on.at(), Valuing.EARLIEST_DATE_LINE)),
                                DATE_IN_FUTURE,
                                "on",
                                "A finding is recorded once it holds."),
                        refusedIf(
                                kind.isExit() && asset.leftOn().isPresent(),
                                ASSET_HAS_LEFT,
                                "",
                                "An asset leaves once."),
                        Orders.hasLeft(asset, finding.on()),
                        refusedIf(
                                kind.isExit() && happenedAfter(finding.on(), asset),
                                DATE_ORDER_WRONG,
                                "on",
                                "An order or a finding of a later day is recorded; an asset leaves after all of it."),
                        refusedIf(
                                kind.asksForConfiscation()
                                        && asset.orders().stream().noneMatch(it -> it.isForGoodOn(finding.on())),
                                ASSET_NOT_CONFISCATED,
                                "",
                                "An asset is disposed of, shared out and returned once it is confiscated for good; "
                                        + "before, it is sold by leave of a court alone."),
                        tooEarly(finding, asset),
                        sumsUnfit(finding, asset),
                        refusedIf(
                                kind == Finding.Kind.REALISED
                                        && finding.particulars().notified().isEmpty()
                                        && appraisersBy(finding.on(), asset) < 2,
                                APPRAISALS_MISSING,
                                "",
                                "A sale needs market appraisals of two valuers on or before its day, or a public auction: "
                                        + "then say in notified where it was published."),
                        refusedIf(
                                kind == Finding.Kind.WITHDRAWN_ERROR && asset.isHeld(),
                                ASSET_STILL_HELD,
                                "",
                                "The orders on it are lifted first."),
                        refusedIf(
                                asset.findings().size() >= Limits.FINDINGS_MAX,
                                ASSET_LIMIT_REACHED,
                                "",
                                "An asset has at most %d findings.".formatted(Limits.FINDINGS_MAX)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What is agreed fits what is recorded, and nothing is paid beside it. */
    private static Optional<Refusal> sumsUnfit(Finding finding, Registered asset) {
        return switch (finding.kind()) {
            case DISTRIBUTION_AGREED -> Distributing.unfit(finding, asset);
            case RETURNED ->
                Orders.reserved(finding.particulars(), asset)
                        .or(() -> Distributing.locked(asset))
                        .or(() -> Distributing.returnUnfit(finding, asset));
            case TRACED, DISPOSAL, REALISED, DISSIPATED, NOT_RECOVERABLE, AWARDED_TO_CLAIMANT, WITHDRAWN_ERROR ->
                Optional.empty();
        };
    }

    /** A sale follows the decision to sell, a distribution the sale, a return the distribution. */
    private static Optional<Refusal> tooEarly(Finding finding, Registered asset) {
        return switch (finding.kind()) {
            case REALISED -> after(finding, asset, Finding.Kind.DISPOSAL, soldByLeave(finding, asset));
            case DISTRIBUTION_AGREED ->
                after(finding, asset, Finding.Kind.REALISED, asset.kind().isMoney());
            case RETURNED -> after(finding, asset, Finding.Kind.DISTRIBUTION_AGREED, false);
            case TRACED, DISPOSAL, DISSIPATED, NOT_RECOVERABLE, AWARDED_TO_CLAIMANT, WITHDRAWN_ERROR ->
                Optional.empty();
        };
    }

    private static Optional<Refusal> after(Finding finding, Registered asset, Finding.Kind earlier, boolean isSpared) {
        return refusedIf(
                !isSpared && !asset.wasFound(earlier, finding.on()),
                FINDING_TOO_EARLY,
                "",
                "%s comes after %s, which is not recorded of a day up to %s."
                        .formatted(finding.kind(), earlier, finding.on()));
    }

    private static boolean soldByLeave(Finding finding, Registered asset) {
        return asset.orders().stream()
                .anyMatch(it -> it.kind() == OrderKind.INTERLOCUTORY_SALE && it.bindsOn(finding.on()));
    }

    private static long appraisersBy(LocalDate day, Registered asset) {
        return asset.valuations().stream()
                .filter(it -> it.kind() == Valuation.Kind.MARKET_APPRAISAL
                        && !it.valuedOn().isAfter(day))
                .map(Valuation::valuer)
                .distinct()
                .count();
    }

    private static boolean happenedAfter(LocalDate day, Registered asset) {
        return asset.findings().stream().anyMatch(it -> it.on().isAfter(day))
                || asset.orders().stream()
                        .flatMap(it -> it.life().stream())
                        // Its day is the last one of the order that goes on, which may be still to come.
                        .filter(it -> it.status() != OrderStatus.EXTENDED)
                        .anyMatch(it -> it.on().isAfter(day));
    }

    private static List<AssetEvent> events(Step step, Registered asset, Occasion on) {
        return switch (step) {
            case Step.OfAsset(var finding) -> List.of(new FindingRecorded(finding.recorded(on.at())));
            case Step.OfMerger merger -> List.of(Merging.began(merger, asset, on));
            case Step.OfOrder(var id, var change) ->
                List.of(Orders.changed(asset.order(id).orElseThrow(), change.recorded(on.at())));
            case Step.OfClaim(var id, var change) ->
                Claims.events(asset.claim(id).orElseThrow(), change.recorded(on.at()), asset);
        };
    }

    private static Particulars said(Step step) {
        return switch (step) {
            case Step.OfAsset(var finding) -> finding.particulars();
            case Step.OfMerger _ -> Particulars.none();
            case Step.OfOrder(var _, var change) -> change.particulars();
            case Step.OfClaim(var _, var change) -> change.particulars();
        };
    }

    static boolean isSame(Step was, Step now) {
        return switch (was) {
            case Step.OfAsset(var finding) -> now instanceof Step.OfAsset(var other) && finding.statesSameAs(other);
            case Step.OfMerger(var _, var into, var reason) ->
                now instanceof Step.OfMerger(var _, var other, var said) && into.equals(other) && reason.equals(said);
            case Step.OfOrder(var id, var change) ->
                now instanceof Step.OfOrder(var otherId, var other) && id.equals(otherId) && change.statesSameAs(other);
            case Step.OfClaim(var id, var change) ->
                now instanceof Step.OfClaim(var otherId, var other) && id.equals(otherId) && change.statesSameAs(other);
        };
    }

    private static Decision<AssetEvent> unknown() {
        return Decision.refuse(Refusal.of(NOT_FOUND, "No step of this id waits for a second person."));
    }
}
