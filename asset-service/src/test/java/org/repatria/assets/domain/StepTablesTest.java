package org.repatria.assets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.assets.domain.AssetReason.APPRAISALS_MISSING;
import static org.repatria.assets.domain.AssetReason.ASSET_NOT_CONFISCATED;
import static org.repatria.assets.domain.AssetReason.CLAIM_NOT_RESERVED;
import static org.repatria.assets.domain.AssetReason.FINDING_TOO_EARLY;
import static org.repatria.assets.domain.AssetReason.ORDER_STEP_UNFIT;
import static org.repatria.assets.domain.AssetReason.PARTICULAR_MISSING;
import static org.repatria.assets.domain.AssetReason.REQUESTING_STATE_UNHEARD;
import static org.repatria.assets.domain.AssetReason.RESTRAINT_DISCHARGED;
import static org.repatria.assets.domain.AssetReason.RESTRAINT_EXTENDED;
import static org.repatria.assets.domain.AssetReason.STEP_NEEDS_ANOTHER_PERSON;
import static org.repatria.assets.domain.AssetReason.STEP_NOT_YOURS;
import static org.repatria.assets.domain.Assets.AMIR;
import static org.repatria.assets.domain.Assets.ANA;
import static org.repatria.assets.domain.Assets.FIRST;
import static org.repatria.assets.domain.Assets.HELD;
import static org.repatria.assets.domain.Assets.HOLDINGS;
import static org.repatria.assets.domain.Assets.LENA;
import static org.repatria.assets.domain.Assets.LONGER;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.SECOND;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.repatria.assets.domain.Asset.Registered;
import org.repatria.assets.domain.AssetCommand.OrderCommand.ChangeOrder;
import org.repatria.assets.domain.AssetCommand.OrderCommand.RecordOrder;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.ExtendRestraint;
import org.repatria.assets.domain.AssetCommand.RestraintCommand.MarkRestraintLapsed;
import org.repatria.assets.domain.AssetCommand.StepCommand.RecordFinding;
import org.repatria.assets.domain.Line.Need;
import org.repatria.decider.Actor;
import org.repatria.decider.Decision;
import org.repatria.decider.Decision.Accepted;
import org.repatria.decider.Decision.Refused;
import org.repatria.decider.Occasion;
import org.repatria.decider.Reason;

/** Both tables row by row, taken and refused. */
class StepTablesTest {

    private static final AssetDecider DECIDER = new AssetDecider();
    private static final Instant YEARS_LATER = Instant.parse("2017-03-16T12:00:00Z");
    private static final OrderId SUBJECT = FIRST;

    /** No line is theirs to take or to confirm. */
    private static final Actor OUTSIDER = new Actor("aude.auditor", Set.of("AU"), "XH-CA");

    private static final Set<OrderStatus> ENDS = EnumSet.of(
            OrderStatus.REFUSED,
            OrderStatus.SATISFIED,
            OrderStatus.EXTENDED,
            OrderStatus.REPLACED,
            OrderStatus.EXPIRED,
            OrderStatus.DISCHARGED);

    record Row(OrderKind kind, Optional<OrderStatus> from, Line<OrderStatus> line) {}

    static Stream<Row> rows() {
        return StepTables.ORDERS.stream()
                .flatMap(line -> line.kinds().stream()
                        .sorted()
                        .flatMap(kind -> line.from().isEmpty()
                                ? Stream.of(new Row(kind, Optional.empty(), line))
                                : line.from().stream()
                                        .sorted()
                                        .filter(from -> wayTo(kind, from).isPresent())
                                        .map(from -> new Row(kind, Optional.of(from), line))));
    }

    /** Those without an operation of their own, whose body has the papers and whose policy the officers. */
    static Stream<Row> plainRows() {
        return rows().filter(row -> row.line().through().isEmpty());
    }

    static Stream<Row> rowsOfTwo() {
        return rows().filter(row -> !row.line().confirmedBy().isEmpty());
    }

    @Nested
    class EachRowOfTheLifeOfAnOrder {

