package org.repatria.assets.web;

import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.knowncases.KnownCase;
import org.repatria.assets.domain.knowncases.KnownCaseCommand;
import org.repatria.edge.Api;
import org.repatria.messaging.Aggregates;
import org.repatria.readmodel.View;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the page of routes where the platform finds it. */
@Configuration(proxyBeanMethods = false)
class AssetEdge {

    @Bean
    Api assetApi(
            Aggregates<AssetCommand, Asset> assets, Aggregates<KnownCaseCommand, KnownCase> knownCases, View view) {
        return AssetRoutes.api(assets, knownCases, view);
    }
}
