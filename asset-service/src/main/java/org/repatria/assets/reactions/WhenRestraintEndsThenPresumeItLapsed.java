package org.repatria.assets.reactions;

import java.util.List;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.MarkRestraintLapsed;
import org.repatria.assets.queries.DueRestraints.Due;
import org.repatria.messaging.consuming.CommandFor;

/** A restraint whose last day has passed is presumed to have lapsed. The asset itself decides whether that is so. */
public final class WhenRestraintEndsThenPresumeItLapsed {

    private WhenRestraintEndsThenPresumeItLapsed() {}

    public static List<CommandFor<AssetCommand>> to(List<Due> due) {
        return due.stream()
                .<CommandFor<AssetCommand>>map(
                        one -> new CommandFor<>(one.assetId().value(), new MarkRestraintLapsed(one.orderId())))
                .toList();
    }
}