        @ParameterizedTest
        @MethodSource("org.repatria.assets.domain.StepTablesTest#rows")
        void is_taken_with_its_papers_by_its_people(Row row) {
            var before = before(row);
            var after = taken(before, row.line(), row.kind(), dayAfter(row));
            assertThat(after.order(SUBJECT).orElseThrow().status())
                    .isEqualTo(row.line().to());
        }

        @ParameterizedTest
        @MethodSource("org.repatria.assets.domain.StepTablesTest#plainRows")
        void is_refused_where_one_of_its_papers_is_missing(Row row) {
            for (var need : row.line().needs()) {
                var others = new ArrayList<>(row.line().needs());
                others.remove(need);
                // What was recorded of a hearing says its day by itself.
                var before = need == Need.REQUESTING_STATE_HEARD ? before(row) : heard(before(row), row);
                var said = said(others, dayAfter(row));
                assertThat(reason(decide(
                                command(row.line(), row.kind(), dayAfter(row), said), before, taker(row.line()))))
                        .as("without %s", need)
                        .isIn(PARTICULAR_MISSING, REQUESTING_STATE_UNHEARD);
            }
        }

        @ParameterizedTest
        @MethodSource("org.repatria.assets.domain.StepTablesTest#plainRows")
        void is_refused_to_another_officer(Row row) {
            var said = said(row.line().needs(), dayAfter(row));
            var before = heard(before(row), row);
            assertThat(reason(decide(command(row.line(), row.kind(), dayAfter(row), said), before, OUTSIDER)))
                    .isEqualTo(STEP_NOT_YOURS);
        }

        @ParameterizedTest
        @MethodSource("org.repatria.assets.domain.StepTablesTest#rowsOfTwo")
        void waits_for_another_person_of_the_confirming_role_where_it_takes_two(Row row) {
            var said = said(row.line().needs(), dayAfter(row));
            var proposer = taker(row.line());
            var both = new Actor(proposer.id(), Set.copyOf(row.line().confirmedBy()), "XH-CA");
            var before = heard(before(row), row);
            var proposed = accepted(command(row.line(), row.kind(), dayAfter(row), said), before, proposer);
            var status = before.status();
            assertThat(proposed.status()).isEqualTo(status);
            assertThat(reason(decide(Assets.confirm("subject"), proposed, both)))
                    .isEqualTo(STEP_NEEDS_ANOTHER_PERSON);
            assertThat(reason(decide(Assets.confirm("subject"), proposed, OUTSIDER)))
                    .isEqualTo(STEP_NOT_YOURS);
            var refused = accepted(Assets.refuse("subject"), proposed, proposer);
            assertThat(refused.waiting()).isEmpty();
            assertThat(refused.order(SUBJECT)).isEqualTo(before(row).order(SUBJECT));
        }

        @ParameterizedTest
        @EnumSource(OrderKind.class)
        void is_the_only_way_from_where_an_order_stands(OrderKind kind) {
            for (var from : OrderStatus.values()) {
                var way = wayTo(kind, from);
                if (way.isEmpty()) {
                    continue;
                }
                var before = walked(kind, way.get());
                for (var to : OrderStatus.values()) {
                    if (!StepTables.between(kind, from, to).isEmpty()) {
                        continue;
                    }
                    var asked = new ChangeOrder(
                            SUBJECT,
                            new StepId("step-subject"),
                            to,
                            END.plusDays(2),
                            said(List.of(Need.values()), END.plusDays(2)).withoutDistribution());
                    assertThat(reason(decide(asked, before, LENA)))
                            .as("%s: %s -> %s", kind, from, to)
                            .isIn(ORDER_STEP_UNFIT, RESTRAINT_DISCHARGED, RESTRAINT_EXTENDED);
                }
            }
        }
    }

    @Nested
    class TheTableAsAWhole {

        @Test
        void every_line_can_be_reached_and_says_who_and_why() {
            assertThat(rows().map(Row::line).distinct()).containsExactlyInAnyOrderElementsOf(StepTables.ORDERS);
            assertThat(StepTables.ORDERS).allSatisfy(line -> {
                assertThat(line.by()).isNotEmpty();
                assertThat(line.source()).isNotBlank();
                assertThat(line.needs()).isNotEmpty();
            });
        }

