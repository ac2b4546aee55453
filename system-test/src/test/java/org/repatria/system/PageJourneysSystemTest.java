package org.repatria.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.repatria.system.SharedStack.done;
import static org.repatria.system.SharedStack.gateway;
import static org.repatria.system.SharedStack.key;
import static org.repatria.system.SharedStack.newName;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.repatria.local.browser.Chromium;

/** The main journey of each office at the operations page. What is shown, what is done, and what is not there. */
class PageJourneysSystemTest {

    /** Who makes the checks of acceptance but the first one. */
    private static final Map<String, String> FIRST = Map.of(
            "SG-02", "rita.legal",
            "SG-03", "lena.legal",
            "SG-05", "lena.legal",
            "SG-06", "lena.legal",
            "SG-21", "lena.legal",
            "SG-24", "carl.officer");

    /** Who is the second person of each. */
    private static final Map<String, String> SECOND = Map.of(
            "SG-01", "lena.legal",
            "SG-02", "rasmus.supervisor",
            "SG-03", "sara.supervisor",
            "SG-05", "sara.supervisor",
            "SG-06", "hana.head",
            "SG-21", "dora.protection",
            "SG-24", "dora.protection");

    private static Browsers browsers;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @BeforeAll
    static void begin() {
        assumeTrue(
                Chromium.program().isPresent(),
                "No Chromium here: the operations page is not looked at. Install it: " + Chromium.INSTALLED_BY);
        PlaywrightAssertions.setDefaultAssertionTimeout(Person.WAIT_MAX);
        browsers = Browsers.started();
    }

    @AfterAll
    static void end() {
        if (browsers != null) {
            browsers.close();
        }
    }

    /** A case in screening, with a check that waits for a legal officer and a clock that runs. */
    private String caseBeforeAHearing(String name) throws IOException, InterruptedException {
        var id = SharedStack.openCase(name);
        SharedStack.assign(id, 1, "carl.officer-program");
        var submitted =
                gateway().post("carl.officer", "/v1/cases/" + id + "/submission", key(), OptionalLong.of(2), "");
        assertThat(submitted.isSuccess()).as(submitted.toString()).isTrue();
        done("ana.analyst", "/v1/cases/" + id + "/checks", """
                {"check": "SG-01", "result": "PASS", "reasons": "Passport and fingerprints agree",
                 "evidence": ["note to file"], "on": "%s"}""".formatted(today));
        done("carl.officer", "/v1/cases/" + id + "/happenings", """
                {"token": "ccf.ADMISSIBLE", "happened": {"day": "%s"}}""".formatted(today.minusDays(2)));
        return id;
    }

    /** An accepted case, with a strategy that an officer has proposed. */
    private String caseWithStrategy(String name, boolean sensitive) throws IOException, InterruptedException {
        var id = caseBeforeAHearing(name);
        var one = "/v1/cases/" + id;
        for (var check : FIRST.entrySet()) {
            done(check.getValue(), one + "/checks", """
                    {"check": "%s", "result": "PASS", "reasons": "Looked at", "evidence": ["note to file"],
                     "on": "%s"}""".formatted(check.getKey(), today));
        }
        for (var entry : gateway().get("lena.legal", one + "/checks").json().path("items")) {
            var second = SECOND.get(entry.path("check").asString());
            var approved = gateway()
                    .send(gateway()
                            .command(
                                    second,
                                    one + "/checks/" + entry.path("id").asString() + "/approval",
                                    key(),
                                    OptionalLong.empty(),
                                    "application/json",
                                    "{\"reasons\": \"Seen, and agreed\"}")
                            .header("X-Purpose", "second person of a check"));
            assertThat(approved.isSuccess()).as(approved.toString()).isTrue();
        }
        var proposal = done("lena.legal", one + "/moves", """
                        {"to": "ACCEPTED", "happened": {"day": "%s"}, "reasons": "All checks are passed"}""".formatted(today))
                .path("proposal")
                .asString();
        done("sara.supervisor", one + "/proposals/" + proposal + "/approval", "{\"reasons\": \"Agreed\"}");
        done("lena.legal", one + "/assessments", "");
        done("carl.officer", one + "/strategies", """
                {"pathways": [{"kind": "VOLUNTARY_RETURN", "rank": 1}], "reasons": "The person may be asked, once",
                 "responsibleOfficer": "carl.officer-program", "safeguardsOwner": "lena.legal-program",
                 "reviewOn": "%s", "sensitive": %s}""".formatted(today.plusDays(60), sensitive));
        return id;
    }

