package org.repatria.assets.domain;

import static java.util.Comparator.comparing;
import static org.repatria.assets.domain.AssetReason.NO_POSSIBLE_DUPLICATE;
import static org.repatria.decider.Decision.nothingToDo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.repatria.assets.domain.AssetEvent.KeptApart;
import org.repatria.assets.domain.AssetEvent.PossibleDuplicateFound;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;

/** What is asked of an asset that may be on file twice. Likeness is found; that two are one is decided by people. */
final class Doubling {

    private Doubling() {}

    static Decision<AssetEvent> decide(DuplicateCommand command, Registered asset, Occasion on) {
        return switch (command) {
            case MergeAsset _, SeparateAsset _, TakeIn _, GiveBack _, NoteAnswer _ ->
                Merging.decide(command, asset, on);
            case SettleDuplicates _ -> nothingToDo();
            case NotePossibleDuplicates c -> note(c, asset, on);
            case KeepApart c -> keepApart(c, asset, on);
            case NoteKeptApart c -> noteKeptApart(c, asset);
        };
    }

    /** Beyond the limit nothing more is noted: what is like fifty others is told apart by none of them. */
    private static Decision<AssetEvent> note(NotePossibleDuplicates command, Registered asset, Occasion on) {
        var known = asset.sameness();
        var news = command.others().entrySet().stream()
                .filter(it -> !it.getKey().equals(asset.id()))
                .sorted(Map.Entry.comparingByKey(comparing(AssetId::value)))
                .flatMap(it -> news(known, it.getKey(), it.getValue()))
                .map(it -> new PossibleDuplicateFound(it.other(), it.by(), on.at()))
                .toList();
        var free = Limits.POSSIBLE_DUPLICATES_MAX - known.possible().size();
        var told = Stream.concat(
                news.stream().filter(it -> known.with(it.otherId()).isPresent()),
                news.stream().filter(it -> known.with(it.otherId()).isEmpty()).limit(Math.max(0, free)));
        return Decision.acceptAll(told.<AssetEvent>map(it -> it).toList());
    }

    private record News(AssetId other, List<Likeness> by) {}

    private static Stream<News> news(Sameness known, AssetId other, List<Likeness> by) {
        var before = known.with(other).map(PossibleDuplicate::by).orElse(List.of());
        var more = by.stream().filter(it -> !before.contains(it)).sorted().toList();
        return more.isEmpty() ? Stream.empty() : Stream.of(new News(other, more));
    }

    private static Decision<AssetEvent> keepApart(KeepApart command, Registered asset, Occasion on) {
        var possible = asset.sameness().with(command.assetId());
        if (possible.isEmpty()) {
            return Decision.refuse(
                    NO_POSSIBLE_DUPLICATE.because("Nothing was found that makes the two look like one."));
        }
        if (!possible.get().isUndecided()) {
            return nothingToDo();
        }
        return Checks.unlessRefused(
                () -> new KeptApart(
                        command.assetId(),
                        new PossibleDuplicate.KeptApart(command.reason().strip(), on.at())),
                () -> Texts.paragraph("reason", command.reason()));
    }

    /** What was found after the person had looked is still to be looked at. */
    private static Decision<AssetEvent> noteKeptApart(NoteKeptApart command, Registered asset) {
        return asset.sameness()
                .with(command.otherId())
                .filter(it ->
                        it.isUndecided() && !it.since().isAfter(command.how().at()))
                .<Decision<AssetEvent>>map(it -> Decision.accept(new KeptApart(it.other(), command.how())))
                .orElseGet(Decision::nothingToDo);
    }

    /** The possible duplicate that an event is about, as it was first found. */
    static PossibleDuplicate possible(PossibleDuplicateFound found) {
        return new PossibleDuplicate(found.otherId(), found.by(), found.at(), Optional.empty());
    }
}
