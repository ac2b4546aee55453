package org.repatria.assets;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetDecider;
import org.repatria.assets.domain.AssetEvent;
import org.repatria.assets.domain.ValuationRules;
import org.repatria.assets.domain.alike.Alike;
import org.repatria.assets.domain.alike.AlikeCommand;
import org.repatria.assets.domain.alike.AlikeDecider;
import org.repatria.assets.domain.alike.AlikeEvent;
import org.repatria.assets.domain.companies.Company;
import org.repatria.assets.domain.companies.CompanyCommand;
import org.repatria.assets.domain.companies.CompanyDecider;
import org.repatria.assets.domain.companies.CompanyEvent;
import org.repatria.assets.domain.knowncases.KnownCase;
import org.repatria.assets.domain.knowncases.KnownCaseCommand;
import org.repatria.assets.domain.knowncases.KnownCaseDecider;
import org.repatria.assets.domain.knowncases.KnownCaseEvent;
import org.repatria.assets.domain.knownlaw.KnownLaw;
import org.repatria.assets.domain.knownlaw.KnownLawCommand;
import org.repatria.assets.domain.knownlaw.KnownLawDecider;
import org.repatria.assets.domain.knownlaw.KnownLawEvent;
import org.repatria.assets.domain.rates.RateCommand;
import org.repatria.assets.domain.rates.RateDecider;
import org.repatria.assets.domain.rates.RateEvent;
import org.repatria.assets.domain.rates.RateSheet;
import org.repatria.assets.flows.AssetTimekeeper;
import org.repatria.assets.flows.MeetingAssets;
import org.repatria.assets.flows.MeetingPoint;
import org.repatria.assets.flows.PartsOfAssets;
import org.repatria.assets.law.ClocksOfAssets;
import org.repatria.assets.law.ValuationRuleFile;
import org.repatria.assets.publishing.AlikePublishing;
import org.repatria.assets.publishing.AssetPublishing;
import org.repatria.assets.publishing.CompanyPublishing;
import org.repatria.assets.publishing.KnownCasePublishing;
import org.repatria.assets.publishing.KnownLawPublishing;
import org.repatria.assets.publishing.RatePublishing;
import org.repatria.assets.queries.AssetView;
import org.repatria.assets.queries.CompanyView;
import org.repatria.assets.reactions.WhenAssetIsSplitThenRegisterItsParts;
import org.repatria.assets.reactions.WhenAssetIsUnlinkedThenForgetIt;
import org.repatria.assets.reactions.WhenAssetMayBeTwoThenSettleIt;
import org.repatria.assets.reactions.WhenAssetNamesACaseThenAwaitIt;
import org.repatria.assets.reactions.WhenCaseChangesThenNoteItsFacts;
import org.repatria.assets.reactions.WhenCaseChangesThenNoteItsGround;
import org.repatria.assets.reactions.WhenCaseIsErasedThenForgetItsFacts;
import org.repatria.assets.reactions.WhenLawIsAmendedThenCountByIt;
import org.repatria.clocks.ClockRules;
import org.repatria.edge.ClockListener;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.DocumentFeed;
import org.repatria.messaging.Ticker;
import org.repatria.messaging.Topics;
import org.repatria.messaging.consuming.ConsumingWiring;
import org.repatria.messaging.consuming.Consumption;
import org.repatria.messaging.consuming.ParkedListener;
import org.repatria.messaging.consuming.parking.ParkingNotes;
import org.repatria.readmodel.KafkaView;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Joins the rings of the asset service; the only class that sees them all. */
@Configuration(proxyBeanMethods = false)
@Import(ConsumingWiring.class)
class AssetServiceWiring {

    /** @param law the clock rules as they were known at a moment */
    static AggregateType<AssetCommand, Asset, AssetEvent> assetsUnder(Function<Instant, ClockRules> law) {
        return new AggregateType<>(
                "asset",
                "assets",
                "asset",
                Asset.class,
                AssetEvent.class,
                new AssetDecider(law),
                new AssetPublishing());
    }

