package org.repatria.cases.publishing;

import java.util.Optional;
import org.repatria.cases.domain.assets.Inventory;
import org.repatria.cases.domain.assets.InventoryCommand;
import org.repatria.cases.domain.assets.InventoryDecider;
import org.repatria.cases.domain.assets.InventoryEvent;
import org.repatria.cases.domain.assets.Shelf;
import org.repatria.cases.domain.assets.ShelfCommand;
import org.repatria.cases.domain.assets.ShelfDecider;
import org.repatria.cases.domain.assets.ShelfEvent;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.Publishing;

/** Nothing: the asset service speaks for its assets, and the case for what it makes of them. */
public final class AssetsOfCasePublishing<S, E> implements Publishing<S, E> {

    private AssetsOfCasePublishing() {}

    /** The shelves of all cases, with their journals. */
    public static AggregateType<ShelfCommand, Shelf, ShelfEvent> shelves() {
        return new AggregateType<>(
                "asset-shelf",
                "asset_shelves",
                AggregateType.PRIVATE,
                Shelf.class,
                ShelfEvent.class,
                new ShelfDecider(),
                new AssetsOfCasePublishing<>());
    }

    /** The sums of the shelves, one for each case. */
    public static AggregateType<InventoryCommand, Inventory, InventoryEvent> inventories() {
        return new AggregateType<>(
                "asset-inventory",
                "asset_inventories",
                AggregateType.PRIVATE,
                Inventory.class,
                InventoryEvent.class,
                new InventoryDecider(),
                new AssetsOfCasePublishing<>());
    }

    @Override
    public Announcement event(String aggregateId, E event, S after) {
        return Announcement.told();
    }

    @Override
    public Optional<Published> snapshot(String aggregateId, S state) {
        return Optional.empty();
    }
}
