package org.repatria.assets.publishing;

import static org.repatria.assets.domain.Assets.ACCOUNT;
import static org.repatria.assets.domain.Assets.HOLDINGS;
import static org.repatria.assets.domain.Assets.HOUSE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.assets.ClockLife;
import org.repatria.assets.CompanyLife;
import org.repatria.assets.Life;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetId;
import org.repatria.assets.queries.AssetView;
import org.repatria.assets.queries.CompanyView;
import org.repatria.assets.reactions.WhenAssetIsSplitThenRegisterItsParts;
import org.repatria.assets.reactions.WhenAssetIsUnlinkedThenForgetIt;
import org.repatria.assets.reactions.WhenAssetMayBeTwoThenSettleIt;
import org.repatria.assets.reactions.WhenAssetNamesACaseThenAwaitIt;
import org.repatria.edge.Json;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.readmodel.MemoryView;
import org.repatria.testkit.contracts.PublishedTypesContract;
import tools.jackson.databind.node.ObjectNode;

class AssetContractTest extends PublishedTypesContract {

    private final Life life = new Life();
    private final ClockLife clockLife = new ClockLife();
    private final CompanyLife companyLife = new CompanyLife();

    @Override
    protected Collection<String> publishedTypes() {
        return Set.of(
                "asset.registered.v1",
                "asset.case-awaited.v1",
                "asset.linked.v1",
                "asset.unlinked.v1",
                "asset.identifier-recorded.v1",
                "asset.identifier-corrected.v1",
                "asset.place-recorded.v1",
                "asset.place-corrected.v1",
                "asset.valued.v1",
                "asset.restrained.v1",
                "asset.restraint-extended.v1",
                "asset.restraint-discharged.v1",
                "asset.restraint-lapsed.v1",
                "asset.order-changed.v1",
                "asset.finding-recorded.v1",
                "asset.register-entry-recorded.v1",
                "asset.hearing-recorded.v1",
                "asset.upkeep-due.v1",
                "asset.upkeep-paid.v1",
                "asset.distribution-gap-found.v1",
                "asset.distribution-gap-closed.v1",
                "asset.duplicate-suspected.v1",
                "asset.kept-apart.v1",
                "asset.merger-changed.v1",
                "asset.merger-answered.v1",
                "asset.interest-recorded.v1",
                "asset.interest-ended.v1",
                "asset.interest-corrected.v1",
                "asset.clock-started.v1",
                "asset.clock-warned.v1",
                "asset.clock-met.v1",
                "asset.clock-expired.v1",
                "asset.clock-ended.v1",
                "asset.claim-filed.v1",
                "asset.claim-changed.v1",
                "asset.claim-carried-over.v1",
                "asset.claim-clock-changed.v1",
                "asset.split.v1",
                "asset.order-carried-over.v1",
                "asset.snapshot.v1",
                "company.registered.v1",
                "company.holding-recorded.v1",
                "company.holding-ended.v1",
                "company.holding-corrected.v1",
                "company.snapshot.v1");
    }

    @Override
    protected Collection<Sample> samples() {
        var samples = new ArrayList<Sample>();
        Stream.of(life.journal(), clockLife.journal(), companyLife.journal())
                .flatMap(List::stream)
                .flatMap(entry -> entry.publication().stream())
                .map(publication -> new Sample(publication.type(), publication.data()))
                .forEach(samples::add);
        samples.add(snapshot(ACCOUNT, life.state()));
        samples.add(snapshot(HOUSE, clockLife.state()));
        life.others().forEach(id -> samples.add(snapshot(id, life.state(id))));
        samples.add(companySnapshot());
        return samples;
    }

    private Sample companySnapshot() {
        var published = new CompanyPublishing()
                .snapshot(HOLDINGS.value(), companyLife.state())
                .orElseThrow();
        ObjectNode json = Json.MAPPER.valueToTree(published.data());
        json.put("id", HOLDINGS.value()).put("version", 4);
        return new Sample(published.type(), json.toString());
    }

    private static Sample snapshot(AssetId id, Asset state) {
        var published = new AssetPublishing().snapshot(id.value(), state).orElseThrow();
        ObjectNode json = Json.MAPPER.valueToTree(published.data());
        json.put("id", id.value()).put("version", 7);
        return new Sample(published.type(), json.toString());
    }

    @Override
    protected Collection<String> prefixes() {
        return List.of("asset.", "company.");
    }

    /** What this service itself reads of what it publishes. */
    @Override
    protected void read(String type, String json) {
        var record = PublishedRecord.of(
                type,
                new AssetId(Json.MAPPER.readTree(json).path("assetId").asString("asset-x")).value(),
                1,
                java.time.Instant.EPOCH,
                json);
        switch (type) {
            case "asset.case-awaited.v1" -> new WhenAssetNamesACaseThenAwaitIt().to(record);
            case "asset.registered.v1",
                    "asset.kept-apart.v1",
                    "asset.merger-changed.v1",
                    "asset.identifier-recorded.v1",
                    "asset.identifier-corrected.v1",
                    "asset.place-recorded.v1",
                    "asset.place-corrected.v1" -> new WhenAssetMayBeTwoThenSettleIt().to(record);
            case "asset.split.v1" -> new WhenAssetIsSplitThenRegisterItsParts().to(record);
            case "asset.unlinked.v1" -> new WhenAssetIsUnlinkedThenForgetIt().to(record);
            case "asset.snapshot.v1" -> {
                try (var view = MemoryView.of(AssetView.definition())) {
                    view.put(Json.MAPPER.readTree(json));
                }
            }
            case "company.snapshot.v1" -> {
                try (var view = MemoryView.of(CompanyView.definition())) {
                    view.put(Json.MAPPER.readTree(json));
                }
            }
            default -> {}
        }
    }
}
