package org.repatria.cases.web;

import static org.repatria.cases.domain.CaseReason.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.access.CaseAccess;
import org.repatria.cases.domain.casefile.NextMoves;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.StrategyRuleText;
import org.repatria.cases.domain.lifecycle.Course;
import org.repatria.cases.domain.safeguards.Gates;
import org.repatria.cases.domain.sharing.Compartment;
import org.repatria.cases.domain.strategy.Engine;
import org.repatria.cases.domain.strategy.PathwayKind;
import org.repatria.cases.flows.shelving.AssetsOfCases;
import org.repatria.cases.web.DossierAnswers.AssessmentAnswer;
import org.repatria.cases.web.DossierAnswers.AssetsAnswer;
import org.repatria.cases.web.DossierAnswers.ChecksAnswer;
import org.repatria.cases.web.DossierAnswers.CorrectionAnswer;
import org.repatria.cases.web.DossierAnswers.CourseAnswer;
import org.repatria.cases.web.DossierAnswers.CoursesAnswer;
import org.repatria.cases.web.DossierAnswers.DisclosureAnswer;
import org.repatria.cases.web.DossierAnswers.DisclosuresAnswer;
import org.repatria.cases.web.DossierAnswers.FactsAnswer;
import org.repatria.cases.web.DossierAnswers.GateAnswer;
import org.repatria.cases.web.DossierAnswers.GrantAnswer;
import org.repatria.cases.web.DossierAnswers.GrantsAnswer;
import org.repatria.cases.web.DossierAnswers.LeaningAnswer;
import org.repatria.cases.web.DossierAnswers.LeaningsAnswer;
import org.repatria.cases.web.DossierAnswers.LocationAnswer;
import org.repatria.cases.web.DossierAnswers.NextAnswer;
import org.repatria.cases.web.DossierAnswers.ProposalAnswer;
import org.repatria.cases.web.DossierAnswers.ProposalsAnswer;
import org.repatria.cases.web.DossierAnswers.ReplayAnswer;
import org.repatria.cases.web.DossierAnswers.RightsAnswer;
import org.repatria.cases.web.DossierAnswers.StrategiesAnswer;
import org.repatria.cases.web.SeenCases.Seen;
import org.repatria.clocks.Happened;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;
import org.repatria.edge.Answers;
import org.repatria.edge.Api;
import org.repatria.edge.Call;
import org.repatria.edge.Endpoint;
import org.repatria.edge.FieldError;
import org.repatria.edge.Problem;
import org.repatria.edge.Reading;
import org.repatria.policy.Act;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The readings of the dossier of a case. */
final class DossierReading {

    private static final String GATES =
            Arrays.stream(Gate.values()).map(Gate::name).collect(Collectors.joining(", "));

    private static final String ONE = "/v1/cases/{id}";
    private static final Set<String> PATHWAYS =
            Set.of("extradition", "removal", "hostProsecution", "voluntaryReturn", "assetRecovery");

    private final SeenCases cases;
    private final AssetsOfCases assets;

    DossierReading(SeenCases cases, AssetsOfCases assets) {
        this.cases = cases;
        this.assets = assets;
    }

