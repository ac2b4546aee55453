package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.repatria.assets.domain.AssetReason.ASSET_ALREADY_REGISTERED;
import static org.repatria.assets.domain.AssetReason.ASSET_LIMIT_REACHED;
import static org.repatria.assets.domain.AssetReason.CASE_NOT_LINKED;
import static org.repatria.assets.domain.AssetReason.COUNTRY_UNKNOWN;
import static org.repatria.assets.domain.AssetReason.DATE_IN_FUTURE;
import static org.repatria.assets.domain.AssetReason.DATE_ORDER_WRONG;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_DOUBLE;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_INVALID;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_MISSING;
import static org.repatria.assets.domain.AssetReason.IDENTIFIER_SCHEME_UNFIT;
import static org.repatria.assets.domain.AssetReason.JURISDICTION_NOT_IN_COUNTRY;
import static org.repatria.assets.domain.AssetReason.MONEY_INVALID;
import static org.repatria.assets.domain.AssetReason.RESTRAINT_ALREADY_RECORDED;
import static org.repatria.assets.domain.AssetReason.RESTRAINT_DISCHARGED;
import static org.repatria.assets.domain.AssetReason.RESTRAINT_ENDED_BEFORE_EXTENSION;
import static org.repatria.assets.domain.AssetReason.RESTRAINT_EXTENDED;
import static org.repatria.assets.domain.AssetReason.RESTRAINT_STILL_RUNNING;
import static org.repatria.assets.domain.AssetReason.RESTRAINT_TOO_LONG;
import static org.repatria.assets.domain.AssetReason.TEXT_MISSING;
import static org.repatria.assets.domain.AssetReason.TEXT_TOO_LONG;
import static org.repatria.assets.domain.Assets.AFTER_JUNE_14;
import static org.repatria.assets.domain.Assets.COURT_ZONE;
import static org.repatria.assets.domain.Assets.FIRST;
import static org.repatria.assets.domain.Assets.HOUSE;
import static org.repatria.assets.domain.Assets.JUNE_12;
import static org.repatria.assets.domain.Assets.JUNE_14;
import static org.repatria.assets.domain.Assets.LONGER;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.SECOND;
import static org.repatria.assets.domain.Assets.SEPTEMBER_12;
import static org.repatria.assets.domain.Assets.VINT;
import static org.repatria.assets.domain.Assets.appeared;
import static org.repatria.assets.domain.Assets.appraisal;
import static org.repatria.assets.domain.Assets.at;
import static org.repatria.assets.domain.Assets.atNoon;
import static org.repatria.assets.domain.Assets.closed;
import static org.repatria.assets.domain.Assets.discharge;
import static org.repatria.assets.domain.Assets.extend;
import static org.repatria.assets.domain.Assets.lift;
import static org.repatria.assets.domain.Assets.link;
import static org.repatria.assets.domain.Assets.markLapsed;
import static org.repatria.assets.domain.Assets.registerAccount;
import static org.repatria.assets.domain.Assets.registerHouse;
import static org.repatria.assets.domain.Assets.restrain;
import static org.repatria.assets.domain.Assets.unlink;
import static org.repatria.decider.GeneralReason.NOT_FOUND;

import java.time.Instant;
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
import org.repatria.assets.domain.AssetCommand.Place;
import org.repatria.assets.domain.AssetCommand.RecordValuation;
import org.repatria.assets.domain.AssetCommand.RegisterAsset;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.ExtendRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.RecordRestraint;
import org.repatria.assets.domain.AssetCommand.UnlinkCase;
import org.repatria.assets.domain.AssetEvent.AssetRegistered;
import org.repatria.assets.domain.AssetEvent.AssetValued;
import org.repatria.assets.domain.AssetEvent.CaseLinked;
import org.repatria.assets.domain.AssetEvent.CaseNamed;
import org.repatria.assets.domain.AssetEvent.CaseUnlinked;
import org.repatria.assets.domain.AssetEvent.LinkedCaseClosed;
import org.repatria.assets.domain.AssetEvent.LinkedCaseReopened;
import org.repatria.assets.domain.AssetEvent.RestraintDischarged;
import org.repatria.assets.domain.AssetEvent.RestraintExtended;
import org.repatria.assets.domain.AssetEvent.RestraintLapsed;
import org.repatria.assets.domain.AssetEvent.RestraintRecorded;
import org.repatria.assets.domain.identifiers.Scheme;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;
import org.repatria.testkit.decisions.Laws.Attempt;

