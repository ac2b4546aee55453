package org.repatria.assets.reactions;

import java.util.List;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.NoteTimePassed;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.MarkRestraintLapsed;
import org.repatria.assets.queries.DueAssets.Due;
import org.repatria.messaging.consuming.CommandFor;

/**
 * A restraint whose last day has passed is presumed to have lapsed, and a clock says what is due. The asset itself
 * decides whether that is so.
 */
public final class WhenSomethingIsDueThenTellItsAsset {

    private WhenSomethingIsDueThenTellItsAsset() {}

    public static List<CommandFor<AssetCommand>> to(List<Due> due) {
        return due.stream()
                .map(one -> new CommandFor<>(one.assetId().value(), command(one)))
                .toList();
    }

    private static AssetCommand command(Due due) {
        return switch (due) {
            case Due.Restraint(var _, var orderId) -> new MarkRestraintLapsed(orderId);
            case Due.Clocks _ -> new NoteTimePassed();
        };
    }
}