    Api api() {
        var endpoints = new ArrayList<Endpoint>();
        endpoints.add(reading("/facts", "readFacts", "What is known, with what was known before")
                .answers(FactsAnswer.class, FactsAnswer.EXAMPLE)
                .reads(Reading.COMPARTMENT)
                .handle(call -> answer(
                        call, seen -> FactsAnswer.of(seen.opened().file().dossier(), cases.needToKnow(call, seen)))));
        endpoints.add(reading(
                        "/assessment",
                        "readAssessment",
                        "The latest run of the strategy engine, with its rules and facts, as far as they "
                                + "are open to the caller")
                .answers(AssessmentAnswer.class, AssessmentAnswer.EXAMPLE)
                .reads(Reading.COMPARTMENT)
                .refusedFor(ASSESSMENT_NOT_FOUND)
                .handle(this::assessment));
        endpoints.add(
                reading("/assessment/replay", "replayAssessment", "Runs the latest run again on what it looked at then")
                        .answers(ReplayAnswer.class, ReplayAnswer.EXAMPLE)
                        .reads(Reading.COMPARTMENT)
                        .refusedFor(ASSESSMENT_NOT_FOUND)
                        .handle(this::replay));
        endpoints.add(reading("/strategies", "readStrategies", "The versions of the strategy, the newest last")
                .answers(StrategiesAnswer.class, StrategiesAnswer.EXAMPLE)
                .handle(call -> answer(
                        call, seen -> StrategiesAnswer.of(seen.opened().file().dossier()))));
        endpoints.addAll(courses("pathways", "Pathway", PATHWAYS::contains));
        endpoints.addAll(courses("notices", "Notice", "notice"::equals));
        endpoints.add(reading("/location", "readLocation", "Where the person is said to be; a compartment of its own")
                .answers(LocationAnswer.class, LocationAnswer.EXAMPLE)
                .reads(Reading.COMPARTMENT)
                .refusedFor(COMPARTMENT_CLOSED)
                .handle(this::location));
        endpoints.add(reading("/grants", "readGrants", "To whom compartments are open, by whom, why and how long")
                .answers(GrantsAnswer.class, GrantsAnswer.EXAMPLE)
                .reads(Reading.COMPARTMENT)
                .handle(call -> answer(call, seen -> grants(call, seen))));
        endpoints.add(reading(
                        "/notices/{courseId}/leanings",
                        "readLeanings",
                        "Other cases that lean on the notice, of those that the caller may see")
                .answers(LeaningsAnswer.class, LeaningsAnswer.EXAMPLE)
                .handle(call -> answer(call, seen -> leanings(call, seen))));
        endpoints.addAll(courses("assurances", "Assurance", "assurance"::equals));
        endpoints.add(reading("/moves", "readMoves", "Where the case could go next, and what it lacks")
                .answers(CourseAnswer.class, CourseAnswer.EXAMPLE)
                .handle(call ->
                        answer(call, seen -> course(call, seen, NextMoves.ofCase(seen.opened()), Optional.empty()))));
        endpoints.add(reading("/proposals", "readProposals", "What waits for a second person")
                .answers(ProposalsAnswer.class, ProposalsAnswer.EXAMPLE)
                .handle(call -> answer(
                        call,
                        seen -> new ProposalsAnswer(seen.opened().file().dossier().courses().proposals().stream()
                                .map(ProposalAnswer::of)
                                .toList()))));
        endpoints.add(reading("/checks", "readChecks", "Checks, stays and marks of conflict")
                .answers(ChecksAnswer.class, ChecksAnswer.EXAMPLE)
                .reads(Reading.COMPARTMENT)
                .handle(call -> answer(call, seen -> checks(call, seen))));
        endpoints.add(reading(
                        "/rights", "readRights", "Which rights of the person were observed, and on what that rests")
                .answers(RightsAnswer.class, RightsAnswer.EXAMPLE)
                .handle(call -> answer(
                        call, seen -> RightsAnswer.of(seen.opened().file().dossier()))));
        endpoints.add(reading("/gates/{gate}", "readGate", "What a gate asks for today, and what is missing")
                .query(GateQuery.class)
                .answers(GateAnswer.class, GateAnswer.EXAMPLE)
                .handle(this::gate));
        endpoints.add(
                reading("/disclosures", "readDisclosures", "What left the case, and who was told that it was wrong")
                        .answers(DisclosuresAnswer.class, DisclosuresAnswer.EXAMPLE)
                        .handle(call -> answer(call, DossierReading::disclosures)));
        return new Api("dossier", "What is found out, checked, decided and done in a case.", endpoints);
    }

