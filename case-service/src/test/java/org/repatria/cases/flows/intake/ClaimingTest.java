package org.repatria.cases.flows.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.cases.domain.casefile.Cases.XH;
import static org.repatria.cases.domain.casefile.Cases.XR;
import static org.repatria.cases.domain.casefile.Cases.XR_TO_XH;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.cases.domain.BirthDate;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.IdentityDocument;
import org.repatria.cases.domain.Names;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Subject;
import org.repatria.cases.domain.lists.DuplicateGround;
import org.repatria.readmodel.text.FoldedName;

final class ClaimingTest {

    private static final CaseId FIRST = new CaseId("case-f1rst");
    private static final CaseId SECOND = new CaseId("case-sec0nd");
    private static final Relation XK_TO_XH = new Relation(new CountryCode("XK"), XH);

    private final ClaimsInMemory claims = new ClaimsInMemory();
    private final Claiming claiming =
            new Claiming(claims, name -> FoldedName.of(name).keys());

    private static Claimant person(CaseId caseId, String name, String born, String... passports) {
        return person(caseId, XR_TO_XH, name, born, passports);
    }

    private static Claimant person(CaseId caseId, Relation relation, String name, String born, String... passports) {
        return new Claimant(
                caseId,
                relation,
                new Subject(
                        new Names(name, List.of()),
                        BirthDate.parse(born),
                        List.of(passports).stream()
                                .map(number -> new IdentityDocument("PASSPORT", XR, number))
                                .toList(),
                        List.of(XR)));
    }

    private static Claimant alsoCalled(String alias, Claimant claimant) {
        var subject = claimant.subject();
        return new Claimant(
                claimant.caseId(),
                claimant.relation(),
                new Subject(
                        new Names(subject.names().primary(), List.of(alias)),
                        subject.birthDate(),
                        subject.documents(),
                        subject.nationalities()));
    }

    private Claimed claim(Claimant claimant) {
        return claiming.claim(List.of(claimant)).getFirst();
    }

