package org.repatria.cases.domain.assets;

import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;

import org.repatria.cases.domain.assets.InventoryCommand.NoteShelf;
import org.repatria.cases.domain.assets.InventoryEvent.ShelfNoted;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;

/** Adds up the shelves of a case. What a shelf said later is never undone by what it said before. */
public final class InventoryDecider implements Decider<InventoryCommand, Inventory, InventoryEvent> {

    @Override
    public Inventory initial() {
        return Inventory.none();
    }

    @Override
    public Decision<InventoryEvent> decide(InventoryCommand command, Inventory state, Occasion occasion) {
        return switch (command) {
            case NoteShelf c when isNews(c, state) -> accept(new ShelfNoted(c.said()));
            case NoteShelf _ -> nothingToDo();
        };
    }

    @Override
    public Inventory evolve(Inventory state, InventoryEvent event) {
        return switch (event) {
            case ShelfNoted e -> state.noting(e.said());
        };
    }

    private static boolean isNews(NoteShelf c, Inventory state) {
        return state.of(c.said().shelf())
                .map(known -> known.changes() < c.said().changes())
                .orElse(true);
    }
}