    private List<Endpoint> courses(String plural, String noun, Predicate<String> kinds) {
        return List.of(
                reading("/" + plural, "read" + noun + "sOfCase", "Those of the case, in the order of their opening")
                        .answers(CoursesAnswer.class, CoursesAnswer.EXAMPLE)
                        .handle(call -> cases.seen(call, Act.READ_CASE).flatMap(seen -> all(call, seen, kinds))),
                reading(
                                "/" + plural + "/{courseId}",
                                "read" + noun,
                                "One, with where it could go next and what that lacks")
                        .answers(CourseAnswer.class, CourseAnswer.EXAMPLE)
                        .refusedFor(COURSE_NOT_FOUND)
                        .handle(call -> cases.seen(call, Act.READ_CASE).flatMap(seen -> one(call, seen, kinds))));
    }

    private static LeaningsAnswer leanings(Call call, Seen seen) {
        return new LeaningsAnswer(seen.opened().file().dossier().allLeanings().on(call.id("courseId")).stream()
                .filter(leaning -> CaseAccess.knowsOfCasesBetween(leaning.relation(), call.actor()))
                .map(LeaningAnswer::of)
                .toList());
    }

    private Mono<ServerResponse> all(Call call, Seen seen, Predicate<String> kinds) {
        var courses = courses(seen).filter(course -> kinds.test(course.kind())).toList();
        return assets(seen, courses)
                .flatMap(follows -> Answers.versioned(
                        call,
                        new CoursesAnswer(courses.stream()
                                .map(course -> course(call, seen, course, follows))
                                .toList()),
                        seen.version()));
    }

    private Mono<ServerResponse> one(Call call, Seen seen, Predicate<String> kinds) {
        return Mono.justOrEmpty(courses(seen)
                        .filter(course -> course.id().equals(call.id("courseId")))
                        .filter(course -> kinds.test(course.kind()))
                        .findFirst())
                .flatMap(course -> assets(seen, List.of(course))
                        .flatMap(follows ->
                                Answers.versioned(call, course(call, seen, course, follows), seen.version())))
                .switchIfEmpty(Mono.defer(() -> Answers.problem(Answers.of(COURSE_NOT_FOUND))));
    }

    private static Stream<Course> courses(Seen seen) {
        return seen.opened().file().dossier().courses().courses().stream();
    }

    private CourseAnswer course(Call call, Seen seen, Course course, Optional<AssetsAnswer> follows) {
        return CourseAnswer.of(
                course,
                NextMoves.of(course, seen.opened(), cases.occasion(call)).stream()
                        .map(NextAnswer::of)
                        .toList(),
                follows.filter(_ -> followsAssets(course)));
    }

    /** Which assets they are, and how each stands, is told to nobody but the host state. */
    private Mono<Optional<AssetsAnswer>> assets(Seen seen, List<Course> courses) {
        var file = seen.opened().file();
        return !seen.isToldOnly() && courses.stream().anyMatch(DossierReading::followsAssets)
                ? assets.some(file, AssetsAnswer.SHOWN_MAX)
                        .map(some -> Optional.of(AssetsAnswer.of(file.dossier().assetsByState(), some)))
                : Mono.just(Optional.empty());
    }

    private static boolean followsAssets(Course course) {
        return course.kind().equals(PathwayKind.ASSET_RECOVERY.token());
    }

    private Mono<ServerResponse> assessment(Call call) {
        return cases.seen(call, Act.READ_CASE)
                .flatMap(seen -> Mono.justOrEmpty(seen.opened().file().dossier().run())
                        .flatMap(run -> Answers.versioned(
                                call,
                                AssessmentAnswer.of(
                                        run, cases.needToKnow(call, seen).closed(), rule -> citation(call, rule)),
                                seen.version()))
                        .switchIfEmpty(Mono.defer(() -> Answers.problem(Answers.of(ASSESSMENT_NOT_FOUND)))));
    }

    private String citation(Call call, String rule) {
        return cases.occasion(call)
                .rules()
                .strategyRule(rule)
                .map(StrategyRuleText::citation)
                .orElse("");
    }

