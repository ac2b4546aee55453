package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.COUNTRY_UNKNOWN;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_DOUBLE;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_INVALID;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_MISSING;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_SCHEME_UNFIT;
import static org.repatria.assets.domain.AssetReason.JURISDICTION_NOT_IN_COUNTRY;
import static org.repatria.assets.domain.Checks.refusedIf;
import static org.repatria.assets.domain.Checks.unlessRefused;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.repatria.assets.domain.AssetCommand.RegisterAsset;
import org.repatria.assets.domain.AssetEvent.AssetRegistered;
import org.repatria.assets.domain.identifiers.Checked;
import org.repatria.assets.domain.identifiers.Checked.Flawed;
import org.repatria.assets.domain.identifiers.Checked.Valid;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;

/** What must be known of an asset before it is taken on file. */
final class Registration {

    private Registration() {}

    static Decision<AssetEvent> decide(RegisterAsset command, Occasion on) {
        return unlessRefused(
                () -> registered(command, on),
                () -> Texts.paragraph("description", command.description()),
                () -> Texts.paragraph("source", command.source()),
                () -> refusedIf(
                        !command.location().inFull().countryIsKnown(),
                        COUNTRY_UNKNOWN,
                        "location/country",
                        "This is no ISO 3166-1 country code."),
                () -> refusedIf(
                        !command.location().inFull().jurisdictionIsInCountry(),
                        JURISDICTION_NOT_IN_COUNTRY,
                        "location/jurisdiction",
                        "This is neither the country nor an ISO 3166-2 part of it."),
                () -> refusedIf(
                        command.kind().needsIdentifier()
                                && command.identifiers().isEmpty(),
                        IDENTIFIER_MISSING,
                        "identifiers",
                        "An asset of this kind needs one of %s."
                                .formatted(command.kind().schemes().stream()
                                        .sorted()
                                        .toList())),
                () -> refusedIf(
                        command.identifiers().size() > Limits.IDENTIFIERS_MAX,
                        ASSET_LIMIT_REACHED,
                        "",
                        "An asset has at most %d identifiers.".formatted(Limits.IDENTIFIERS_MAX)),
                () -> firstBadIdentifier(command),
                () -> firstDoubleIdentifier(command));
    }

    private static AssetRegistered registered(RegisterAsset c, Occasion on) {
        return new AssetRegistered(
                c.assetId(),
                c.kind(),
                c.description().strip(),
                normal(c.identifiers()),
                c.location().inFull(),
                c.source().strip(),
                c.confidence(),
                on.by().authority(),
                on.at());
    }

    private static Optional<Refusal> firstBadIdentifier(RegisterAsset command) {
        return IntStream.range(0, command.identifiers().size())
                .mapToObj(index -> flaw(command, index))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> flaw(RegisterAsset command, int index) {
        var identifier = command.identifiers().get(index);
        var field = "identifiers/" + index;
        if (!command.kind().schemes().contains(identifier.scheme())) {
            return Optional.of(IDENTIFIER_SCHEME_UNFIT.at(
                    field + "/scheme",
                    "%s does not identify an asset of kind %s.".formatted(identifier.scheme(), command.kind())));
        }
        return switch (identifier.check()) {
            case Valid _ -> Optional.empty();
            case Flawed(var why) -> Optional.of(IDENTIFIER_INVALID.at(field + "/value", "This " + why + "."));
        };
    }

    private static Optional<Refusal> firstDoubleIdentifier(RegisterAsset command) {
        var seen = new HashSet<Identifier>();
        var identifiers = normal(command.identifiers());
        return IntStream.range(0, identifiers.size())
                .filter(index -> !seen.add(identifiers.get(index)))
                .mapToObj(index -> IDENTIFIER_DOUBLE.at("identifiers/" + index, "This identifier is given twice."))
                .findFirst();
    }

    private static List<Identifier> normal(List<Identifier> identifiers) {
        return identifiers.stream()
                .map(identifier -> new Identifier(identifier.scheme(), valid(identifier.check())))
                .toList();
    }

    private static String valid(Checked checked) {
        return switch (checked) {
            case Valid(var value) -> value;
            case Flawed(var why) -> throw new IllegalStateException("refused before: " + why);
        };
    }
}
