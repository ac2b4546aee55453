package org.repatria.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.cases.domain.CaseReason;
import org.repatria.cases.domain.amendments.AmendmentCommand;
import org.repatria.cases.domain.amendments.AmendmentDecider;
import org.repatria.cases.domain.amendments.AmendmentEvent;
import org.repatria.cases.domain.amendments.AmendmentReason;
import org.repatria.cases.domain.amendments.AmendmentRegister;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.CaseCommand;
import org.repatria.cases.domain.casefile.CaseDecider;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.cases.domain.lists.CaseList;
import org.repatria.cases.domain.lists.ListCommand;
import org.repatria.cases.domain.lists.ListDecider;
import org.repatria.cases.domain.lists.ListReason;
import org.repatria.cases.flows.intake.Claiming;
import org.repatria.cases.flows.intake.ClaimsInMemory;
import org.repatria.cases.flows.intake.EntriesInMemory;
import org.repatria.cases.flows.intake.Intake;
import org.repatria.cases.flows.intake.Reception;
import org.repatria.cases.law.ReferenceFiles;
import org.repatria.cases.law.References;
import org.repatria.cases.publishing.AmendmentPublishing;
import org.repatria.cases.publishing.CasePublishing;
import org.repatria.cases.publishing.ListPublishing;
import org.repatria.cases.queries.CaseViewDefinitions;
import org.repatria.cases.queries.CaseViews;
import org.repatria.decider.Reason;
import org.repatria.edge.Api;
import org.repatria.edge.ApiDocument;
import org.repatria.edge.ApiLint;
import org.repatria.edge.Endpoint;
import org.repatria.edge.ProblemCode;
import org.repatria.edge.ProblemTable;
import org.repatria.messaging.AggregateType;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.AggregatesFactory;
import org.repatria.messaging.DocumentFeed;
import org.repatria.policy.Policy;
import org.repatria.readmodel.MemoryView;
import org.repatria.testkit.contracts.AnsweredTypes;
import org.repatria.testkit.contracts.ChineseWords;

/** Every operation of the service is asked for by an act of the policy; none is open. */
final class EveryOperationTest {

    private static final RuleBook SHIPPED = ReferenceFiles.load();

    private final Aggregates<CaseCommand, Case> cases =
            AggregatesFactory.inMemory().of(CasePublishing.type(new CaseDecider(_ -> SHIPPED)));
    private final Aggregates<ListCommand, CaseList> lists =
            AggregatesFactory.inMemory().of(ListPublishing.type(new ListDecider(_ -> SHIPPED)));
    private final Aggregates<AmendmentCommand, AmendmentRegister> amendments = AggregatesFactory.inMemory()
            .of(new AggregateType<>(
                    "amendments",
                    "amendments",
                    AggregateType.PRIVATE,
                    AmendmentRegister.class,
                    AmendmentEvent.class,
                    new AmendmentDecider(),
                    new AmendmentPublishing()));
    private final EntriesInMemory entries = new EntriesInMemory();
    private final Claiming claiming = new Claiming(new ClaimsInMemory(), Set::of);
    private final Intake intake =
            new Intake(cases, lists, claiming, entries, () -> org.repatria.cases.domain.casefile.Cases.NOON);
    private final Reception reception = new Reception(lists, intake);
    private final References references = References.shipped();
    private final DocumentFeed feed =
            DocumentFeed.start(amendments, AmendmentRegister.ID, register -> references.learn(register.approved()));

    @TempDir
    private Path uploads;

    @AfterEach
    void close() {
        feed.close();
        reception.close();
    }

    private List<Api> apis() {
        var seen = new SeenCases(cases, _ -> SHIPPED);
        var views =
                new CaseViews(MemoryView.of(CaseViewDefinitions.cases()), MemoryView.of(CaseViewDefinitions.lists()));
        return List.of(
                new CaseRoutes(cases, seen, claiming, views, CaseDesk.OFFICERS).api(),
                new DossierRoutes(seen, CaseDesk.OFFICERS).api(),
                new DossierReading(seen, CaseDesk.NO_ASSETS).api(),
                new ClockRoutes(seen, CaseDesk.OFFICERS, views, _ -> SHIPPED).api(),
                new WorkRoutes(views).api(),
                new ListRoutes(lists, reception, intake, entries, views, new Uploads(uploads)).api(),
                new ReferenceRoutes(references, amendments, feed).api());
    }

    @Test
    void is_named_by_a_row_of_the_policy() {
        assertThat(apis().stream().flatMap(api -> api.endpoints().stream()))
                .hasSizeGreaterThan(80)
                .noneMatch(Endpoint::open)
                .allSatisfy(endpoint -> assertThat(Policy.ofTheHouse().actOf(endpoint.operationId()))
                        .as(endpoint.operationId())
                        .isPresent());
    }

    @Test
    void is_one_over_which_no_reader_of_the_api_stumbles() {
        assertThat(ApiLint.findings(apis())).isEmpty();
    }

    @Test
    void is_asked_for_on_the_operations_page_in_chinese_words_too() {
        assertThat(ChineseWords.ofThePage().missingInForms(ApiDocument.of("case service", apis())))
                .isEmpty();
    }

    /** A component more is a decision more: may every reader of such an answer know it? */
    @Test
    void answers_of_the_domain_what_stands_on_this_list_and_nothing_else() {
        assertThat(AnsweredTypes.of(Api.answered(apis()), "org.repatria.cases.domain"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("Advice", List.of("rule", "code", "text")),
                        Map.entry("EngineResult$Change", List.of("fact", "outlooks")),
                        Map.entry("EngineResult$Outlook", List.of("answer", "shifts")),
                        Map.entry("EngineResult$Shift", List.of("way", "from", "to")),
                        Map.entry("IdentityDocument", List.of("kind", "country", "number")),
                        Map.entry("LaterCharge", List.of("id", "title", "laidOn", "outcome")),
                        Map.entry("LimitationOpinion", List.of("side", "rule", "applies", "reasons", "on")),
                        Map.entry("ListRow$UnusableCell", List.of("field", "reason", "values")),
                        Map.entry("Origin", List.of("listId", "row", "handedOverOn", "source")),
                        Map.entry("Strategy$Choice", List.of("kind", "rank")),
                        Map.entry("Tolling", List.of("side", "rule", "from", "to", "holds"))));
        assertThat(AnsweredTypes.of(Api.answered(apis()), "org.repatria.clocks"))
                .isEmpty();
    }

    @Test
    void answers_the_problems_that_the_page_on_problems_says() throws IOException {
        var answered = apis().stream()
                .flatMap(api -> api.endpoints().stream())
                .flatMap(endpoint -> endpoint.problems().stream())
                .collect(Collectors.toSet());
        // A reason that no operation answers is met inside the service only.
        var reasons = Stream.of(CaseReason.values(), ListReason.values(), AmendmentReason.values())
                .flatMap(Arrays::<Reason>stream)
                .map(ProblemCode::of)
                .filter(answered::contains);
        var codes = Stream.concat(reasons, Arrays.stream(FileProblem.values())).toList();

        assertThat(Files.readString(Path.of("../docs/problems/case-service.md")))
                .isEqualTo(ProblemTable.of("case service", apis(), codes));
    }
}