class AssetDeciderTest {

    private static final AssetDecider DECIDER = new AssetDecider();

    @Nested
    class Registering {

        @Test
        void an_asset_is_taken_on_file_with_its_identifier_in_one_form() {
            given().when(registerHouse())
                    .then(new AssetRegistered(
                            HOUSE,
                            AssetKind.REAL_ESTATE,
                            "House at the lake",
                            Optional.empty(),
                            List.of(new Identifier(Scheme.LAND_REGISTER, "LAKE COUNTY FOLIO 77", Optional.empty())),
                            new Location("XH", "XH-CA"),
                            "Land register extract",
                            Confidence.HIGH,
                            "XH-CA",
                            NOON));
        }

        @Test
        void an_id_is_used_once() {
            given(registerHouse()).when(registerHouse()).thenRefused(ASSET_ALREADY_REGISTERED, "");
        }

        @Test
        void cash_needs_no_identifier() {
            given().when(house(AssetKind.CASH, List.of())).thenAccepted();
        }

        @Test
        void an_account_needs_one() {
            given().when(house(AssetKind.ACCOUNT, List.of())).thenRefused(IDENTIFIER_MISSING, "identifiers");
        }

        @Test
        void a_ship_has_no_iban() {
            given().when(house(
                            AssetKind.VESSEL,
                            List.of(
                                    new Identifier(Scheme.IMO, "9074729", Optional.empty()),
                                    iban("GB82WEST12345698765432"))))
                    .thenRefused(IDENTIFIER_SCHEME_UNFIT, "identifiers/1/scheme");
        }

        @Test
        void a_wrong_check_digit_is_named_by_field() {
            given().when(house(AssetKind.ACCOUNT, List.of(iban("GB82WEST12345698765431"))))
                    .thenRefused(IDENTIFIER_INVALID, "identifiers/0/value");
        }

        @Test
        void the_same_identifier_in_two_forms_is_given_twice() {
            given().when(house(
                            AssetKind.ACCOUNT,
                            List.of(iban("GB82WEST12345698765432"), iban("gb82 west 1234 5698 7654 32"))))
                    .thenRefused(IDENTIFIER_DOUBLE, "identifiers/1");
        }

        @Test
        void more_identifiers_than_the_limit_are_several_assets() {
            var many = IntStream.rangeClosed(0, Limits.IDENTIFIERS_MAX)
                    .mapToObj(i -> new Identifier(Scheme.SERIAL_NUMBER, "NO " + i, Optional.empty()))
                    .toList();
            given().when(house(AssetKind.VALUABLES, many)).thenRefused(ASSET_LIMIT_REACHED, "");
        }

        @ParameterizedTest
        @CsvSource({"XH, XH, true", "XH, XH-CA, true", "QQ, QQ, true", "HK, HK, true"})
        void countries_may_be_official_or_user_assigned(String country, String jurisdiction) {
            given().when(located(new Place(country, Optional.of(jurisdiction)))).thenAccepted();
        }

        @ParameterizedTest
        @CsvSource({"UK", "xh", "QA1", "''"})
        void other_countries_do_not_exist(String country) {
            given().when(located(new Place(country, Optional.of(country))))
                    .thenRefused(COUNTRY_UNKNOWN, "location/country");
        }

        @ParameterizedTest
        @CsvSource({"XR", "XR-CA", "XH-", "XH-CALIFORNIA"})
        void a_jurisdiction_lies_in_its_country(String jurisdiction) {
            given().when(located(new Place("XH", Optional.of(jurisdiction))))
                    .thenRefused(JURISDICTION_NOT_IN_COUNTRY, "location/jurisdiction");
        }

        @Test
        void a_description_is_needed() {
            given().when(described(" ", "a source")).thenRefused(TEXT_MISSING, "description");
        }

        @Test
        void a_source_is_needed() {
            given().when(described("a house", "")).thenRefused(TEXT_MISSING, "source");
        }

        @Test
        void a_text_has_an_end() {
            given().when(described("a house", "x".repeat(Limits.PARAGRAPH_CHARS_MAX + 1)))
                    .thenRefused(TEXT_TOO_LONG, "source");
        }

