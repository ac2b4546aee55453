package org.repatria.assets.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.Assets.ACCOUNT;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.assets.Life;
import org.repatria.assets.domain.Asset;
import org.repatria.messaging.JournalEntry;
import org.repatria.messaging.JournalEntry.Publication;

class AssetPublishingTest {

    private final Life life = new Life();

    @Nested
    class Telling {

        @Test
        void each_thing_that_happens_is_told_under_its_published_name_and_a_closed_case_is_not_ours_to_tell() {
            assertThat(published())
                    .extracting(Publication::type)
                    .containsExactly(
                            "asset.registered.v1",
                            "asset.case-awaited.v1",
                            "asset.case-awaited.v1",
                            "asset.duplicate-suspected.v1",
                            "asset.kept-apart.v1",
                            "asset.linked.v1",
                            "asset.unlinked.v1",
                            "asset.valued.v1",
                            "asset.restrained.v1",
                            "asset.restrained.v1",
                            "asset.restraint-extended.v1",
                            "asset.restraint-lapsed.v1",
                            "asset.restraint-discharged.v1",
                            "asset.interest-recorded.v1",
                            "asset.interest-corrected.v1",
                            "asset.interest-ended.v1",
                            "asset.finding-recorded.v1",
                            "asset.order-changed.v1",
                            "asset.order-changed.v1",
                            "asset.order-changed.v1",
                            "asset.merger-answered.v1",
                            "asset.merger-changed.v1",
                            "asset.merger-changed.v1",
                            "asset.unlinked.v1",
                            "asset.merger-changed.v1",
                            "asset.merger-changed.v1",
                            "asset.merger-changed.v1",
                            "asset.merger-changed.v1",
                            "asset.case-awaited.v1",
                            "asset.linked.v1",
                            "asset.register-entry-recorded.v1",
                            "asset.upkeep-due.v1",
                            "asset.upkeep-paid.v1",
                            "asset.place-recorded.v1",
                            "asset.place-corrected.v1",
                            "asset.hearing-recorded.v1",
                            "asset.clock-started.v1",
                            "asset.clock-met.v1",
                            "asset.identifier-recorded.v1",
                            "asset.identifier-corrected.v1",
                            "asset.registered.v1",
                            "asset.case-awaited.v1",
                            "asset.linked.v1",
                            "asset.valued.v1",
                            "asset.restrained.v1",
                            "asset.claim-filed.v1",
                            "asset.claim-filed.v1",
                            "asset.claim-changed.v1",
                            "asset.claim-changed.v1",
                            "asset.split.v1",
                            "asset.registered.v1",
                            "asset.order-carried-over.v1",
                            "asset.claim-carried-over.v1",
                            "asset.case-awaited.v1",
                            "asset.registered.v1",
                            "asset.case-awaited.v1",
                            "asset.linked.v1",
                            "asset.order-changed.v1",
                            "asset.order-changed.v1",
                            "asset.finding-recorded.v1",
                            "asset.finding-recorded.v1",
                            "asset.finding-recorded.v1",
                            "asset.claim-filed.v1",
                            "asset.distribution-gap-found.v1",
                            "asset.claim-changed.v1",
                            "asset.distribution-gap-closed.v1",
                            "asset.finding-recorded.v1");
        }

        @Test
        void the_state_told_is_the_one_after_the_event() {
            assertThat(published().stream()
                            .filter(it -> it.type().equals("asset.restraint-discharged.v1"))
                            .map(Publication::data))
                    .singleElement()
                    .asString()
                    .contains("\"state\":\"LAPSED_PRESUMED\"");
        }

        @Test
        void an_owner_who_changes_on_a_day_of_a_restraint_is_told_as_such() {
            assertThat(published().stream()
                            .filter(it -> it.type().startsWith("asset.interest-"))
                            .map(Publication::data))
                    .satisfiesExactly(
                            recorded -> assertThat(recorded).contains("\"whileRestrained\":false"),
                            corrected -> assertThat(corrected).contains("\"whileRestrained\":false"),
                            // Ended on the day on which the order was issued.
                            ended -> assertThat(ended).contains("\"whileRestrained\":true"));
        }

        @Test
        void each_record_says_that_it_is_the_matter_of_the_state_that_holds_the_asset() {
            assertThat(published()).extracting(Publication::states).containsOnly(Set.of("XH"));
        }

        @Test
        void nothing_of_an_asset_that_does_not_exist() {
            assertThat(new AssetPublishing().snapshot(ACCOUNT.value(), new Asset.Unregistered()))
                    .isEmpty();
        }
    }

    @Nested
    class KeepingBack {

        @Test
        void no_full_identifier_no_source_no_reason_no_valuer_and_no_name_of_a_holder_goes_out() {
            var outside = String.join(
                            "\n", published().stream().map(Publication::data).toList())
                    + new AssetPublishing()
                            .snapshot(ACCOUNT.value(), life.state())
                            .orElseThrow()
                    + life.others().stream()
                            .map(id -> new AssetPublishing()
                                    .snapshot(id.value(), life.state(id))
                                    .orElseThrow())
                            .toList();
            assertThat(outside)
                    .doesNotContain("Mira")
                    .doesNotContain("LIEN_HOLDER")
                    .doesNotContain("488310.55")
                    .doesNotContain("GB82WEST12345698765432")
                    .doesNotContain("production order")
                    .doesNotContain("another person's house")
                    .doesNotContain("list of arrivals")
                    .doesNotContain("the wrong port")
                    .doesNotContain("Account opening form")
                    .doesNotContain("70002000")
                    .doesNotContain("read as a 1")
                    .doesNotContain("security given")
                    .doesNotContain("Lake Appraisers")
                    .doesNotContain("Kestrel")
                    .doesNotContain("1961")
                    .doesNotContain("Extract of a register")
                    .doesNotContain("holds for somebody else")
                    .doesNotContain("sold to another company")
                    .doesNotContain("Chart of the flow")
                    .doesNotContain("paid for with public money")
                    .doesNotContain("the spouse by letter")
                    .doesNotContain("by the marshal")
                    .doesNotContain("ana.analyst")
                    .contains("company-holdings")
                    .contains("******************5432");
        }

        @Test
        void all_of_it_is_kept_in_the_journal() {
            var inside = String.join(
                    "\n", life.journal().stream().map(JournalEntry::entry).toList());
            assertThat(inside)
                    .contains("GB82WEST12345698765432")
                    .contains("production order")
                    .contains("security given")
                    .contains("Ivo Kestrel")
                    .contains("Lake Appraisers");
        }
    }

    private List<Publication> published() {
        return life.journal().stream()
                .flatMap(entry -> entry.publication().stream())
                .toList();
    }
}
