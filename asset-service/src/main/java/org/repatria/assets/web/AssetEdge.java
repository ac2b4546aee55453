package org.repatria.assets.web;

import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.ValuationRules;
import org.repatria.assets.domain.companies.Company;
import org.repatria.assets.domain.companies.CompanyCommand;
import org.repatria.assets.domain.knowncases.KnownCase;
import org.repatria.assets.domain.knowncases.KnownCaseCommand;
import org.repatria.assets.domain.rates.RateCommand;
import org.repatria.assets.domain.rates.RateSheet;
import org.repatria.edge.Api;
import org.repatria.messaging.Aggregates;
import org.repatria.readmodel.View;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the pages of routes where the platform finds them. */
@Configuration(proxyBeanMethods = false)
class AssetEdge {

    @Bean
    Api assetApi(
            Aggregates<AssetCommand, Asset> assets,
            Aggregates<KnownCaseCommand, KnownCase> knownCases,
            Aggregates<CompanyCommand, Company> companies,
            Aggregates<RateCommand, RateSheet> rates,
            ValuationRules valuationRules,
            @Qualifier("assetsView") View assetsView) {
        return AssetRoutes.api(assets, knownCases, companies, rates, valuationRules, assetsView);
    }

    @Bean
    Api rateApi(Aggregates<RateCommand, RateSheet> rates) {
        return RateRoutes.api(rates);
    }

    @Bean
    Api companyApi(
            Aggregates<KnownCaseCommand, KnownCase> knownCases,
            Aggregates<CompanyCommand, Company> companies,
            @Qualifier("companiesView") View companiesView) {
        return CompanyRoutes.api(companies, new HolderNames.Source(knownCases, companies), companiesView);
    }
}
