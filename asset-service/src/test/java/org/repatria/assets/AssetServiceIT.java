package org.repatria.assets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.repatria.assets.domain.Assets;
import org.repatria.assets.domain.CaseId;
import org.repatria.assets.domain.CompanyId;
import org.repatria.assets.domain.InterestEntry;
import org.repatria.assets.domain.InterestId;
import org.repatria.assets.domain.companies.Companies;
import org.repatria.assets.domain.companies.Company;
import org.repatria.assets.domain.companies.CompanyCommand;
import org.repatria.assets.domain.companies.CompanyCommand.HoldingCommand.RecordHolding;
import org.repatria.decider.Actor;
import org.repatria.decider.Occasion;
import org.repatria.decider.Outcome;
import org.repatria.edge.Api;
import org.repatria.edge.ApiLint;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.testkit.contracts.ApiExamples;
import org.repatria.testkit.contracts.Contracts;
import org.repatria.testkit.identity.TokenIssuer;
import org.repatria.testkit.servers.KafkaForTests;
import org.repatria.testkit.servers.MongoForTests;
import org.repatria.testkit.servers.WithServers;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real port, a real broker and a MongoDB-protocol store, with real tokens. */
@WithServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AssetServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What a test reads at once: the API document and a graph of holders are the longest answers. */
    private static final int ANSWER_BYTES_MAX = 4_000_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TokenIssuer ISSUER = TokenIssuer.start();
    private static final String NINETY_DAYS = """
            {"courtReference": "15-misc-0042", "legalBasis": "28 U.S.C. 2467(d)(3)(A)", "issuedOn": "2015-03-16",
             "endsOn": "2015-06-14", "zone": "America/New_York"}""";

    private final AtomicInteger houses = new AtomicInteger();

    private String bootstrap;
    private String mongoUri;
    private Path views;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start(KafkaForTests kafka, MongoForTests mongo, @TempDir Path directory) throws Exception {
        bootstrap = kafka.bootstrap();
        mongoUri = mongo.uri();
        views = directory;
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(
                            new NewTopic("repatria.case.events", 12, (short) 1),
                            new NewTopic("repatria.case.snapshots", 12, (short) 1),
                            new NewTopic("repatria.case.confided-snapshots", 12, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        service = started();
    }

    @AfterAll
    void stop() {
        service.close();
        ISSUER.close();
    }

    @Nested
    class Documenting {

        @Test
        void a_reader_of_any_operation_that_is_served_stumbles_over_nothing() {
            assertThat(ApiLint.findings(
                            List.copyOf(service.getBeansOfType(Api.class).values())))
                    .isEmpty();
        }

        @Test
        void every_example_of_the_api_document_fits_its_schema() {
            assertThat(ApiExamples.findings(
                            json(client().get().uri("/v3/api-docs").exchange())))
                    .isEmpty();
        }
    }

    @Nested
    class Linking {

        @Test
        void an_asset_of_an_unknown_case_is_linked_exactly_once_when_the_case_appears() {
            var asset = register();
            link(asset, "case-late");
            assertThat(standing(asset)).isEqualTo("UNLINKED");

            publishCase("case-late", 1, "DRAFT", "Orla Vint");
            publishCase("case-late", 2, "SCREENING", "Orla Vint");

            until(() -> standing(asset).equals("KNOWN"));
            assertThat(read(asset).at("/cases/0/displayName").asString()).isEqualTo("Orla Vint");
            assertThat(eventsOf(asset, "asset.linked.v1")).hasSize(1);
        }

        @Test
        void assets_and_their_case_that_come_at_the_same_time_always_meet() {
            var assets = IntStream.range(0, 20).mapToObj(_ -> register()).toList();
            var publishing = Thread.ofVirtual().start(() -> publishCase("case-racing", 1, "DRAFT", "Wei Chen"));
            assets.parallelStream().forEach(asset -> link(asset, "case-racing"));
            join(publishing);

            until(() -> assets.stream().allMatch(asset -> standing(asset).equals("KNOWN")));
            for (var asset : assets) {
                assertThat(eventsOf(asset, "asset.linked.v1")).as(asset).hasSize(1);
            }
        }

        @Test
        void the_closing_of_a_case_reaches_its_assets() {
            var asset = register();
            publishCase("case-closing", 1, "DRAFT", "Sara Lind");
            link(asset, "case-closing");
            until(() -> standing(asset).equals("KNOWN"));

            publishCase("case-closing", 2, "CLOSED", "Sara Lind");

            until(() -> standing(asset).equals("CASE_CLOSED"));
        }
    }

    @Nested
    class Lapsing {

        @Test
        void a_restraint_lapses_once_when_the_clock_has_passed_its_end_and_a_restart_changes_nothing() {
            moveClock("2015-03-16T20:00:00Z");
            var asset = register();
            link(asset, "case-bearing");
            act("LO", "/v1/assets/" + asset + "/restraints", NINETY_DAYS)
                    .expectStatus()
                    .isEqualTo(409);
            publishCase("case-bearing", 1, "STRATEGY_AGREED", "Orla Vint");
            publishGround("case-bearing");
            until(() -> read(asset).path("version").asLong() == 4);
            act("LO", "/v1/assets/" + asset + "/restraints", NINETY_DAYS)
                    .expectStatus()
                    .isCreated();
            moveClock("2015-06-15T03:59:59Z");
            until(() -> listed(asset).path("state").asString().equals("RESTRAINED"));

            moveClock("2015-06-15T04:00:00Z");

            until(() -> read(asset).path("state").asString().equals("LAPSED_PRESUMED"));
            service.close();
            service = started();
            moveClock("2015-06-16T00:00:00Z");
            until(() -> listed(asset).path("state").asString().equals("LAPSED_PRESUMED"));
            assertThat(eventsOf(asset, "asset.restraint-lapsed.v1")).hasSize(1);
            assertThat(read(asset).path("version").asLong()).isEqualTo(6);
        }
    }

    @Nested
    class HearingOfLaw {

        private static final String TEMPORARY = """
                {"courtReference": "15-misc-0077", "legalBasis": "18 U.S.C. 983(j)(3)", "issuedOn": "2015-03-20",
                 "endsOn": "2015-04-03", "zone": "America/New_York", "measure": "TRO"}""";

        @Test
        void an_order_is_counted_by_an_amendment_that_became_known_and_so_it_stays_after_a_restart() {
            publishCase("case-of-law", 1, "STRATEGY_AGREED", "Orla Vint");
            publishGround("case-of-law");
            assertThat(lastDay()).isEqualTo("2015-04-03");

            publishAmendment(1, "amendment-earlier", "10");
            publishAmendment(1, "amendment-earlier", "10");
            publishAmendment(2, "amendment-later", "12");

            until(() -> lastDay().equals("2015-04-01"));
            service.close();
            service = started();
            assertThat(lastDay()).isEqualTo("2015-04-01");
        }

        /** Of a temporary order on a house that nobody has seen before. */
        private String lastDay() {
            var asset = register();
            link(asset, "case-of-law");
            until(() -> read(asset).path("version").asLong() == 4);
            act("LO", "/v1/assets/" + asset + "/restraints", TEMPORARY)
                    .expectStatus()
                    .isCreated();
            return read(asset).at("/clocks/0/lastDay").asString();
        }

        private void publishAmendment(long sequence, String id, String days) {
            publish(
                    "repatria.case.events",
                    "reference.clock-rule-changed.v1",
                    "",
                    "amendments",
                    sequence,
                    """
                    {"ruleId": "CLK-RST-US-TRO", "amendmentId": "%s", "changedAt": "2015-01-0%dT12:00:00Z", "row": {
                     "jurisdiction": "US", "level": "STATUTE", "instrument": "18 U.S.C. 983(j)(3)",
                     "trigger": "restraint.TRO", "knownTo": "BOTH", "amount": "%s", "unit": "CAL_DAY",
                     "rollForward": "NONE", "rollSource": "an invented act", "kind": "HARD", "bearer": "STATE",
                     "onExpiry": "PRESUME_LAPSED", "source": "an invented act", "confidence": "VERIFIED"}}""".formatted(id, sequence, days));
        }
    }

    @Nested
    class Showing {

        @Test
        void a_caller_sees_the_own_write_in_the_list_with_its_sums() {
            var asset = register();
            var version = json(act("AM", "/v1/assets/" + asset + "/valuations", """
                            {"kind": "INSURED", "value": {"amount": "1850000.00", "currency": "CHF"}, \
                            "valuedOn": "2015-03-10",
                             "method": "policy", "valuer": "an insurer", "basis": "GROSS"}"""))
                    .path("version")
                    .asLong();
            var page = json(client().get()
                    .uri("/v1/assets?currency=CHF")
                    .header("Authorization", bearer("AU"))
                    .header("X-Read-After", asset + "@" + version)
                    .exchange()
                    .expectStatus()
                    .isOk());
            assertThat(page.at("/items/0/id").asString()).isEqualTo(asset);
            assertThat(page.at("/sums/INSURED-GROSS/amounts/CHF").asString()).isEqualTo("1850000.00");
        }

        @Test
        void a_change_is_told_soon_after_its_answer_and_the_list_that_is_asked_then_shows_it() throws Exception {
            var told = new LinkedBlockingQueue<String>();
            var opened = new CompletableFuture<Void>();
            var reading = client().get()
                    .uri("/v1/assets/stream")
                    .header("Authorization", bearer("AU"))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                    .getResponseBody()
                    .doOnNext(_ -> opened.complete(null))
                    .mapNotNull(ServerSentEvent::data)
                    .subscribe(told::add);
            opened.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            var millis = new ArrayList<Long>();
            for (var number = 0; number < 20; number++) {
                var asset = register();
                var answered = System.nanoTime();
                var expected = "{\"id\":\"" + asset + "\",\"version\":1}";
                for (var next = ""; !next.equals(expected); ) {
                    next = Objects.requireNonNull(told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), asset);
                }
                millis.add((System.nanoTime() - answered) / 1_000_000);
                assertThat(isShown(asset)).as(asset).isTrue();
            }
            reading.dispose();
            millis.sort(Long::compare);
            assertThat(millis.get(10)).as("median of %s", millis).isLessThan(300);
        }

        /** Whether the list shows it at once, without waiting for it. */
        private boolean isShown(String asset) {
            return json(client().get()
                            .uri("/v1/assets?limit=200&figures=false")
                            .header("Authorization", bearer("AU"))
                            .exchange())
                    .path("items")
                    .valueStream()
                    .anyMatch(item -> item.path("id").asString().equals(asset));
        }

        @Test
        void the_journal_is_whole() {
            var asset = register();
            link(asset, "case-of-journal");
            var verification = json(client().get()
                    .uri("/v1/assets/" + asset + "/journal/verification")
                    .header("Authorization", bearer("AU"))
                    .exchange()
                    .expectStatus()
                    .isOk());
            assertThat(verification.path("whole").asBoolean()).isTrue();
            assertThat(verification.path("entries").asLong()).isEqualTo(2);
        }
    }

    @Nested
    class Holding {

        private static final int COMPANIES = 2_500;
        private static final Occasion ON = Occasion.of(new Actor("carl.officer", Set.of("CO"), "XH-CA"), Instant.EPOCH);

        @Test
        void ten_thousand_holders_in_companies_that_own_one_another_are_read_from_the_store_and_told_apart() {
            var asset = register();
            act("CO", "/v1/assets/" + asset + "/interests", """
                            {"interest": {"right": "OWNER", "holder": {"companyId": "company-0"}, \
                            "share": {"parts": 1, "of": 1}, "source": "a register", "confidence": "HIGH"}}""").expectStatus().isOk();
            companiesThatOwnOneAnother();

            var holders = json(client().get()
                    .uri("/v1/assets/" + asset + "/holders")
                    .header("Authorization", bearer("AU"))
                    .exchange()
                    .expectStatus()
                    .isOk());

            assertThat(holders.path("companies").asInt()).isEqualTo(COMPANIES);
            assertThat(holders.path("holders").size()
                            + holders.path("holdersLeftOut").asInt())
                    .isEqualTo(3 * COMPANIES);
            assertThat(holders.path("unknown").asString()).isEqualTo("0.00000000");
            assertThat(holders.path("circular").asString()).isEqualTo("0.00000000");
            until(() -> eventsOf("company-7", "company.holding-recorded.v1").size() == 4);
        }

        /** Each has a part in the next and in another one; of each, two persons have the rest. */
        private void companiesThatOwnOneAnother() {
            var companies = companies();
            var random = new Random(20150316);
            var commands = new ArrayList<CommandEnvelope<CompanyCommand>>();
            for (var number = 0; number < COMPANIES; number++) {
                var id = new CompanyId("company-" + number);
                commands.add(CommandEnvelope.of(id.value(), Companies.register(id), ON));
                commands.add(held(id, 0, Assets.holder(new CompanyId("company-" + (number + 1) % COMPANIES)), 2));
                commands.add(held(id, 1, Assets.holder(new CompanyId("company-" + random.nextInt(COMPANIES))), 3));
                commands.add(held(id, 2, Assets.holder(new CaseId("case-a-" + number)), 3));
                commands.add(held(id, 3, Assets.holder(new CaseId("case-b-" + number)), 2));
            }
            Flux.fromIterable(commands)
                    .buffer(500)
                    .concatMap(companies::executeAll)
                    .flatMapIterable(outcomes -> outcomes)
                    .doOnNext(outcome -> assertThat(outcome).isInstanceOf(Outcome.Fulfilled.class))
                    .blockLast(PATIENCE.multipliedBy(3));
        }

        private static CommandEnvelope<CompanyCommand> held(
                CompanyId id, int entry, InterestEntry.Named holder, int tenths) {
            return CommandEnvelope.of(
                    id.value(),
                    new RecordHolding(new InterestId("interest-" + id + "-" + entry), Assets.owns(holder, tenths, 10)),
                    ON);
        }

        @SuppressWarnings("unchecked")
        private Aggregates<CompanyCommand, Company> companies() {
            return (Aggregates<CompanyCommand, Company>) service.getBean("companies");
        }
    }

    @Nested
    class Keeping {

        @Test
        void nobody_without_a_token_and_nobody_with_the_wrong_role() {
            client().get().uri("/v1/assets").exchange().expectStatus().isUnauthorized();
            client().get()
                    .uri("/v1/assets")
                    .header("Authorization", bearer("LI"))
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            client().get()
                    .uri("/v1/assets")
                    .header("Authorization", "Bearer " + ISSUER.tokenForAudience("elsewhere", "aude.auditor", "AU"))
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }

        @Test
        void what_goes_out_keeps_to_the_contracts() {
            var asset = register();
            link(asset, "case-of-contracts");
            until(() -> eventsOf(asset, "asset.case-awaited.v1").size() == 1);
            var contracts = Contracts.find();
            for (var event : records("repatria.asset.events", asset)) {
                assertThat(contracts.validate(header(event, "ce_type"), event.value()))
                        .isEmpty();
            }
            until(() -> !records("repatria.asset.snapshots", asset).isEmpty());
            for (var snapshot : records("repatria.asset.snapshots", asset)) {
                assertThat(contracts.validate(header(snapshot, "ce_type"), snapshot.value()))
                        .isEmpty();
            }
        }
    }

    private ConfigurableApplicationContext started() {
        return new SpringApplicationBuilder(AssetServiceApplication.class)
                .profiles("local")
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--repatria.issuer=" + ISSUER.issuer(),
                        "--repatria.kafka=" + bootstrap,
                        "--spring.cloud.stream.kafka.binder.brokers=" + bootstrap,
                        "--repatria.mongo.uri=" + mongoUri,
                        "--repatria.view.dir=" + views);
    }

    private WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(ANSWER_BYTES_MAX))
                .build();
    }

    private static String bearer(String role) {
        return "Bearer " + ISSUER.token("somebody." + role, role);
    }

    /** A house that nobody takes for another one. */
    private String register() {
        return json(act("AN", "/v1/assets", """
            {"kind": "REAL_ESTATE", "description": "House %1$d at the lake", "location": {"country": "XH"},
             "identifiers": [{"scheme": "LAND_REGISTER", "value": "Lake County folio %1$d"}],
             "source": "Land register extract", "confidence": "HIGH"}""".formatted(houses.incrementAndGet()))
                        .expectStatus()
                        .isCreated())
                .path("id")
                .asString();
    }

    private void link(String asset, String caseId) {
        act("CO", "/v1/assets/" + asset + "/case-links", "{\"caseId\": \"" + caseId + "\"}")
                .expectStatus()
                .isOk();
    }

    private String standing(String asset) {
        return read(asset).at("/cases/0/standing").asString();
    }

    private JsonNode read(String asset) {
        return json(client().get()
                .uri("/v1/assets/" + asset)
                .header("Authorization", bearer("AU"))
                .exchange()
                .expectStatus()
                .isOk());
    }

    /** The asset as the list shows it, once the list has its newest version. */
    private JsonNode listed(String asset) {
        var version = read(asset).path("version").asLong();
        var page = json(client().get()
                .uri("/v1/assets?limit=200&figures=false")
                .header("Authorization", bearer("AU"))
                .header("X-Read-After", asset + "@" + version)
                .exchange());
        return page.path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(asset))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.toString()));
    }

    private ResponseSpec act(String role, String path, String body) {
        return client().post()
                .uri(path)
                .header("Authorization", bearer(role))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private void moveClock(String at) {
        client().post()
                .uri("/local/clock")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"at\": \"" + at + "\"}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static JsonNode json(ResponseSpec response) {
        return JSON.readTree(response.expectBody(String.class).returnResult().getResponseBody());
    }

    private void publishCase(String caseId, long version, String state, String name) {
        var value = "{\"id\": \"%s\", \"version\": %d, \"state\": \"%s\", \"person\": {\"name\": \"%s\"}}"
                .formatted(caseId, version, state, name);
        publish("repatria.case.snapshots", "case.snapshot.v1", "XH,XR", caseId, version, value);
    }

    /** The case bears a restraint of a house of XH. */
    private void publishGround(String caseId) {
        publish("repatria.case.confided-snapshots", "case.confided-snapshot.v1", "XH", caseId, 1, """
                {"id": "%s", "version": 1, "all": {"requestedState": "XH", "recovery": {"number": 1,
                 "agreedOn": "2014-12-05", "gates": [{"gate": "RESTRAINT", "from": "2015-03-16", "missing": []}]}}}""".formatted(
                        caseId));
    }

    private void publish(String topic, String type, String states, String caseId, long version, String value) {
        var record = new ProducerRecord<>(topic, caseId, value);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        caseId + "@" + version,
                        "ce_type",
                        type,
                        "ce_source",
                        "/repatria/case",
                        "ce_subject",
                        caseId,
                        "ce_states",
                        states,
                        "ce_time",
                        Instant.EPOCH.toString(),
                        "ce_dataschema",
                        "https://repatria.example/schemas/" + type + ".json",
                        "ce_sequence",
                        "%020d".formatted(version),
                        "content-type",
                        "application/json")
                .forEach((name1, text) -> record.headers().add(name1, text.getBytes(UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(record).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private List<ConsumerRecord<String, String>> eventsOf(String asset, String type) {
        return records("repatria.asset.events", asset).stream()
                .filter(event -> header(event, "ce_type").equals(type))
                .toList();
    }

    /** What a plain subscriber finds from the beginning to the end of a topic. */
    private List<ConsumerRecord<String, String>> records(String topic, String key) {
        var found = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found.stream().filter(event -> event.key().equals(key)).toList();
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return Optional.ofNullable(event.headers().lastHeader(name))
                .map(header -> new String(header.value(), UTF_8))
                .orElse("");
    }

    private static void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