        @Test
        void nothing_else_can_be_asked_before() {
            given().when(link(VINT)).thenRefused(Refusal.of(NOT_FOUND, "No asset is known here under this id."));
        }

        private RegisterAsset house(AssetKind kind, List<Identifier> identifiers) {
            var c = registerHouse();
            return new RegisterAsset(
                    c.assetId(),
                    kind,
                    c.description(),
                    Optional.empty(),
                    identifiers,
                    c.location(),
                    c.source(),
                    c.confidence());
        }

        private RegisterAsset located(Place location) {
            var c = registerHouse();
            return new RegisterAsset(
                    c.assetId(),
                    c.kind(),
                    c.description(),
                    Optional.empty(),
                    c.identifiers(),
                    location,
                    c.source(),
                    c.confidence());
        }

        private RegisterAsset described(String description, String source) {
            var c = registerHouse();
            return new RegisterAsset(
                    c.assetId(),
                    c.kind(),
                    description,
                    Optional.empty(),
                    c.identifiers(),
                    c.location(),
                    source,
                    c.confidence());
        }

        private Identifier iban(String value) {
            return new Identifier(Scheme.IBAN, value, Optional.empty());
        }
    }

    @Nested
    class Masking {

        @ParameterizedTest
        @CsvSource({"GB82WEST12345698765432, ******************5432", "9074729, *****29", "AB, **", "ABC, **C"})
        void an_identifier_shows_four_characters_and_never_more_than_a_third(String value, String masked) {
            assertThat(new Identifier(Scheme.SERIAL_NUMBER, value, Optional.empty()).masked())
                    .isEqualTo(masked);
        }
    }

    @Nested
    class Linking {

        @Test
        void a_case_is_named_before_it_is_known() {
            given(registerHouse()).when(link(VINT)).then(new CaseNamed(VINT, NOON));
        }

        @Test
        void naming_it_again_is_nothing_new() {
            given(registerHouse(), link(VINT)).when(link(VINT)).thenNothing();
        }

        @Test
        void the_link_holds_once_the_case_appears() {
            given(registerHouse(), link(VINT)).when(appeared(VINT)).then(new CaseLinked(VINT, NOON));
        }

        @Test
        void a_case_appears_once() {
            given(registerHouse(), link(VINT), appeared(VINT))
                    .when(appeared(VINT))
                    .thenNothing();
        }

        @Test
        void a_case_that_nobody_named_means_nothing() {
            given(registerHouse()).when(appeared(VINT)).thenNothing();
        }

        @Test
        void a_closed_case_is_linked_and_closed() {
            given(registerHouse(), link(VINT))
                    .when(closed(VINT))
                    .then(new CaseLinked(VINT, NOON), new LinkedCaseClosed(VINT, NOON));
        }

        @Test
        void the_closing_of_a_known_case_is_noted() {
            given(registerHouse(), link(VINT), appeared(VINT))
                    .when(closed(VINT))
                    .then(new LinkedCaseClosed(VINT, NOON));
        }

        @Test
        void a_case_closes_once() {
            given(registerHouse(), link(VINT), closed(VINT)).when(closed(VINT)).thenNothing();
        }

        @Test
        void the_closing_of_a_case_that_nobody_named_means_nothing() {
            given(registerHouse()).when(closed(VINT)).thenNothing();
        }

        @Test
        void a_closed_case_may_be_opened_again() {
            given(registerHouse(), link(VINT), closed(VINT))
                    .when(appeared(VINT))
                    .then(new LinkedCaseReopened(VINT, NOON));
        }

        @Test
        void a_link_is_taken_back_with_a_reason() {
            given(registerHouse(), link(VINT))
                    .when(unlink(VINT))
                    .then(new CaseUnlinked(VINT, "another person's house", NOON));
        }

        @Test
        void without_a_reason_it_stays() {
            given(registerHouse(), link(VINT)).when(new UnlinkCase(VINT, " ")).thenRefused(TEXT_MISSING, "reason");
        }

        @Test
        void what_is_not_linked_cannot_be_unlinked() {
            given(registerHouse()).when(unlink(VINT)).thenRefused(CASE_NOT_LINKED, "");
        }

