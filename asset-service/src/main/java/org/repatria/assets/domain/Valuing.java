package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.DATE_IN_FUTURE;
import static org.repatria.assets.domain.AssetReason.LIENS_UNFIT;
import static org.repatria.assets.domain.AssetReason.MONEY_INVALID;
import static org.repatria.assets.domain.Checks.refusedIf;
import static org.repatria.assets.domain.Checks.unlessRefused;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.RecordValuation;
import org.repatria.assets.domain.AssetEvent.AssetValued;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;

/** What must be known of a value before it is added. */
final class Valuing {

    /** A valuer east of Greenwich may already be in tomorrow. */
    static final ZoneOffset EARLIEST_DATE_LINE = ZoneOffset.ofHours(14);

    private Valuing() {}

    static Decision<AssetEvent> decide(RecordValuation command, Registered asset, Occasion on) {
        var money = command.value().flaw();
        var last = asset.valuations().stream().mapToInt(Valuation::number).max().orElse(0);
        var valuation = valuation(command, last + 1, on);
        if (money.isEmpty() && asset.valuations().stream().anyMatch(valuation::statesSameAs)) {
            return Decision.nothingToDo();
        }
        return unlessRefused(
                () -> new AssetValued(valuation),
                () -> money.map(flaw -> MONEY_INVALID.at("value/" + flaw.member(), "This " + flaw.why() + ".")),
                () -> Texts.line("method", command.method()),
                () -> Texts.line("valuer", command.valuer()),
                () -> inFuture(command, on),
                () -> liensFit(command, asset),
                () -> refusedIf(
                        asset.valuations().size() >= Limits.VALUATIONS_MAX,
                        ASSET_LIMIT_REACHED,
                        "",
                        "An asset has at most %d valuations.".formatted(Limits.VALUATIONS_MAX)));
    }

    private static Optional<Refusal> inFuture(RecordValuation command, Occasion on) {
        return refusedIf(
                command.valuedOn().isAfter(LocalDate.ofInstant(on.at(), EARLIEST_DATE_LINE)),
                DATE_IN_FUTURE,
                "valuedOn",
                "A value cannot be found on a day that is yet to come.");
    }

    /** A net value names what is taken off, so that nobody has to ask which liens it counts. */
    private static Optional<Refusal> liensFit(RecordValuation command, Registered asset) {
        var held = asset.interests().stream()
                .filter(it -> it.right() == Right.LIEN_HOLDER && it.isHeldOn(command.valuedOn()))
                .map(Interest::id)
                .toList();
        return refusedIf(
                        command.basis() == Valuation.Basis.GROSS
                                && !command.liens().isEmpty(),
                        LIENS_UNFIT,
                        "liens",
                        "Nothing is taken off in a gross value.")
                .or(() -> refusedIf(
                        !held.containsAll(command.liens()),
                        LIENS_UNFIT,
                        "liens",
                        "Each is the id of an interest of a lien holder in this asset, held on the day of the value."))
                .or(() -> refusedIf(
                        command.basis() == Valuation.Basis.NET
                                && command.liens().isEmpty()
                                && !held.isEmpty(),
                        LIENS_UNFIT,
                        "liens",
                        "A net value names the liens that are taken off; there are %d.".formatted(held.size())));
    }

    private static Valuation valuation(RecordValuation c, int number, Occasion on) {
        var value = c.value().flaw().isEmpty() ? c.value().normal() : c.value();
        return new Valuation(
                number,
                c.kind(),
                value,
                c.valuedOn(),
                c.method().strip(),
                c.valuer().strip(),
                c.basis(),
                on.at(),
                c.liens());
    }
}
