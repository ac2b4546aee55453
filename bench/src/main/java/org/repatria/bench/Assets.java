package org.repatria.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.repatria.bench.floors.PlainReader;
import org.repatria.bench.floors.RawTopic;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import org.repatria.local.supervisor.StackFailed;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A case that thousands of assets name, beside one that none does. Then lists, facets and sums of very many assets,
 * equal to what was written.
 *
 * <p>The assets of the case are taken on file as people would. The others are copies of their snapshots under ids of
 * their own, with other states, countries and amounts, since a view knows nothing else of an asset.
 */
final class Assets {

    private static final String AIM_OF_LIST = "<= 200";
    private static final String AIM_OF_OVERVIEW = "<= 1,000";
    private static final String AIM_BESIDE = "<= 1.1x";
    private static final String LIST = "/v1/assets?limit=50";
    private static final String WITHOUT_FIGURES = LIST + "&figures=false";
    private static final String FIGURES = "/v1/assets/figures";
    private static final String SUM = "MARKET-APPRAISAL-GROSS";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Milliseconds: the client's own default, with which it carries the most. */
    private static final int LINGER = 5;

    private static final int BATCH = 5_000;
    private static final int PLAIN = 50;

    private static final List<String> STATES = List.of(
            "IDENTIFIED", "TRACED", "RESTRAINED", "SEIZED", "FORFEITURE_PENDING", "CONFISCATED_FINAL", "RETURNED");
    private static final List<String> COUNTRIES = List.of("XH", "XE", "XK");
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP");

    private final Stack stack;
    private final Programs programs;
    private final Scale scale;
    private final Figures figures;
    private final URI service;
    private final URI cases;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, ConsumerRecord<byte[], byte[]>> snapshots = new ConcurrentHashMap<>();

    private Assets(Stack stack, Programs programs, Scale scale, Figures figures) {
        this.stack = stack;
        this.programs = programs;
        this.scale = scale;
        this.figures = figures;
        this.service = stack.http(Component.ASSETS);
        this.cases = stack.http(Component.CASES);
    }