        @Test
        void links_have_a_limit() {
            var full = new ArrayList<AssetCommand>(List.of(registerHouse()));
            IntStream.range(0, Limits.LINKS_MAX).forEach(i -> full.add(link(new CaseId("case-" + i))));
            given(full.toArray(AssetCommand[]::new)).when(link(VINT)).thenRefused(ASSET_LIMIT_REACHED, "");
        }
    }

    @Nested
    class Valuing {

        @Test
        void a_value_is_added_with_the_decimals_of_its_currency() {
            given(registerHouse())
                    .when(appraisal("1850000", "USD"))
                    .then(new AssetValued(new Valuation(
                            1,
                            Valuation.Kind.MARKET_APPRAISAL,
                            new Money("1850000.00", "USD"),
                            MARCH_16,
                            "comparable sales",
                            "Lake Appraisers",
                            Valuation.Basis.GROSS,
                            NOON,
                            List.of())));
        }

        @Test
        void values_are_numbered() {
            var state = given(registerHouse(), appraisal("1.00", "USD"), appraisal("2.00", "USD"))
                    .state();
            assertThat(state.valuations()).extracting(Valuation::number).containsExactly(1, 2);
        }

        @Test
        void the_same_finding_again_is_nothing_new() {
            given(registerHouse(), appraisal("1.00", "USD"))
                    .when(appraisal("1", "USD"))
                    .thenNothing();
        }

        @ParameterizedTest
        @CsvSource({
            "1.001, USD",
            "1.5, JPY",
            "1.0001, BHD",
            "01.00, USD",
            "-1, USD",
            "1e3, USD",
            "1000000000000, USD",
            "'', USD"
        })
        void an_amount_that_its_currency_cannot_have_is_refused(String amount, String currency) {
            given(registerHouse()).when(appraisal(amount, currency)).thenRefused(MONEY_INVALID, "value/amount");
        }

        @ParameterizedTest
        @CsvSource({"USX", "usd", "XAU", "''"})
        void a_currency_that_is_none_is_refused(String currency) {
            given(registerHouse()).when(appraisal("1", currency)).thenRefused(MONEY_INVALID, "value/currency");
        }

        @ParameterizedTest
        @CsvSource({"999999999999.99, USD", "150, JPY", "1.234, BHD", "0, EUR"})
        void an_amount_that_fits_is_taken(String amount, String currency) {
            given(registerHouse()).when(appraisal(amount, currency)).thenAccepted();
        }

        @Test
        void a_value_of_a_day_to_come_is_refused() {
            var c = appraisal("1", "USD");
            given(registerHouse())
                    .when(new RecordValuation(
                            c.kind(),
                            c.value(),
                            LocalDate.parse("2015-03-18"),
                            c.method(),
                            c.valuer(),
                            c.basis(),
                            List.of()))
                    .thenRefused(DATE_IN_FUTURE, "valuedOn");
        }

        @Test
        void method_and_valuer_are_needed() {
            var c = appraisal("1", "USD");
            given(registerHouse())
                    .when(new RecordValuation(c.kind(), c.value(), MARCH_16, "", c.valuer(), c.basis(), List.of()))
                    .thenRefused(TEXT_MISSING, "method");
            given(registerHouse())
                    .when(new RecordValuation(c.kind(), c.value(), MARCH_16, c.method(), "", c.basis(), List.of()))
                    .thenRefused(TEXT_MISSING, "valuer");
        }

        @Test
        void values_have_a_limit() {
            var full = new ArrayList<AssetCommand>(List.of(registerHouse()));
            IntStream.range(0, Limits.VALUATIONS_MAX).forEach(i -> full.add(appraisal("" + i, "USD")));
            given(full.toArray(AssetCommand[]::new))
                    .when(appraisal("999", "USD"))
                    .thenRefused(ASSET_LIMIT_REACHED, "");
        }
    }

    @Nested
    class Restraining {

        @Test
        void a_court_s_order_restrains_the_asset() {
            var then = borne().when(restrain(FIRST));
            assertThat(then.events()).singleElement().isInstanceOf(RestraintRecorded.class);
            assertThat(then.state().status()).isEqualTo(AssetStatus.RESTRAINED);
        }

        @Test
        void recording_it_again_is_nothing_new() {
            borne(restrain(FIRST)).when(restrain(FIRST)).thenNothing();
        }

