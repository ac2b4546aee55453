package org.repatria.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.repatria.decider.Actor;
import org.repatria.notifications.domain.alerts.AlertAccess;
import org.repatria.notifications.domain.catalogue.Entry;
import org.repatria.notifications.domain.catalogue.Entry.Condition;
import org.repatria.notifications.domain.catalogue.Entry.Trigger;
import org.repatria.notifications.law.CatalogueFile;
import org.repatria.policy.Act;
import org.repatria.policy.Policy;
import org.repatria.policy.Role;
import org.repatria.policy.Subject;
import org.repatria.policy.Verdict;
import org.repatria.testkit.contracts.Contracts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The shipped catalogue against what the other services promise. An entry that asks for more than that would never
 * rise.
 */
class CatalogueContractTest {

    private static final Contracts CONTRACTS = Contracts.find();
    private static final List<Entry> ENTRIES = CatalogueFile.shipped().entries();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(/[^}]+)}");
    private static final Pattern ANY_PLACEHOLDER = Pattern.compile("\\{([^}]+)}");
    private static final Pattern CODE = Pattern.compile("\\| (AL-[0-9]{2}|RP-[0-9]{2}) \\|");
    private static final String RULE = "/rule";

    /** A place in an event that an entry looks at. */
    private record Place(Entry entry, Trigger trigger, String pointer) {

        @Override
        public String toString() {
            return entry.code() + " looks at " + pointer + " of " + trigger.type();
        }

        JsonNode schema() {
            return within().map(this::found)
                    .filter(JsonNode::isObject)
                    .orElseGet(() -> found(schemaOf(trigger.type())));
        }

        private JsonNode found(JsonNode schema) {
            var node = schema;
            for (var step : steps()) {
                node = step.matches("[0-9]+")
                        ? node.path("items")
                        : node.path("properties").path(step);
            }
            return node;
        }

        /** What each thing of the list is of which the entry looks at each. */
        private Optional<JsonNode> within() {
            return trigger.each()
                    .map(list -> new Place(entry, trigger, list)
                            .found(schemaOf(trigger.type()))
                            .path("items"));
        }

        /** Whether the event has it in any case, or the entry asks first. */
        boolean isSure() {
            return isPromised() || isAskedFor();
        }

        private boolean isPromised() {
            return within().filter(this::isPromised).isPresent() || isPromised(schemaOf(trigger.type()));
        }

        private boolean isPromised(JsonNode schema) {
            var node = schema;
            for (var step : steps()) {
                if (node.path("required")
                        .valueStream()
                        .noneMatch(name -> name.asString().equals(step))) {
                    return false;
                }
                node = node.path("properties").path(step);
            }
            return true;
        }

        private boolean isAskedFor() {
            return trigger.when().stream()
                    .anyMatch(condition -> condition.pointer().equals(pointer));
        }

        private List<String> steps() {
            return List.of(pointer.substring(1).split("/"));
        }
    }

    private static JsonNode schemaOf(String type) {
        return JsonMapper.shared()
                .readTree(
                        CONTRACTS.schema(type).orElseThrow(() -> new AssertionError("there is no schema for " + type)));
    }

    private static Stream<Trigger> triggers(Entry entry) {
        var ofDeadline = entry.deadline().stream()
                .flatMap(rule -> Stream.concat(rule.watchedFrom().stream(), rule.endedBy().stream()));
        return Stream.of(entry.raisedBy().stream(), entry.vanishesWith().stream(), ofDeadline)
                .flatMap(several -> several);
    }

    /** What an alert is known by. Without it, the event could not be applied and its case would be set aside. */
    private static Stream<Place> keys() {
        return ENTRIES.stream()
                .flatMap(entry -> triggers(entry)
                        .flatMap(trigger -> Stream.of(trigger.object(), trigger.clock())
                                .flatMap(pointer -> pointer.stream())
                                .map(pointer -> new Place(entry, trigger, pointer))));
    }

    private static Stream<Place> conditions() {
        return ENTRIES.stream()
                .flatMap(entry -> triggers(entry)
                        .flatMap(trigger -> trigger.when().stream()
                                .map(condition -> new Place(entry, trigger, condition.pointer()))));
    }

    private static Stream<Place> texts() {
        return ENTRIES.stream()
                .flatMap(entry -> entry.raisedBy().stream().flatMap(trigger -> {
                    var pointers = new ArrayList<String>();
                    PLACEHOLDER.matcher(entry.title()).results().forEach(found -> pointers.add(found.group(1)));
                    entry.casePointer().ifPresent(pointers::add);
                    entry.namePointer().ifPresent(pointers::add);
                    trigger.due().ifPresent(pointers::add);
                    return pointers.stream().map(pointer -> new Place(entry, trigger, pointer));
                }));
    }

    private static Set<String> words(Condition condition) {
        return switch (condition) {
            case Condition.Is is -> Set.of(is.value());
            case Condition.OneOf oneOf -> oneOf.values();
            case Condition.Above _, Condition.StartsWith _ -> Set.of();
        };
    }

    private static Path root() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("contracts/schemas"))) {
                return at;
            }
        }
        throw new AssertionError("there is no repository above");
    }

    private static String text(String file) {
        try {
            return Files.readString(root().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class Events {

        @Test
        void everything_that_an_entry_looks_at_is_in_the_schema() {
            assertThat(Stream.of(keys(), conditions(), texts()).flatMap(places -> places))
                    .isNotEmpty()
                    .allSatisfy(place -> assertThat(place.schema().isObject())
                            .as(place.toString())
                            .isTrue());
        }

        @Test
        void a_list_of_which_each_thing_counts_is_one_in_the_schema() {
            var lists = ENTRIES.stream()
                    .flatMap(entry -> triggers(entry)
                            .flatMap(trigger -> trigger.each().stream().map(list -> new Place(entry, trigger, list))));
            assertThat(lists)
                    .isNotEmpty()
                    .allSatisfy(place -> assertThat(
                                    place.found(schemaOf(place.trigger().type()))
                                            .path("type")
                                            .asString())
                            .as(place.toString())
                            .isEqualTo("array"));
        }

        @Test
        void what_an_alert_is_known_by_is_there_in_every_event() {
            assertThat(keys()).isNotEmpty().allMatch(Place::isSure);
        }

        @Test
        void what_an_entry_compares_with_is_a_word_of_the_schema() {
            assertThat(ENTRIES)
                    .allSatisfy(entry -> triggers(entry)
                            .forEach(trigger -> trigger.when().forEach(condition -> {
                                var known = new Place(entry, trigger, condition.pointer())
                                        .schema()
                                        .path("enum");
                                if (known.isArray()) {
                                    assertThat(known.valueStream().map(JsonNode::asString))
                                            .as(entry.code() + " on " + trigger.type())
                                            .containsAll(words(condition));
                                }
                            })));
        }
    }

    @Nested
    class RulesOnClocks {

        private static final Map<String, String> KNOWN_TO = Stream.of("clock-rules.yaml", "demo-clock-rules.yaml")
                .map(file -> text("platform/clocks/src/main/resources/reference/" + file))
                .flatMap(yaml -> new YAMLMapper().readTree(yaml).path("rows").valueStream())
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.path("id").asString(),
                        row -> row.path("knownTo").asString(),
                        (first, _) -> first));

        private static final Set<String> RULES = KNOWN_TO.keySet();

        private static Stream<String> namedBy(Condition condition) {
            return switch (condition) {
                case Condition.StartsWith kin -> RULES.stream().filter(rule -> rule.startsWith(kin.value()));
                case Condition.Is _, Condition.OneOf _, Condition.Above _ -> words(condition).stream();
            };
        }

        @Test
        void a_rule_that_an_entry_names_exists() {
            assertThat(ENTRIES)
                    .allSatisfy(entry -> triggers(entry)
                            .flatMap(trigger -> trigger.when().stream())
                            .filter(condition -> condition.pointer().equals(RULE))
                            .forEach(condition -> assertThat(condition)
                                    .as(entry.code())
                                    .matches(RulesOnClocks::namesRules, "names rules of the reference data")));
        }

        private static boolean namesRules(Condition condition) {
            return switch (condition) {
                case Condition.StartsWith kin -> RULES.stream().anyMatch(rule -> rule.startsWith(kin.value()));
                case Condition.Is _, Condition.OneOf _ -> RULES.containsAll(words(condition));
                case Condition.Above _ -> false;
            };
        }
    }

    @Nested
    class Names {

        private static final Policy POLICY = Policy.ofTheHouse();
        private static final Set<String> STATES = Set.of("XH", "XR");

        /** What an alert about an object of a kind calls it, and who may know that. */
        private static final Map<String, Act> TOLD_BY = Map.of("asset", Act.READ_ASSET, "list", Act.READ_LIST);

        private static Subject named(String objectType) {
            return objectType.equals("asset")
                    ? new Subject.Held("XH")
                    : new Subject.Between("XR", "XH", Optional.empty(), Optional.empty());
        }

        private static Stream<Entry> about(String objectType) {
            return ENTRIES.stream().filter(entry -> entry.objectType().equals(objectType));
        }

        @Test
        void whatever_people_have_a_name_for_is_called_by_it() {
            assertThat(Stream.of("asset", "list", "case").flatMap(Names::about))
                    .isNotEmpty()
                    .allMatch(entry -> entry.namePointer().isPresent());
        }

        @Test
        void no_title_names_an_id_of_ours() {
            assertThat(ENTRIES)
                    .allSatisfy(entry -> assertThat(ANY_PLACEHOLDER
                                    .matcher(entry.title())
                                    .results()
                                    .map(found -> found.group(1)))
                            .as(entry.code())
                            .filteredOn(
                                    placeholder -> !placeholder.equals("/relationId") && !placeholder.equals("/ruleId"))
                            .noneMatch(placeholder -> placeholder.endsWith("Id") || placeholder.equals("/subject")));
        }

        @Test
        void whoever_sees_an_alert_may_know_what_its_title_calls_the_object() {
            TOLD_BY.forEach((objectType, act) -> about(objectType).forEach(entry -> {
                var states = objectType.equals("asset") ? Set.of("XH") : STATES;
                for (var role : Role.values()) {
                    for (var authority : List.of("XH-CA", "XR-CA", "XE-CA", "operator")) {
                        var actor = new Actor("somebody", Set.of(role.name()), authority);
                        if (AlertAccess.sees(actor, AlertAccess.subject(objectType, entry.recipients(), states))) {
                            assertThat(POLICY.decide(actor, act, named(objectType), ""))
                                    .as("%s, %s of %s", entry.code(), role, authority)
                                    .isEqualTo(Verdict.ALLOWED);
                        }
                    }
                }
            }));
        }
    }

    /** What is told of claims, and what claims start, reaches those who may read claims. */
    @Nested
    class Claims {

        private static final String OF_CLAIMS = "asset.claim-";

        private static Stream<Entry> ofClaims() {
            return ENTRIES.stream()
                    .filter(entry ->
                            triggers(entry).anyMatch(trigger -> trigger.type().startsWith(OF_CLAIMS)));
        }

        @Test
        void whoever_is_asked_to_act_may_read_claims() {
            var mayRead = Policy.ofTheHouse().rolesOf(Act.READ_CLAIMS).stream()
                    .map(Role::name)
                    .toList();
            assertThat(ofClaims())
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(mayRead).containsAll(entry.recipients()));
        }

        @Test
        void an_analyst_sees_none_of_it() {
            var analyst = new Actor("ana.analyst", Set.of("AN"), "XH-CA");
            assertThat(ofClaims())
                    .isNotEmpty()
                    .noneMatch(entry -> AlertAccess.sees(
                            analyst, AlertAccess.subject(entry.objectType(), entry.recipients(), Set.of("XH"))));
        }
    }

    @Nested
    class Recipients {

        /** What a text for a liaison officer may name: the case, its clock and the day. */
        private static final Set<String> SHARED = Set.of("object", "/lastDay", "/rule");

        private static Stream<Entry> forLiaison() {
            return ENTRIES.stream().filter(entry -> entry.recipients().contains("LI"));
        }

        @Test
        void what_is_addressed_to_a_liaison_officer_names_the_case_and_its_clock_alone() {
            assertThat(forLiaison())
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(ANY_PLACEHOLDER
                                    .matcher(entry.title())
                                    .results()
                                    .map(found -> found.group(1)))
                            .as(entry.code())
                            .isSubsetOf(SHARED));
        }

        @Test
        void what_is_addressed_to_a_liaison_officer_rises_from_clocks_that_both_states_know_alone() {
            assertThat(forLiaison())
                    .allSatisfy(entry -> assertThat(entry.raisedBy())
                            .as(entry.code())
                            .allSatisfy(trigger -> {
                                assertThat(trigger.type()).isEqualTo("case.clock-changed.v1");
                                assertThat(trigger.when().stream()
                                                .filter(condition ->
                                                        condition.pointer().equals(RULE))
                                                .flatMap(RulesOnClocks::namedBy))
                                        .isNotEmpty()
                                        .allMatch(rule ->
                                                RulesOnClocks.KNOWN_TO.get(rule).equals("BOTH"));
                            }));
        }

        @Test
        void what_the_programs_do_asks_nobody_of_a_state() {
            assertThat(ENTRIES)
                    .filteredOn(entry -> entry.objectType().equals("consumer"))
                    .isNotEmpty()
                    .allMatch(entry -> entry.recipients().equals(Set.of("SI")));
        }

        @Test
        void what_changes_in_the_law_asks_legal_officers() {
            assertThat(ENTRIES)
                    .filteredOn(entry -> Set.of("relation", "clock-rule").contains(entry.objectType()))
                    .isNotEmpty()
                    .allMatch(entry -> entry.recipients().contains("LO"));
        }

        @Test
        void a_claim_to_protection_and_its_grant_rise_from_what_the_state_that_holds_the_file_keeps_to_itself() {
            assertThat(ENTRIES)
                    .filteredOn(entry -> Set.of("AL-13", "AL-14").contains(entry.code()))
                    .hasSize(2)
                    .allSatisfy(entry ->
                            assertThat(triggers(entry)).allMatch(trigger -> trigger.knownTo() == Entry.KnownTo.HOST));
        }

        @Test
        void an_auditor_sees_everything_and_is_asked_for_nothing() {
            assertThat(ENTRIES).noneMatch(entry -> entry.recipients().contains("AU"));
        }
    }

    @Nested
    class Documents {

        private static final String ALERTS = text("docs/alerts.md");

        private static Set<String> codes(String text) {
            return CODE.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static String part(String heading) {
            var from = ALERTS.indexOf("## " + heading);
            var to = ALERTS.indexOf("\n## ", from + 1);
            return ALERTS.substring(from, to < 0 ? ALERTS.length() : to);
        }

        @Test
        void the_page_on_alerts_lists_what_the_catalogue_has() {
            assertThat(codes(part("What rises")))
                    .isEqualTo(ENTRIES.stream().map(Entry::code).collect(Collectors.toCollection(TreeSet::new)));
        }

        @Test
        void every_alert_of_the_domain_rises_or_the_page_says_why_not() {
            var told = new TreeSet<>(codes(part("What rises")));
            var not = codes(part("What cannot rise"));
            assertThat(not).doesNotContainAnyElementsOf(told);
            told.addAll(not);
            for (var number = 1; number <= 40; number++) {
                assertThat(told).contains("AL-%02d".formatted(number));
            }
        }
    }
}
