package org.repatria.cases.flows.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.repatria.cases.domain.casefile.Cases.HOUSE_RULES;
import static org.repatria.cases.domain.casefile.Cases.NOON;
import static org.repatria.cases.domain.casefile.Cases.TODAY;
import static org.repatria.cases.domain.casefile.Cases.XR;
import static org.repatria.cases.domain.casefile.Cases.XR_TO_XH;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.ListId;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.domain.lists.DuplicateGround;
import org.repatria.cases.domain.lists.EntryOutcome;
import org.repatria.cases.domain.lists.HoldReason;
import org.repatria.cases.domain.lists.ListCommand;
import org.repatria.cases.domain.lists.ListCommand.ApproveRowDecision;
import org.repatria.cases.domain.lists.ListCommand.ProposeRowDecision;
import org.repatria.cases.domain.lists.ListCommand.ReceiveList;
import org.repatria.cases.domain.lists.ListDecider;
import org.repatria.cases.domain.lists.ListDescription;
import org.repatria.cases.domain.lists.ListFormat;
import org.repatria.cases.domain.lists.ListRow.PersonRow;
import org.repatria.cases.domain.lists.Lists;
import org.repatria.cases.domain.lists.RejectReason;
import org.repatria.cases.domain.lists.RowDecision;
import org.repatria.cases.flows.intake.Intake.Handing;
import org.repatria.cases.flows.intake.ListFile.Inspection;
import org.repatria.cases.flows.intake.Reception.Delivery;
import org.repatria.cases.flows.intake.Reception.Taken;
import org.repatria.cases.publishing.CasePublishing;
import org.repatria.cases.publishing.ListPublishing;
import org.repatria.decider.Actor;
import org.repatria.decider.Ids;
import org.repatria.decider.Occasion;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.readmodel.text.FoldedName;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class IntakeTest {

    private static final ListDescription DESCRIPTION = new ListDescription(XR_TO_XH, TODAY, "XR-2014-1");
    private static final Handing BY_CARL =
            new Handing(new Actor("carl.officer", Set.of("CO"), "XH-CA"), "", Optional.empty());

    @TempDir
    private Path directory;

    private final AggregatesFactory aggregates = AggregatesFactory.inMemory();
    private final Aggregates<CaseCommand, Case> cases =
            aggregates.of(CasePublishing.type(new CaseDecider(_ -> HOUSE_RULES)));
    private final Aggregates<ListCommand, CaseList> lists =
            aggregates.of(ListPublishing.type(new ListDecider(_ -> Lists.RULES)));
    private final EntriesInMemory entries = new EntriesInMemory();
    private final Claiming claiming =
            new Claiming(new ClaimsInMemory(), name -> FoldedName.of(name).keys());
    private final Intake intake = new Intake(cases, lists, claiming, entries, () -> NOON);

    private Taken handOver(Path content, String reference) {
        return handOver(content, reference, XR_TO_XH);
    }

    private Taken handOver(Path content, String reference, Relation relation) {
        try (var reception = new Reception(lists, intake)) {
            var file = new ListFile(Files.copy(content, directory.resolve(reference + ".upload")), ListFormat.CSV, XR);
            var description = new ListDescription(relation, TODAY, reference);
            var id = Reception.idOf(description);
            return Optional.ofNullable(reception
                            .receive(new Delivery(
                                    file,
                                    description,
                                    BY_CARL,
                                    read -> envelope(id, new ReceiveList(id, description, read))))
                            .block(Limits.STEP_MAX))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommandEnvelope<ListCommand> envelope(ListId id, ListCommand command) {
        return CommandEnvelope.of(id.value(), command, Occasion.of(BY_CARL.actor(), NOON));
    }

    private Path written(String text) {
        try {
            return Files.writeString(directory.resolve("list.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<EntryOutcome> outcomes(String reference) {
        var id = Reception.idOf(new ListDescription(XR_TO_XH, TODAY, reference));
        return Optional.ofNullable(entries.rows(id, 1, 1_000).block()).orElseThrow().stream()
                .map(ListEntry::outcome)
                .toList();
    }

    static Path demonstrationList() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var list = at.resolve("demo/lists/ruvania-2014-08-29.csv");
            if (Files.exists(list)) {
                return list;
            }
        }
        throw new AssertionError("there is no demo/lists above");
    }

    @Test
    void the_demonstration_list_comes_out_as_its_storyline_says() {
        var taken = (Taken.Whole) handOver(demonstrationList(), "XR-2014-1");

        var list = (CaseList.Received) taken.list().state();
        assertThat(taken.before()).isFalse();
        assertThat(list.content().rows()).isEqualTo(152);
        assertThat(list.funnel().opened()).isEqualTo(130);
        assertThat(list.funnel().duplicates()).isEqualTo(3);
        assertThat(list.funnel().held()).isEqualTo(18);
        assertThat(list.funnel().rejected()).isEqualTo(1);
        assertThat(list.funnel().heldBecause())
                .isEqualTo(Map.of(
                        HoldReason.IDENTITY_INSUFFICIENT, 4,
                        HoldReason.REPORTED_DECEASED, 2,
                        HoldReason.NOT_LOCATED_IN_HOST, 11,
                        HoldReason.CELL_UNUSABLE, 2));
        assertThat(outcomes("XR-2014-1").stream()
                        .filter(EntryOutcome.DuplicateOf.class::isInstance)
                        .map(outcome -> ((EntryOutcome.DuplicateOf) outcome).ground()))
                .containsExactlyInAnyOrder(
                        DuplicateGround.DOCUMENT_NUMBER,
                        DuplicateGround.DOCUMENT_NUMBER,
                        DuplicateGround.NAME_AND_BIRTH_DATE);
    }

    @Test
    void every_opened_row_has_its_case_and_every_duplicate_points_to_one() {
        var _ = handOver(demonstrationList(), "XR-2014-1");

        for (var outcome : outcomes("XR-2014-1")) {
            switch (outcome) {
                case EntryOutcome.Opened o ->
                    assertThat(cases.read(o.caseId().value()).blockOptional()).isPresent();
                case EntryOutcome.DuplicateOf d ->
                    assertThat(cases.read(d.caseId().value()).blockOptional()).isPresent();
                case EntryOutcome.Held _, EntryOutcome.Rejected _ -> {}
            }
        }
    }

    @Test
    void a_name_that_is_only_alike_and_the_same_birth_date_leave_both_persons_their_case() {
        var list = written("""
                name,birth_date,nationality,offence_summary,authority
                Li Qan,1961-03-04,XR,x,y
                Əli Qan,1961-03-04,XR,x,y
                Ali Qan,1961-03-04,XR,x,y
                LI  QAN,1961-03-04,XR,x,y
                """);

        var _ = handOver(list, "XR-2014-9");

        var outcomes = outcomes("XR-2014-9");
        var cases = outcomes.stream()
                .limit(3)
                .map(outcome -> ((EntryOutcome.Opened) outcome).caseId())
                .toList();
        assertThat(cases.stream().map(this::suspected)).containsExactly(List.of(), List.of(), List.of(cases.get(1)));
        assertThat(outcomes.getLast())
                .isEqualTo(new EntryOutcome.DuplicateOf(cases.getFirst(), DuplicateGround.NAME_AND_BIRTH_DATE));
    }

    @Test
    void a_held_row_that_was_kept_before_cells_were_is_still_read() {
        var _ = handOver(demonstrationList(), "XR-2014-1");
        var person = Optional.ofNullable(entries.rows(demonstration(), 1, 1_000).block()).orElseThrow().stream()
                .flatMap(entry -> entry.person().stream())
                .findFirst()
                .orElseThrow();
        var json = JsonMapper.builder().build();
        var kept = (ObjectNode) json.valueToTree(person);
        kept.remove("unusable");

        assertThat(json.treeToValue(kept, PersonRow.class).unusable()).isEmpty();
    }

    private List<CaseId> suspected(CaseId id) {
        var found = Optional.ofNullable(cases.read(id.value()).block()).orElseThrow();
        return ((Case.Opened) found.state()).file().suspectedDuplicates();
    }

    @Test
    void the_same_list_again_changes_nothing_and_says_so() {
        var first = (Taken.Whole) handOver(demonstrationList(), "XR-2014-1");
        var again = (Taken.Whole) handOver(demonstrationList(), "XR-2014-1");

        assertThat(again.before()).isTrue();
        assertThat(again.list()).isEqualTo(first.list());
    }

    @Test
    void persons_of_cases_between_other_states_are_new_ones_to_a_list() {
        var rows = written("""
                name,birth_date,nationality,document_kind,document_country,document_number,offence_summary,authority
                Orla Vint,1958-02-17,XR,PASSPORT,XR,R4471902,Embezzlement of public funds,General Prosecution of Ruvania
                """);
        var first = (Taken.Whole) handOver(rows, "XR-2014-1");
        var abroad = (Taken.Whole) handOver(rows, "XR-2014-1", new Relation(XR, new CountryCode("XK")));

        var funnel = ((CaseList.Received) abroad.list().state()).funnel();
        assertThat(funnel).isEqualTo(((CaseList.Received) first.list().state()).funnel());
        assertThat(funnel.opened()).isEqualTo(1);
    }

    @Test
    void the_same_persons_under_another_reference_are_duplicates() {
        var _ = handOver(demonstrationList(), "XR-2014-1");
        var again = (Taken.Whole) handOver(demonstrationList(), "XR-2014-2");

        var funnel = ((CaseList.Received) again.list().state()).funnel();
        assertThat(funnel.opened()).isZero();
        assertThat(funnel.duplicates()).isEqualTo(133);
        assertThat(funnel.rows()).isEqualTo(152);
    }

    @Test
    void other_content_under_the_same_reference_changes_nothing() {
        var first = (Taken.Whole) handOver(demonstrationList(), "XR-2014-1");
        var other = written("name,birth_date,nationality,offence_summary,authority\nTomas,1958-02-17,XR,x,y\n");

        assertThat(handOver(other, "XR-2014-1")).isInstanceOf(Taken.Unfulfilled.class);
        assertThat(lists.read(first.list().aggregateId()).block()).isEqualTo(first.list());
    }

    @Test
    void an_unreadable_file_changes_nothing() {
        assertThat(handOver(written("no,list\n"), "XR-2014-1")).isInstanceOf(Taken.Faulty.class);
        assertThat(outcomes("XR-2014-1")).isEmpty();
    }

    @Test
    void a_list_that_stopped_half_way_goes_on_where_it_stopped() {
        var rows = new StringBuilder("name,birth_date,nationality,offence_summary,authority\n");
        for (var i = 0; i < 3 * Limits.BATCH_ROWS; i++) {
            rows.append("Person ").append(numeral(i)).append(",1950-01-01,XR,x,y\n");
        }
        var file = new ListFile(written(rows.toString()), ListFormat.CSV, XR);
        var content = ((Inspection.Sound) file.inspect()).content();
        var id = Reception.idOf(DESCRIPTION);
        lists.execute(envelope(id, new ReceiveList(id, DESCRIPTION, content))).block();
        // A process that dies after the cases and entries of its first batch, before the list has moved on.
        var dying = new Intake(cases, new ListsThatDie(lists, 1), claiming, entries, () -> NOON);
        var stopped = Optional.ofNullable(lists.read(id.value()).block()).orElseThrow();
        assertThatThrownBy(() -> dying.complete(stopped, file, BY_CARL)).isInstanceOf(IllegalStateException.class);

        var done = intake.complete(
                Optional.ofNullable(lists.read(id.value()).block()).orElseThrow(), file, BY_CARL);

        var funnel = ((CaseList.Received) done.state()).funnel();
        assertThat(funnel.opened()).isEqualTo(3 * Limits.BATCH_ROWS);
        assertThat(outcomes("XR-2014-1")).hasSize(3 * Limits.BATCH_ROWS);
        assertThat(outcomes("XR-2014-1").stream().distinct()).hasSize(3 * Limits.BATCH_ROWS);
    }

    @Test
    void a_held_row_that_two_persons_release_becomes_the_case_that_it_would_have_been() {
        var held = decided(HoldReason.REPORTED_DECEASED, RowDecision.Verdict.RELEASE);

        var list = (CaseList.Received)
                intake.carryOut(demonstration(), held.row(), BY_CARL).state();

        var id = Ids.derived("case-", demonstration().value(), Integer.toString(held.row()));
        assertThat(entry(held.row()).outcome()).isEqualTo(new EntryOutcome.Opened(new CaseId(id)));
        assertThat(cases.read(id).blockOptional()).isPresent();
        assertThat(list.funnel().opened()).isEqualTo(131);
        assertThat(list.funnel().held()).isEqualTo(17);
        assertThat(list.funnel().heldBecause().get(HoldReason.REPORTED_DECEASED))
                .isEqualTo(1);
        assertThat(list.funnel().rows()).isEqualTo(152);
    }

    @Test
    void a_held_row_that_two_persons_reject_has_no_case() {
        var held = decided(HoldReason.NOT_LOCATED_IN_HOST, RowDecision.Verdict.REJECT);

        var list = (CaseList.Received)
                intake.carryOut(demonstration(), held.row(), BY_CARL).state();

        assertThat(entry(held.row()).outcome()).isEqualTo(new EntryOutcome.Rejected("row", RejectReason.BY_OFFICER));
        assertThat(entry(held.row()).person()).isEmpty();
        assertThat(list.funnel().rejected()).isEqualTo(2);
        assertThat(list.funnel().opened()).isEqualTo(130);
    }

    @Test
    void a_release_that_stopped_half_way_goes_on_where_it_stopped() {
        var held = decided(HoldReason.REPORTED_DECEASED, RowDecision.Verdict.RELEASE);
        // A process that dies after the case and the entry, before the list is told.
        var dying = new Intake(cases, new ListsThatDie(lists, 0), claiming, entries, () -> NOON);
        assertThatThrownBy(() -> dying.carryOut(demonstration(), held.row(), BY_CARL))
                .isInstanceOf(IllegalStateException.class);

        var done = intake.carryOut(demonstration(), held.row(), BY_CARL);
        var again = intake.carryOut(demonstration(), held.row(), BY_CARL);

        assertThat(((CaseList.Received) done.state()).funnel().opened()).isEqualTo(131);
        assertThat(again).isEqualTo(done);
    }

    private static ListId demonstration() {
        return Reception.idOf(DESCRIPTION);
    }

    private ListEntry entry(int row) {
        return Optional.ofNullable(entries.rows(demonstration(), row, row).block())
                .orElseThrow()
                .getFirst();
    }

    /**
     * The first row of the demonstration list that is held for a reason. One person proposed what becomes of it, and
     * another approved.
     */
    private ListEntry decided(HoldReason reason, RowDecision.Verdict verdict) {
        var _ = handOver(demonstrationList(), "XR-2014-1");
        var held = Optional.ofNullable(entries.rows(demonstration(), 1, 1_000).block()).orElseThrow().stream()
                .filter(entry -> entry.outcome().equals(new EntryOutcome.Held(List.of(reason))))
                .findFirst()
                .orElseThrow();
        does("carl.officer", new ProposeRowDecision(held.row(), List.of(reason), verdict, "seen"));
        does("sara.supervisor", new ApproveRowDecision(held.row(), "agreed"));
        return held;
    }

    private void does(String officer, ListCommand command) {
        var by = Occasion.of(new Actor(officer, Set.of(), "XH-CA"), NOON);
        assertThat(lists.execute(CommandEnvelope.of(demonstration().value(), command, by))
                        .block())
                .isInstanceOf(Outcome.Done.class);
    }

    /** Words instead of digits, so that every name is another. */
    private static String numeral(int i) {
        var letters = new StringBuilder();
        for (var n = i + 1; n > 0; n /= 20) {
            letters.append("bcdfghjklmnpqrstvwxz".charAt(n % 20)).append('a');
        }
        return letters.toString();
    }
}