        @Test
        void the_same_decision_under_another_id_is_refused() {
            var c = restrain(FIRST);
            borne(c).when(new RecordRestraint(
                            SECOND,
                            c.courtReference(),
                            c.legalBasis(),
                            c.issuedOn(),
                            c.endsOn(),
                            COURT_ZONE,
                            Optional.empty()))
                    .thenRefused(RESTRAINT_ALREADY_RECORDED, "");
        }

        @Test
        void another_end_under_the_same_id_is_refused() {
            borne(restrain(FIRST)).when(restrain(FIRST, JUNE_12)).thenRefused(RESTRAINT_ALREADY_RECORDED, "");
        }

        @Test
        void an_order_is_recorded_once_it_was_issued() {
            borne().when(order(LocalDate.parse("2015-03-17"), JUNE_14)).thenRefused(DATE_IN_FUTURE, "issuedOn");
        }

        @Test
        void an_order_ends_after_it_was_issued() {
            borne().when(order(MARCH_16, LocalDate.parse("2015-03-15"))).thenRefused(DATE_ORDER_WRONG, "endsOn");
        }

        @Test
        void an_order_of_one_day_holds_on_that_day() {
            borne().when(order(MARCH_16, MARCH_16)).thenAccepted();
        }

        @Test
        void no_order_runs_for_ever() {
            borne().when(order(MARCH_16, LocalDate.parse("2030-03-17"))).thenRefused(RESTRAINT_TOO_LONG, "endsOn");
        }

        @Test
        void reference_and_legal_basis_are_needed() {
            var c = restrain(FIRST);
            borne().when(new RecordRestraint(
                            FIRST, " ", c.legalBasis(), MARCH_16, JUNE_14, COURT_ZONE, Optional.empty()))
                    .thenRefused(TEXT_MISSING, "courtReference");
            borne().when(new RecordRestraint(
                            FIRST, c.courtReference(), "", MARCH_16, JUNE_14, COURT_ZONE, Optional.empty()))
                    .thenRefused(TEXT_MISSING, "legalBasis");
        }

        @Test
        void orders_have_a_limit() {
            var full = new ArrayList<AssetCommand>();
            IntStream.range(0, Limits.ORDERS_MAX).forEach(i -> full.add(restrain(new OrderId("order-" + i))));
            borne(full.toArray(AssetCommand[]::new)).when(restrain(FIRST)).thenRefused(ASSET_LIMIT_REACHED, "");
        }

        private RecordRestraint order(LocalDate issuedOn, LocalDate endsOn) {
            return new RecordRestraint(FIRST, "15-misc-1", "a basis", issuedOn, endsOn, COURT_ZONE, Optional.empty());
        }
    }

    @Nested
    class Extending {

        private static final Instant IN_JUNE = Instant.parse("2015-06-12T18:00:00Z");

        @Test
        void an_extension_is_a_successor_and_the_asset_stays_restrained() {
            var then = borne(restrain(FIRST)).when(extend(FIRST, LONGER, IN_JUNE));
            assertThat(then.events()).singleElement().isInstanceOf(RestraintExtended.class);
            assertThat(then.state().orders())
                    .extracting(
                            CourtOrder::id,
                            CourtOrder::status,
                            it -> it.endsOn().orElseThrow())
                    .containsExactly(
                            tuple(FIRST, OrderStatus.EXTENDED, JUNE_14),
                            tuple(LONGER, OrderStatus.ISSUED, SEPTEMBER_12));
            assertThat(then.state().status()).isEqualTo(AssetStatus.RESTRAINED);
        }

        @Test
        void recording_it_again_is_nothing_new() {
            borne(restrain(FIRST))
                    .and(extend(FIRST, LONGER, IN_JUNE))
                    .when(extend(FIRST, LONGER, IN_JUNE))
                    .thenNothing();
        }

        @Test
        void an_extended_order_is_extended_through_its_successor() {
            borne(restrain(FIRST))
                    .and(extend(FIRST, LONGER, IN_JUNE))
                    .when(extend(FIRST, SECOND, IN_JUNE))
                    .thenRefused(RESTRAINT_EXTENDED, "");
        }

        @Test
        void an_extension_recorded_late_ends_the_presumption() {
            var then = borne(restrain(FIRST))
                    .and(markLapsed(FIRST, AFTER_JUNE_14))
                    .when(extend(FIRST, LONGER, AFTER_JUNE_14));
            assertThat(then.state().status()).isEqualTo(AssetStatus.RESTRAINED);
        }