    @Test
    void a_legal_officer_sees_before_a_hearing_what_is_missing_and_agrees_with_a_check() throws Exception {
        var name = newName();
        var id = caseBeforeAHearing(name);
        try (var lena = Person.at(browsers.browser()).signIn("lena.legal")) {
            lena.go("/app/cases");
            lena.page().locator("input[type=search]").fill(name);
            assertThat(lena.page().locator("rp-table tbody tr")).hasCount(1);
            lena.page().locator("rp-table tbody tr a").click();
            assertThat(lena.page()).hasURL(Pattern.compile("/app/cases/" + id));
            assertThat(lena.heading()).hasText(name);
            var safeguards = lena.page().locator("#safeguards");
            assertThat(lena.page().locator("#clocks .timeline > li").first()).containsText("Act by");
            var acceptance = lena.page()
                    .locator("#pathways .board > li.lacks")
                    .filter(new Locator.FilterOptions().setHasText("Accepted"))
                    .first();
            assertThat(acceptance).containsText("SG-01");
            assertThat(acceptance).containsText("SG-03");

            button(safeguards, "Agree with the check").click();
            lena.form();
            lena.field("/reasons").fill("Seen, and agreed");
            lena.sends();
            assertThat(safeguards.locator(".checks > li")).containsText("Approved");
            assertThat(acceptance).not().containsText("SG-01");

            lena.asks("Record a check");
            lena.field("/check").fill("SG-03");
            lena.field("/result").selectOption("PASS");
            lena.field("/reasons").fill("Payments, firms and the own role are set out");
            button(lena.form(), "Add Evidence").click();
            lena.field("/evidence/0").fill("note to file");
            lena.field("/on").fill(today.toString());
            lena.sends();
            assertThat(safeguards.locator(".checks > li").filter(hasText("SG-03 Offence facts")))
                    .containsText("Recorded");

            assertThat(lena.page().locator("#journal, #reads")).hasCount(0);
            isNotOffered(lena, "Put on hold", "Make responsible", "Override the failure");
            lena.hasBrokenNothing();
        }
    }

    @Test
    void an_asset_manager_finds_an_asset_and_says_what_it_is_worth() throws Exception {
        var what = "Villa " + newName();
        var id = SharedStack.registerAsset(what);
        try (var amir = Person.at(browsers.browser()).signIn("amir.assets")) {
            amir.go("/app/assets");
            amir.page().locator("input[type=search]").fill(what);
            assertThat(amir.page().locator("rp-table tbody tr")).hasCount(1);
            amir.page().locator("rp-table tbody tr a").click();
            assertThat(amir.page()).hasURL(Pattern.compile("/app/assets/" + id));
            assertThat(amir.heading()).hasText(what);

            amir.asks("Record a valuation");
            amir.field("/kind").selectOption("MARKET_APPRAISAL");
            amir.field("/value/amount").fill("1850000.00");
            amir.field("/value/currency").fill("USD");
            amir.field("/valuedOn").fill(today.toString());
            amir.field("/method").fill("Comparable sales");
            amir.field("/valuer").fill("Lake Appraisers");
            amir.field("/basis").selectOption("GROSS");
            amir.sends();
            assertThat(amir.page().locator("main")).containsText(Pattern.compile("USD\\s1,850,000\\.00"));

            assertThat(place(amir, "cases")).hasCount(0);
            assertThat(place(amir, "overview")).hasCount(1);
            assertThat(amir.page().locator("main .journal")).hasCount(0);
            isNotOffered(amir, "Record a restraint");
            amir.page().navigate("/app/cases");
            assertThat(amir.heading()).hasText("There is nothing at this address for you.");
            amir.hasBrokenNothing();
        }
    }

