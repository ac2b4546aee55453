package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.DATE_IN_FUTURE;
import static org.repatria.assets.domain.AssetReason.MONEY_INVALID;
import static org.repatria.assets.domain.AssetReason.UPKEEP_PAID;
import static org.repatria.assets.domain.Checks.refusedIf;
import static org.repatria.assets.domain.Checks.unlessRefused;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.GeneralReason.NOT_FOUND;

import java.time.LocalDate;
import java.util.Optional;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.UpkeepCommand;
import org.repatria.assets.domain.AssetCommand.UpkeepCommand.RecordUpkeep;
import org.repatria.assets.domain.AssetCommand.UpkeepCommand.RecordUpkeepPaid;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;

/** What may be asked of what is due for an asset. */
final class Upkeeping {

    private Upkeeping() {}

    static Decision<AssetEvent> decide(UpkeepCommand command, Registered asset, Occasion on) {
        return switch (command) {
            case RecordUpkeep c -> record(c, asset, on);
            case RecordUpkeepPaid c ->
                asset.upkeep().stream()
                        .filter(it -> it.id().equals(c.upkeepId()))
                        .findFirst()
                        .map(it -> pay(c, it, on))
                        .orElseGet(() -> Decision.refuse(Refusal.of(NOT_FOUND, "Nothing of this id is due.")));
        };
    }

    private static Decision<AssetEvent> record(RecordUpkeep c, Registered asset, Occasion on) {
        var flaw = c.amount()
                .flatMap(Money::flaw)
                .map(it -> MONEY_INVALID.at("amount/" + it.member(), "It " + it.why() + "."));
        if (flaw.isPresent()) {
            return Decision.refuse(flaw.get());
        }
        var amount = c.amount().map(Money::normal);
        var upkeep = new Upkeep(
                c.upkeepId(), c.kind(), c.payee().strip(), c.dueOn(), c.zone(), amount, Optional.empty(), on.at());
        if (asset.upkeep().stream().anyMatch(upkeep::statesSameAs)) {
            return nothingToDo();
        }
        return unlessRefused(
                () -> new AssetEvent.UpkeepRecorded(upkeep),
                () -> Texts.line("payee", c.payee()),
                () -> Orders.hasLeft(asset, c.dueOn()),
                () -> refusedIf(
                        asset.upkeep().size() >= Limits.UPKEEP_MAX,
                        ASSET_LIMIT_REACHED,
                        "",
                        "At most %d things are due for an asset.".formatted(Limits.UPKEEP_MAX)));
    }

    private static Decision<AssetEvent> pay(RecordUpkeepPaid c, Upkeep upkeep, Occasion on) {
        if (upkeep.paidOn().equals(Optional.of(c.paidOn()))) {
            return nothingToDo();
        }
        return unlessRefused(
                () -> new AssetEvent.UpkeepPaid(upkeep.id(), c.paidOn(), on.at()),
                () -> refusedIf(upkeep.paidOn().isPresent(), UPKEEP_PAID, "", "It was paid on another day."),
                () -> refusedIf(
                        c.paidOn().isAfter(LocalDate.ofInstant(on.at(), upkeep.zone())),
                        DATE_IN_FUTURE,
                        "paidOn",
                        "A payment is recorded once it was made."));
    }
}