        @Test
        void what_a_court_orders_after_the_end_is_no_extension() {
            var late = new ExtendRestraint(
                    FIRST, LONGER, "15-misc-9", "a basis", LocalDate.parse("2015-06-15"), SEPTEMBER_12);
            borne(restrain(FIRST))
                    .when(at(AFTER_JUNE_14, late))
                    .thenRefused(RESTRAINT_ENDED_BEFORE_EXTENSION, "issuedOn");
        }

        @Test
        void an_extension_ends_later() {
            var shorter = new ExtendRestraint(FIRST, LONGER, "15-misc-9", "a basis", JUNE_12, JUNE_14);
            borne(restrain(FIRST)).when(at(IN_JUNE, shorter)).thenRefused(DATE_ORDER_WRONG, "endsOn");
        }

        @Test
        void an_extension_is_not_older_than_its_order() {
            var older = new ExtendRestraint(
                    FIRST, LONGER, "15-misc-9", "a basis", LocalDate.parse("2015-03-15"), SEPTEMBER_12);
            borne(restrain(FIRST)).when(at(IN_JUNE, older)).thenRefused(DATE_ORDER_WRONG, "issuedOn");
        }

        @Test
        void an_extension_is_recorded_once_it_was_issued() {
            borne(restrain(FIRST)).when(extend(FIRST, LONGER, NOON)).thenRefused(DATE_IN_FUTURE, "issuedOn");
        }

        @Test
        void a_discharged_order_cannot_be_extended() {
            borne(restrain(FIRST))
                    .and(discharge(FIRST, NOON))
                    .when(extend(FIRST, LONGER, IN_JUNE))
                    .thenRefused(RESTRAINT_DISCHARGED, "");
        }

        @Test
        void an_order_that_was_never_recorded_cannot_be_extended() {
            borne().when(extend(FIRST, LONGER, IN_JUNE))
                    .thenRefused(Refusal.of(NOT_FOUND, "The asset has no court order of this id."));
        }
    }

    @Nested
    class Discharging {

        @Test
        void the_court_ends_the_order_and_the_asset_is_released() {
            var then = borne(restrain(FIRST)).when(discharge(FIRST, NOON));
            assertThat(then.events())
                    .containsExactly(new RestraintDischarged(
                            FIRST,
                            new CourtOrder.Discharge(
                                    MARCH_16,
                                    "security given",
                                    Optional.of("15-misc-lifted-order-first"),
                                    Optional.empty(),
                                    NOON)));
            assertThat(then.state().status()).isEqualTo(AssetStatus.RELEASED);
        }

        @Test
        void another_running_order_keeps_the_asset_restrained() {
            var then = borne(restrain(FIRST), restrain(SECOND)).when(discharge(FIRST, NOON));
            assertThat(then.state().status()).isEqualTo(AssetStatus.RESTRAINED);
        }

        @Test
        void the_same_discharge_again_is_nothing_new() {
            borne(restrain(FIRST))
                    .and(discharge(FIRST, NOON))
                    .when(discharge(FIRST, AFTER_JUNE_14))
                    .thenNothing();
        }

        @Test
        void another_discharge_is_refused() {
            borne(restrain(FIRST))
                    .and(discharge(FIRST, NOON))
                    .when(lift(FIRST, MARCH_16, "another reason"))
                    .thenRefused(RESTRAINT_DISCHARGED, "");
        }

        @Test
        void an_extended_order_is_discharged_through_its_successor() {
            borne(restrain(FIRST))
                    .and(extend(FIRST, LONGER, AFTER_JUNE_14))
                    .when(discharge(FIRST, AFTER_JUNE_14))
                    .thenRefused(RESTRAINT_EXTENDED, "");
        }

        @Test
        void a_discharge_may_confirm_what_was_presumed() {
            var then =
                    borne(restrain(FIRST)).and(markLapsed(FIRST, AFTER_JUNE_14)).when(discharge(FIRST, AFTER_JUNE_14));
            assertThat(then.state().status()).isEqualTo(AssetStatus.RELEASED);
        }

        @ParameterizedTest
        @CsvSource({"2015-03-15, DATE_ORDER_WRONG", "2015-03-17, DATE_IN_FUTURE"})
        void a_discharge_happened_while_the_order_existed_and_not_tomorrow(LocalDate day, AssetReason rule) {
            borne(restrain(FIRST)).when(lift(FIRST, day, "security given")).thenRefused(rule, "dischargedOn");
        }