    @Test
    void a_head_approves_a_sensitive_strategy_and_sees_it_agreed() throws Exception {
        var name = newName();
        var id = caseWithStrategy(name, true);
        var one = "/v1/cases/" + id;
        try (var hana = Person.at(browsers.browser()).signIn("hana.head")) {
            hana.go("/app/cases/" + id);
            hana.page().locator(".live.on").waitFor();
            var strategy = hana.page().locator("#strategy");
            assertThat(strategy).containsText("1. Voluntary return");

            button(strategy, "Approve the sensitive strategy").click();
            hana.form();
            hana.field("/reasons").fill("Before the meeting with the other state");
            hana.sends();
            assertThat(hana.page()
                            .locator("#journal li")
                            .filter(hasText("hana.head"))
                            .first())
                    .containsText("Strategy");

            done("rolf.head", one + "/strategies/1/approval", "{\"reasons\": \"Agreed\"}");
            for (var supervisor : new String[] {"sara.supervisor", "rasmus.supervisor"}) {
                done(supervisor, one + "/strategies/1/countersignatures", """
                        {"reference": "Exchange of notes 17", "agreedOn": "%s"}""".formatted(today));
            }
            assertThat(strategy.locator(".badge").first()).hasText("Agreed");
            assertThat(strategy).containsText("Exchange of notes 17");

            assertThat(button(strategy, "Veto the strategy")).hasCount(0);
            isNotOffered(hana, "Make responsible", "Propose a strategy", "Put on hold");
            assertThat(hana.page().locator("#reads")).hasCount(0);
            hana.hasBrokenNothing();
        }
    }

    @Test
    void an_auditor_reads_who_did_and_looked_and_can_change_nothing() throws Exception {
        var name = newName();
        var id = caseBeforeAHearing(name);
        gateway().get("carl.officer", "/v1/cases/" + id);
        SharedStack.eventually(
                "the look stands in the journal",
                () -> gateway()
                        .get("aude.auditor", "/v1/operations/case/access-journal?object=" + id)
                        .text()
                        .contains("carl.officer-program"));
        try (var aude = Person.at(browsers.browser()).signIn("aude.auditor")) {
            aude.go("/app/cases/" + id);
            assertThat(aude.heading()).hasText(name);
            var journal = aude.page().locator("#journal");
            assertThat(journal.locator(".badge.good")).containsText("nothing altered");
            assertThat(journal.locator("li").filter(hasText("Case submitted for screening")))
                    .containsText("carl.officer-program");
            assertThat(aude.page()
                            .locator("#reads li")
                            .filter(hasText("carl.officer-program"))
                            .first())
                    .isVisible();

            assertThat(aude.page().locator(".acts-menu, .item-acts, .board button"))
                    .hasCount(0);
            for (var button : aude.page().locator("main button").allTextContents()) {
                assertThat(button).matches("Print|Show all .*");
            }
            for (var list : new String[] {"cases", "assets", "lists", "alerts"}) {
                aude.go("/app/" + list);
                assertThat(aude.page().locator("main .button.primary, main button.primary"))
                        .hasCount(0);
            }
            aude.hasBrokenNothing();
        }
    }

    @Test
    void the_liaison_of_the_other_side_reads_the_shared_word_and_nothing_behind_it() throws Exception {
        var name = newName();
        var id = SharedStack.openCase(name);
        SharedStack.assign(id, 1, "hedda.officer-program");
        var held = gateway()
                .post("sara.supervisor", "/v1/cases/" + id + "/hold", key(), OptionalLong.of(2), """
                        {"reason": "A claim for protection", "reviewOn": "%s"}""".formatted(
                                today.plusDays(20)));
        assertThat(held.isSuccess()).as(held.toString()).isTrue();
        try (var livia = Person.at(browsers.browser()).signIn("livia.liaison")) {
            var shared = livia.go("/app/shared");
            var row = shared.locator("rp-table tbody tr").filter(hasText(name));
            // It comes in live, or stands on a later page.
            SharedStack.eventually("the other side is told of " + name, () -> {
                var more = button(shared, "Show more");
                if (row.count() == 0 && more.isVisible()) {
                    more.click();
                }
                return row.count() == 1;
            });
            assertThat(row).containsText("Not available");
            assertThat(row.locator("a")).hasCount(0);
            assertThat(shared).not().containsText("hedda.officer");
            assertThat(shared).not().containsText("protection");
            assertThat(shared).not().containsText("On hold");

            for (var place : new String[] {"cases", "assets", "lists", "clocks", "operations"}) {
                assertThat(place(livia, place)).hasCount(0);
            }
            livia.page().navigate("/app/cases/" + id);
            assertThat(livia.heading()).hasText("There is nothing at this address for you.");
            livia.hasBrokenNothing();
        }
    }

