package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.DATE_IN_FUTURE;
import static org.repatria.assets.domain.AssetReason.DATE_ORDER_WRONG;
import static org.repatria.assets.domain.AssetReason.ORDER_STEP_UNFIT;
import static org.repatria.assets.domain.Checks.refusedIf;
import static org.repatria.assets.domain.Checks.unlessRefused;
import static org.repatria.decider.Decision.nothingToDo;

import java.time.LocalDate;
import java.util.Optional;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordRegisterEntry;
import org.repatria.assets.domain.AssetEvent.RegisterEntryRecorded;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;

/** How orders come into public registers. There an order that nobody entered binds nobody who buys in good faith. */
final class Registers {

    private Registers() {}

    static Decision<AssetEvent> decide(RecordRegisterEntry command, CourtOrder order, Registered asset, Occasion on) {
        var entry = new RegisterEntry(
                order.id(), command.register().strip(), command.appliedOn(), command.enteredOn(), on.at());
        if (asset.registerEntries().stream().anyMatch(entry::statesSameAs)) {
            return nothingToDo();
        }
        return unlessRefused(
                () -> new RegisterEntryRecorded(entry),
                () -> Texts.line("register", command.register()),
                () -> refusedIf(
                        order.issuedOn().isEmpty(),
                        ORDER_STEP_UNFIT,
                        "",
                        "An order is entered in a register once a court has made it."),
                () -> refusedIf(
                        order.issuedOn().filter(entry.appliedOn()::isBefore).isPresent(),
                        DATE_ORDER_WRONG,
                        "appliedOn",
                        "A register is asked on the day of the order, or later."),
                () -> refusedIf(
                        entry.enteredOn()
                                .filter(day -> day.isBefore(entry.appliedOn()))
                                .isPresent(),
                        DATE_ORDER_WRONG,
                        "enteredOn",
                        "A register enters what it was asked for before."),
                () -> inFuture("appliedOn", Optional.of(entry.appliedOn()), order, on),
                () -> inFuture("enteredOn", entry.enteredOn(), order, on),
                () -> refusedIf(
                        asset.registerEntries().size() >= Limits.REGISTER_ENTRIES_MAX
                                && asset.registerEntries().stream().noneMatch(entry::isSameEntryAs),
                        ASSET_LIMIT_REACHED,
                        "",
                        "Orders on an asset have at most %d entries in registers."
                                .formatted(Limits.REGISTER_ENTRIES_MAX)));
    }

    /** A day that has not come yet where the court of an order sits. */
    static Optional<Refusal> inFuture(String field, Optional<LocalDate> day, CourtOrder order, Occasion on) {
        return refusedIf(
                day.filter(order.dayAt(on.at())::isBefore).isPresent(),
                DATE_IN_FUTURE,
                field,
                "It is recorded once it has happened.");
    }
}
