package org.repatria.assets.domain;

import static org.repatria.assets.domain.Checks.unlessRefused;

import org.repatria.assets.domain.AssetCommand.RegisterAsset;
import org.repatria.assets.domain.AssetEvent.AssetRegistered;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;

/** What must be known of an asset before it is taken on file. */
final class Registration {

    private Registration() {}

    static Decision<AssetEvent> decide(RegisterAsset command, Occasion on) {
        return unlessRefused(
                () -> registered(command, on),
                () -> Texts.paragraph("description", command.description()),
                () -> Texts.paragraph("source", command.source()),
                () -> Locating.broken(command.location()),
                () -> command.descriptionProvenance().flatMap(it -> it.flaw("descriptionProvenance")),
                () -> Identifying.untold(command.kind(), command.identifiers()),
                () -> Identifying.tooMany(command.kind(), command.identifiers().size()),
                () -> IdentifierRules.broken(
                        command.identifiers(), command.kind().schemes(), Identifying.thing(command.kind())));
    }

    private static AssetRegistered registered(RegisterAsset c, Occasion on) {
        return new AssetRegistered(
                c.assetId(),
                c.kind(),
                c.description().strip(),
                c.descriptionProvenance().map(Provenance::inFull),
                IdentifierRules.normal(c.identifiers()),
                c.location().inFull(),
                c.source().strip(),
                c.confidence(),
                on.by().authority(),
                on.at());
    }
}