        @ParameterizedTest
        @EnumSource(OrderKind.class)
        void every_status_that_is_no_end_has_a_way_out_and_no_end_has_one(OrderKind kind) {
            for (var status : OrderStatus.values()) {
                if (wayTo(kind, status).isPresent()) {
                    var out = Stream.of(OrderStatus.values())
                            .filter(to -> to != status)
                            .anyMatch(
                                    to -> !StepTables.between(kind, status, to).isEmpty());
                    assertThat(out).as("%s %s", kind, status).isEqualTo(!ENDS.contains(status));
                }
            }
        }

        @Test
        void a_life_never_runs_back() {
            var levels = new EnumMap<OrderStatus, Integer>(Map.of(
                    OrderStatus.APPLIED, 0,
                    OrderStatus.ISSUED, 1,
                    OrderStatus.SERVED, 2,
                    OrderStatus.PUBLISHED, 2,
                    OrderStatus.VARIED, 2,
                    OrderStatus.FINAL, 3,
                    OrderStatus.PARTLY_SATISFIED, 4));
            ENDS.forEach(end -> levels.put(end, 5));
            assertThat(StepTables.ORDERS)
                    .allSatisfy(line -> assertThat(line.from())
                            .allSatisfy(from ->
                                    assertThat(levels.get(line.to())).isGreaterThanOrEqualTo(levels.get(from))));
        }

        @Test
        void what_holds_an_asset_is_lifted_by_nobody_without_a_court_or_the_voice_of_the_requesting_state() {
            assertThat(StepTables.ORDERS)
                    .filteredOn(line -> line.to() == OrderStatus.DISCHARGED || line.to() == OrderStatus.EXPIRED)
                    .isNotEmpty()
                    .allSatisfy(line ->
                            assertThat(line.needs()).containsAnyOf(Need.COURT_REFERENCE, Need.REQUESTING_STATE_HEARD));
        }
    }

    @Nested
    class EachFinding {

        static Stream<Line<Finding.Kind>> lines() {
            return StepTables.FINDINGS.stream().filter(line -> line.through().isEmpty());
        }

        @ParameterizedTest
        @MethodSource("lines")
        void is_recorded_with_its_papers_by_its_people(Line<Finding.Kind> line) {
            var after = found(confiscated(line), line, said(line.needs(), day(9)));
            assertThat(after.findings()).extracting(Finding::kind).contains(line.to());
            assertThat(after.status()).isEqualTo(line.to().status());
        }

        @ParameterizedTest
        @MethodSource("lines")
        void is_refused_without_a_paper_to_others_and_to_the_same_person_twice(Line<Finding.Kind> line) {
            var before = confiscated(line);
            for (var need : line.needs()) {
                var others = new ArrayList<>(line.needs());
                others.remove(need);
                assertThat(reason(decide(finding(line, said(others, day(9))), before, taker(line))))
                        .isEqualTo(PARTICULAR_MISSING);
            }
            var whole = finding(line, said(line.needs(), day(9)));
            assertThat(reason(decide(whole, before, OUTSIDER))).isEqualTo(STEP_NOT_YOURS);
            if (!line.confirmedBy().isEmpty()) {
                var proposed = accepted(whole, before, taker(line));
                assertThat(proposed.findings()).isEqualTo(before.findings());
                var both = new Actor(taker(line).id(), Set.copyOf(line.confirmedBy()), "XH-CA");
                assertThat(reason(decide(Assets.confirm("subject"), proposed, both)))
                        .isEqualTo(STEP_NEEDS_ANOTHER_PERSON);
                assertThat(reason(decide(Assets.confirm("subject"), proposed, OUTSIDER)))
                        .isEqualTo(STEP_NOT_YOURS);
            }
        }

        @ParameterizedTest
        @EnumSource(
                value = Finding.Kind.class,
                names = {"DISPOSAL", "REALISED", "DISTRIBUTION_AGREED", "RETURNED"})
        void of_what_becomes_of_a_confiscated_asset_asks_for_a_confiscation_for_good(Finding.Kind kind) {
            assertThat(reason(decide(finding(line(kind), everythingSaid()), traced(), taker(line(kind)))))
                    .isEqualTo(ASSET_NOT_CONFISCATED);
        }

