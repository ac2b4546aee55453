package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import org.repatria.local.supervisor.StackFailed;
import org.repatria.local.supervisor.StackSettings;
import org.repatria.system.checker.Evidence.TopicRecord;
import org.repatria.system.checker.Gathering;
import org.repatria.system.checker.Stores;
import org.repatria.system.client.BearingCase;
import org.repatria.system.client.Caller;
import org.repatria.system.client.Reply;
import org.repatria.system.kills.Until;
import tools.jackson.databind.JsonNode;

/**
 * The one system that all journeys share, started with the first of them. Also the steps that many journeys begin with.
 */
final class SharedStack {

    /** What should happen at once may take this long on a machine that is busy with something else. */
    static final Duration SOON = Duration.ofSeconds(45);

    static final Duration READY_MAX = Duration.ofMinutes(3);

    /** Officers of every role in each of three states, and programs of every role at the operator. */
    static final Path EVERY_OFFICE =
            Path.of("src", "test", "resources", "every-office.yaml").toAbsolutePath();

    private static final SharedStack ONE = new SharedStack();

    private final Stack stack;
    private final Caller gateway;
    private String bearing = "";

    private SharedStack() {
        try {
            stack = Stack.started(
                    StackSettings.apart(Path.of("target", "system").toAbsolutePath())
                            .with("REPATRIA_IDENTITY_FURTHERUSERS", EVERY_OFFICE.toString()),
                    System.out::println);
            gateway = new Caller(stack.http(Component.GATEWAY), stack.http(Component.IDENTITY));
        } catch (StackFailed e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Stack stack() {
        return ONE.stack;
    }

    /** Calls through the gateway. */
    static Caller gateway() {
        return ONE.gateway;
    }

    /** Calls one service past the gateway. */
    static Caller service(Component service) {
        return ONE.gateway.at(ONE.stack.http(service));
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** A person nobody has heard of yet. */
    static String openCaseBody(String name) {
        return """
                {"requestingState": "XR", "requestedState": "XH",
                 "person": {"name": "%s", "aliases": [], "birthDate": "1958-02-17", "nationalities": ["XR"],
                   "documents": [{"kind": "PASSPORT", "country": "XR", "number": "%s"}]},
                 "offenceSummary": "Embezzlement of public funds", "authority": "General Prosecution of Ruvania",
                 "handedOverOn": "2014-08-29", "source": "letter of 2014-08-29"}""".formatted(name, key().substring(0, 18));
    }

    /** A name that no other test uses. */
    static String newName() {
        var letters = new StringBuilder("Vint ");
        key().chars().filter(Character::isLetterOrDigit).limit(16).forEach(c -> letters.append((char) ('a' + c % 26)));
        return letters.toString();
    }

    static String openCase() throws IOException, InterruptedException {
        return openCase(newName());
    }

    static String openCase(String name) throws IOException, InterruptedException {
        var reply = gateway().post("ana.analyst", "/v1/cases", key(), openCaseBody(name));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("id").asString();
    }

    /** Hands over a list of Ruvania under a reference. */
    static Reply handOver(String reference, byte[] csv) throws IOException, InterruptedException {
        var path = "/v1/lists?requestingState=XR&requestedState=XH&handedOverOn=2014-08-29&reference=" + reference;
        return gateway()
                .send(gateway()
                        .as("livia.liaison", path)
                        .header("Idempotency-Key", key())
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofByteArray(csv)));
    }

    static Reply assign(String caseId, long version, String assignee) throws IOException, InterruptedException {
        return gateway()
                .post(
                        "sara.supervisor",
                        "/v1/cases/" + caseId + "/assignment",
                        key(),
                        OptionalLong.of(version),
                        "{\"assignee\": \"" + assignee + "\"}");
    }

    static String registerAsset() throws IOException, InterruptedException {
        // What is described in the same words would be found to be the same.
        return registerAsset("Notes in the locker " + key());
    }

    static String registerAsset(String description) throws IOException, InterruptedException {
        var reply = gateway().post("amir.assets", "/v1/assets", key(), """
                {"kind": "CASH", "description": "%s", "identifiers": [], "location": {"country": "XH"},
                 "source": "search of 2014-11-03", "confidence": "HIGH"}""".formatted(description));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("id").asString();
    }

    /** Something that is done by a program without a version, and accepted. */
    static JsonNode done(String user, String path, String body) throws IOException, InterruptedException {
        var reply = gateway().post(user, path, key(), body);
        assertThat(reply.isSuccess()).as(path + ": " + reply).isTrue();
        return reply.json();
    }

    static Reply link(String assetId, String caseId) throws IOException, InterruptedException {
        return gateway()
                .post(
                        "amir.assets",
                        "/v1/assets/" + assetId + "/case-links",
                        key(),
                        "{\"caseId\": \"" + caseId + "\"}");
    }

    /** Of a case that bears it: an order is recorded as soon as the asset service has heard of the case. */
    static Reply restrain(String assetId, String issuedOn, String endsOn) throws IOException, InterruptedException {
        var linked = link(assetId, ONE.bearing());
        assertThat(linked.status()).as(linked.text()).isEqualTo(200);
        var order = new AtomicReference<Reply>();
        eventually("a case bears the order", () -> {
            order.set(order(assetId, issuedOn, endsOn));
            return order.get().status() != 409;
        });
        return order.get();
    }

    /** Everything in it counts from a month ago. */
    private synchronized String bearing() throws IOException, InterruptedException {
        if (bearing.isEmpty()) {
            var today = LocalDate.now(ZoneOffset.UTC);
            bearing = BearingCase.open(SharedStack::sent, newName(), today.minusDays(30), today.plusDays(60));
        }
        return bearing;
    }

    private static Reply sent(String kind, String user, String path, OptionalLong version, String body, String id)
            throws IOException, InterruptedException {
        var reply = gateway()
                .send(gateway()
                        .command(user, path, key(), version, "application/json", body)
                        .header("X-Purpose", "A case that bears orders"));
        assertThat(reply.isSuccess())
                .as(kind + " of " + id + ": " + reply.text())
                .isTrue();
        return reply;
    }

    private static Reply order(String assetId, String issuedOn, String endsOn)
            throws IOException, InterruptedException {
        return gateway().post("lena.legal", "/v1/assets/" + assetId + "/restraints", key(), """
                {"courtReference": "%s", "legalBasis": "criminal procedure, art. 263", "issuedOn": "%s", "endsOn": "%s",
                 "zone": "Europe/Zurich"}""".formatted(
                        key(), issuedOn, endsOn));
    }

    static JsonNode alerts(String objectId, String code) throws IOException, InterruptedException {
        return gateway()
                .get("sara.supervisor", "/v1/alerts?objectId=" + objectId + "&code=" + code)
                .json()
                .path("items");
    }

    static void moveClock(Component service, Instant to) throws IOException, InterruptedException {
        setClock(service, "{\"at\": \"" + to + "\"}");
    }

    static void clockBack(Component service) throws IOException, InterruptedException {
        setClock(service, "{\"at\": null}");
    }

    private static void setClock(Component service, String body) throws IOException, InterruptedException {
        var caller = service(service);
        var reply = caller.send(caller.request("/local/clock")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(reply.isSuccess()).as(reply.toString()).isTrue();
    }

    static void eventually(String what, Until.Condition condition) throws InterruptedException {
        assertThat(Until.within(SOON, condition)).as(what).isTrue();
    }

    /** What a plain consumer finds about one key. */
    static List<TopicRecord> events(String topic, String key) {
        try (var stores = new Stores(stack()::mongo)) {
            return new Gathering(stack().kafka(), stores, gateway())
                    .records().stream()
                            .filter(r -> r.topic().equals(topic) && r.key().equals(key))
                            .toList();
        }
    }

    static URI http(Component component) {
        return stack().http(component);
    }
}
