package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.repatria.system.SharedStack.alerts;
import static org.repatria.system.SharedStack.eventually;
import static org.repatria.system.SharedStack.gateway;
import static org.repatria.system.SharedStack.key;
import static org.repatria.system.SharedStack.link;
import static org.repatria.system.SharedStack.openCase;
import static org.repatria.system.SharedStack.registerAsset;
import static org.repatria.system.SharedStack.restrain;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.repatria.system.client.Reply;
import tools.jackson.databind.JsonNode;

class AssetSystemTest {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Test
    void an_asset_is_linked_to_a_case_that_exists_and_follows_its_closure() throws Exception {
        var asset = registerAsset();
        var caseId = openCase();
        assertThat(link(asset, caseId).status()).isEqualTo(200);

        eventually("the link holds", () -> standing(asset, caseId).equals("KNOWN"));
        // The case notes the asset meanwhile, so its version is what it is.
        eventually("the case is closed", () -> closed(caseId));
        eventually("the closure is known", () -> standing(asset, caseId).equals("CASE_CLOSED"));
    }

    private boolean closed(String caseId) throws Exception {
        var version = gateway()
                .get("sara.supervisor", "/v1/cases/" + caseId)
                .json()
                .path("version")
                .asLong();
        return gateway()
                        .post(
                                "sara.supervisor",
                                "/v1/cases/" + caseId + "/closure",
                                key(),
                                OptionalLong.of(version),
                                "{\"outcome\": \"IDENTITY_ERROR\", \"reasons\": \"another person\"}")
                        .status()
                == 200;
    }

    @Test
    void an_asset_of_a_case_nobody_knows_is_kept_as_unlinked() throws Exception {
        var asset = registerAsset();
        var linked = link(asset, "case-nobodyknows");

        assertThat(linked.status()).as(linked.text()).isEqualTo(200);
        assertThat(standing(asset, "case-nobodyknows")).isEqualTo("UNLINKED");
    }

    @Test
    void an_asset_is_restrained_extended_and_released_as_its_orders_say() throws Exception {
        var asset = registerAsset();
        var order = restrain(
                asset, today.minusDays(2).toString(), today.plusDays(60).toString());
        assertThat(order.status()).as(order.text()).isEqualTo(201);
        assertThat(read(asset).path("state").asString()).isEqualTo("RESTRAINED");

        var path =
                "/v1/assets/" + asset + "/restraints/" + order.json().path("id").asString();
        var extended = onVersion(
                path + "/extension", order.version(), """
                {"courtReference": "%s", "legalBasis": "good cause", "issuedOn": "%s", \
                "endsOn": "%s"}""".formatted(key(), today.minusDays(1), today.plusDays(90)));
        assertThat(extended.isSuccess()).as(extended.text()).isTrue();

        var successor = "/v1/assets/" + asset + "/restraints/"
                + extended.json().path("id").asString();
        var discharged = onVersion(
                successor + "/discharge",
                extended.version(),
                "{\"dischargedOn\": \"" + today.minusDays(1)
                        + "\", \"reason\": \"claim upheld\", \"courtReference\": \"15-cv-9\"}");
        assertThat(discharged.isSuccess()).as(discharged.text()).isTrue();
        assertThat(read(asset).path("state").asString()).isEqualTo("RELEASED");
        eventually(
                "the restraint is told to those who care",
                () -> !alerts(asset, "RP-03").isEmpty());
    }

    @Test
    void an_identifier_that_cannot_be_is_refused_with_its_place() throws Exception {
        var refused = gateway().post("amir.assets", "/v1/assets", key(), """
                {"kind": "ACCOUNT", "description": "Account", "identifiers": [{"scheme": "IBAN", \
                "value": "GB00 WEST 1234 5698 7654 32"}],
                 "location": {"country": "GB"}, "source": "bank", "confidence": "HIGH"}""");

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/identifiers/0/value");
    }

    static JsonNode read(String asset) throws IOException, InterruptedException {
        return gateway().get("hana.head", "/v1/assets/" + asset).json();
    }

    static String standing(String asset, String caseId) throws IOException, InterruptedException {
        for (var link : read(asset).path("cases")) {
            if (link.path("caseId").asString().equals(caseId)) {
                return link.path("standing").asString();
            }
        }
        return "";
    }

    private static Reply onVersion(String path, long version, String body) throws IOException, InterruptedException {
        return gateway().post("lena.legal", path, key(), OptionalLong.of(version), body);
    }
}
