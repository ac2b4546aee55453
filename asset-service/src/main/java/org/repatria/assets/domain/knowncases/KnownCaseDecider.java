package org.repatria.assets.domain.knowncases;

import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.acceptAll;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.Limits;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.AwaitCase;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.EraseFacts;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.ForgetAsset;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.NoteFacts;
import org.repatria.assets.domain.knowncases.KnownCaseCommand.NoteGround;
import org.repatria.assets.domain.knowncases.KnownCaseEvent.AssetForgotten;
import org.repatria.assets.domain.knowncases.KnownCaseEvent.CaseAwaited;
import org.repatria.assets.domain.knowncases.KnownCaseEvent.FactsNoted;
import org.repatria.assets.domain.knowncases.KnownCaseEvent.GroundNoted;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;

/**
 * Where an asset that names a case and the case itself meet.
 *
 * <p>RACE: both arrive on different topics in any order. One document takes both, so one of them comes second and sees
 * the other in the state that it leaves behind; whoever comes second tells the asset.
 */
public final class KnownCaseDecider implements Decider<KnownCaseCommand, KnownCase, KnownCaseEvent> {

    @Override
    public KnownCase initial() {
        return new KnownCase(Optional.empty(), List.of());
    }

    @Override
    public Decision<KnownCaseEvent> decide(KnownCaseCommand command, KnownCase state, Occasion occasion) {
        return switch (command) {
            case AwaitCase c -> await(c, state);
            case ForgetAsset c when state.assets().contains(c.assetId()) -> accept(new AssetForgotten(c.assetId()));
            case ForgetAsset _ -> nothingToDo();
            case NoteFacts c -> note(c, state);
            case NoteGround c when isKnown(c, state) -> nothingToDo();
            case NoteGround c -> accept(new GroundNoted(c.state(), c.ground()));
            case EraseFacts _ -> erase(state);
        };
    }

    @Override
    public KnownCase evolve(KnownCase state, KnownCaseEvent event) {
        return switch (event) {
            case CaseAwaited e -> state.with(with(state.assets(), e.assetId()));
            case AssetForgotten e -> state.with(without(state.assets(), e.assetId()));
            case FactsNoted e -> state.with(e.facts());
            case GroundNoted e -> state.with(e.state(), e.ground());
        };
    }

    private static Decision<KnownCaseEvent> await(AwaitCase command, KnownCase state) {
        if (state.assets().contains(command.assetId())) {
            return nothingToDo();
        }
        return state.assets().size() < Limits.ASSETS_PER_CASE_MAX
                ? accept(new CaseAwaited(command.assetId()))
                : refuse(KnownCaseReason.ASSETS_PER_CASE_MAX_REACHED);
    }

    private static Decision<KnownCaseEvent> note(NoteFacts command, KnownCase state) {
        var events = new ArrayList<KnownCaseEvent>();
        if (!tellsNothingNew(command.facts(), state)) {
            events.add(new FactsNoted(command.facts()));
        }
        command.ground()
                .filter(said -> !isKnown(said, state))
                .ifPresent(said -> events.add(new GroundNoted(said.state(), said.ground())));
        return acceptAll(events);
    }

    /** For the assets that name it, an erased case is a closed one. */
    private static Decision<KnownCaseEvent> erase(KnownCase state) {
        var events = new ArrayList<KnownCaseEvent>();
        state.facts()
                .filter(known -> !known.saySameAs(known.erased()))
                .ifPresent(known -> events.add(new FactsNoted(known.erased())));
        new TreeMap<>(state.grounds()).forEach((whose, ground) -> {
            if (!ground.isErased()) {
                events.add(new GroundNoted(whose, ground.erased()));
            }
        });
        return acceptAll(events);
    }

    private static boolean isKnown(NoteGround said, KnownCase state) {
        return Optional.ofNullable(state.grounds().get(said.state()))
                .filter(known -> known.number() >= said.ground().number())
                .isPresent();
    }

    /** Snapshots may come again and late; an older one never undoes a newer one. */
    private static boolean tellsNothingNew(CaseFacts facts, KnownCase state) {
        return state.facts()
                .filter(known -> facts.version() <= known.version() || facts.saySameAs(known))
                .isPresent();
    }

    private static List<AssetId> with(List<AssetId> assets, AssetId added) {
        var longer = new ArrayList<>(assets);
        longer.add(added);
        return longer;
    }

    private static List<AssetId> without(List<AssetId> assets, AssetId gone) {
        return assets.stream().filter(asset -> !asset.equals(gone)).toList();
    }
}