    @Nested
    class FindingDuplicates {
        @Test
        void by_document_number_however_it_is_written() {
            claim(person(FIRST, "Orla Vint", "1958-02-17", "R4471902"));

            assertThat(claim(person(SECOND, "Orlah Vintt", "", "r 447-1902")))
                    .isEqualTo(new Claimed.TakenBy(FIRST, DuplicateGround.DOCUMENT_NUMBER));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Álvaro Brell", "A\u0301LVARO BRELL", " álvaro\u00a0\u3000 brell "})
        void by_the_name_as_written_and_the_full_birth_date(String written) {
            claim(person(FIRST, "Álvaro Brell", "1963-11-05"));

            assertThat(claim(person(SECOND, written, "1963-11-05")))
                    .isEqualTo(new Claimed.TakenBy(FIRST, DuplicateGround.NAME_AND_BIRTH_DATE));
        }

        @ParameterizedTest
        @CsvSource({
            "Tomas Brell, Томас Брелл",
            "王伟, 王维",
            "Wang Wei, 王伟",
            "Ali Qan, Əli Qan",
            "Müller, Mueller",
            "Brell Tomas, Tomas Brell",
            "O'Brien, O’Brien",
            "Işık, Isik",
        })
        void a_name_that_is_only_alike_is_a_suspicion_only(String one, String other) {
            claim(person(FIRST, one, "1963-11-05"));

            assertThat(claim(person(SECOND, other, "1963-11-05"))).isEqualTo(new Claimed.Mine(List.of(FIRST)));
        }

        @ParameterizedTest
        @CsvSource({"Li Qan, Əli Qan", "Fori Mensah, Ɔfori Mensah", "Uru Deng, Ŋuru Deng"})
        void a_name_with_another_letter_is_another_name(String one, String other) {
            claim(person(FIRST, one, "1963-11-05"));

            assertThat(claim(person(SECOND, other, "1963-11-05"))).isEqualTo(new Claimed.Mine(List.of()));
        }

        @Test
        void an_alias_that_two_persons_share_is_a_suspicion_only() {
            claim(alsoCalled("the elder", person(FIRST, "Orla Vint", "1958-02-17")));

            assertThat(claim(alsoCalled("the elder", person(SECOND, "Tomas Brell", "1958-02-17"))))
                    .isEqualTo(new Claimed.Mine(List.of(FIRST)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "000000", "N/A", "unknown", "none", "-", "9999999", "00-00"})
        void a_document_number_that_stands_for_none_proves_nothing(String number) {
            claim(person(FIRST, "Orla Vint", "1958-02-17", number));

            assertThat(claim(person(SECOND, "Tomas Brell", "1963-11-05", number)))
                    .isEqualTo(new Claimed.Mine(List.of()));
        }

        @Test
        void the_number_of_another_kind_of_document_is_a_suspicion_only() {
            claim(person(FIRST, "Orla Vint", "1958-02-17", "R4471902"));

            var other = person(SECOND, "Tomas Brell", "1963-11-05");
            var document = new IdentityDocument("NATIONAL_ID", XR, "R4471902");
            var subject =
                    new Subject(other.subject().names(), other.subject().birthDate(), List.of(document), List.of(XR));
            assertThat(claim(new Claimant(SECOND, XR_TO_XH, subject))).isEqualTo(new Claimed.Mine(List.of(FIRST)));
        }

        @Test
        void not_across_relations() {
            claim(person(FIRST, "Orla Vint", "1958-02-17"));

            assertThat(claim(person(SECOND, XK_TO_XH, "Orla Vint", "1958-02-17")))
                    .isEqualTo(new Claimed.Mine(List.of()));
        }

        @Test
        void the_same_name_with_another_birth_date_is_a_suspicion_only() {
            claim(person(FIRST, "Orla Vint", "1958-02-17"));

            assertThat(claim(person(SECOND, "Orla Vint", "1960-01-01"))).isEqualTo(new Claimed.Mine(List.of(FIRST)));
        }

        @Test
        void a_year_of_birth_is_a_suspicion_only() {
            claim(person(FIRST, "Orla Vint", "1958"));

            assertThat(claim(person(SECOND, "Orla Vint", "1958"))).isEqualTo(new Claimed.Mine(List.of(FIRST)));
        }
    }

    @Nested
    class ClaimingTogether {
        @Test
        void the_earlier_row_wins_whichever_key_they_share() {
            var outcomes = claiming.claim(List.of(
                    person(FIRST, "Tomas Brell", "1963-11-05", "R2290417"),
                    person(SECOND, "tomas brell", "1963-11-05")));

            assertThat(outcomes)
                    .containsExactly(
                            new Claimed.Mine(List.of()),
                            new Claimed.TakenBy(FIRST, DuplicateGround.NAME_AND_BIRTH_DATE));
        }

        @Test
        void a_repeat_ends_the_same_way() {
            var claimants = List.of(
                    person(FIRST, "Tomas Brell", "1963-11-05", "R2290417"),
                    person(SECOND, "tomas brell", "1963-11-05"));
            var first = claiming.claim(claimants);

            assertThat(claiming.claim(claimants)).isEqualTo(first);
        }

        @Test
        void no_key_stays_with_a_case_that_is_not_opened() {
            claim(person(FIRST, "Orla Vint", "1958-02-17"));
            claim(person(SECOND, "Orla Vint", "1958-02-17", "R1"));

            assertThat(claims.holders()).containsOnly(FIRST);
        }
    }

    @Nested
    class Racing {
        @Test
        void of_many_claims_to_one_person_exactly_one_wins() throws Exception {
            for (var seed = 1; seed <= 50; seed++) {
                var racers = new ArrayList<Callable<Claimed>>();
                var born = "%d-02-17".formatted(1900 + seed);
                for (var i = 0; i < 8; i++) {
                    var racer = person(new CaseId("case-" + seed + "x" + i), "Orla Vint", born, "A" + seed, "B" + seed);
                    racers.add(() -> claim(racer));
                }
                Collections.shuffle(racers, new Random(seed));
                try (var threads = Executors.newFixedThreadPool(8)) {
                    var winners = new HashSet<Integer>();
                    var results = threads.invokeAll(racers);
                    for (var i = 0; i < results.size(); i++) {
                        if (results.get(i).get() instanceof Claimed.Mine) {
                            winners.add(i);
                        }
                    }
                    assertThat(winners).as("seed %d", seed).hasSize(1);
                }
            }
        }
    }
}
