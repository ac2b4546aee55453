package org.repatria.cases.domain.casefile;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.repatria.cases.domain.assets.AssetsByState;
import org.repatria.cases.domain.assets.KnownAssets;
import org.repatria.cases.domain.assets.LinkedAsset;
import org.repatria.cases.domain.facts.Facts;
import org.repatria.cases.domain.leaning.Leanings;
import org.repatria.cases.domain.lifecycle.Courses;
import org.repatria.cases.domain.lifecycle.Step;
import org.repatria.cases.domain.recovery.RecoveryGround;
import org.repatria.cases.domain.safeguards.Safeguards;
import org.repatria.cases.domain.sharing.Disclosures;
import org.repatria.cases.domain.strategy.Run;
import org.repatria.cases.domain.strategy.Strategies;
import org.repatria.clocks.Clocks;

/**
 * What has been found out, agreed, checked and done about one person sought.
 *
 * <p>It is one with the case, because its rules cross its parts: a pathway moves only past its safeguards, and no two
 * pathways move the person at the same time.
 *
 * @param run the latest run of the strategy engine
 * @param toldRun what the other state was told of the runs
 * @param courses pathways, notices and assurances, with what waits for a second person
 * @param knownAssets how those that name the case stand; empty where none was heard of yet
 * @param missing the checks that the next gates of running pathways lack, as last looked at
 * @param lastStep the last move of the case itself
 * @param reviews why safeguards and strategy must be looked at again; empty when nothing asks for it
 * @param leanings what leans on a notice across cases; most cases have none
 * @param recovery on what the recovery of assets rests; empty where no strategy was agreed yet that names it
 * @param assets those that the case keeps itself, from before they had shelves; none once their shelves are told of
 */
public record Dossier(
        Facts facts,
        Optional<Run> run,
        Optional<Run> toldRun,
        Strategies strategies,
        Courses courses,
        Safeguards safeguards,
        Disclosures disclosures,
        Clocks clocks,
        Optional<KnownAssets> knownAssets,
        List<String> missing,
        Optional<Step> lastStep,
        List<String> reviews,
        Optional<Leanings> leanings,
        Optional<RecoveryGround> recovery,
        List<LinkedAsset> assets) {

    public Dossier {
        assets = List.copyOf(assets);
        missing = List.copyOf(missing);
        reviews = List.copyOf(reviews);
    }

    static Dossier empty() {
        return new Dossier(
                Facts.none(),
                Optional.empty(),
                Optional.empty(),
                Strategies.none(),
                Courses.none(),
                Safeguards.none(),
                Disclosures.none(),
                Clocks.none(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** When time alone brings something next: a warning, an end, or a proposal that nobody has decided on. */
    public Optional<Instant> nextAt() {
        return Stream.of(clocks.nextAt(), courses.nextAt())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** What leans on a notice across cases, none included. */
    public Leanings allLeanings() {
        return leanings.orElseGet(Leanings::none);
    }

    /** What the case was last told of its assets, nothing included. */
    public KnownAssets allKnownAssets() {
        return knownAssets.orElseGet(KnownAssets::none);
    }

    /** How all assets of the case stand. */
    public AssetsByState assetsByState() {
        return allKnownAssets().with(assets);
    }

    /** On what the recovery of assets rests, nothing included. */
    public RecoveryGround allRecovery() {
        return recovery.orElseGet(RecoveryGround::none);
    }

    Dossier withFacts(Facts next) {
        return changed(draft -> draft.facts = next);
    }

    /** A run that the other state is told nothing of leaves what it was told. */
    Dossier withRun(Run next, Optional<Run> told) {
        return changed(draft -> {
            draft.run = Optional.of(next);
            draft.toldRun = told.or(() -> toldRun);
        });
    }

    /** A strategy that is proposed anew is the look that a review asks for. */
    Dossier withStrategies(Strategies next) {
        return changed(draft -> {
            draft.strategies = next;
            draft.reviews = List.of();
            draft.leanings = leanings.map(Leanings::reviewed);
        });
    }

    Dossier withCourses(Courses next) {
        return changed(draft -> draft.courses = next);
    }

    Dossier withSafeguards(Safeguards next) {
        return changed(draft -> draft.safeguards = next);
    }

    Dossier withDisclosures(Disclosures next) {
        return changed(draft -> draft.disclosures = next);
    }

    Dossier withClocks(Clocks next) {
        return changed(draft -> draft.clocks = next);
    }

    Dossier withLeanings(Leanings next) {
        return changed(draft -> draft.leanings = Optional.of(next));
    }

    Dossier withRecovery(RecoveryGround next) {
        return changed(draft -> draft.recovery = Optional.of(next));
    }

    Dossier withMissing(List<String> next) {
        return changed(draft -> draft.missing = next);
    }

    Dossier stepped(Step step) {
        return changed(draft -> draft.lastStep = Optional.of(step));
    }

    Dossier toReview(String cause) {
        return reviews.contains(cause)
                ? this
                : changed(draft -> draft.reviews =
                        Stream.concat(reviews.stream(), Stream.of(cause)).toList());
    }

    /** An asset whose shelf is among those told of is no longer kept here. */
    Dossier withAssets(KnownAssets next) {
        return changed(draft -> {
            draft.knownAssets = Optional.of(next);
            draft.assets = next.notIn(assets);
        });
    }

    private Dossier changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.dossier();
    }

    /** The same parts while one change is made; it never leaves this class. */
    private static final class Draft {
        private Facts facts;
        private Optional<Run> run;
        private Optional<Run> toldRun;
        private Strategies strategies;
        private Courses courses;
        private Safeguards safeguards;
        private Disclosures disclosures;
        private Clocks clocks;
        private Optional<KnownAssets> knownAssets;
        private List<String> missing;
        private Optional<Step> lastStep;
        private List<String> reviews;
        private Optional<Leanings> leanings;
        private Optional<RecoveryGround> recovery;
        private List<LinkedAsset> assets;

        Draft(Dossier from) {
            facts = from.facts;
            run = from.run;
            toldRun = from.toldRun;
            strategies = from.strategies;
            courses = from.courses;
            safeguards = from.safeguards;
            disclosures = from.disclosures;
            clocks = from.clocks;
            knownAssets = from.knownAssets;
            missing = from.missing;
            lastStep = from.lastStep;
            reviews = from.reviews;
            leanings = from.leanings;
            recovery = from.recovery;
            assets = from.assets;
        }

        Dossier dossier() {
            return new Dossier(
                    facts,
                    run,
                    toldRun,
                    strategies,
                    courses,
                    safeguards,
                    disclosures,
                    clocks,
                    knownAssets,
                    missing,
                    lastStep,
                    reviews,
                    leanings,
                    recovery,
                    assets);
        }
    }
}
