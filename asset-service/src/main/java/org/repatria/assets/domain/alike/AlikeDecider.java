package org.repatria.assets.domain.alike;

import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;

import java.util.ArrayList;
import java.util.List;
import org.repatria.assets.domain.Limits;
import org.repatria.assets.domain.alike.AlikeCommand.Join;
import org.repatria.assets.domain.alike.AlikeEvent.AssetJoined;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;

/**
 * Where assets that say the same of themselves meet, by a key that one state alone leads to.
 *
 * <p>RACE: two are registered at one moment. One document takes both, so one of them comes second and sees the other in
 * the state that it leaves behind; whoever comes second tells both. What comes when the meeting is full finds nobody: a
 * description that fits so many things tells none of them apart.
 */
public final class AlikeDecider implements Decider<AlikeCommand, Alike, AlikeEvent> {

    @Override
    public Alike initial() {
        return new Alike(List.of());
    }

    @Override
    public Decision<AlikeEvent> decide(AlikeCommand command, Alike state, Occasion occasion) {
        return switch (command) {
            case Join c when state.assets().contains(c.assetId()) -> nothingToDo();
            case Join _ when state.assets().size() >= Limits.ALIKE_MAX -> nothingToDo();
            case Join c -> accept(new AssetJoined(c.assetId()));
        };
    }

    @Override
    public Alike evolve(Alike state, AlikeEvent event) {
        return switch (event) {
            case AssetJoined e -> {
                var longer = new ArrayList<>(state.assets());
                longer.add(e.assetId());
                yield new Alike(longer);
            }
        };
    }
}