        @ParameterizedTest
        @EnumSource(
                value = Finding.Kind.class,
                names = {"REALISED", "DISTRIBUTION_AGREED", "RETURNED"})
        void of_what_becomes_of_a_confiscated_asset_skips_nothing(Finding.Kind kind) {
            var all = AFTER_CONFISCATION.subList(0, AFTER_CONFISCATION.indexOf(kind));
            var tooFew = soFar(all.subList(0, all.size() - 1));
            assertThat(reason(decide(finding(line(kind), everythingSaid()), tooFew, taker(line(kind)))))
                    .isEqualTo(FINDING_TOO_EARLY);
        }

        @Test
        void of_a_sale_asks_for_two_appraisers_or_a_public_auction() {
            var toSell = walked(
                    OrderKind.CONFISCATION,
                    wayTo(OrderKind.CONFISCATION, OrderStatus.FINAL).orElseThrow());
            toSell = found(toSell, line(Finding.Kind.DISPOSAL), everythingSaid());
            var sale = line(Finding.Kind.REALISED);
            var privately = said(sale.needs(), day(9));
            assertThat(reason(decide(finding(sale, privately), toSell, AMIR))).isEqualTo(APPRAISALS_MISSING);

            var once = accepted(Assets.appraisal("400000.00", "USD"), toSell, AMIR);
            var twice = accepted(Assets.appraisal("410000.00", "USD"), once, AMIR);
            assertThat(reason(decide(finding(sale, privately), twice, AMIR))).isEqualTo(APPRAISALS_MISSING);

            var byTwo = accepted(Assets.appraisal("410000.00", "USD", "Other Appraisers"), once, AMIR);
            assertThat(found(byTwo, sale, privately).status()).isEqualTo(AssetStatus.REALISED);
            assertThat(found(toSell, sale, everythingSaid()).status()).isEqualTo(AssetStatus.REALISED);
        }

        @Test
        void of_a_sale_by_leave_of_a_court_needs_no_decision_to_sell_once_it_is_confiscated() {
            var leave = new RecordOrder(
                    Assets.CLAIMED,
                    OrderKind.INTERLOCUTORY_SALE,
                    "perishable",
                    Optional.empty(),
                    OrderStatus.ISSUED,
                    day(1),
                    Said.of(Need.COURT_REFERENCE));
            var confiscated = walked(
                    OrderKind.CONFISCATION,
                    wayTo(OrderKind.CONFISCATION, OrderStatus.FINAL).orElseThrow());
            assertThat(found(accepted(leave, confiscated, LENA), line(Finding.Kind.REALISED), everythingSaid())
                            .status())
                    .isEqualTo(AssetStatus.REALISED);
        }

        @Test
        void of_a_return_waits_for_every_claim_to_be_over_or_kept() {
            var agreed = soFar(AFTER_CONFISCATION.subList(0, 3));
            var all = finding(line(Finding.Kind.RETURNED), everythingSaid());
            var claimed = accepted(Assets.claimAmount("bank", "400.00", day(8)), agreed, LENA);
            assertThat(reason(decide(all, claimed, AMIR))).isEqualTo(CLAIM_NOT_RESERVED);

            // What was proposed before somebody claimed something is not paid after it.
            var proposed = accepted(all, agreed, AMIR);
            var late = accepted(Assets.claimAmount("bank", "400.00", day(8)), proposed, LENA);
            assertThat(reason(decide(Assets.confirm("subject"), late, confirmer(line(Finding.Kind.RETURNED)))))
                    .isEqualTo(CLAIM_NOT_RESERVED);

            var over = accepted(
                    Assets.changeClaim(
                            "bank", ClaimStatus.REJECTED, day(9), Said.of(Need.COURT_REFERENCE, Need.REASON)),
                    claimed,
                    LENA);
            assertThat(found(over, line(Finding.Kind.RETURNED), everythingSaid())
                            .status())
                    .isEqualTo(AssetStatus.RETURNED);
        }