    @Test
    void a_case_is_found_opened_and_closed_by_the_keys_alone() throws Exception {
        var name = newName();
        var id = SharedStack.openCase(name);
        try (var sara = Person.at(browsers.browser()).signIn("sara.supervisor")) {
            sara.go("/app/now");
            var keys = sara.page().keyboard();
            keys.press("Control+k");
            keys.type(name);
            var chosen = sara.page().locator(".palette [role=option][aria-selected=true]");
            assertThat(chosen).containsText(name);
            keys.press("Enter");
            assertThat(sara.page()).hasURL(Pattern.compile("/app/cases/" + id));
            assertThat(sara.heading()).hasText(name);
            assertThat(sara.heading()).isFocused();

            // Before what may be done is there, the next key would leave the page.
            assertThat(sara.page().locator(".acts-menu summary")).isVisible();
            tabTo(sara, "Do");
            keys.press("Enter");
            tabTo(sara, "Close case");
            keys.press("Enter");
            assertThat(sara.field("/outcome")).isFocused();
            keys.type("Identity");
            tabTo(sara, "Send");
            keys.press("Enter");
            // What is wrong has the focus: the reasons were left out.
            assertThat(sara.field("/reasons")).isFocused();
            keys.type("Another person of the same name");
            tabTo(sara, "Send");
            keys.press("Enter");
            assertThat(sara.page().locator("dialog form.command")).hasCount(0);
            assertThat(sara.page().locator(".case-head")).containsText("Closed");
            hasAFocusThatIsSeen(sara);
            sara.hasBrokenNothing();
        }
    }

    /** Goes on with the Tab key until it is there; on the way there is always something that has the focus. */
    private static void tabTo(Person person, String name) {
        for (var steps = 0; steps < 60; steps++) {
            person.page().keyboard().press("Tab");
            hasAFocusThatIsSeen(person);
            var focused = String.valueOf(person.page().evaluate("() => document.activeElement.textContent.trim()"));
            if (focused.startsWith(name)) {
                return;
            }
        }
        throw new AssertionError("no key leads to " + name);
    }

    /** Something other than the page as a whole has the focus. It can be seen, and so can the ring around it. */
    private static void hasAFocusThatIsSeen(Person person) {
        var focused = person.page().evaluate("""
                () => {
                  const it = document.activeElement;
                  const ring = getComputedStyle(it);
                  return it === document.body ? "nothing has the focus"
                    : !it.checkVisibility() ? it.outerHTML.slice(0, 200) + " is not seen"
                    : it.matches("h1, main, section, dialog") || (ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) > 1) ? ""
                    : it.outerHTML.slice(0, 200) + " has no ring";
                }""");
        assertThat(focused).isEqualTo("");
    }

    @Test
    void a_case_file_on_paper_has_what_is_known_and_nothing_to_press() throws Exception {
        var name = "Orla 张伟 " + newName();
        var id = caseWithStrategy(name, false);
        try (var sara = Person.at(browsers.browser()).signIn("sara.supervisor")) {
            sara.go("/app/cases/" + id);
            assertThat(sara.page().locator("#strategy")).containsText("Voluntary return");
            sara.page().locator("#journal .badge").waitFor();
            sara.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            var paper = sara.page().locator("body").innerText();
            assertThat(paper)
                    .contains(name)
                    .contains("1. Voluntary return")
                    .contains("SG-01 Identity")
                    .contains("Passport and fingerprints agree")
                    .contains("nothing altered")
                    .doesNotContain("Ctrl K")
                    .doesNotContain("http");
            assertThat(seen(sara, "button, .button, input, select, nav, .live, .bar, dialog"))
                    .isZero();
            assertThat(seen(sara, "#journal li"))
                    .isEqualTo(sara.page().locator("#journal li").count());
            sara.page()
                    .pdf(new Page.PdfOptions().setFormat("A4").setPath(Path.of("target", "screenshots", "case.pdf")));
            sara.hasBrokenNothing();
        }
    }

    /** How many of these stand in the page for the eye. */
    private static int seen(Person person, String selector) {
        var seen = person.page()
                .evaluate(
                        "them => [...document.querySelectorAll(them)].filter(it => it.checkVisibility()).length",
                        selector);
        return ((Number) seen).intValue();
    }

    private static void isNotOffered(Person person, String... acts) {
        for (var act : acts) {
            assertThat(person.page().locator("main button").filter(hasText(act)))
                    .hasCount(0);
        }
    }

    private static Locator place(Person person, String place) {
        return person.page().locator("nav#places a[href='/app/" + place + "']");
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
