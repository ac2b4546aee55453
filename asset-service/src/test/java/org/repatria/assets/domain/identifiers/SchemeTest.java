package org.repatria.assets.domain.identifiers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.assets.domain.identifiers.Checked.Flawed;
import org.repatria.assets.domain.identifiers.Checked.Valid;

/** Test vectors are those of the standards and their authors; no real holder is named. */
class SchemeTest {

    @Nested
    class CheckingIbans {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GB82 WEST 1234 5698 7654 32",
                    "DE89370400440532013000",
                    "FR1420041010050500013M02606",
                    "NO9386011117947",
                    "mt84malt011000012345mtlcast001s",
                    "CH9300762011623852957"
                })
        void the_registry_s_examples_are_valid(String iban) {
            assertThat(Scheme.IBAN.check(iban)).isInstanceOf(Valid.class);
        }

        @Test
        void spaces_and_small_letters_are_brought_into_one_form() {
            assertThat(Scheme.IBAN.check(" gb82 west 1234 5698 7654 32 "))
                    .isEqualTo(new Valid("GB82WEST12345698765432"));
        }

        @Test
        void a_changed_digit_fails_the_check_digits() {
            assertThat(Scheme.IBAN.check("GB82WEST12345698765431"))
                    .isEqualTo(new Flawed("fails the check digits of an IBAN"));
        }

        /** 97, 98 and 02 leave the same remainder and are what the standard computes. */
        @ParameterizedTest
        @CsvSource({
            "DE97370400440532013050, DE00370400440532013050",
            "DE98370400440532013032, DE01370400440532013032",
            "DE02370400440532013014, DE99370400440532013014"
        })
        void check_digits_that_nobody_computes_are_wrong_though_their_remainder_fits(String right, String wrong) {
            assertThat(Scheme.IBAN.check(right)).isEqualTo(new Valid(right));
            assertThat(Scheme.IBAN.check(wrong)).isEqualTo(new Flawed("fails the check digits of an IBAN"));
        }

        @Test
        void another_length_than_the_country_s_is_named() {
            assertThat(Scheme.IBAN.check("DE8937040044053201300"))
                    .isEqualTo(new Flawed("has 21 characters; an IBAN of DE has 22"));
        }

        @Test
        void a_country_without_ibans_is_sent_to_account_numbers() {
            assertThat(Scheme.IBAN.check("US64SVBKUS6S3300958879"))
                    .isEqualTo(new Flawed("names US, which has no IBAN; give the account as ACCOUNT_NUMBER"));
        }
    }

    @Nested
    class CheckingLegalEntities {

        @Test
        void an_lei_with_right_check_digits_is_valid() {
            assertThat(Scheme.LEI.check("5493001KJTIIGC8Y1R12")).isEqualTo(new Valid("5493001KJTIIGC8Y1R12"));
        }

        @ParameterizedTest
        @CsvSource({
            "5493001KJTIIG0003997, 5493001KJTIIG0003900",
            "5493001KJTIIG0007198, 5493001KJTIIG0007101",
            "5493001KJTIIG0000602, 5493001KJTIIG0000699"
        })
        void check_digits_that_nobody_computes_are_wrong_though_their_remainder_fits(String right, String wrong) {
            assertThat(Scheme.LEI.check(right)).isEqualTo(new Valid(right));
            assertThat(Scheme.LEI.check(wrong)).isEqualTo(new Flawed("fails the check digits of an LEI"));
        }

        @Test
        void swapped_digits_are_found() {
            assertThat(Scheme.LEI.check("5493001KJTIIGC8Y1R21")).isInstanceOf(Flawed.class);
        }
    }

    @Nested
    class CheckingVehicles {

        @ParameterizedTest
        @ValueSource(strings = {"1M8GDM9AXKP042788", "11111111111111111", "5GZCZ43D13S812715"})
        void american_numbers_with_right_check_digit_are_valid(String vin) {
            assertThat(Scheme.VIN.check(vin)).isEqualTo(new Valid(vin));
        }

        @Test
        void an_american_number_with_a_wrong_check_digit_is_not() {
            assertThat(Scheme.VIN.check("1M8GDM9A1KP042788")).isEqualTo(new Flawed("fails the check digit of a VIN"));
        }

        /** The region may take more than one character: 7F to 70 are the United States, 7A to 7E New Zealand. */
        @ParameterizedTest
        @CsvSource({
            "7SAYGDEE1NF123456, 7SAYGDEE2NF123456",
            "7FCTGAAA8NN000001, 7FCTGAAA1NN000001",
            "70AAA1113NF123456, 70AAA1111NF123456",
            "2T1BURHE8KC000001, 2T1BURHE1KC000001",
            "3VWDX7AJ8BM000001, 3VWDX7AJ1BM000001",
            "LSVHCAMB9CE054249, LSVHCAMB1CE054249",
            "HESXR4C42PS000001, HESXR4C41PS000001"
        })
        void the_check_digit_is_demanded_where_the_maker_s_region_demands_it(String right, String wrong) {
            assertThat(Scheme.VIN.check(right)).isEqualTo(new Valid(right));
            assertThat(Scheme.VIN.check(wrong)).isEqualTo(new Flawed("fails the check digit of a VIN"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"7A8DH1B11NF123456", "6G1ZK52B11L000001", "9BWZZZ1JZ3W386752", "JTDKB20U193000001"})
        void other_regions_use_the_ninth_character_as_they_like(String vin) {
            assertThat(Scheme.VIN.check(vin)).isEqualTo(new Valid(vin));
        }

        @Test
        void a_european_number_has_no_check_digit_to_fail() {
            assertThat(Scheme.VIN.check("WVWZZZ1JZ3W386752")).isInstanceOf(Valid.class);
        }

        @Test
        void letters_that_look_like_digits_do_not_occur() {
            assertThat(Scheme.VIN.check("WVWZZZ1JZ3W38675O")).isInstanceOf(Flawed.class);
        }
    }

    @Nested
    class CheckingShips {

        @Test
        void an_imo_number_is_kept_without_its_prefix() {
            assertThat(Scheme.IMO.check("IMO 9074729")).isEqualTo(new Valid("9074729"));
        }

        @Test
        void a_wrong_check_digit_is_found() {
            assertThat(Scheme.IMO.check("9074728")).isEqualTo(new Flawed("fails the check digit of an IMO number"));
        }
    }

    @Nested
    class CheckingCryptoAddresses {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
                    "16UwLL9Risc3QfPqBUvKofHmBQ7wMtjvM",
                    "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
                    "1111111111111111111114oLvT2",
                    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
                    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
                    "bc1sw50qgdz25j"
                })
        void bitcoin_addresses_of_each_kind_are_valid(String address) {
            assertThat(Scheme.BITCOIN.check(address)).isEqualTo(new Valid(address));
        }

        @Test
        void bech32_in_capitals_is_the_same_address() {
            assertThat(Scheme.BITCOIN.check("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"))
                    .isEqualTo(new Valid("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"));
        }

        @ParameterizedTest
        @CsvSource({
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb, a changed letter",
            "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn, the test network",
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0a, a zero",
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5, a changed last letter",
            "bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4, mixed case",
            "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4, a letter bech32 has not (BIP 350)",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd, the old checksum on version 1 (BIP 350)",
            "bc1qrp33g0q5b5698ahp5jnf5yzjmgcehdzfuyyp, letters out of place",
            "bc1gmk9yu, an empty program (BIP 173)"
        })
        void bitcoin_addresses_that_cannot_be_right_are_found(String address, String why) {
            assertThat(Scheme.BITCOIN.check(address)).as(why).isInstanceOf(Flawed.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                    "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                    "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                    "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
                })
        void ethereum_s_examples_are_valid(String address) {
            assertThat(Scheme.ETHEREUM.check(address)).isEqualTo(new Valid(address));
        }

        @Test
        void an_ethereum_address_without_checksum_is_given_one() {
            assertThat(Scheme.ETHEREUM.check("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"))
                    .isEqualTo(new Valid("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
        }

        @Test
        void a_letter_in_the_wrong_case_fails_the_checksum() {
            assertThat(Scheme.ETHEREUM.check("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"))
                    .isInstanceOf(Flawed.class);
        }

        @ParameterizedTest
        @CsvSource({
            "'', c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
            "abc, 4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"
        })
        void keccak_is_the_original_one(String message, String hash) {
            assertThat(HexFormat.of().formatHex(Keccak256.digest(message.getBytes(US_ASCII))))
                    .isEqualTo(hash);
        }
    }

    @Nested
    class CheckingSecurities {

        /** Examples of ISO 6166 itself and of its guidelines. */
        @ParameterizedTest
        @ValueSource(strings = {"US0378331005", "AU0000XVGZA3", "GB0002634946", "us 037833 1005"})
        void a_number_with_its_check_digit_is_valid(String written) {
            assertThat(Scheme.ISIN.check(written)).isInstanceOf(Valid.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"US0378331004", "US0373831005", "AU0000VXGZA3X", "US037833100A", "0378331005US"})
        void a_digit_or_a_letter_in_the_wrong_place_is_found(String written) {
            assertThat(Scheme.ISIN.check(written)).isInstanceOf(Flawed.class);
        }
    }

    @Nested
    class CheckingPlaceholders {

        /** Each satisfies the form and the check digits of its numbering. */
        @ParameterizedTest
        @CsvSource({
            "IMO, 0000000",
            "IMO, IMO 0000000",
            "IBAN, DE36 0000 0000 0000 0000 00",
            "IBAN, NO1300000000000",
            "LEI, 00000000000000000098",
            "VIN, 00000000000000000",
            "ETHEREUM, 0x0000000000000000000000000000000000000000",
            "ACCOUNT_NUMBER, 000-000/00",
            "LAND_REGISTER, '000 / 00'",
            "REGISTER_NUMBER, 00000",
            "REGISTER_NUMBER, \u0660\u0660\u0660",
            "SERIAL_NUMBER, 0-0",
            "ISIN, XH0000000002",
            "NUMBER_PLATE, XH-000",
            "PARCEL, Lake County / 0-0",
            "POLICY_NUMBER, 000"
        })
        void a_number_of_nothing_but_zeros_is_none(Scheme scheme, String written) {
            assertThat(scheme.check(written))
                    .isEqualTo(new Flawed("is nothing but zeros, which stand for a number that nobody knows"));
        }

        @ParameterizedTest
        @CsvSource({
            "ACCOUNT_NUMBER, 000-001",
            "SERIAL_NUMBER, A-000",
            "LAND_REGISTER, XH-0",
            "ETHEREUM, 0x0000000000000000000000000000000000000001"
        })
        void zeros_beside_anything_else_are_a_number(Scheme scheme, String written) {
            assertThat(scheme.check(written)).isInstanceOf(Valid.class);
        }
    }

    @Nested
    class CheckingWhatRegistersWrite {

        @ParameterizedTest
        @CsvSource({
            "ACCOUNT_NUMBER, 00-4711/99, 00-4711/99",
            "LAND_REGISTER, 'XH-12  folio 345', XH-12 FOLIO 345",
            "REGISTER_NUMBER, hrb 12345, HRB 12345",
            "SERIAL_NUMBER, ab-99, AB-99",
            "BIC, devt xh 2l, DEVTXH2L",
            "BIC, DEVTXH2LxxX, DEVTXH2L",
            "BIC, DEVTXH2L500, DEVTXH2L500",
            "SECURITIES_ACCOUNT, 77-0042, 77-0042",
            "AIRCRAFT_REGISTRATION, n 123-ab, N123AB",
            "AIRCRAFT_REGISTRATION, XH-ABC, XHABC",
            "HULL_NUMBER, XH-ABC12345D414, XHABC12345D414",
            "HULL_NUMBER, abc12345d414, ABC12345D414",
            "CALL_SIGN, xh3 f8, XH3F8",
            "NUMBER_PLATE, xh-m ab 1234, XH-MAB1234",
            "NUMBER_PLATE, XH-沪A12345, XH-沪A12345",
            "PARCEL, 'Lake County / 12-345', LAKE COUNTY / 12-345",
            "DOMAIN_NAME, Vint.EXAMPLE, vint.example",
            "DOMAIN_NAME, bücher.example., xn--bcher-kva.example",
            "POLICY_NUMBER, pol 77/4, POL 77/4"
        })
        void one_form_is_kept(Scheme scheme, String written, String kept) {
            assertThat(scheme.check(written)).isEqualTo(new Valid(kept));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "?", "<b>x</b>", "a\u0000b"})
        void what_no_register_writes_is_refused(String written) {
            assertThat(Scheme.REGISTER_NUMBER.check(written)).isInstanceOf(Flawed.class);
        }

        @ParameterizedTest
        @CsvSource({
            "BIC, DEVTXH2", "BIC, DEVT0H2L", "AIRCRAFT_REGISTRATION, 12345", "HULL_NUMBER, XH-ABC12345Z414",
            "CALL_SIGN, 1234", "NUMBER_PLATE, MAB1234", "PARCEL, 12-345", "DOMAIN_NAME, localhost",
            "DOMAIN_NAME, -a.example", "DOMAIN_NAME, a b.example", "SECURITIES_ACCOUNT, 7"
        })
        void another_form_is_refused(Scheme scheme, String written) {
            assertThat(scheme.check(written)).isInstanceOf(Flawed.class);
        }

        @Test
        void nothing_is_longer_than_the_limit() {
            assertThat(Scheme.LAND_REGISTER.check("A".repeat(Scheme.CHARS_MAX + 1)))
                    .isInstanceOf(Flawed.class);
        }
    }
}
