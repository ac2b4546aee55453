package org.repatria.assets.queries;

import java.time.Instant;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.OrderId;
import reactor.core.publisher.Flux;

/** The restraints whose end has passed and that nobody has marked yet, as far as is known. */
public interface DueRestraints {

    /** Restraints asked about at once; below the commands of one batch. */
    int PAGE_MAX = 200;

    /** All that had ended by a moment; may name some that were marked or extended meanwhile. */
    Flux<Due> endedBy(Instant moment);

    /** A restraint that has ended. */
    record Due(AssetId assetId, OrderId orderId) {}
}
