package org.repatria.cases.domain.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.repatria.cases.domain.clocks.Clocks;
import org.repatria.cases.domain.facts.Facts;
import org.repatria.cases.domain.leaning.Leanings;
import org.repatria.cases.domain.lifecycle.Courses;
import org.repatria.cases.domain.lifecycle.Step;
import org.repatria.cases.domain.safeguards.Safeguards;
import org.repatria.cases.domain.sharing.Disclosures;
import org.repatria.cases.domain.strategy.Run;
import org.repatria.cases.domain.strategy.Strategies;

/**
 * What has been found out, agreed, checked and done about one person sought.
 *
 * <p>It is one with the case, because its rules cross its parts: a pathway moves only past its safeguards, and no two pathways move
 * the person at the same time.
 *
 * @param run the latest run of the strategy engine
 * @param courses pathways, notices and assurances, with what waits for a second person
 * @param assets those that name the case
 * @param missing the checks that the next gates of running pathways lack, as last looked at
 * @param lastStep the last move of the case itself
 * @param reviews why safeguards and strategy must be looked at again; empty when nothing asks for it
 * @param leanings what leans on a notice across cases; most cases have none
 */
public record Dossier(
        Facts facts,
        Optional<Run> run,
        Strategies strategies,
        Courses courses,
        Safeguards safeguards,
        Disclosures disclosures,
        Clocks clocks,
        List<LinkedAsset> assets,
        List<String> missing,
        Optional<Step> lastStep,
        List<String> reviews,
        Optional<Leanings> leanings) {

    /** LIMIT: assets that one case remembers; a case with more is worked through its lists in the asset service. */
    static final int ASSETS_MAX = 2_000;

    public Dossier {
        assets = List.copyOf(assets);
        missing = List.copyOf(missing);
        reviews = List.copyOf(reviews);
    }

    static Dossier empty() {
        return new Dossier(
                Facts.none(),
                Optional.empty(),
                Strategies.none(),
                Courses.none(),
                Safeguards.none(),
                Disclosures.none(),
                Clocks.none(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** When time alone brings something next: a warning, an end, or a proposal that nobody has decided on. */
    public Optional<Instant> nextAt() {
        return Stream.of(clocks.nextAt(), courses.nextAt())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    Dossier withFacts(Facts next) {
        return new Dossier(
                next,
                run,
                strategies,
                courses,
                safeguards,
                disclosures,
                clocks,
                assets,
                missing,
                lastStep,
                reviews,
                leanings);
    }

    Dossier withRun(Run next) {
        return new Dossier(
                facts,
                Optional.of(next),
                strategies,
                courses,
                safeguards,
                disclosures,
                clocks,
                assets,
                missing,
                lastStep,
                reviews,
                leanings);
    }

    /** A strategy that is proposed anew is the look that a review asks for. */
    Dossier withStrategies(Strategies next) {
        return new Dossier(
                facts,
                run,
                next,
                courses,
                safeguards,
                disclosures,
                clocks,
                assets,
                missing,
                lastStep,
                List.of(),
                leanings.map(Leanings::reviewed));
    }

    Dossier withCourses(Courses next) {
        return new Dossier(
                facts,
                run,
                strategies,
                next,
                safeguards,
                disclosures,
                clocks,
                assets,
                missing,
                lastStep,
                reviews,
                leanings);
    }

    Dossier withSafeguards(Safeguards next) {
        return new Dossier(
                facts,
                run,
                strategies,
                courses,
                next,
                disclosures,
                clocks,
                assets,
                missing,
                lastStep,
                reviews,
                leanings);
    }

    Dossier withDisclosures(Disclosures next) {
        return new Dossier(
                facts,
                run,
                strategies,
                courses,
                safeguards,
                next,
                clocks,
                assets,
                missing,
                lastStep,
                reviews,
                leanings);
    }

    Dossier withClocks(Clocks next) {
        return new Dossier(
                facts,
                run,
                strategies,
                courses,
                safeguards,
                disclosures,
                next,
                assets,
                missing,
                lastStep,
                reviews,
                leanings);
    }

    /** What leans on a notice across cases, none included. */
    public Leanings allLeanings() {
        return leanings.orElseGet(Leanings::none);
    }

    Dossier withLeanings(Leanings next) {
        return new Dossier(
                facts,
                run,
                strategies,
                courses,
                safeguards,
                disclosures,
                clocks,
                assets,
                missing,
                lastStep,
                reviews,
                Optional.of(next));
    }

    Dossier withMissing(List<String> next) {
        return new Dossier(
                facts,
                run,
                strategies,
                courses,
                safeguards,
                disclosures,
                clocks,
                assets,
                next,
                lastStep,
                reviews,
                leanings);
    }

    Dossier stepped(Step step) {
        return new Dossier(
                facts,
                run,
                strategies,
                courses,
                safeguards,
                disclosures,
                clocks,
                assets,
                missing,
                Optional.of(step),
                reviews,
                leanings);
    }

    Dossier toReview(String cause) {
        var more = new ArrayList<>(reviews);
        if (!more.contains(cause)) {
            more.add(cause);
        }
        return new Dossier(
                facts,
                run,
                strategies,
                courses,
                safeguards,
                disclosures,
                clocks,
                assets,
                missing,
                lastStep,
                more,
                leanings);
    }

    Dossier noting(LinkedAsset asset) {
        return withAssets(known -> {
            known.removeIf(other -> other.assetId().equals(asset.assetId()));
            known.add(asset);
            known.sort(Comparator.comparing(LinkedAsset::assetId));
            return known;
        });
    }

    Dossier forgetting(String assetId) {
        return withAssets(known -> {
            known.removeIf(other -> other.assetId().equals(assetId));
            return known;
        });
    }

    private Dossier withAssets(UnaryOperator<List<LinkedAsset>> change) {
        return new Dossier(
                facts,
                run,
                strategies,
                courses,
                safeguards,
                disclosures,
                clocks,
                change.apply(new ArrayList<>(assets)),
                missing,
                lastStep,
                reviews,
                leanings);
    }
}
