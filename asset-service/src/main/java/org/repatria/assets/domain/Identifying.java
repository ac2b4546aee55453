package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_DOUBLE;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_MISSING;
import static org.repatria.assets.domain.Checks.refusedIf;
import static org.repatria.assets.domain.Checks.unlessRefused;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.GeneralReason.NOT_FOUND;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.CorrectIdentifier;
import org.repatria.assets.domain.AssetCommand.IdentifierCommand;
import org.repatria.assets.domain.AssetCommand.RecordIdentifier;
import org.repatria.assets.domain.AssetEvent.IdentifierCorrected;
import org.repatria.assets.domain.AssetEvent.IdentifierRecorded;
import org.repatria.assets.domain.identifiers.Checked.Valid;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;

/** What may be said of the numbers by which an asset is told apart. None that was wrong is forgotten. */
final class Identifying {

    private Identifying() {}

    static Decision<AssetEvent> decide(IdentifierCommand command, Registered asset, Occasion on) {
        return switch (command) {
            case RecordIdentifier c -> record(c, asset, on);
            case CorrectIdentifier c -> correct(c, asset, on);
        };
    }

    private static Decision<AssetEvent> record(RecordIdentifier command, Registered asset, Occasion on) {
        var flaw =
                IdentifierRules.flaw(command.identifier(), asset.kind().schemes(), thing(asset.kind()), "identifier");
        if (flaw.isPresent()) {
            return Decision.refuse(flaw.get());
        }
        var identifier = IdentifierRules.normal(List.of(command.identifier())).getFirst();
        if (asset.identifiers().contains(identifier)) {
            return nothingToDo();
        }
        return unlessRefused(
                () -> new IdentifierRecorded(identifier, on.at()),
                () -> refusedIf(
                        asset.identifiers().stream().anyMatch(identifier::isSameAs),
                        IDENTIFIER_DOUBLE,
                        "identifier",
                        "The asset has this identifier already; where it is known from somewhere else, correct it."),
                () -> tooMany(asset.kind(), asset.identifiers().size() + 1));
    }

    private static Decision<AssetEvent> correct(CorrectIdentifier command, Registered asset, Occasion on) {
        var said = new Identifier(command.scheme(), command.value(), Optional.empty());
        var wrong = said.check() instanceof Valid(var value)
                ? new Identifier(said.scheme(), value, Optional.empty())
                : said;
        var flaw = Texts.paragraph("reason", command.reason())
                .or(() -> IdentifierRules.flaw(
                        command.successor(), asset.kind().schemes(), thing(asset.kind()), "successor"));
        if (flaw.isPresent()) {
            return Decision.refuse(flaw.get());
        }
        var successor = IdentifierRules.normal(List.of(command.successor())).getFirst();
        return asset.identifiers().stream()
                .filter(wrong::isSameAs)
                .findFirst()
                .map(it -> correct(
                        new IdentifierCorrection(it, successor, command.reason().strip(), on.at()), asset))
                .orElseGet(() -> isDone(wrong, successor, asset)
                        ? nothingToDo()
                        : Decision.refuse(Refusal.of(NOT_FOUND, "The asset has no such identifier.")));
    }

    private static Decision<AssetEvent> correct(IdentifierCorrection correction, Registered asset) {
        if (correction.wrong().equals(correction.successor())) {
            return nothingToDo();
        }
        return unlessRefused(
                () -> new IdentifierCorrected(correction),
                () -> refusedIf(
                        asset.identifiers().stream()
                                .filter(it -> !it.isSameAs(correction.wrong()))
                                .anyMatch(correction.successor()::isSameAs),
                        IDENTIFIER_DOUBLE,
                        "successor",
                        "The asset has this identifier already."),
                () -> untold(asset.kind(), corrected(asset.identifiers(), correction)),
                () -> refusedIf(
                        asset.corrections().size() >= Limits.CORRECTIONS_MAX,
                        ASSET_LIMIT_REACHED,
                        "",
                        "The identifiers of an asset are corrected at most %d times."
                                .formatted(Limits.CORRECTIONS_MAX)));
    }

    private static boolean isDone(Identifier wrong, Identifier successor, Registered asset) {
        return asset.corrections().stream()
                .anyMatch(it -> it.wrong().isSameAs(wrong) && it.successor().equals(successor));
    }

    /** The identifiers with the right one where the wrong one was. */
    static List<Identifier> corrected(List<Identifier> identifiers, IdentifierCorrection correction) {
        return identifiers.stream()
                .map(it -> it.isSameAs(correction.wrong()) ? correction.successor() : it)
                .toList();
    }

    /** Some identifiers as they read after some corrections, made in their order. */
    static List<Identifier> corrected(List<Identifier> identifiers, List<IdentifierCorrection> corrections) {
        var read = identifiers;
        for (var correction : corrections) {
            read = corrected(read, correction);
        }
        return read;
    }

    /** Those of some corrections that were made to some identifiers, or to what stands in the place of one. */
    static List<IdentifierCorrection> of(List<Identifier> identifiers, List<IdentifierCorrection> corrections) {
        var read = identifiers;
        var made = new ArrayList<IdentifierCorrection>();
        for (var correction : corrections) {
            if (read.stream().anyMatch(correction.wrong()::isSameAs)) {
                made.add(correction);
                read = corrected(read, correction);
            }
        }
        return made;
    }

    /** Why an asset of a kind has no room for so many. */
    static Optional<Refusal> tooMany(AssetKind kind, int number) {
        return refusedIf(
                number > kind.identifiersMax(),
                ASSET_LIMIT_REACHED,
                "",
                "An asset of this kind has at most %d identifiers.".formatted(kind.identifiersMax()));
    }

    /** What is missing to tell the asset apart. */
    static Optional<Refusal> untold(AssetKind kind, List<Identifier> identifiers) {
        return refusedIf(
                kind.needsIdentifier()
                        && identifiers.stream().noneMatch(it -> it.scheme().tellsApart()),
                IDENTIFIER_MISSING,
                "identifiers",
                "An asset of this kind needs one of %s."
                        .formatted(kind.schemes().stream()
                                .filter(Scheme::tellsApart)
                                .sorted()
                                .toList()));
    }

    static String thing(AssetKind kind) {
        return "an asset of kind %s".formatted(kind);
    }
}