    /** Kept for ourselves: it has a journal, and no stream. */
    static final AggregateType<KnownCaseCommand, KnownCase, KnownCaseEvent> KNOWN_CASES = new AggregateType<>(
            "known-case",
            "known_cases",
            AggregateType.PRIVATE,
            KnownCase.class,
            KnownCaseEvent.class,
            new KnownCaseDecider(),
            new KnownCasePublishing());

    /** On the stream of assets, which companies are there for. */
    static final AggregateType<CompanyCommand, Company, CompanyEvent> COMPANIES = new AggregateType<>(
            "company",
            "companies",
            "asset",
            Company.class,
            CompanyEvent.class,
            new CompanyDecider(),
            new CompanyPublishing());

    /** Kept for ourselves: rates are brought by people and have a journal. */
    static final AggregateType<RateCommand, RateSheet, RateEvent> RATES = new AggregateType<>(
            "rates",
            "rates",
            AggregateType.PRIVATE,
            RateSheet.class,
            RateEvent.class,
            new RateDecider(),
            new RatePublishing());

    /** Kept for ourselves: its ids are made of identifiers, and nothing of it leaves the service. */
    static final AggregateType<AlikeCommand, Alike, AlikeEvent> ALIKE = new AggregateType<>(
            "alike",
            "alike_assets",
            AggregateType.PRIVATE,
            Alike.class,
            AlikeEvent.class,
            new AlikeDecider(),
            new AlikePublishing());

    /** Kept for ourselves: a copy of what the case service has amended. */
    static final AggregateType<KnownLawCommand, KnownLaw, KnownLawEvent> KNOWN_LAW = new AggregateType<>(
            "known-law",
            "known_law",
            AggregateType.PRIVATE,
            KnownLaw.class,
            KnownLawEvent.class,
            new KnownLawDecider(),
            new KnownLawPublishing());

    @Bean
    Aggregates<RateCommand, RateSheet> rates(AggregatesFactory aggregates) {
        return aggregates.of(RATES);
    }

    @Bean
    ValuationRules valuationRules() {
        return ValuationRuleFile.load();
    }

    /** Read when the service starts, which it does not with a fault in them. */
    @Bean
    ClocksOfAssets clocksOfAssets() {
        return ClocksOfAssets.shipped();
    }

    @Bean
    Aggregates<KnownLawCommand, KnownLaw> knownLaw(AggregatesFactory aggregates) {
        return aggregates.of(KNOWN_LAW);
    }

    /** What was amended before this start is known before the first command. */
    @Bean(destroyMethod = "close")
    DocumentFeed knownLawFeed(Aggregates<KnownLawCommand, KnownLaw> knownLaw, ClocksOfAssets clocksOfAssets) {
        return DocumentFeed.start(knownLaw, KnownLaw.ID, law -> clocksOfAssets.learn(law.amendments()));
    }

    /** Of all that happens to cases it hears of the register of amendments alone. */
    @Bean
    Consumption lawForAssets(Aggregates<KnownLawCommand, KnownLaw> knownLaw, ClocksOfAssets clocksOfAssets) {
        var count = new WhenLawIsAmendedThenCountByIt(clocksOfAssets::demandReadable);
        return Consumption.named("law-for-assets")
                .events(Topics.events("case"))
                .about(KnownLaw.ID)
                .on("reference.clock-rule-changed.v1", knownLaw, count)
                .on("reference.amended.v1", knownLaw, count);
    }

    @Bean
    Aggregates<CompanyCommand, Company> companies(AggregatesFactory aggregates) {
        return aggregates.of(COMPANIES);
    }

    /** With what follows for others that are like an asset: nobody executes a command on one without it. */
    @Bean
    Aggregates<AssetCommand, Asset> assets(
            AggregatesFactory aggregates, ClocksOfAssets clocksOfAssets, DocumentFeed knownLawFeed) {
        return new MeetingAssets(aggregates.of(assetsUnder(clocksOfAssets::at)), aggregates.of(ALIKE));
    }

