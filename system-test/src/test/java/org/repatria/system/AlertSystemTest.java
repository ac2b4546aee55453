package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.system.SharedStack.READY_MAX;
import static org.repatria.system.SharedStack.alerts;
import static org.repatria.system.SharedStack.assign;
import static org.repatria.system.SharedStack.clockBack;
import static org.repatria.system.SharedStack.eventually;
import static org.repatria.system.SharedStack.gateway;
import static org.repatria.system.SharedStack.key;
import static org.repatria.system.SharedStack.moveClock;
import static org.repatria.system.SharedStack.openCase;
import static org.repatria.system.SharedStack.registerAsset;
import static org.repatria.system.SharedStack.restrain;
import static org.repatria.system.SharedStack.stack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.repatria.local.supervisor.Component;

class AlertSystemTest {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final LocalDate lastDay = today.plusDays(60);

    @Test
    void a_case_without_an_officer_calls_for_one_until_it_has_one() throws Exception {
        var id = openCase();
        eventually("the alert is open", () -> isOnly(id, "RP-02", "OPEN"));

        assign(id, 1, "carl.officer-program");
        eventually("the alert has ended by itself", () -> isOnly(id, "RP-02", "RESOLVED"));
    }

    @Test
    void a_person_takes_an_alert_and_ends_it() throws Exception {
        var id = openCase();
        eventually("the alert is open", () -> isOnly(id, "RP-02", "OPEN"));
        var alert = alerts(id, "RP-02").get(0);
        var path = "/v1/alerts/" + alert.path("id").asString();

        var taken = gateway().post("sara.supervisor", path + "/acknowledgement", key(), OptionalLong.of(1), "");
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        var other = gateway().post("carl.officer", path + "/acknowledgement", key(), OptionalLong.of(2), "");
        assertThat(other.status()).as(other.text()).isEqualTo(404);
        var ended = gateway()
                .post(
                        "sara.supervisor",
                        path + "/resolution",
                        key(),
                        OptionalLong.of(2),
                        "{\"act\": \"assigned by phone\"}");
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
        assertThat(gateway().get("sara.supervisor", path).json().path("status").asString())
                .isEqualTo("RESOLVED");
    }

    @Test
    void each_warning_of_an_ending_restraint_is_given_once_through_a_restart() throws Exception {
        var asset = registerAsset();
        restrain(asset, today.minusDays(2).toString(), lastDay.toString());
        eventually("the restraint is known", () -> !alerts(asset, "RP-03").isEmpty());
        try {
            moveClock(Component.NOTIFICATIONS, noonBefore(30));
            eventually("the first warning", () -> occurrences(asset) == 1);

            stack().kill(Component.NOTIFICATIONS);
            assertThat(stack().awaitReady(Component.NOTIFICATIONS, READY_MAX)).isTrue();
            moveClock(Component.NOTIFICATIONS, noonBefore(29));
            moveClock(Component.NOTIFICATIONS, noonBefore(14));
            eventually("the second warning", () -> occurrences(asset) == 2);

            moveClock(Component.NOTIFICATIONS, noonBefore(14));
            moveClock(Component.NOTIFICATIONS, noonBefore(3));
            // Two leads fell due at once; the nearer one covers the other.
            eventually("the third warning", () -> occurrences(asset) == 3);
            assertThat(alerts(asset, "AL-03")).hasSize(1);
        } finally {
            clockBack(Component.NOTIFICATIONS);
        }
    }

    @Test
    void a_restraint_that_nobody_extended_is_presumed_lapsed_and_calls_for_an_act() throws Exception {
        var asset = registerAsset();
        restrain(asset, today.minusDays(20).toString(), today.minusDays(3).toString());

        eventually(
                "it is presumed lapsed",
                () -> AssetSystemTest.read(asset).path("state").asString().equals("LAPSED_PRESUMED"));
        eventually("the alert is open", () -> isOnly(asset, "AL-04", "OPEN"));
    }

    @Test
    void a_reader_of_the_stream_resumes_where_it_stopped() throws Exception {
        var before = openCase();
        String position;
        try (var stream = AlertReader.open("sara.supervisor", "")) {
            assertThat(stream.comment()).contains("connected");
            var first = openCase();
            var raised = stream.next(event -> event.data().contains(first));
            assertThat(raised.type()).isEqualTo("alert.raised.v1");
            position = raised.id();
        }

        var missed = openCase();
        eventually("it rose while nobody read", () -> isOnly(missed, "RP-02", "OPEN"));

        try (var stream = AlertReader.open("sara.supervisor", position)) {
            assertThat(stream.next(event -> event.data().contains(missed)).type())
                    .isEqualTo("alert.raised.v1");
            assertThat(stream.seen()).noneMatch(event -> event.data().contains(before));
            assertThat(stream.seen()).noneMatch(event -> event.id().equals(position));
        }
    }

    private static boolean isOnly(String objectId, String code, String status) throws Exception {
        var found = alerts(objectId, code);
        return found.size() == 1 && found.get(0).path("status").asString().equals(status);
    }

    private static int occurrences(String asset) throws Exception {
        var found = alerts(asset, "AL-03");
        return found.isEmpty() ? 0 : found.get(0).path("occurrences").asInt();
    }

    private Instant noonBefore(int days) {
        return lastDay.minusDays(days)
                .atTime(12, 0)
                .atZone(ZoneId.of("Europe/Zurich"))
                .toInstant();
    }
}
