package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.COUNTRY_UNKNOWN;
import static org.repatria.assets.domain.AssetReason.DATE_IN_FUTURE;
import static org.repatria.assets.domain.AssetReason.JURISDICTION_NOT_IN_COUNTRY;
import static org.repatria.assets.domain.AssetReason.PLACE_CONTRADICTS;
import static org.repatria.assets.domain.AssetReason.PLACE_CORRECTED;
import static org.repatria.assets.domain.Checks.refusedIf;
import static org.repatria.assets.domain.Checks.unlessRefused;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.GeneralReason.NOT_FOUND;

import java.time.LocalDate;
import java.util.Optional;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.PlaceCommand;
import org.repatria.assets.domain.AssetCommand.PlaceCommand.CorrectPlace;
import org.repatria.assets.domain.AssetCommand.PlaceCommand.RecordPlace;
import org.repatria.assets.domain.AssetEvent.PlaceCorrected;
import org.repatria.assets.domain.AssetEvent.PlaceRecorded;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;

/** What may be said of where an asset is. Nothing is overwritten, and no day has two places. */
final class Locating {

    private Locating() {}

    static Decision<AssetEvent> decide(PlaceCommand command, Registered asset, Occasion on) {
        return switch (command) {
            case RecordPlace c -> record(c, asset, on);
            case CorrectPlace c ->
                asset.places()
                        .stay(c.placeId())
                        .map(it -> correct(c, it, asset, on))
                        .orElseGet(() -> Decision.refuse(
                                Refusal.of(NOT_FOUND, "The asset has no entry of this id on a place.")));
        };
    }

    private static Decision<AssetEvent> record(RecordPlace c, Registered asset, Occasion on) {
        var stay = new Stay(
                c.placeId(),
                c.location().inFull(),
                Optional.of(c.from()),
                c.provenance().inFull(),
                on.at(),
                Optional.empty());
        if (asset.places().inOrder().stream().anyMatch(stay::statesSameAs)) {
            return nothingToDo();
        }
        return unlessRefused(
                () -> new PlaceRecorded(stay),
                () -> broken(c.location()),
                () -> c.provenance().flaw("provenance"),
                () -> inFuture(stay, on),
                () -> Orders.hasLeft(asset, c.from()),
                () -> contradicts(stay, asset.places(), Optional.empty()),
                () -> full(asset.places()));
    }

    private static Decision<AssetEvent> correct(CorrectPlace c, Stay wrong, Registered asset, Occasion on) {
        var stay = new Stay(
                c.correctedBy(), c.location().inFull(), c.from(), c.provenance().inFull(), on.at(), Optional.empty());
        var isDone = wrong.correction()
                .flatMap(it -> asset.places().stay(it.by()))
                .filter(stay::statesSameAs)
                .isPresent();
        if (isDone) {
            return nothingToDo();
        }
        return unlessRefused(
                () -> new PlaceCorrected(
                        wrong.id(), new Stay.Correction(stay.id(), c.reason().strip(), on.at()), stay),
                () -> Texts.paragraph("reason", c.reason()),
                () -> broken(c.location()),
                () -> c.provenance().flaw("provenance"),
                () -> refusedIf(!wrong.counts(), PLACE_CORRECTED, "", "A later entry stands in the place of this one."),
                () -> inFuture(stay, on),
                () -> stay.from().flatMap(day -> Orders.hasLeft(asset, day)),
                () -> contradicts(stay, asset.places(), Optional.of(wrong)),
                () -> full(asset.places()));
    }

    /** What is wrong with a place, wherever it is said. */
    static Optional<Refusal> broken(AssetCommand.Place place) {
        var location = place.inFull();
        return refusedIf(
                        !location.countryIsKnown(),
                        COUNTRY_UNKNOWN,
                        "location/country",
                        "This is no ISO 3166-1 country code.")
                .or(() -> refusedIf(
                        !location.jurisdictionIsInCountry(),
                        JURISDICTION_NOT_IN_COUNTRY,
                        "location/jurisdiction",
                        "This is neither the country nor an ISO 3166-2 part of it."));
    }

    private static Optional<Refusal> inFuture(Stay stay, Occasion on) {
        return refusedIf(
                stay.from()
                        .filter(LocalDate.ofInstant(on.at(), Valuing.EARLIEST_DATE_LINE)::isBefore)
                        .isPresent(),
                DATE_IN_FUTURE,
                "from",
                "A place is recorded once the asset is there.");
    }

    /** Another place that begins with the same day, or as far back as anybody knows. */
    private static Optional<Refusal> contradicts(Stay stay, Places places, Optional<Stay> instead) {
        return places.inOrder().stream()
                .filter(it -> instead.filter(it::equals).isEmpty())
                .filter(it -> it.from().equals(stay.from()))
                .findFirst()
                .map(it -> PLACE_CONTRADICTS.because(
                        "The entry %s says of the same time that it was in %s; correct that one."
                                .formatted(it.id(), it.location().jurisdiction())));
    }

    private static Optional<Refusal> full(Places places) {
        return refusedIf(
                places.all().size() >= Limits.PLACES_MAX,
                ASSET_LIMIT_REACHED,
                "",
                "An asset has at most %d entries on places.".formatted(Limits.PLACES_MAX));
    }
}