        @Test
        void tells_since_when_the_asset_stands_so() {
            assertThat(onFile().standsSince()).isEmpty();
            assertThat(traced().standsSince()).contains(MARCH_16);
            var pending = walked(
                    OrderKind.CONFISCATION,
                    wayTo(OrderKind.CONFISCATION, OrderStatus.APPLIED).orElseThrow());
            assertThat(pending.standsSince()).contains(day(1));
            assertThat(soFar(List.of()).status()).isEqualTo(AssetStatus.CONFISCATED_FINAL);
            assertThat(soFar(List.of()).standsSince()).contains(day(2));
            assertThat(soFar(AFTER_CONFISCATION).standsSince()).contains(day(9));
            assertThat(presumed().standsSince()).contains(END.plusDays(1));
            var extended = walked(
                    OrderKind.RESTRAINT,
                    wayTo(OrderKind.RESTRAINT, OrderStatus.EXTENDED).orElseThrow());
            assertThat(extended.status()).isEqualTo(AssetStatus.RESTRAINED);
            assertThat(extended.standsSince())
                    .contains(extended.order(SUBJECT).orElseThrow().begunOn());
        }

        @Test
        void of_a_distribution_rests_on_the_judgment_and_what_was_paid_stays_paid() {
            for (var kind : AFTER_CONFISCATION) {
                var sofar = soFar(AFTER_CONFISCATION.subList(0, AFTER_CONFISCATION.indexOf(kind) + 1));
                var reversed = accepted(
                        Assets.change(
                                SUBJECT,
                                "reversed",
                                OrderStatus.DISCHARGED,
                                day(10),
                                Said.of(Need.COURT_REFERENCE, Need.REASON)),
                        sofar,
                        LENA);
                assertThat(reversed.status())
                        .as("reversed after %s", kind)
                        .isEqualTo(kind == Finding.Kind.RETURNED ? AssetStatus.RETURNED : AssetStatus.RELEASED);
            }
        }

        @Test
        void that_follows_from_a_claim_is_entered_by_nobody() {
            var through = StepTables.FINDINGS.stream()
                    .filter(line -> line.through().isPresent())
                    .toList();
            assertThat(through).extracting(Line::to).containsExactly(Finding.Kind.AWARDED_TO_CLAIMANT);
            assertThat(reason(decide(
                            finding(through.getFirst(), said(List.of(Need.values()), day(9))), onFile(), LENA)))
                    .isEqualTo(ORDER_STEP_UNFIT);
        }