    static void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        try (var stack = site.system();
                var programs = new Programs(stack)) {
            new Assets(stack, programs, scale, figures).measure();
        }
    }

    private void measure() throws IOException, InterruptedException {
        var filling = new Filling(stack, programs);
        filling.open(2 * PLAIN + 1);
        filling.awaitVisible();
        var ids = filling.ids(2 * PLAIN + 1);
        var owner = ids.getLast();
        // The first asset makes the topic.
        var plain = registered(PLAIN);
        try (var _ = PlainReader.fromNow(
                stack.kafka(),
                List.of(Topics.ASSET_SNAPSHOTS),
                (record, _) -> snapshots.put(PlainReader.key(record), record))) {
            var linked = linked(owner);
            // What the compiler has not seen yet would count against the first.
            commands(ids.subList(0, PLAIN), owner, plain, linked);
            report(commands(ids.subList(PLAIN, 2 * PLAIN), owner, plain, linked));
            AtRest.await("our system", () -> Spent.processes(stack, Component.values()));
        }
        views(fill());
    }

    /** Assets that belong to no case. */
    private List<String> registered(int count) throws IOException, InterruptedException {
        return all(count, () -> asset("{\"amount\": \"1000.00\", \"currency\": \"USD\"}"));
    }

    /** Assets that name the case; when the last of them is linked and the case has taken all of them in. */
    private List<String> linked(String caseId) throws IOException, InterruptedException {
        var since = System.nanoTime();
        var ids = all(scale.assetsOfCase(), () -> {
            var id = asset("{\"amount\": \"1000.00\", \"currency\": \"USD\"}");
            command(id, "/case-links", "{\"caseId\": \"" + caseId + "\"}");
            return id;
        });
        AtRest.await("our system", () -> Spent.processes(stack, Component.values()));
        figures.add(Figure.alone(
                "%,d assets taken on file, valued and taken in by one case".formatted(ids.size()),
                (System.nanoTime() - since) / 1e9,
                "s",
                ""));
        return ids;
    }

    private String asset(String value) throws IOException, InterruptedException {
        var made = number.incrementAndGet();
        var id = programs.command(
                        service, Programs.MANAGER, "/v1/assets", OptionalLong.empty(), """
                        {"kind": "ACCOUNT", "description": "Account %d", "location": {"country": "XH"},
                         "identifiers": [{"scheme": "ACCOUNT_NUMBER", "value": "XH-%08d"}],
                         "source": "registers", "confidence": "HIGH"}""".formatted(made, made))
                .json()
                .path("id")
                .asString();
        value(id, value);
        return id;
    }

    private void value(String id, String value) throws IOException, InterruptedException {
        command(id, "/valuations", """
                {"kind": "MARKET_APPRAISAL", "value": %s, "valuedOn": "2015-03-10", "method": "Balance",
                 "valuer": "Bank %d", "basis": "GROSS"}""".formatted(value, number.incrementAndGet()));
    }

    private void command(String id, String what, String body) throws IOException, InterruptedException {
        programs.command(service, Programs.MANAGER, "/v1/assets/" + id + what, OptionalLong.empty(), body);
    }

    private record Commands(Measured onCase, Measured onOwner, Measured onPlain, Measured onLinked, Measured read) {}

    private Commands commands(List<String> some, String owner, List<String> plain, List<String> linked)
            throws IOException, InterruptedException {
        var at = CasePool.at(cases, programs);
        var ofSome = CasePool.of(some, programs, cases);
        var ofOwner = CasePool.of(List.of(owner), programs, cases);
        return new Commands(
                Load.times(scale.pages(), ofSome.assign(at)),
                Load.times(scale.pages(), ofOwner.assign(at)),
                Load.times(scale.pages(), valuing(plain)),
                Load.times(scale.pages(), valuing(linked)),
                Load.times(scale.pages(), get(cases, "/v1/cases/" + owner)));
    }

    private Action valuing(List<String> ids) {
        var turn = new AtomicInteger();
        return Action.timed(() -> value(
                ids.get(turn.getAndIncrement() % ids.size()), "{\"amount\": \"1000.00\", \"currency\": \"USD\"}"));
    }

    private void report(Commands commands) {
        var many = "%,d assets".formatted(scale.assetsOfCase());
        figures.latency(
                "a command on a case of " + many + " beside none", commands.onOwner(), commands.onCase(), AIM_BESIDE);
        figures.latency(
                "a command on an asset of it beside one on a case", commands.onLinked(), commands.onCase(), AIM_BESIDE);
        figures.latency(
                "a command on an asset of no case beside the same", commands.onPlain(), commands.onCase(), AIM_BESIDE);
        figures.latency("a case of " + many + " is read", commands.read(), AIM_OF_LIST);
    }

    /** Sums of the value by state and currency, as they were written. */
    private Map<String, BigDecimal> fill() throws IOException, InterruptedException {
        var sums = new TreeMap<String, BigDecimal>();
        var like = List.copyOf(snapshots.values());
        try (var topic = RawTopic.at(stack.kafka(), LINGER)) {
            var batch = new ArrayList<ProducerRecord<byte[], byte[]>>();
            for (var i = 0; i < scale.assets(); i++) {
                batch.add(copy(like.get(i % like.size()), i, sums));
                if (batch.size() == BATCH) {
                    topic.publish(batch);
                    batch.clear();
                }
            }
            topic.publish(batch);
        }
        var expected = scale.assets();
        Until.holds("the view shows %,d copies".formatted(expected), Limits.CATCH_UP_MAX, () -> {
            var page = programs.get(service, Programs.HEAD, LIST + "&text=copy").json();
            return page.at("/total/count").asInt() == expected;
        });
        return sums;
    }

    private static ProducerRecord<byte[], byte[]> copy(
            ConsumerRecord<byte[], byte[]> like, int number, Map<String, BigDecimal> sums) {
        var id = "asset-copy-%07d".formatted(number);
        var state = STATES.get(number % STATES.size());
        var currency = CURRENCIES.get(number / 7 % CURRENCIES.size());
        var amount = new BigDecimal(number % 100_000).add(new BigDecimal("0.25"));
        var json = (ObjectNode) JSON.readTree(like.value());
        json.put("id", id)
                .put("description", "copy %d of an account".formatted(number))
                .put("state", state)
                .put("country", COUNTRIES.get(number / 21 % COUNTRIES.size()));
        var value = json.putArray("values").addObject();
        value.put("number", 1)
                .put("kind", "MARKET_APPRAISAL")
                .put("basis", "GROSS")
                .put("valuedOn", "2015-03-10");
        value.putObject("value").put("amount", amount.toPlainString()).put("currency", currency);
        sums.merge(state + " " + currency, amount, BigDecimal::add);
        var copy = new ProducerRecord<byte[], byte[]>(
                Topics.ASSET_SNAPSHOTS, id.getBytes(StandardCharsets.UTF_8), JSON.writeValueAsBytes(json));
        like.headers().forEach(header -> copy.headers().add(header));
        copy.headers().remove(Topics.SUBJECT).add(Topics.SUBJECT, id.getBytes(StandardCharsets.UTF_8));
        copy.headers()
                .remove(Topics.ID)
                .add(Topics.ID, (id + "@" + json.path("version").asLong()).getBytes(StandardCharsets.UTF_8));
        return copy;
    }

    private void views(Map<String, BigDecimal> written) throws IOException, InterruptedException {
        var gateway = stack.http(Component.GATEWAY);
        demandEqual(written);
        var of = " of %,d assets".formatted(scale.assets());
        for (var counts = 0; counts < 2; counts++) {
            var page = Load.times(scale.looks(), get(gateway, WITHOUT_FIGURES));
            var facet = Load.times(scale.looks(), get(gateway, LIST + "&state=RESTRAINED&jurisdiction=XE"));
            var whole = Load.times(scale.looks(), get(gateway, LIST));
            var search = Load.times(scale.looks(), get(gateway, LIST + "&text=copy%2077"));
            var sums = Load.times(scale.looks(), get(gateway, FIGURES));
            if (counts == 1) {
                figures.latency("a page" + of + ", without figures", page, AIM_OF_LIST);
                figures.latency("a page with facets and sums" + of, whole, AIM_OF_LIST);
                figures.latency("two facets chosen" + of, facet, AIM_OF_LIST);
                figures.latency("a text searched" + of, search, AIM_OF_LIST);
                figures.latency(
                        "%,d sums".formatted(written.size()) + of + ", equal to what was written",
                        sums,
                        AIM_OF_OVERVIEW);
            }
        }
    }

    /** Where the sums are not what was written there is no figure. */
    private void demandEqual(Map<String, BigDecimal> written) throws IOException, InterruptedException {
        var told = new TreeMap<String, BigDecimal>();
        programs.get(service, Programs.HEAD, FIGURES + "?text=copy")
                .json()
                .path("byState")
                .forEach(state -> state.at("/sums/" + SUM + "/amounts")
                        .properties()
                        .forEach(sum -> told.put(
                                state.path("value").asString() + " " + sum.getKey(),
                                new BigDecimal(sum.getValue().asString()))));
        if (!told.equals(written)) {
            throw new IOException("the sums are not what was written: told " + told + ", written " + written);
        }
    }

    private Action get(URI base, String path) {
        return Action.timed(() -> programs.get(base, Programs.HEAD, path));
    }

    /** Makes so many things, as many at once as there are clients. */
    private List<String> all(int count, Making making) throws IOException, InterruptedException {
        var made = new ConcurrentLinkedQueue<String>();
        var failures = new ConcurrentLinkedQueue<Exception>();
        var begun = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < scale.clients(); client++) {
                threads.execute(() -> {
                    while (failures.isEmpty() && begun.getAndIncrement() < count) {
                        try {
                            made.add(making.make());
                        } catch (IOException | InterruptedException e) {
                            failures.add(e);
                        }
                    }
                });
            }
        }
        if (!failures.isEmpty()) {
            throw new IOException("an asset could not be made", failures.peek());
        }
        return List.copyOf(made);
    }

    @FunctionalInterface
    private interface Making {
        String make() throws IOException, InterruptedException;
    }
}
