package org.repatria.cases.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.repatria.cases.domain.casefile.CaseCommand.NoteAsset;
import org.repatria.cases.domain.casefile.LinkedAsset;
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
                .containsExactly(new CommandFor<>(
                        "case-a", new NoteAsset(new LinkedAsset("asset-1", 7, "RESTRAINED"), "XH", AT)));
    }

    @Test
    void an_asset_that_does_not_say_whose_it_is_is_nobodys() {
        assertThat(new WhenAssetChangesThenNoteItOnItsCases().to(SNAPSHOT)).isEmpty();
    }
}
