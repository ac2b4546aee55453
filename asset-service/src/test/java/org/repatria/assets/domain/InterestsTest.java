package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.repatria.assets.domain.AssetReason.TEXT_MISSING;
import static org.repatria.assets.domain.Assets.CARL;
import static org.repatria.assets.domain.Assets.HELD;
import static org.repatria.assets.domain.Assets.HOLDINGS;
import static org.repatria.assets.domain.Assets.KESTREL;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.OWNED;
import static org.repatria.assets.domain.Assets.SISTER;
import static org.repatria.assets.domain.Assets.VINT;
import static org.repatria.assets.domain.Assets.correct;
import static org.repatria.assets.domain.Assets.end;
import static org.repatria.assets.domain.Assets.entry;
import static org.repatria.assets.domain.Assets.holder;
import static org.repatria.assets.domain.Assets.nominee;
import static org.repatria.assets.domain.Assets.owns;
import static org.repatria.assets.domain.Assets.record;
import static org.repatria.assets.domain.Assets.registerHouse;
import static org.repatria.assets.domain.InterestReason.*;
import static org.repatria.decider.GeneralReason.NOT_FOUND;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.InterestCommand.CorrectInterest;
import org.repatria.assets.domain.AssetCommand.InterestCommand.EndInterest;
import org.repatria.assets.domain.AssetEvent.InterestCorrected;
import org.repatria.assets.domain.AssetEvent.InterestEnded;
import org.repatria.assets.domain.AssetEvent.InterestRecorded;
import org.repatria.assets.domain.Right.Whole;
import org.repatria.assets.domain.companies.Companies;
import org.repatria.assets.domain.companies.Company;
import org.repatria.assets.domain.companies.CompanyCommand;
import org.repatria.assets.domain.companies.CompanyCommand.HoldingCommand.RecordHolding;
import org.repatria.assets.domain.companies.CompanyDecider;
import org.repatria.assets.domain.companies.CompanyEvent;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Occasion;
import org.repatria.decider.Reason;
import org.repatria.decider.input.Unfit;

class InterestsTest {

    private static final AssetDecider DECIDER = new AssetDecider();
    private static final CompanyDecider COMPANIES = new CompanyDecider();
    private static final Occasion ON = Occasion.of(CARL, NOON);
    private static final Optional<Fraction> HALF = Optional.of(new Fraction(1, 2));

    @Nested
    class Recording {

        @Test
        void an_interest_is_kept_as_it_was_found() {
            var events = events(house(), record(OWNED, owns(holder(HOLDINGS), 3, 4)));
            assertThat(events).singleElement().isInstanceOfSatisfying(InterestRecorded.class, it -> {
                assertThat(it.at()).isEqualTo(NOON);
                assertThat(it.interest().holder()).isEqualTo(new Holder.OfCompany(HOLDINGS));
                assertThat(it.interest().share()).contains(new Fraction(3, 4));
            });
        }

        @Test
        void recording_it_again_is_nothing_new() {
            assertThat(events(house(record(OWNED, owns(holder(VINT), 1, 2))), record(OWNED, owns(holder(VINT), 1, 2))))
                    .isEmpty();
        }

        @Test
        void the_same_under_another_id_is_refused_and_so_is_something_else_under_the_same_one() {
            var recorded = house(record(OWNED, owns(holder(VINT), 1, 2)));
            refused(recorded, record(HELD, owns(holder(VINT), 50, 100)), INTEREST_ALREADY_RECORDED, "");
            refused(recorded, record(OWNED, owns(holder(VINT), 1, 3)), INTEREST_ALREADY_RECORDED, "");
        }

        @ParameterizedTest
        @CsvSource({
            "OWNER, COMPANY, true", "NOMINEE, COMPANY, true", "BENEFICIAL_OWNER, COMPANY, false",
            "BENEFICIAL_OWNER, CASE, true", "SPOUSE, COMPANY, false", "SPOUSE, PERSON, true",
            "LIEN_HOLDER, COMPANY, true", "TENANT, PERSON, true"
        })
        void the_table_of_rights_says_who_can_have_one(Right right, Holder.Kind kind, boolean can) {
            var holder = switch (kind) {
                case CASE -> holder(VINT);
                case COMPANY -> holder(HOLDINGS);
                case PERSON -> KESTREL;
            };
            var asked = record(OWNED, entry(right, holder, Optional.empty(), "", ""));
            if (can) {
                assertThat(events(house(), asked)).hasSize(1);
            } else {
                refused(house(), asked, HOLDER_UNFIT, "interest/holder");
            }
        }