    private Mono<ServerResponse> replay(Call call) {
        return cases.seen(call, Act.READ_CASE)
                .flatMap(seen -> Mono.justOrEmpty(seen.opened().file().dossier().run())
                        .flatMap(run -> Answers.json(
                                call,
                                new ReplayAnswer(
                                        run.id(), Engine.findings(run.input()).equals(run.findings()))))
                        .switchIfEmpty(Mono.defer(() -> Answers.problem(Answers.of(ASSESSMENT_NOT_FOUND)))));
    }

    private ChecksAnswer checks(Call call, Seen seen) {
        return ChecksAnswer.of(seen.opened().file().dossier(), cases.needToKnow(call, seen));
    }

    private Mono<ServerResponse> location(Call call) {
        return cases.seen(call, Act.READ_CASE)
                .flatMap(seen -> cases.needToKnow(call, seen).maySee(Compartment.LOCATION)
                        ? Answers.versioned(call, new LocationAnswer(seen.location()), seen.version())
                        : Answers.problem(Answers.of(COMPARTMENT_CLOSED)
                                .withErrors(List.of(new FieldError(
                                        "/LOCATION",
                                        "GRANT_REQUIRED",
                                        "needs an explicit grant in force, or the glass broken with reasons"
                                                + " (source: need to know)")))));
    }

    /** The host state sees who sees its compartments; anybody sees what is open to oneself. */
    private GrantsAnswer grants(Call call, Seen seen) {
        var file = seen.opened().file();
        var ofHost = isHost(call, seen);
        return new GrantsAnswer(file.dossier().disclosures().grantsInForceAt(call.at()).stream()
                .filter(grant -> ofHost || grant.officer().equals(call.actor().id()))
                .map(GrantAnswer::of)
                .toList());
    }

    private Mono<ServerResponse> gate(Call call) {
        var gate = gateOf(call);
        return answer(call, seen -> {
            var cells = Gates.look(
                    gate,
                    seen.opened().file().dossier().safeguards().checks(),
                    call.query(GateQuery.class).about(),
                    Happened.on(cases.occasion(call).today()),
                    cases.occasion(call).rules());
            return GateAnswer.of(gate, isHost(call, seen) ? cells : Gates.told(cells));
        });
    }

    private static boolean isHost(Call call, Seen seen) {
        return Side.of(call.actor().authority(), seen.opened().file().relation()) == Side.REQUESTED;
    }

    /**
     * What the gate is asked about.
     *
     * @param about the pathway, whose own checks then count beside those of the whole case
     */
    record GateQuery(Optional<@Printed @Size(min = 1, max = 80) String> about) {}

    private static Gate gateOf(Call call) {
        var wanted = call.code("gate");
        for (var gate : Gate.values()) {
            if (gate.name().equals(wanted)) {
                return gate;
            }
        }
        throw Problem.invalidParameters(List.of(new FieldError("path:gate", "GATE", "must be one of " + GATES)))
                .raised();
    }

    private static DisclosuresAnswer disclosures(Seen seen) {
        var disclosures = seen.opened().file().dossier().disclosures();
        return new DisclosuresAnswer(
                disclosures.log().stream().map(DisclosureAnswer::of).toList(),
                disclosures.corrections().stream()
                        .map(correction -> new CorrectionAnswer(
                                correction.id(),
                                correction.on(),
                                correction.notified(),
                                correction.signature().reasons()))
                        .toList());
    }

    private Mono<ServerResponse> answer(Call call, java.util.function.Function<Seen, Object> body) {
        return cases.seen(call, Act.READ_CASE)
                .flatMap(seen -> Answers.versioned(call, body.apply(seen), seen.version()));
    }

    private static Endpoint.Draft reading(String path, String operationId, String summary) {
        return Endpoint.get(ONE + path, operationId, summary).refusedFor(CASE_NOT_FOUND);
    }
}
