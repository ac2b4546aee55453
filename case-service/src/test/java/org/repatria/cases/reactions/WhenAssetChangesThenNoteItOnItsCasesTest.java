package org.repatria.cases.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.cases.domain.assets.AssetNews;
import org.repatria.cases.domain.assets.LinkedAsset;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;

final class WhenAssetChangesThenNoteItOnItsCasesTest {

    private static final Instant AT = Instant.parse("2015-03-16T12:00:00Z");

    private static final PublishedRecord SNAPSHOT = PublishedRecord.of("asset.snapshot.v1", "asset-1", 7, AT, """
            {"state": "RESTRAINED", "cases": [{"caseId": "case-a", "standing": "KNOWN"},
             {"caseId": "case-b", "standing": "UNLINKED"}]}""");

    @Test
    void a_case_that_the_asset_has_met_hears_how_it_stands_and_whose_it_is() {
        assertThat(new WhenAssetChangesThenNoteItOnItsCases().to(SNAPSHOT.between("XH")))
                .containsExactly(new CommandFor<>("case-a", stands(new LinkedAsset("asset-1", 7, "RESTRAINED"))));
    }

    @Test
    void it_hears_since_when_it_is_named_and_stands_so_and_until_when_an_order_holds_it() {
        var extended = PublishedRecord.of("asset.snapshot.v1", "asset-1", 9, AT, """
                {"state": "RESTRAINED", "stateChangedAt": "2015-06-09T16:00:00Z", "standsSince": "2015-03-16",
                 "cases": [{"caseId": "case-a", "standing": "KNOWN", "linkedAt": "2015-03-15T10:00:00Z"}],
                 "restraints": [
                  {"orderId": "order-1", "state": "EXTENDED", "issuedOn": "2015-03-16", "endsOn": "2015-06-14"},
                  {"orderId": "order-2", "state": "ISSUED", "issuedOn": "2015-06-09", "endsOn": "2015-09-09",
                   "supersedes": "order-1"},
                  {"orderId": "order-3", "state": "DISCHARGED", "issuedOn": "2014-01-01", "endsOn": "2014-02-01"}]}""");
        assertThat(new WhenAssetChangesThenNoteItOnItsCases().to(extended.between("XH")))
                .containsExactly(new CommandFor<>(
                        "case-a",
                        stands(new LinkedAsset(
                                "asset-1",
                                9,
                                "RESTRAINED",
                                Optional.of(LocalDate.of(2015, 3, 16)),
                                Optional.of(LocalDate.of(2015, 9, 9)),
                                Optional.of(Instant.parse("2015-06-09T16:00:00Z")),
                                Optional.of(Instant.parse("2015-03-15T10:00:00Z"))))));
    }

    @ParameterizedTest
    @CsvSource({
        "INTERLOCUTORY_SALE, ISSUED, SEIZED",
        "CONFISCATION, ISSUED, SEIZED",
        "CONFISCATION, FINAL, IN_DISPOSAL",
        "VALUE_CONFISCATION, PARTLY_SATISFIED, IN_DISPOSAL"
    })
    void a_leave_to_sell_before_the_end_is_to_a_case_no_confiscation(String kind, String status, String standing) {
        var sold = PublishedRecord.of("asset.snapshot.v1", "asset-1", 9, AT, """
                {"state": "IN_DISPOSAL", "cases": [{"caseId": "case-a", "standing": "KNOWN"}],
                 "orders": [{"kind": "SEIZURE", "status": "SERVED"}, {"kind": "%s", "status": "%s"}]}""".formatted(kind, status));
        assertThat(new WhenAssetChangesThenNoteItOnItsCases().to(sold.between("XH")))
                .containsExactly(new CommandFor<>("case-a", stands(new LinkedAsset("asset-1", 9, standing))));
    }

    @Test
    void what_was_split_is_replaced_by_the_part_that_stays_whichever_is_heard_of_first() {
        var whole = PublishedRecord.of("asset.snapshot.v1", "asset-1", 9, AT, """
                {"state": "AWARDED_TO_CLAIMANT", "cases": [{"caseId": "case-a", "standing": "KNOWN"}],
                 "split": {"awarded": "asset-2", "rest": "asset-3"}}""");
        var rest = PublishedRecord.of("asset.snapshot.v1", "asset-3", 2, AT, """
                {"state": "RESTRAINED", "cases": [{"caseId": "case-a", "standing": "KNOWN"}],
                 "partOf": {"assetId": "asset-1", "side": "REST"}}""");
        var won = PublishedRecord.of("asset.snapshot.v1", "asset-2", 2, AT, """
                {"state": "AWARDED_TO_CLAIMANT", "cases": [{"caseId": "case-a", "standing": "KNOWN"}],
                 "partOf": {"assetId": "asset-1", "side": "AWARDED"}}""");
        var reaction = new WhenAssetChangesThenNoteItOnItsCases();
        assertThat(reaction.to(whole.between("XH")))
                .containsExactly(new CommandFor<>("case-a", new AssetNews.Split("asset-1", "asset-3", AT)));
        assertThat(reaction.to(rest.between("XH")))
                .containsExactly(new CommandFor<>(
                        "case-a",
                        new AssetNews.Stands(
                                new LinkedAsset("asset-3", 2, "RESTRAINED"), "XH", Optional.of("asset-1"), AT)));
        assertThat(reaction.to(won.between("XH")))
                .containsExactly(
                        new CommandFor<>("case-a", stands(new LinkedAsset("asset-2", 2, "AWARDED_TO_CLAIMANT"))));
    }

    private static AssetNews stands(LinkedAsset asset) {
        return new AssetNews.Stands(asset, "XH", Optional.empty(), AT);
    }

    @Test
    void an_asset_that_does_not_say_whose_it_is_is_nobodys() {
        assertThat(new WhenAssetChangesThenNoteItOnItsCases().to(SNAPSHOT)).isEmpty();
    }
}
