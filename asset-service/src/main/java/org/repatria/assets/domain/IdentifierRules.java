package org.repatria.assets.domain;

import static org.repatria.assets.domain.AssetReason.IDENTIFIER_DOUBLE;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_INVALID;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_SCHEME_UNFIT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.repatria.assets.domain.identifiers.Checked;
import org.repatria.assets.domain.identifiers.Checked.Flawed;
import org.repatria.assets.domain.identifiers.Checked.Valid;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.decider.Refusal;

/** What must hold for the identifiers of a thing, and the one form in which they are kept. */
public final class IdentifierRules {

    private IdentifierRules() {}

    /**
     * The first rule that is broken.
     *
     * @param schemes that identify such a thing
     * @param thing what it is, such as {@code a company}
     */
    public static Optional<Refusal> broken(List<Identifier> identifiers, Set<Scheme> schemes, String thing) {
        return firstBad(identifiers, schemes, thing).or(() -> firstDouble(identifiers));
    }

    /** The same identifiers in their normal form, none of which is flawed. */
    public static List<Identifier> normal(List<Identifier> identifiers) {
        return identifiers.stream()
                .map(identifier -> new Identifier(
                        identifier.scheme(),
                        valid(identifier.check()),
                        identifier.provenance().map(Provenance::inFull)))
                .toList();
    }

    private static Optional<Refusal> firstBad(List<Identifier> identifiers, Set<Scheme> schemes, String thing) {
        return IntStream.range(0, identifiers.size())
                .mapToObj(index -> flaw(identifiers.get(index), schemes, thing, "identifiers/" + index))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What is wrong with one of them. */
    static Optional<Refusal> flaw(Identifier identifier, Set<Scheme> schemes, String thing, String field) {
        if (!schemes.contains(identifier.scheme())) {
            return Optional.of(IDENTIFIER_SCHEME_UNFIT.at(
                    field + "/scheme", "%s does not identify %s.".formatted(identifier.scheme(), thing)));
        }
        return switch (identifier.check()) {
            case Valid _ -> identifier.provenance().flatMap(it -> it.flaw(field + "/provenance"));
            case Flawed(var why) -> Optional.of(IDENTIFIER_INVALID.at(field + "/value", "This " + why + "."));
        };
    }

    private static Optional<Refusal> firstDouble(List<Identifier> identifiers) {
        var normal = normal(identifiers);
        return IntStream.range(0, normal.size())
                .filter(index -> normal.stream().limit(index).anyMatch(normal.get(index)::isSameAs))
                .mapToObj(index -> IDENTIFIER_DOUBLE.at("identifiers/" + index, "This identifier is given twice."))
                .findFirst();
    }

    private static String valid(Checked checked) {
        return switch (checked) {
            case Valid(var value) -> value;
            case Flawed(var why) -> throw new IllegalStateException("refused before: " + why);
        };
    }
}
