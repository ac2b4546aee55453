package org.repatria.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.repatria.system.SharedStack.gateway;
import static org.repatria.system.SharedStack.key;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.local.browser.Chromium;

/** Who is behind an asset and what it is worth, as people see it and record it at the page. */
class AssetPageSystemTest {

    private static Browsers browsers;

    @BeforeAll
    static void begin() {
        assumeTrue(
                Chromium.program().isPresent(),
                "No Chromium here: the page of an asset is not looked at. Install it: " + Chromium.INSTALLED_BY);
        PlaywrightAssertions.setDefaultAssertionTimeout(Person.WAIT_MAX);
        browsers = Browsers.started();
    }

    @AfterAll
    static void end() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @Test
    void an_interest_is_recorded_in_place_and_the_graph_and_the_bounds_follow() throws Exception {
        var asset = houseBehindACompany();
        try (var amir = Person.at(browsers.browser()).signIn("amir.assets")) {
            amir.go("/app/assets/" + asset);
            var graph = amir.page().locator("rp-graph .graph");
            assertThat(graph).hasAttribute("data-nodes", "3");
            assertThat(amir.page().locator(".timeline")).containsText("Still to be brought in on the value");
            assertThat(amir.page().locator(".timeline")).containsText("3,400,000.00");
            // It is drawn when it comes near the window, and what stands before it may be long.
            graph.scrollIntoViewIfNeeded();
            assertThat(amir.page().locator("rp-graph canvas")).hasCount(1);
            assertThat(row(amir, "Greta Roe")).containsText("30 % – 100 %");
            assertThat(row(amir, "Greta Roe")).containsText("Lake Holdings 1/2 → Greta Roe 3/5");

            amir.page().locator(".acts-menu summary").click();
            amir.page()
                    .locator(".acts-menu li button")
                    .filter(new Locator.FilterOptions().setHasText("Record an interest"))
                    .click();
            amir.page().locator("dialog [data-pointer='/interest/right']").selectOption("NOMINEE");
            amir.page().locator("dialog [data-pointer='/interest/holder/name']").fill("Ivo Kestrel");
            amir.page().locator("dialog [data-pointer='/interest/share/parts']").fill("2");
            amir.page().locator("dialog [data-pointer='/interest/share/of']").fill("3");
            amir.page().locator("dialog [data-pointer='/interest/source']").fill("Deed of trust");
            amir.page().locator("dialog [data-pointer='/interest/confidence']").selectOption("MEDIUM");
            amir.page().locator("dialog button.primary").click();
            assertThat(amir.page().locator("dialog[open]")).containsText("7/6");

            amir.page().locator("dialog [data-pointer='/interest/share/parts']").fill("1");
            amir.page().locator("dialog button.primary").click();
            assertThat(amir.page().locator("dialog form.command")).hasCount(0);
            assertThat(row(amir, "Ivo Kestrel")).containsText("Nominee");
            assertThat(graph).hasAttribute("data-nodes", "4");
            amir.hasBrokenNothing();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en light", "zh dark"})
    void holders_and_values_can_be_used_by_everybody_and_a_value_stands_in_another_currency(String look)
            throws Exception {
        var asset = houseBehindACompany();
        var theme = look.endsWith("dark") ? ColorScheme.DARK : ColorScheme.LIGHT;
        try (var sara = Person.at(browsers.browser(), 1440, 1400, theme, look.startsWith("zh") ? "zh-CN" : "en-GB")
                .signIn("sara.supervisor")) {
            sara.go("/app/assets/" + asset);
            sara.page().locator("rp-graph .graph").scrollIntoViewIfNeeded();
            sara.page().locator("rp-graph canvas").waitFor();
            sara.page().locator("main label select").selectOption("JPY");
            assertThat(sara.page().locator("main")).containsText("219,056,818");
            assertThat(sara.page().locator("main")).containsText("European Central Bank");
            assertThat(sara.page().locator("main")).not().containsText("⟨");
            assertThat(Accessibility.violations(sara.page())).isEmpty();
            Screenshots.take(sara.page(), "asset-holders-" + look.replace(' ', '-'));
            sara.hasBrokenNothing();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en light", "zh dark"})
    void files_that_may_be_on_one_thing_are_compared_side_by_side_and_kept_apart_in_place(String look)
            throws Exception {
        var what = "A watch with an engraving " + key();
        var first = SharedStack.registerAsset(what);
        var second = SharedStack.registerAsset(what.toUpperCase(Locale.ROOT));
        var theme = look.endsWith("dark") ? ColorScheme.DARK : ColorScheme.LIGHT;
        try (var amir = Person.at(browsers.browser(), 1440, 1400, theme, look.startsWith("zh") ? "zh-CN" : "en-GB")
                .signIn("amir.assets")) {
            amir.go("/app/assets/" + second);
            var alike = amir.page().locator("#alike");
            assertThat(alike.locator("tbody tr").first()).containsText(what);
            assertThat(alike.locator("a").first()).hasAttribute("href", "/app/assets/" + first);
            assertThat(amir.page().locator("main")).not().containsText("⟨");
            assertThat(Accessibility.violations(amir.page())).isEmpty();

            alike.locator("button").first().click();
            amir.page().locator("dialog [data-pointer='/reason']").fill("Two watches with one engraving");
            amir.page().locator("dialog button.primary").click();
            assertThat(alike).hasCount(0);
            amir.hasBrokenNothing();
        }
    }

    /** The row of the holder in whichever table has it first. */
    private static Locator row(Person person, String holder) {
        return person.page()
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(holder))
                .first();
    }

    /** Half of it is a company's, of which three fifths are a person's; the rest nobody knows. */
    private static String houseBehindACompany() throws IOException, InterruptedException {
        var asset = SharedStack.registerAsset();
        var company = id("/v1/companies", """
                {"name": "Lake Holdings", "location": {"country": "XH"}, "source": "Company register of XH",
                 "confidence": "HIGH"}""");
        id("/v1/companies/" + company + "/holders", """
                {"interest": {"right": "OWNER", "holder": {"name": "Greta Roe"}, "share": {"parts": 3, "of": 5},
                  "source": "Share register", "confidence": "HIGH"}}""");
        id("/v1/assets/" + asset + "/interests", """
                {"interest": {"right": "OWNER", "holder": {"companyId": "%s"}, "share": {"parts": 1, "of": 2},
                  "source": "Land register", "confidence": "HIGH"}}""".formatted(company));
        id("/v1/assets/" + asset + "/valuations", """
                {"kind": "MARKET_APPRAISAL", "value": {"amount": "1850000.00", "currency": "USD"},
                 "valuedOn": "2015-03-08", "method": "Comparable sales", "valuer": "Lake Appraisers",
                 "basis": "GROSS"}""");
        id("lena.legal", "/v1/assets/" + asset + "/orders", """
                {"kind": "VALUE_CONFISCATION", "legalBasis": "Confiscation of benefit", "to": "ISSUED",
                 "on": "2015-03-02", "particulars": {"courtReference": "T2015-0301",
                 "amount": {"amount": "3400000.00", "currency": "USD"}}}""");
        var rates = gateway()
                .send(gateway()
                        .as("sara.supervisor", "/v1/rates/reference-file")
                        .header("Idempotency-Key", key())
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(
                                "Date, USD, JPY, KWD, RUB,\n06 March 2015, 1.1000, 130.25, 0.3250, N/A,\n")));
        assertThat(rates.status()).as(rates.text()).isEqualTo(200);
        return asset;
    }

    private static String id(String path, String body) throws IOException, InterruptedException {
        return id("amir.assets", path, body);
    }

    private static String id(String user, String path, String body) throws IOException, InterruptedException {
        var reply = gateway().post(user, path, key(), body);
        assertThat(reply.status()).as(reply.text()).isBetween(200, 201);
        return reply.json().path("id").asString();
    }
}
