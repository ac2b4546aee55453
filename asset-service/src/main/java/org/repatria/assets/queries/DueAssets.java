package org.repatria.assets.queries;

import java.time.Instant;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.domain.OrderId;
import reactor.core.publisher.Flux;

/** The assets to which time has brought something that nobody has noted yet, as far as is known. */
public interface DueAssets {

    /** What is asked about at once; below the commands of one batch. */
    int PAGE_MAX = 200;

    /** All that was due by a moment; may name some that was noted or changed meanwhile. */
    Flux<Due> dueBy(Instant moment);

    /** What is due. */
    sealed interface Due {
        AssetId assetId();

        /** A restraint that has ended. */
        record Restraint(AssetId assetId, OrderId orderId) implements Due {}

        /** Clocks that warn, or are over. */
        record Clocks(AssetId assetId) implements Due {}
    }
}