        @Test
        void lets_an_asset_out_of_every_state_that_is_no_end() {
            var left = EnumSet.noneOf(AssetStatus.class);
            Stream.concat(Stream.of(onFile(), traced(), presumed()), Stream.concat(everyOrderInEveryStatus(), sold()))
                    .forEach(before -> {
                        var gone = new RecordFinding(
                                new StepId("step-subject"),
                                Finding.Kind.NOT_RECOVERABLE,
                                END.plusDays(3),
                                Said.of(Need.PAPER, Need.REASON));
                        var after = accepted(Assets.confirm("subject"), accepted(gone, before, LENA), AMIR);
                        assertThat(after.status()).isEqualTo(AssetStatus.NOT_RECOVERABLE);
                        left.add(before.status());
                    });
            assertThat(left)
                    .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(
                            AssetStatus.WITHDRAWN_ERROR,
                            AssetStatus.DISSIPATED,
                            AssetStatus.NOT_RECOVERABLE,
                            AssetStatus.AWARDED_TO_CLAIMANT)));
        }

        private static Stream<Registered> everyOrderInEveryStatus() {
            return Stream.of(OrderKind.values())
                    .flatMap(kind -> Stream.of(OrderStatus.values())
                            .flatMap(status -> wayTo(kind, status).stream())
                            .map(way -> walked(kind, way)));
        }

        private static Stream<Registered> sold() {
            return IntStream.rangeClosed(1, AFTER_CONFISCATION.size())
                    .mapToObj(many -> soFar(AFTER_CONFISCATION.subList(0, many)));
        }

        private static Registered presumed() {
            var restrained = walked(
                    OrderKind.RESTRAINT,
                    wayTo(OrderKind.RESTRAINT, OrderStatus.ISSUED).orElseThrow());
            return accepted(new MarkRestraintLapsed(SUBJECT), restrained, LENA);
        }

        /** What becomes of a confiscated asset follows what came before; the rest is found of one that is free. */
        private static Registered confiscated(Line<Finding.Kind> line) {
            return AFTER_CONFISCATION.contains(line.to())
                    ? soFar(AFTER_CONFISCATION.subList(0, AFTER_CONFISCATION.indexOf(line.to())))
                    : onFile();
        }

        private static final List<Finding.Kind> AFTER_CONFISCATION = List.of(
                Finding.Kind.DISPOSAL, Finding.Kind.REALISED, Finding.Kind.DISTRIBUTION_AGREED, Finding.Kind.RETURNED);

        /** Confiscated for good, with appraisals of two, and with these findings. */
        private static Registered soFar(List<Finding.Kind> kinds) {
            var asset = walked(
                    OrderKind.CONFISCATION,
                    wayTo(OrderKind.CONFISCATION, OrderStatus.FINAL).orElseThrow());
            asset = accepted(Assets.appraisal("400000.00", "USD"), asset, AMIR);
            asset = accepted(Assets.appraisal("410000.00", "USD", "Other Appraisers"), asset, AMIR);
            for (var kind : kinds) {
                asset = found(asset, line(kind), everythingSaid());
            }
            return asset;
        }

        private static Line<Finding.Kind> line(Finding.Kind kind) {
            return StepTables.of(kind).getFirst();
        }

        private static Particulars everythingSaid() {
            return said(List.of(Need.values()), day(9));
        }

        private static RecordFinding finding(Line<Finding.Kind> line, Particulars said) {
            return new RecordFinding(
                    new StepId("step-subject"),
                    line.to(),
                    day(9),
                    line.to() == Finding.Kind.DISTRIBUTION_AGREED ? said : said.withoutDistribution());
        }

        private static Registered found(Registered before, Line<Finding.Kind> line, Particulars said) {
            var after = accepted(finding(line, said), before, taker(line));
            return line.confirmedBy().isEmpty() ? after : accepted(Assets.confirm("subject"), after, confirmer(line));
        }
    }

    /** An asset with somebody to serve orders on and a case that bears all, and nothing else. */
    private static Registered onFile() {
        var registered = accepted(Assets.registerHouse(), DECIDER.initial(), ANA);
        for (var command : Assets.bearingAll(Assets.VINT)) {
            registered = accepted(command, registered, ANA);
        }
        return accepted(Assets.record(HELD, Assets.owns(Assets.holder(HOLDINGS), 1, 1)), registered, ANA);
    }

    /** The same, traced and with an order that may stand in the place of another. */
    private static Registered traced() {
        var found = accepted(Assets.find("traced", Finding.Kind.TRACED, MARCH_16), onFile(), ANA);
        var traced = accepted(Assets.confirm("traced"), found, LENA);
        var other = new RecordOrder(
                SECOND,
                OrderKind.RETURN,
                "a basis",
                Optional.empty(),
                OrderStatus.ISSUED,
                MARCH_16,
                Said.of(Need.COURT_REFERENCE));
        return accepted(other, traced, LENA);
    }

    private static Registered before(Row row) {
        return row.from()
                .map(from -> walked(row.kind(), wayTo(row.kind(), from).orElseThrow()))
                .orElseGet(StepTablesTest::traced);
    }

    private static Registered heard(Registered before, Row row) {
        return heard(before, row.line(), dayAfter(row));
    }

    /** The requesting state was asked and has answered, where a line asks for that. */
    private static Registered heard(Registered before, Line<OrderStatus> line, LocalDate day) {
        return line.needs().contains(Need.REQUESTING_STATE_HEARD)
                ? accepted(Assets.hear(SUBJECT, day, Optional.of(day)), before, LENA)
                : before;
    }

    private static LocalDate dayAfter(Row row) {
        return day(row.from()
                        .map(from -> wayTo(row.kind(), from).orElseThrow().size())
                        .orElse(0)
                + 1);
    }

    private static Registered walked(OrderKind kind, List<Line<OrderStatus>> way) {
        var asset = traced();
        for (var i = 0; i < way.size(); i++) {
            asset = taken(asset, way.get(i), kind, day(i + 1));
        }
        return asset;
    }

    /** A confirmed lapse comes after the last day of the order; every other step is taken while it runs. */
    private static Registered taken(Registered before, Line<OrderStatus> line, OrderKind kind, LocalDate day) {
        var heard = heard(before, line, day);
        var after = accepted(command(line, kind, day, said(line.needs(), day)), heard, taker(line));
        return line.confirmedBy().isEmpty() ? after : accepted(Assets.confirm("subject"), after, confirmer(line));
    }

    private static AssetCommand command(Line<OrderStatus> line, OrderKind kind, LocalDate day, Particulars said) {
        if (line.from().isEmpty()) {
            return new RecordOrder(SUBJECT, kind, "a basis", Optional.empty(), line.to(), day, said);
        }
        if (line.through().isPresent()) {
            return new ExtendRestraint(SUBJECT, LONGER, "15-misc-longer", "a basis", day, END.plusDays(90));
        }
        return new ChangeOrder(
                SUBJECT,
                new StepId("step-subject"),
                line.to(),
                line.to() == OrderStatus.EXPIRED ? END.plusDays(1) : day,
                said.withoutDistribution());
    }

    private static final LocalDate END = MARCH_16.plusDays(90);

    /** What the line needs. An order that is made has a last day, so that it can be extended and can lapse. */
    private static Particulars said(List<Need> needs, LocalDate day) {
        var all = new ArrayList<>(needs);
        if (needs.equals(List.of(Need.COURT_REFERENCE))) {
            all.add(Need.ENDS_ON);
            all.add(Need.ZONE);
        }
        return new Said(all, END, day, SECOND).particulars();
    }

    private static LocalDate day(int number) {
        return MARCH_16.plusDays(number);
    }

    private static Actor taker(Line<?> line) {
        return new Actor(
                "the.taker", Set.of(line.by().stream().sorted().toList().getLast()), "XH-CA");
    }

    private static Actor confirmer(Line<?> line) {
        return new Actor("the.confirmer", line.confirmedBy(), "XH-CA");
    }

    /** The shortest way on which an order of a kind comes to a status; empty where it never does. */
    private static Optional<List<Line<OrderStatus>>> wayTo(OrderKind kind, OrderStatus wanted) {
        record Walk(OrderStatus at, List<Line<OrderStatus>> way) {}
        var seen = EnumSet.noneOf(OrderStatus.class);
        var open = new ArrayDeque<Walk>();
        for (var first : List.of(OrderStatus.ISSUED, OrderStatus.APPLIED)) {
            StepTables.beginning(kind, first).forEach(line -> open.add(new Walk(first, List.of(line))));
        }
        while (!open.isEmpty()) {
            var walk = open.poll();
            if (walk.at() == wanted) {
                return Optional.of(walk.way());
            }
            if (!seen.add(walk.at())) {
                continue;
            }
            for (var to : OrderStatus.values()) {
                StepTables.between(kind, walk.at(), to).stream().findFirst().ifPresent(line -> {
                    var longer = new ArrayList<>(walk.way());
                    longer.add(line);
                    open.add(new Walk(to, longer));
                });
            }
        }
        return Optional.empty();
    }

    private static Registered accepted(AssetCommand command, Asset state, Actor by) {
        var decision = decide(command, state, by);
        assertThat(decision).as("%s by %s", command, by).isInstanceOf(Accepted.class);
        return (Registered) DECIDER.foldFrom(state, ((Accepted<AssetEvent>) decision).events());
    }

    private static Decision<AssetEvent> decide(AssetCommand command, Asset state, Actor by) {
        return DECIDER.answer(command, state, Occasion.of(by, YEARS_LATER));
    }

    private static Reason reason(Decision<AssetEvent> decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused<AssetEvent>) decision).refusal().reason();
    }
}
