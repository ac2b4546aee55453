package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetRefusal.Rule.COUNTRY_UNKNOWN;
import static org.repatria.assets.domain.AssetRefusal.Rule.IDENTIFIER_DOUBLE;
import static org.repatria.assets.domain.AssetRefusal.Rule.IDENTIFIER_INVALID;
import static org.repatria.assets.domain.AssetRefusal.Rule.IDENTIFIER_MISSING;
import static org.repatria.assets.domain.AssetRefusal.Rule.IDENTIFIER_SCHEME_UNFIT;
import static org.repatria.assets.domain.AssetRefusal.Rule.JURISDICTION_NOT_IN_COUNTRY;
import static org.repatria.assets.domain.AssetRefusal.Rule.LIMIT_REACHED;
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

/** What must be known of an asset before it is taken on file. */
final class Registration {

    private Registration() {}

    static Decision<AssetEvent, AssetRefusal> decide(RegisterAsset command) {
        return unlessRefused(
                () -> registered(command),
                () -> Texts.paragraph("/description", command.description()),
                () -> Texts.paragraph("/source", command.source()),
                () -> refusedIf(
                        !command.location().countryIsKnown(),
                        COUNTRY_UNKNOWN,
                        "/location/country",
                        "This is no ISO 3166-1 country code."),
                () -> refusedIf(
                        !command.location().jurisdictionIsInCountry(),
                        JURISDICTION_NOT_IN_COUNTRY,
                        "/location/jurisdiction",
                        "This is neither the country nor an ISO 3166-2 part of it."),
                () -> refusedIf(
                        command.kind().needsIdentifier()
                                && command.identifiers().isEmpty(),
                        IDENTIFIER_MISSING,
                        "/identifiers",
                        "An asset of this kind needs one of %s."
                                .formatted(command.kind().schemes().stream()
                                        .sorted()
                                        .toList())),
                () -> refusedIf(
                        command.identifiers().size() > Limits.IDENTIFIERS_MAX,
                        LIMIT_REACHED,
                        "/identifiers",
                        "An asset has at most %d identifiers.".formatted(Limits.IDENTIFIERS_MAX)),
                () -> firstBadIdentifier(command),
                () -> firstDoubleIdentifier(command));
    }

    private static AssetRegistered registered(RegisterAsset c) {
        return new AssetRegistered(
                c.assetId(),
                c.kind(),
                c.description().strip(),
                normal(c.identifiers()),
                c.location(),
                c.source().strip(),
                c.confidence(),
                c.authority(),
                c.at());
    }

    private static Optional<AssetRefusal> firstBadIdentifier(RegisterAsset command) {
        return IntStream.range(0, command.identifiers().size())
                .mapToObj(index -> flaw(command, index))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<AssetRefusal> flaw(RegisterAsset command, int index) {
        var identifier = command.identifiers().get(index);
        var field = "/identifiers/" + index;
        if (!command.kind().schemes().contains(identifier.scheme())) {
            return Optional.of(new AssetRefusal(
                    IDENTIFIER_SCHEME_UNFIT,
                    field + "/scheme",
                    "%s does not identify an asset of kind %s.".formatted(identifier.scheme(), command.kind())));
        }
        return switch (identifier.check()) {
            case Valid _ -> Optional.empty();
            case Flawed(var why) ->
                Optional.of(new AssetRefusal(IDENTIFIER_INVALID, field + "/value", "This " + why + "."));
        };
    }

    private static Optional<AssetRefusal> firstDoubleIdentifier(RegisterAsset command) {
        var seen = new HashSet<Identifier>();
        var identifiers = normal(command.identifiers());
        return IntStream.range(0, identifiers.size())
                .filter(index -> !seen.add(identifiers.get(index)))
                .mapToObj(index ->
                        new AssetRefusal(IDENTIFIER_DOUBLE, "/identifiers/" + index, "This identifier is given twice."))
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
