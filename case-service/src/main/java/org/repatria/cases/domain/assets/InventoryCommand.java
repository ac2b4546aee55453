package org.repatria.cases.domain.assets;

import org.repatria.cases.domain.assets.Inventory.ShelfNote;

/** What may be asked of the inventory of a case. */
public sealed interface InventoryCommand {

    /** Take over how the assets on one shelf stand now. */
    record NoteShelf(ShelfNote said) implements InventoryCommand {}
}