        @ParameterizedTest
        @CsvSource({"LIEN_HOLDER", "TENANT"})
        void what_is_no_part_has_no_share(Right right) {
            refused(house(), record(OWNED, entry(right, KESTREL, HALF, "", "")), SHARE_UNFIT, "interest/share");
        }

        @Test
        void nobody_directs_a_house_and_nobody_is_the_spouse_of_a_company() {
            refused(
                    house(),
                    record(OWNED, entry(Right.DIRECTOR, KESTREL, Optional.empty(), "", "")),
                    RIGHT_UNFIT,
                    "interest/right");
            refused(
                    COMPANIES.answer(
                            new RecordHolding(OWNED, entry(Right.SPOUSE, KESTREL, Optional.empty(), "", "")),
                            company(),
                            ON),
                    RIGHT_UNFIT,
                    "interest/right");
        }

        @Test
        void a_period_runs_forward() {
            refused(
                    house(),
                    record(OWNED, entry(Right.TENANT, KESTREL, Optional.empty(), "2014-05-02", "2014-05-01")),
                    PERIOD_BACKWARD,
                    "interest/to");
        }

        @Test
        void a_source_is_needed() {
            var it = owns(KESTREL, 1, 2);
            refused(
                    house(),
                    record(
                            OWNED,
                            new InterestEntry(
                                    it.right(), it.holder(), it.share(), it.from(), it.to(), " ", it.confidence())),
                    TEXT_MISSING,
                    "interest/source");
        }

        @Test
        void a_holder_is_named_in_exactly_one_way() {
            assertThatThrownBy(() -> new InterestEntry.Named(
                            Optional.of(VINT), Optional.of("Orla Vint"), Optional.empty(), Optional.empty()))
                    .isInstanceOf(Unfit.class);
            assertThatThrownBy(() -> new InterestEntry.Named(
                            Optional.of(VINT), Optional.empty(), Optional.of(MARCH_16), Optional.empty()))
                    .isInstanceOf(Unfit.class);
        }

        @ParameterizedTest
        @CsvSource({"0, 1", "3, 2", "1, 0", "1, 1000000001"})
        void a_share_is_something_and_not_more_than_all(long parts, long of) {
            assertThatThrownBy(() -> new Fraction(parts, of)).isInstanceOf(Unfit.class);
        }

        @Test
        void there_is_a_limit() {
            var full = new ArrayList<AssetCommand>();
            IntStream.range(0, Limits.INTERESTS_MAX)
                    .forEach(i -> full.add(record(
                            new InterestId("interest-" + i),
                            entry(Right.TENANT, holder(new CaseId("case-" + i)), Optional.empty(), "", ""))));
            refused(
                    house(full.toArray(AssetCommand[]::new)),
                    record(OWNED, owns(KESTREL, 1, 2)),
                    INTEREST_LIMIT_REACHED,
                    "");
        }
    }

    @Nested
    class Sharing {

        @Test
        void three_thirds_are_exactly_the_whole() {
            var asset = house(
                    record(new InterestId("interest-1"), owns(holder(VINT), 1, 3)),
                    record(new InterestId("interest-2"), owns(holder(SISTER), 1, 3)),
                    record(new InterestId("interest-3"), owns(KESTREL, 1, 3)));
            assertThat(Interests.known(asset.interests(), Whole.TITLE, MARCH_16))
                    .hasToString("1");
            refused(
                    asset,
                    record(OWNED, owns(holder(HOLDINGS), 1, 1_000_000_000)),
                    SHARES_EXCEED_WHOLE,
                    "interest/share");
        }

        @Test
        void a_nominee_shares_the_title_with_the_owners() {
            refused(
                    house(record(OWNED, owns(holder(VINT), 1, 2))),
                    record(HELD, nominee(KESTREL, 2, 3)),
                    SHARES_EXCEED_WHOLE,
                    "interest/share");
        }

