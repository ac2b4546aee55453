package org.repatria.assets;

import java.time.Instant;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.alike.Alike;
import org.repatria.assets.domain.alike.AlikeCommand;
import org.repatria.assets.domain.companies.Company;
import org.repatria.assets.domain.companies.CompanyCommand;
import org.repatria.assets.domain.knowncases.KnownCase;
import org.repatria.assets.domain.knowncases.KnownCaseCommand;
import org.repatria.assets.domain.rates.RateCommand;
import org.repatria.assets.domain.rates.RateSheet;
import org.repatria.assets.flows.MeetingAssets;
import org.repatria.assets.law.ClocksOfAssets;
import org.repatria.clocks.ClockRules;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;

/**
 * The aggregates of this service in memory.
 *
 * @param bareAssets the same assets, without what follows for others
 */
public record Kept(
        Aggregates<AssetCommand, Asset> assets,
        Aggregates<KnownCaseCommand, KnownCase> knownCases,
        Aggregates<CompanyCommand, Company> companies,
        Aggregates<RateCommand, RateSheet> rates,
        Aggregates<AssetCommand, Asset> bareAssets,
        Aggregates<AlikeCommand, Alike> alike) {

    private static final ClockRules LAW = ClocksOfAssets.shipped().at(Instant.EPOCH);

    public static Kept inMemory() {
        var factory = AggregatesFactory.inMemory();
        var bare = factory.of(AssetServiceWiring.assetsUnder(_ -> LAW));
        var alike = factory.of(AssetServiceWiring.ALIKE);
        return new Kept(
                new MeetingAssets(bare, alike),
                factory.of(AssetServiceWiring.KNOWN_CASES),
                factory.of(AssetServiceWiring.COMPANIES),
                factory.of(AssetServiceWiring.RATES),
                bare,
                alike);
    }
}
