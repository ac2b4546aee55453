package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.ASSET_MERGED;
import static org.repatria.assets.domain.AssetReason.ASSET_NOT_MERGED;
import static org.repatria.assets.domain.AssetReason.MERGER_CONTRADICTS;
import static org.repatria.assets.domain.AssetReason.MERGER_UNFIT;
import static org.repatria.assets.domain.AssetReason.OTHER_ASSET_UNKNOWN;
import static org.repatria.assets.domain.Checks.refusedIf;
import static org.repatria.decider.Decision.nothingToDo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.GiveBack;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.KeepApart;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.MergeAsset;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.NoteAnswer;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.NoteKeptApart;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.NotePossibleDuplicates;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.SeparateAsset;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.SettleDuplicates;
import org.repatria.assets.domain.AssetCommand.DuplicateCommand.TakeIn;
import org.repatria.assets.domain.AssetCommand.NoteCaseAppeared;
import org.repatria.assets.domain.AssetCommand.NoteCaseClosed;
import org.repatria.assets.domain.AssetCommand.NoteCaseGround;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.MarkRestraintLapsed;
import org.repatria.assets.domain.AssetEvent.AssetMerged;
import org.repatria.assets.domain.AssetEvent.AssetSeparated;
import org.repatria.assets.domain.AssetEvent.CaseNamed;
import org.repatria.assets.domain.AssetEvent.CaseUnlinked;
import org.repatria.assets.domain.AssetEvent.MergerTakenBack;
import org.repatria.assets.domain.AssetEvent.MergingBegan;
import org.repatria.assets.domain.AssetEvent.OtherAnswered;
import org.repatria.assets.domain.AssetEvent.SeparationBegan;
import org.repatria.assets.domain.Merger.Phase;
import org.repatria.assets.domain.TakenIn.Answer;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;

/**
 * How two assets become one, and two again. The one that goes begins, the one that is kept answers once, and the one
 * that goes takes note of the answer: three writes, each on one document, each harmless when repeated.
 *
 * <p>INVARIANT: an answer is kept with its number, so that whoever asks late or again hears what was answered, and
 * nothing is taken in twice or for a merging that has ended.
 */
public final class Merging {

    /** A merging is agreed to by a supervisor, as a duplicate on a list is. */
    static final Set<String> CONFIRMED_BY = Set.of("SU");

    private Merging() {}

    /** The reason with which the links of the one that goes are taken back. */
    private static final String MERGED = "Merged into another asset, which names the case.";

    private static final String SEPARATED = "Came from an asset that was separated again.";

    static Decision<AssetEvent> decide(DuplicateCommand command, Registered asset, Occasion on) {
        return switch (command) {
            case MergeAsset c -> propose(c, asset, on);
            case SeparateAsset _ ->
                Decision.refuse(ASSET_NOT_MERGED.because("The asset is not merged into another one."));
            case TakeIn c -> takeIn(c, asset, on);
            case GiveBack c -> giveBack(c, asset, on);
            case NoteAnswer c -> answered(c, asset, on);
            case SettleDuplicates _, NotePossibleDuplicates _, NoteKeptApart _, KeepApart _ ->
                Doubling.decide(command, asset, on);
        };
    }

    /** What may be asked of an asset for which another one stands: hardly anything. News tell it nothing. */
    static Decision<AssetEvent> ofMerged(AssetCommand command, Registered asset, Occasion on) {
        return switch (command) {
            case SeparateAsset c -> separate(c, asset, on);
            case TakeIn c -> takeIn(c, asset, on);
            case GiveBack c -> giveBack(c, asset, on);
            case NoteAnswer c -> answered(c, asset, on);
            case SettleDuplicates _,
                    NotePossibleDuplicates _,
                    NoteKeptApart _,
                    NoteCaseAppeared _,
                    NoteCaseClosed _,
                    NoteCaseGround _,
                    MarkRestraintLapsed _,
                    AssetCommand.NoteTimePassed _ -> nothingToDo();
            case AssetCommand _ ->
                Decision.refuse(ASSET_MERGED.because("The asset is one with %s; act on that one, or separate the two."
                        .formatted(merger(asset).into())));
        };
    }

    private static Decision<AssetEvent> propose(MergeAsset command, Registered asset, Occasion on) {
        var step = new Proposal.Step.OfMerger(
                command.stepId(), command.into(), command.reason().strip());
        if (asset.waiting().stream().anyMatch(it -> Steps.isSame(it.step(), step))) {
            return nothingToDo();
        }
        return Stream.of(Texts.paragraph("reason", command.reason()), unfit(step, asset))
                .flatMap(Optional::stream)
                .findFirst()
                .<Decision<AssetEvent>>map(Decision::refuse)
                .orElseGet(() -> Steps.propose(step, CONFIRMED_BY, asset, on));
    }