        @Test
        void what_is_a_share_of_something_else_is_not_added() {
            var asset = house(record(OWNED, owns(holder(VINT), 1, 1)));
            assertThat(events(asset, record(HELD, entry(Right.SPOUSE, KESTREL, HALF, "", ""))))
                    .hasSize(1);
            assertThat(events(asset, record(HELD, entry(Right.BENEFICIAL_OWNER, KESTREL, HALF, "", ""))))
                    .hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({
            "2009-01-01, 2011-12-31, 2012-01-01, '', true",
            "2009-01-01, 2012-01-01, 2012-01-01, '', false",
            "'', '', 2012-01-01, 2012-01-02, false",
            "2012-01-01, 2012-01-02, '', '', false",
            "2012-01-01, '', '', 2011-12-31, true"
        })
        void shares_that_are_held_on_one_day_are_added_and_others_not(
                String from, String to, String otherFrom, String otherTo, boolean fits) {
            var all = Optional.of(new Fraction(2, 3));
            var asset = house(record(OWNED, entry(Right.OWNER, holder(VINT), all, from, to)));
            var other = record(HELD, entry(Right.OWNER, KESTREL, all, otherFrom, otherTo));
            if (fits) {
                assertThat(events(asset, other)).hasSize(1);
            } else {
                refused(asset, other, SHARES_EXCEED_WHOLE, "interest/share");
            }
        }

        @Test
        void an_owner_whose_share_nobody_knows_can_be_recorded_beside_a_known_whole() {
            assertThat(events(
                            house(record(OWNED, owns(holder(VINT), 1, 1))),
                            record(HELD, entry(Right.OWNER, KESTREL, Optional.empty(), "", ""))))
                    .hasSize(1);
        }

        @Test
        void a_company_may_own_of_itself() {
            assertThat(COMPANIES.answer(new RecordHolding(OWNED, owns(holder(HOLDINGS), 1, 10)), company(), ON))
                    .isInstanceOf(Accepted.class);
        }
    }

    @Nested
    class Ending {

        @Test
        void the_end_makes_room_for_the_next_owner_from_the_day_after() {
            var asset = house(record(OWNED, owns(holder(VINT), 1, 1)), end(OWNED));
            refused(
                    asset,
                    record(HELD, entry(Right.OWNER, KESTREL, HALF, "2015-03-16", "")),
                    SHARES_EXCEED_WHOLE,
                    "interest/share");
            assertThat(events(asset, record(HELD, entry(Right.OWNER, KESTREL, HALF, "2015-03-17", ""))))
                    .hasSize(1);
        }

        @Test
        void it_is_kept_with_its_reason() {
            assertThat(events(house(record(OWNED, owns(holder(VINT), 1, 1))), end(OWNED)))
                    .containsExactly(
                            new InterestEnded(OWNED, new Interest.Ending(MARCH_16, "sold to another company", NOON)));
        }

        @Test
        void the_same_end_again_is_nothing_new_and_another_one_is_refused() {
            var asset = house(record(OWNED, owns(holder(VINT), 1, 1)), end(OWNED));
            assertThat(events(asset, end(OWNED))).isEmpty();
            refused(asset, new EndInterest(OWNED, MARCH_16, "given away"), INTEREST_ENDED, "");
        }

        @ParameterizedTest
        @CsvSource({
            "2014-05-01, '', 2014-04-30, PERIOD_BACKWARD",
            "'', 2014-05-01, 2014-05-02, PERIOD_BACKWARD",
            "'', '', 2015-03-18, ENDS_IN_FUTURE"
        })
        void it_lies_in_the_period_and_not_in_the_future(String from, String to, LocalDate day, InterestReason rule) {
            refused(
                    house(record(OWNED, entry(Right.TENANT, KESTREL, Optional.empty(), from, to))),
                    new EndInterest(OWNED, day, "left"),
                    rule,
                    "endedOn");
        }

        @Test
        void a_reason_is_needed() {
            refused(
                    house(record(OWNED, owns(KESTREL, 1, 2))),
                    new EndInterest(OWNED, MARCH_16, " "),
                    TEXT_MISSING,
                    "reason");
        }

        @Test
        void what_was_never_recorded_does_not_end() {
            assertThat(reason(DECIDER.answer(end(OWNED), house(), ON))).isEqualTo(NOT_FOUND);
        }
    }

    @Nested
    class Correcting {

        @Test
        void another_entry_stands_in_its_place_and_the_wrong_one_stays_to_be_read() {
            var asset = house(record(OWNED, owns(KESTREL, 3, 4)));
            var events = events(asset, correct(OWNED, HELD, nominee(KESTREL, 3, 4)));
            assertThat(events).singleElement().isInstanceOf(InterestCorrected.class);
            var after = (Registered) DECIDER.foldFrom(asset, events);
            assertThat(after.interests())
                    .extracting(Interest::id, Interest::counts, Interest::right)
                    .containsExactly(tuple(OWNED, false, Right.OWNER), tuple(HELD, true, Right.NOMINEE));
            assertThat(after.interests().getFirst().correction())
                    .contains(new Interest.Correction(HELD, "holds for somebody else", NOON));
        }