        @Test
        void a_reason_is_needed() {
            borne(restrain(FIRST)).when(lift(FIRST, MARCH_16, "")).thenRefused(TEXT_MISSING, "reason");
        }
    }

    @Nested
    class Lapsing {

        @Test
        void a_passed_end_is_presumed_to_be_a_lapse() {
            var then = borne(restrain(FIRST)).when(markLapsed(FIRST, AFTER_JUNE_14));
            assertThat(then.events()).containsExactly(new RestraintLapsed(FIRST, AFTER_JUNE_14));
            assertThat(then.state().status()).isEqualTo(AssetStatus.LAPSED_PRESUMED);
        }

        @Test
        void the_last_day_belongs_to_the_order_until_midnight_at_the_court() {
            borne(restrain(FIRST))
                    .when(markLapsed(FIRST, AFTER_JUNE_14.minusNanos(1)))
                    .thenRefused(RESTRAINT_STILL_RUNNING, "");
        }

        @Test
        void it_happens_once() {
            borne(restrain(FIRST))
                    .and(markLapsed(FIRST, AFTER_JUNE_14))
                    .when(markLapsed(FIRST, AFTER_JUNE_14))
                    .thenNothing();
        }

        @Test
        void a_successor_stands_in_the_way() {
            borne(restrain(FIRST))
                    .and(extend(FIRST, LONGER, AFTER_JUNE_14))
                    .when(markLapsed(FIRST, AFTER_JUNE_14))
                    .thenRefused(RESTRAINT_EXTENDED, "");
        }

        @Test
        void a_discharge_stands_in_the_way() {
            borne(restrain(FIRST))
                    .and(discharge(FIRST, NOON))
                    .when(markLapsed(FIRST, AFTER_JUNE_14))
                    .thenRefused(RESTRAINT_DISCHARGED, "");
        }

        @Test
        void the_register_alone_leads_to_no_state() {
            assertThat(given(registerAccount()).state().status()).isEqualTo(AssetStatus.IDENTIFIED);
        }
    }

    /** A house whose case bears an order, of which all this was asked at noon. */
    private static Given borne(AssetCommand... history) {
        var all = new ArrayList<AssetCommand>(List.of(registerHouse()));
        all.addAll(Assets.bearing(VINT));
        all.addAll(List.of(history));
        return given(all.toArray(AssetCommand[]::new));
    }

    /** An asset of which all this was asked at noon. */
    private static Given given(AssetCommand... history) {
        var given = new Given(DECIDER.initial());
        for (var command : history) {
            given = given.and(atNoon(command));
        }
        return given;
    }

    private record Given(Asset before) {
        Given and(Attempt<AssetCommand> attempt) {
            return new Given(when(attempt).state());
        }

        Then when(AssetCommand command) {
            return when(atNoon(command));
        }

        Then when(Attempt<AssetCommand> attempt) {
            return new Then(before, DECIDER.answer(attempt.command(), before, attempt.occasion()));
        }

        Registered state() {
            return (Registered) before;
        }
    }

    private record Then(Asset before, Decision<AssetEvent> decision) {
        void then(AssetEvent... events) {
            assertThat(events()).containsExactly(events);
        }

        void thenAccepted() {
            assertThat(events()).isNotEmpty();
        }

        void thenNothing() {
            assertThat(events()).isEmpty();
        }

        void thenRefused(Refusal refusal) {
            assertThat(decision).isEqualTo(Decision.refuse(refusal));
        }

        /** @param about the field that breaks the rule; empty where it is the asset as it stands */
        void thenRefused(AssetReason reason, String about) {
            assertThat(decision).isInstanceOf(Refused.class);
            var refusal = ((Refused<AssetEvent>) decision).refusal();
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.obstacles())
                    .extracting(Obstacle::code, Obstacle::about)
                    .containsExactly(tuple(reason.name(), about));
        }

        List<AssetEvent> events() {
            assertThat(decision).isInstanceOf(Accepted.class);
            return ((Accepted<AssetEvent>) decision).events();
        }

        Registered state() {
            return (Registered) DECIDER.foldFrom(before, events());
        }
    }
}
