package org.repatria.assets.reactions;

import java.util.List;
import java.util.stream.Stream;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.NoteCaseAppeared;
import org.repatria.assets.domain.AssetCommand.NoteCaseClosed;
import org.repatria.assets.domain.AssetCommand.NoteCaseGround;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.CaseId;
import org.repatria.assets.domain.knowncases.CaseFacts;
import org.repatria.assets.domain.knowncases.KnownCase;
import org.repatria.assets.domain.knowncases.KnownCaseCommand;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.AwaitCase;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.EraseFacts;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.ForgetAsset;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.NoteFacts;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.NoteGround;
import org.repatria.messaging.consuming.CommandFor;

/** Tells the asset how the case stands. Whoever comes second at a known case, the asset or the case, sets it off. */
public final class WhenAssetAndCaseMeetThenTellTheAsset {

    private WhenAssetAndCaseMeetThenTellTheAsset() {}

    /**
     * What follows from a command that was executed.
     *
     * @param after the known case as it stands now
     */
    public static List<CommandFor<AssetCommand>> to(CaseId caseId, KnownCaseCommand command, KnownCase after) {
        return switch (command) {
            case AwaitCase c -> tellAll(List.of(c.assetId()), caseId, after);
            case NoteFacts c when c.ground().isPresent() -> tellAll(after.assets(), caseId, after);
            case NoteFacts _ -> tellStanding(after.assets(), caseId, after);
            case NoteGround _ -> tellGround(after.assets(), caseId, after);
            case EraseFacts _ -> tellAll(after.assets(), caseId, after);
            case ForgetAsset _ -> List.of();
        };
    }

    private static List<CommandFor<AssetCommand>> tellAll(List<AssetId> assets, CaseId caseId, KnownCase known) {
        return Stream.concat(tellStanding(assets, caseId, known).stream(), tellGround(assets, caseId, known).stream())
                .toList();
    }

    /** Each asset takes what is said of the assets of its own state. */
    private static List<CommandFor<AssetCommand>> tellGround(List<AssetId> assets, CaseId caseId, KnownCase known) {
        return known.grounds().isEmpty()
                ? List.of()
                : assets.stream()
                        .map(asset -> new CommandFor<AssetCommand>(
                                asset.value(), new NoteCaseGround(caseId, known.grounds())))
                        .toList();
    }

    private static List<CommandFor<AssetCommand>> tellStanding(List<AssetId> assets, CaseId caseId, KnownCase known) {
        return known.facts().stream()
                .map(facts -> standing(facts, caseId))
                .flatMap(command -> assets.stream().map(asset -> new CommandFor<>(asset.value(), command)))
                .toList();
    }

    private static AssetCommand standing(CaseFacts facts, CaseId caseId) {
        return facts.closed()
                ? new NoteCaseClosed(caseId, facts.states())
                : new NoteCaseAppeared(caseId, facts.states());
    }
}