        @Test
        void a_share_may_take_the_place_of_the_wrong_one() {
            assertThat(events(
                            house(record(OWNED, owns(holder(VINT), 1, 1))),
                            correct(OWNED, HELD, owns(holder(VINT), 9, 10))))
                    .hasSize(1);
        }

        @Test
        void what_was_corrected_is_neither_corrected_nor_ended_again() {
            var asset = house(record(OWNED, owns(KESTREL, 3, 4)), correct(OWNED, HELD, nominee(KESTREL, 3, 4)));
            refused(
                    asset,
                    correct(OWNED, new InterestId("interest-third"), owns(holder(VINT), 1, 4)),
                    INTEREST_CORRECTED,
                    "");
            refused(asset, end(OWNED), INTEREST_CORRECTED, "");
        }

        @Test
        void the_correction_keeps_every_rule() {
            var asset = house(record(OWNED, owns(KESTREL, 1, 4)), record(HELD, owns(holder(VINT), 3, 4)));
            refused(
                    asset,
                    correct(OWNED, new InterestId("interest-third"), owns(KESTREL, 1, 2)),
                    SHARES_EXCEED_WHOLE,
                    "interest/share");
            refused(
                    asset,
                    new CorrectInterest(OWNED, new InterestId("interest-third"), owns(KESTREL, 1, 8), " "),
                    TEXT_MISSING,
                    "reason");
        }
    }

    @Nested
    class OfCompanies {

        @Test
        void a_company_is_taken_on_file_once_with_its_number_in_one_form() {
            assertThat(company().identifiers()).extracting(Identifier::value).containsExactly("XH 77-1042");
            assertThat(reason(COMPANIES.answer(Companies.register(HOLDINGS), company(), ON)))
                    .hasToString("COMPANY_ALREADY_REGISTERED");
        }

        @Test
        void a_number_that_names_no_company_is_pointed_at() {
            var c = Companies.register(HOLDINGS);
            var wrong = new CompanyCommand.RegisterCompany(
                    c.companyId(),
                    c.name(),
                    List.of(new Identifier(Scheme.IBAN, "GB82WEST12345698765432", Optional.empty())),
                    c.location(),
                    c.source(),
                    c.confidence());
            refused(
                    COMPANIES.answer(wrong, COMPANIES.initial(), ON),
                    AssetReason.IDENTIFIER_SCHEME_UNFIT,
                    "identifiers/0/scheme");
        }

        @Test
        void nothing_else_can_be_asked_before() {
            assertThat(reason(COMPANIES.answer(new RecordHolding(OWNED, owns(KESTREL, 1, 2)), COMPANIES.initial(), ON)))
                    .isEqualTo(NOT_FOUND);
        }
    }

    private static Company.Registered company() {
        var opened = COMPANIES.answer(Companies.register(HOLDINGS), COMPANIES.initial(), ON);
        return (Company.Registered) COMPANIES.fold(((Accepted<?>) opened)
                .events().stream().map(CompanyEvent.class::cast).toList());
    }

    private static Registered house(AssetCommand... history) {
        var state = DECIDER.foldFrom(DECIDER.initial(), events(DECIDER.initial(), registerHouse()));
        for (var command : history) {
            state = DECIDER.foldFrom(state, events(state, command));
        }
        return (Registered) state;
    }

    private static List<AssetEvent> events(Asset before, AssetCommand command) {
        var decision = DECIDER.answer(command, before, ON);
        assertThat(decision).isInstanceOf(Accepted.class);
        return ((Accepted<AssetEvent>) decision).events();
    }

    private static void refused(Asset before, AssetCommand command, Reason reason, String about) {
        refused(DECIDER.answer(command, before, ON), reason, about);
    }

    private static void refused(Decision<?> decision, Reason reason, String about) {
        assertThat(decision).isInstanceOf(Refused.class);
        assertThat(((Refused<?>) decision).refusal().obstacles())
                .extracting(Obstacle::code, Obstacle::about)
                .containsExactly(tuple(reason.name(), about));
    }

    private static Reason reason(Decision<?> decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused<?>) decision).refusal().reason();
    }
}