    /** With what follows for the assets: nobody executes a command on a known case without it. */
    @Bean
    Aggregates<KnownCaseCommand, KnownCase> knownCases(
            AggregatesFactory aggregates, Aggregates<AssetCommand, Asset> assets) {
        return new MeetingPoint(aggregates.of(KNOWN_CASES), assets);
    }

    /** All that follows from our own events. Each consumer more would read every event, and write how far it is. */
    @Bean
    Consumption linksOfAssets(
            Aggregates<KnownCaseCommand, KnownCase> knownCases, Aggregates<AssetCommand, Asset> assets) {
        return Consumption.named("links-of-assets")
                .events(Topics.events("asset"))
                .on("asset.case-awaited.v1", knownCases, new WhenAssetNamesACaseThenAwaitIt())
                .on("asset.unlinked.v1", knownCases, new WhenAssetIsUnlinkedThenForgetIt())
                .on("asset.split.v1", new PartsOfAssets(assets), new WhenAssetIsSplitThenRegisterItsParts())
                .on("asset.registered.v1", assets, new WhenAssetMayBeTwoThenSettleIt())
                .on("asset.kept-apart.v1", assets, new WhenAssetMayBeTwoThenSettleIt())
                .on("asset.merger-changed.v1", assets, new WhenAssetMayBeTwoThenSettleIt())
                .on("asset.identifier-recorded.v1", assets, new WhenAssetMayBeTwoThenSettleIt())
                .on("asset.identifier-corrected.v1", assets, new WhenAssetMayBeTwoThenSettleIt())
                .on("asset.place-recorded.v1", assets, new WhenAssetMayBeTwoThenSettleIt())
                .on("asset.place-corrected.v1", assets, new WhenAssetMayBeTwoThenSettleIt());
    }

    @Bean
    Consumption casesForAssets(Aggregates<KnownCaseCommand, KnownCase> knownCases) {
        return Consumption.named("cases-for-assets")
                .snapshots(Topics.snapshots("case"))
                .on("case.snapshot.v1", knownCases, new WhenCaseChangesThenNoteItsFacts())
                .onErased(knownCases, new WhenCaseIsErasedThenForgetItsFacts());
    }

    /** What only the host state knows of a case, for the assets whose file it holds. */
    @Bean
    Consumption groundsForAssets(Aggregates<KnownCaseCommand, KnownCase> knownCases) {
        return Consumption.named("grounds-for-assets")
                .snapshots(Topics.confidedSnapshots("case"))
                .on("case.confided-snapshot.v1", knownCases, new WhenCaseChangesThenNoteItsGround())
                .onErased(knownCases, new WhenCaseIsErasedThenForgetItsFacts());
    }

    /** What cannot be applied is told on our own stream. */
    @Bean
    ParkedListener parkedListener(AggregatesFactory aggregates) {
        return new ParkingNotes(aggregates.of(ParkingNotes.on("asset")));
    }

    @Bean(destroyMethod = "close")
    KafkaView assetsView(
            @Value("${repatria.view.dir}") Path directory,
            @Value("${repatria.kafka}") String kafka,
            MeterRegistry meters) {
        return KafkaView.open(AssetView.definition(), directory, Map.of("bootstrap.servers", kafka), meters);
    }

    @Bean(destroyMethod = "close")
    KafkaView companiesView(
            @Value("${repatria.view.dir}") Path directory,
            @Value("${repatria.kafka}") String kafka,
            MeterRegistry meters) {
        return KafkaView.open(CompanyView.definition(), directory, Map.of("bootstrap.servers", kafka), meters);
    }

    @Bean
    AssetTimekeeper assetTimekeeper(
            @Qualifier("assetsView") KafkaView assetsView, Aggregates<AssetCommand, Asset> assets, Clock clock) {
        return new AssetTimekeeper(new AssetView(assetsView), assets, clock);
    }

    @Bean(destroyMethod = "close")
    Ticker assetTicker(AssetTimekeeper assetTimekeeper) {
        return Ticker.start("assets of which something is due", AssetTimekeeper.LOOK_EVERY, assetTimekeeper::look);
    }

    @Bean
    ClockListener assetsDueWhenTheClockMoves(Ticker assetTicker) {
        return assetTicker::nudge;
    }
}