    /** Why the asset that goes cannot go. */
    static Optional<Refusal> unfit(Proposal.Step.OfMerger step, Registered asset) {
        return refusedIf(step.into().equals(asset.id()), MERGER_UNFIT, "", "An asset is one with itself already.")
                .or(() -> refusedIf(
                        asset.waiting().stream().anyMatch(it -> !it.step().id().equals(step.id())),
                        MERGER_UNFIT,
                        "",
                        "Steps wait for a second person at the asset; have them decided first."));
    }

    static AssetEvent began(Proposal.Step.OfMerger step, Registered asset, Occasion on) {
        return new MergingBegan(step.into(), nextNumber(asset), step.reason(), on.at());
    }

    private static int nextNumber(Registered asset) {
        return asset.sameness().merger().map(Merger::number).orElse(0) + 1;
    }

    private static Decision<AssetEvent> separate(SeparateAsset command, Registered asset, Occasion on) {
        return switch (merger(asset).phase()) {
            case BEGUN -> Decision.refuse(ASSET_NOT_MERGED.because("The merging is under way; ask again in a moment."));
            case SEPARATING -> nothingToDo();
            case MERGED ->
                Checks.unlessRefused(
                        () -> new SeparationBegan(
                                merger(asset).into(),
                                nextNumber(asset),
                                command.reason().strip(),
                                on.at()),
                        () -> Texts.paragraph("reason", command.reason()));
            case ENDED -> throw new IllegalStateException("nothing stands for an asset that was separated");
        };
    }

    private static Decision<AssetEvent> takeIn(TakeIn command, Registered asset, Occasion on) {
        if (isAnswered(asset, command.from(), command.number())) {
            return nothingToDo();
        }
        if (unfit(command, asset).isPresent()) {
            return Decision.accept(new OtherAnswered(
                    new TakenIn(command.from(), command.number(), Answer.NOT_TAKEN, Content.NOTHING, on.at())));
        }
        var added = Joining.added(command.content(), asset);
        var events = new ArrayList<AssetEvent>();
        events.add(new OtherAnswered(new TakenIn(command.from(), command.number(), Answer.TAKEN, added, on.at())));
        added.cases().forEach(it -> events.add(new CaseNamed(it, on.at())));
        return Decision.acceptAll(events);
    }

    /**
     * Why the asset that is to be kept cannot take the other one in. It is asked before anything happens, and once more
     * when it happens.
     */
    private static Optional<Refusal> unfit(TakeIn command, Registered asset) {
        return Optional.of(unknown())
                .filter(_ -> !command.state().equals(asset.state()))
                .or(() -> refusedIf(
                        asset.sameness().isMerged(),
                        MERGER_UNFIT,
                        "",
                        "The asset that is to be kept is one with another one; merge into that one."))
                .or(() -> refusedIf(
                        asset.split().isPresent(),
                        MERGER_UNFIT,
                        "",
                        "The asset that is to be kept was split; merge into a part of it."))
                .or(() -> refusedIf(command.kind() != asset.kind(), MERGER_UNFIT, "", "Assets of two kinds are two."))
                .or(() -> refusedIf(
                        command.partOf()
                                .filter(whole -> asset.partOf()
                                        .filter(it -> it.assetId().equals(whole))
                                        .isPresent())
                                .isPresent(),
                        MERGER_UNFIT,
                        "",
                        "The two are parts of one asset, of which one was awarded to a claimant."))
                .or(() -> Joining.contradiction(command.content(), asset).map(MERGER_CONTRADICTS::because))
                .or(() -> Joining.tooMany(Joining.added(command.content(), asset), asset)
                        .map(ASSET_LIMIT_REACHED::because));
    }

    /** Why another asset could not do what it would be asked; one that nobody knows can do nothing. */
    public static Optional<Refusal> unfit(AssetCommand wanted, Asset other) {
        return switch (other) {
            case Registered asset ->
                switch (wanted) {
                    case TakeIn c -> unfit(c, asset);
                    case GiveBack _ -> unfitToGiveBack(asset);
                    case AssetCommand _ -> Optional.empty();
                };
            case Asset.Unregistered _ -> Optional.of(unknown());
        };
    }

    private static Refusal unknown() {
        return OTHER_ASSET_UNKNOWN.at("into", "No asset is known here under this id.");
    }

