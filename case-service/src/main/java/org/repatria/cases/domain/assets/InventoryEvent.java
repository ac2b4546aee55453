package org.repatria.cases.domain.assets;

import org.repatria.cases.domain.assets.Inventory.ShelfNote;

/** What can have happened to the inventory of a case. */
public sealed interface InventoryEvent {

    /** The assets on one shelf stand otherwise than before. */
    record ShelfNoted(ShelfNote said) implements InventoryEvent {}
}