    private static Decision<AssetEvent> giveBack(GiveBack command, Registered asset, Occasion on) {
        if (isAnswered(asset, command.from(), command.number())) {
            return nothingToDo();
        }
        var here = asset.sameness().takenFrom(command.from()).filter(TakenIn::isHere);
        if (here.isEmpty()) {
            return nothingToDo();
        }
        if (unfitToGiveBack(asset).isPresent()) {
            return Decision.accept(new OtherAnswered(new TakenIn(
                    command.from(),
                    command.number(),
                    Answer.NOT_GIVEN_BACK,
                    here.get().content(),
                    on.at())));
        }
        var back = Joining.back(here.get(), asset);
        var events = new ArrayList<AssetEvent>();
        events.add(new OtherAnswered(new TakenIn(command.from(), command.number(), Answer.GIVEN_BACK, back, on.at())));
        back.cases().stream()
                .filter(it -> asset.link(it).isPresent())
                .forEach(it -> events.add(new CaseUnlinked(it, SEPARATED, on.at())));
        return Decision.acceptAll(events);
    }

    /** Why the asset that is kept cannot give the other one back. */
    private static Optional<Refusal> unfitToGiveBack(Registered asset) {
        return refusedIf(
                asset.sameness().isMerged() || asset.split().isPresent(),
                MERGER_UNFIT,
                "",
                "The asset that was kept is one with another one since, or was split.");
    }

    private static boolean isAnswered(Registered asset, AssetId from, int number) {
        return asset.sameness()
                .takenFrom(from)
                .filter(it -> it.number() >= number)
                .isPresent();
    }

    private static Decision<AssetEvent> answered(NoteAnswer command, Registered asset, Occasion on) {
        var answer = command.answer();
        return asset.sameness()
                .merger()
                .filter(it -> it.into().equals(command.from()) && it.number() == answer.number())
                .map(it -> Decision.acceptAll(follows(it, answer, asset, on)))
                .orElseGet(Decision::nothingToDo);
    }

    private static List<AssetEvent> follows(Merger merger, TakenIn answer, Registered asset, Occasion on) {
        return switch (merger.phase()) {
            case BEGUN ->
                switch (answer.answer()) {
                    case TAKEN -> merged(merger, asset, on);
                    case NOT_TAKEN, GIVEN_BACK, NOT_GIVEN_BACK ->
                        List.of(new MergerTakenBack(merger.into(), Phase.ENDED, on.at()));
                };
            case SEPARATING ->
                switch (answer.answer()) {
                    case GIVEN_BACK -> separated(merger, answer, on);
                    case TAKEN, NOT_TAKEN, NOT_GIVEN_BACK ->
                        List.of(new MergerTakenBack(merger.into(), Phase.MERGED, on.at()));
                };
            case MERGED, ENDED -> List.of();
        };
    }

    private static List<AssetEvent> merged(Merger merger, Registered asset, Occasion on) {
        var events = new ArrayList<AssetEvent>();
        var cases = asset.links().stream().map(CaseLink::caseId).toList();
        events.add(new AssetMerged(merger.into(), cases, on.at()));
        cases.forEach(it -> events.add(new CaseUnlinked(it, MERGED, on.at())));
        return events;
    }

    private static List<AssetEvent> separated(Merger merger, TakenIn answer, Occasion on) {
        var events = new ArrayList<AssetEvent>();
        events.add(new AssetSeparated(merger.into(), answer.content(), on.at()));
        merger.cases().forEach(it -> events.add(new CaseNamed(it, on.at())));
        return events;
    }

    static Registered after(Registered asset, MergingBegan e) {
        return merging(asset, new Merger(e.into(), e.number(), Phase.BEGUN, e.reason(), e.at(), List.of()));
    }

    static Registered after(Registered asset, AssetMerged e) {
        var was = merger(asset);
        return merging(asset, new Merger(was.into(), was.number(), Phase.MERGED, was.reason(), was.at(), e.cases()));
    }

    static Registered after(Registered asset, SeparationBegan e) {
        return merging(
                asset,
                new Merger(
                        e.into(),
                        e.number(),
                        Phase.SEPARATING,
                        e.reason(),
                        e.at(),
                        merger(asset).cases()));
    }

    static Registered after(Registered asset, AssetSeparated e) {
        return merging(Joining.restored(asset, e.content()), merger(asset).at(Phase.ENDED));
    }

    static Registered after(Registered asset, MergerTakenBack e) {
        return merging(asset, merger(asset).at(e.to()));
    }

    static Registered after(Registered asset, TakenIn answer) {
        var changed = switch (answer.answer()) {
            case TAKEN -> Joining.with(asset, answer.content());
            case GIVEN_BACK -> Joining.without(asset, answer.content());
            case NOT_TAKEN, NOT_GIVEN_BACK -> asset;
        };
        return changed.withSameness(changed.sameness().answered(answer));
    }

    private static Registered merging(Registered asset, Merger now) {
        return asset.withSameness(asset.sameness().merging(now));
    }

    private static Merger merger(Registered asset) {
        return asset.sameness().merger().orElseThrow();
    }
}
