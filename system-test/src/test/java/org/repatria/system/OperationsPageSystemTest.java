package org.repatria.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.repatria.local.browser.Chromium;
import org.repatria.local.supervisor.Component;

/** What people do at the operations page, each with a browser of their own, all on one system. */
class OperationsPageSystemTest {

    private static Browsers browsers;

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

    @Test
    void a_supervisor_sees_what_needs_her_and_takes_it_in_place() throws Exception {
        var name = SharedStack.newName();
        SharedStack.openCase(name);
        try (var sara = Person.at(browsers.browser()).signIn("sara.supervisor")) {
            var now = sara.go("/app/now");
            var alert = now.locator("li[data-key^='alert-']").first();
            alert.waitFor();
            var key = alert.getAttribute("data-key");
            alert.getByRole(AriaRole.BUTTON).first().click();
            assertThat(sara.page().locator("li[data-key='" + key + "']")).hasCount(0);
            assertThat(sara.page().locator(".said").first()).containsText("Acknowledged");
            sara.hasBrokenNothing();
        }
    }

    @Test
    void a_change_by_somebody_else_is_painted_while_a_form_is_half_filled() throws Exception {
        var id = SharedStack.openCase(SharedStack.newName());
        try (var sara = Person.at(browsers.browser()).signIn("sara.supervisor")) {
            sara.go("/app/cases/" + id);
            sara.page().locator(".live.on").waitFor();
            sara.asks("Put on hold");
            var reason = sara.page().locator("dialog [data-pointer='/reason']");
            reason.fill("Competing request of a third state");

            SharedStack.assign(id, 1, "carl.officer");

            assertThat(sara.page().locator(".case-head")).containsText("carl.officer");
            assertThat(reason).hasValue("Competing request of a third state");
            assertThat(reason).isFocused();
            sara.hasBrokenNothing();
        }
    }

    @Test
    void a_stale_version_shows_what_changed_and_keeps_what_was_typed() throws Exception {
        var id = SharedStack.openCase(SharedStack.newName());
        try (var sara = Person.at(browsers.browser()).signIn("sara.supervisor")) {
            sara.go("/app/cases/" + id);
            sara.asks("Put on hold");
            sara.page().locator("dialog [data-pointer='/reason']").fill("Competing request");
            sara.page()
                    .locator("dialog [data-pointer='/reviewOn']")
                    .fill(LocalDate.now(ZoneOffset.UTC).plusDays(20).toString());

            SharedStack.assign(id, 1, "carl.officer");
            sara.page().locator("dialog button.primary").click();

            var refusal = sara.page().locator("dialog .refusal");
            assertThat(refusal).containsText("What you typed is kept");
            assertThat(refusal.locator(".meanwhile li")).hasCount(1);
            assertThat(sara.page().locator("dialog [data-pointer='/reason']")).hasValue("Competing request");
            sara.page().locator("dialog button.primary").click();
            assertThat(sara.page().locator("dialog form.command")).hasCount(0);
            assertThat(sara.page().locator(".case-head")).containsText("On hold");
            sara.hasBrokenNothing();
        }
    }

    @Test
    void a_problem_stands_at_its_field() throws Exception {
        var id = SharedStack.openCase(SharedStack.newName());
        try (var sara = Person.at(browsers.browser()).signIn("sara.supervisor")) {
            sara.go("/app/cases/" + id);
            sara.asks("Put on hold");
            sara.page().locator("dialog button.primary").click();

            var field = sara.page().locator("dialog [data-pointer='/reason']");
            assertThat(field).hasAttribute("aria-invalid", "true");
            assertThat(field).isFocused();
            assertThat(sara.page().locator("dialog .error").first()).not().isEmpty();
            sara.hasBrokenNothing();
        }
    }

    @Test
    void a_list_is_walked_searched_and_left_with_the_keys_alone() throws Exception {
        var name = SharedStack.newName();
        var id = SharedStack.openCase(name);
        try (var sara = Person.at(browsers.browser()).signIn("sara.supervisor")) {
            sara.go("/app/cases");
            sara.page().keyboard().press("?");
            assertThat(sara.page().locator("rp-keys dialog")).isVisible();
            sara.page().keyboard().press("Escape");
            assertThat(sara.page().locator("rp-keys dialog")).isHidden();
            sara.page().keyboard().press("/");
            assertThat(sara.page().locator("input[type=search]")).isFocused();
            sara.page().keyboard().type(name);
            assertThat(sara.page().locator("rp-table tbody tr")).hasCount(1);
            assertThat(sara.page()).hasURL(Pattern.compile("[?&]q="));

            sara.page().keyboard().press("Tab");
            sara.page().locator("body").evaluate("body => document.activeElement.blur()");
            sara.page().keyboard().press("j");
            assertThat(sara.page().locator("tr[aria-selected=true]")).hasCount(1);
            sara.page().keyboard().press("Enter");
            assertThat(sara.page()).hasURL(Pattern.compile("/app/cases/" + id));
            assertThat(sara.heading()).hasText(name);

            sara.page().keyboard().press("Control+k");
            sara.page().keyboard().type(name);
            assertThat(sara.page()
                            .locator(".palette [role=option]")
                            .filter(new Locator.FilterOptions().setHasText(name)))
                    .hasCount(1);
            sara.hasBrokenNothing();
        }
    }

    @Test
    void what_an_officer_may_not_do_or_see_is_not_in_the_page() throws Exception {
        var id = SharedStack.openCase(SharedStack.newName());
        try (var livia = Person.at(browsers.browser()).signIn("livia.liaison")) {
            assertThat(livia.page().locator("nav#places a[href='/app/cases']")).hasCount(0);
            assertThat(livia.page().locator("nav#places a[href='/app/shared']")).hasCount(1);
            livia.page().navigate("/app/cases/" + id);
            assertThat(livia.heading()).hasText("There is nothing at this address for you.");
            livia.hasBrokenNothing();
        }
        try (var carl = Person.at(browsers.browser()).signIn("carl.officer")) {
            carl.go("/app/cases/" + id);
            carl.page().locator(".acts-menu summary").click();
            assertThat(carl.page().locator(".acts-menu").getByText("Make responsible"))
                    .hasCount(1);
            assertThat(carl.page().locator(".acts-menu").getByText("Put on hold"))
                    .hasCount(0);
            carl.hasBrokenNothing();
        }
    }

    @Test
    void a_dropped_stream_is_said_and_comes_back_by_itself() throws Exception {
        var id = SharedStack.openCase(SharedStack.newName());
        try (var sara = Person.at(browsers.browser()).signIn("sara.supervisor")) {
            sara.go("/app/cases/" + id);
            sara.page().locator(".live.on").waitFor();

            SharedStack.stack().kill(Component.GATEWAY);
            assertThat(sara.page().locator(".live.off")).containsText("Not live since");
            assertThat(SharedStack.stack().awaitReady(Component.GATEWAY, SharedStack.READY_MAX))
                    .isTrue();

            // The gateway keeps its sessions in memory: the person is asked to come in again, and loses nothing typed.
            sara.page().locator(".banner a").click();
            assertThat(sara.page().locator(".live.on")).hasCount(1);
            assertThat(sara.page()).hasURL(Pattern.compile("/app/cases/" + id));
        }
    }

    @Test
    void signing_out_in_one_window_is_said_in_the_other_which_follows_whoever_comes_in_next() {
        try (var sara = Person.at(browsers.browser()).signIn("sara.supervisor")) {
            var other = sara.window();
            other.navigate("/app/now");
            other.locator("main h1").waitFor();
            other.locator(".person summary").click();
            other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            assertThat(sara.page().locator(".banner")).containsText("You are signed out.");

            Person.comeIn(other, "hana.head");
            assertThat(other.locator(".live.on")).hasCount(1);
            assertThat(sara.page().locator(".person-name")).hasText("hana.head");
            assertThat(sara.page().locator(".live.on")).hasCount(1);
        }
    }

    @Test
    void a_list_is_dropped_looked_at_and_handed_over() throws IOException {
        try (var rina = Person.at(browsers.browser()).signIn("rina.officer")) {
            rina.go("/app/lists/new");
            rina.page()
                    .locator("input[type=file]")
                    .setInputFiles(Path.of("..", "demo", "lists", "ruvania-2014-08-29.csv"));
            assertThat(rina.page().locator("table tbody tr")).hasCount(6);
            rina.page().locator("#requesting").fill("XR");
            rina.page().locator("#requested").fill("XH");
            rina.page().locator("#handed").fill("2014-08-29");
            rina.page().locator("#reference").fill(SharedStack.newName());
            rina.page().locator("form button.primary").click();
            assertThat(rina.page()).hasURL(Pattern.compile("/app/lists/list-"));
            assertThat(rina.page().locator(".tile").first()).containsText("152");
            assertThat(rina.page().locator("progress")).hasCount(0);
            rina.hasBrokenNothing();
        }
    }

    @Test
    void held_rows_are_worked_through_by_two_persons() throws Exception {
        var dead = SharedStack.newName();
        var vague = SharedStack.newName();
        var list = SharedStack.handOver(
                        SharedStack.key(), """
                        name,birth_date,nationality,document_kind,document_country,document_number,offence_summary,authority,reported_status
                        %s,1958-02-17,XR,PASSPORT,XR,%s,Embezzlement,General Prosecution of Ruvania,DECEASED
                        %s,1961-02-30,XR,,,,Embezzlement,General Prosecution of Ruvania,LIVING
                        """.formatted(dead, SharedStack.key().substring(0, 18), vague)
                                .getBytes(UTF_8))
                .json()
                .path("id")
                .asString();
        try (var carl = Person.at(browsers.browser()).signIn("carl.officer")) {
            carl.go("/app/lists/" + list);
            var held = carl.page().locator("section[aria-labelledby='held-head']");
            assertThat(held).containsText("1 of 2");
            assertThat(held).containsText(dead);
            assertThat(held).containsText("has died");
            held.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Next"))
                    .click();
            assertThat(carl.page().locator("#held-name")).hasText(vague);
            assertThat(carl.page().locator("#held-name")).isFocused();
            assertThat(held).containsText("Missing: Full birth date or number of a document");
            assertThat(held).containsText("1961-02-30");

            propose(carl, held, "Propose to open none");
            assertThat(held).containsText("You proposed it");
            carl.hasBrokenNothing();
        }
        try (var sara = Person.at(browsers.browser()).signIn("sara.supervisor")) {
            sara.go("/app/lists/" + list);
            var held = sara.page().locator("section[aria-labelledby='held-head']");
            assertThat(sara.page().locator("#held-name")).hasText(vague);
            assertThat(held).containsText("By carl.officer: the register agrees");
            assertThat(Accessibility.violations(sara.page())).isEmpty();
            Screenshots.take(sara.page(), "held-row-en-light");

            propose(sara, held, "Agree as second person");
            assertThat(sara.page().locator("#held-name")).hasText(dead);
            assertThat(held).containsText("1 of 1");
            sara.hasBrokenNothing();
        }
    }

    private static void propose(Person person, Locator held, String name) {
        held.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
        person.page().locator("dialog [data-pointer='/reasons']").fill("the register agrees");
        person.page().locator("dialog button.primary").click();
        assertThat(person.page().locator("dialog form.command")).hasCount(0);
    }

    @Test
    void who_must_say_why_is_live_once_it_is_said() throws Exception {
        SharedStack.openCase(SharedStack.newName());
        try (var dora = Person.at(browsers.browser()).signIn("dora.protection")) {
            dora.go("/app/cases");
            assertThat(dora.page().locator(".live.on")).hasCount(0);
            dora.page().locator("#purpose").fill("Complaint 7 of a data subject, \u00a7 12");
            dora.page().locator("#purpose").press("Enter");

            assertThat(dora.page().locator(".live.on")).hasCount(1);
            assertThat(dora.page().locator("main tbody tr").first()).isVisible();
            var sought = SharedStack.newName();
            dora.go("/app/cases?q=" + sought.replace(" ", "%20"));
            assertThat(dora.page().locator(".live.on")).hasCount(1);
            SharedStack.openCase(sought);
            assertThat(dora.page().locator("main tbody")).containsText(sought);
            dora.hasBrokenNothing();
        }
    }

    @Test
    void the_palette_begins_what_may_be_done_in_a_place() throws Exception {
        var id = SharedStack.openCase(SharedStack.newName());
        try (var sara = Person.at(browsers.browser()).signIn("sara.supervisor")) {
            sara.go("/app/cases/" + id);
            sara.page().keyboard().press("Control+k");
            sara.page().keyboard().type("put on hold");
            var chosen = sara.page().locator(".palette [role=option][aria-selected=true]");
            assertThat(chosen).containsText("Put on hold");
            sara.page().keyboard().press("Enter");
            assertThat(sara.page().locator("dialog [data-pointer='/reason']")).isVisible();
            sara.hasBrokenNothing();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1280, 3840})
    void nothing_runs_out_of_the_window(int width) throws Exception {
        var id = SharedStack.openCase("Wolfeschlegelsteinhausenbergerdorff " + SharedStack.newName());
        try (var sara = Person.at(browsers.browser(), width, 900, ColorScheme.LIGHT, "en-GB")
                .signIn("sara.supervisor")) {
            for (var place : List.of("now", "overview", "cases", "alerts", "lists", "clocks", "cases/" + id)) {
                sara.go("/app/" + place);
                var over = sara.page().evaluate("() => document.documentElement.scrollWidth - innerWidth");
                assertThat(((Number) over).intValue())
                        .as(place + " at " + width)
                        .isLessThanOrEqualTo(0);
            }
            sara.hasBrokenNothing();
        }
    }

    @Test
    void every_place_can_be_used_by_everybody() throws Exception {
        var id = SharedStack.openCase("Orla 张伟 Vint " + SharedStack.newName());
        var asset = SharedStack.registerAsset();
        var rows = """
                name,birth_date,nationality,document_kind,document_country,document_number,offence_summary,authority
                %s,1958-02-17,XR,,,,Embezzlement of public funds,General Prosecution of Ruvania
                """.formatted(SharedStack.newName());
        var list = SharedStack.handOver(SharedStack.key(), rows.getBytes(UTF_8))
                .json()
                .path("id")
                .asString();
        SharedStack.eventually(
                "an alert of the case", () -> !SharedStack.alerts(id, "RP-02").isEmpty());
        var alert = SharedStack.alerts(id, "RP-02").get(0).path("id").asString();
        try (var sara = Person.at(browsers.browser(), 1440, 1000, ColorScheme.LIGHT, "en-GB")) {
            sara.go("/app");
            isGoodToLookAt(sara, "sign-in");
            sara.readsIn("en");
            sara.signIn("sara.supervisor");
            for (var place : Map.ofEntries(
                            entry("now", "now"),
                            entry("overview", "overview"),
                            entry("cases", "cases"),
                            entry("assets", "assets"),
                            entry("lists", "lists"),
                            entry("alerts", "alerts"),
                            entry("proposals", "proposals"),
                            entry("clocks", "clocks"),
                            entry("case", "cases/" + id),
                            entry("asset", "assets/" + asset),
                            entry("list", "lists/" + list),
                            entry("alert", "alerts/" + alert))
                    .entrySet()) {
                sara.go("/app/" + place.getValue());
                isGoodToLookAt(sara, place.getKey());
            }
            sara.hasBrokenNothing();
        }
    }

    @ParameterizedTest
    @CsvSource({"olga.operator, operations", "livia.liaison, shared"})
    void the_places_of_others_can_be_used_too(String user, String place) {
        try (var person = Person.at(browsers.browser()).signIn(user)) {
            person.go("/app/" + place);
            isGoodToLookAt(person, place);
            person.hasBrokenNothing();
        }
    }

    /** In both languages and both themes, as somebody sees it who chooses them there. */
    private static void isGoodToLookAt(Person person, String place) {
        for (var language : List.of("en", "zh")) {
            person.readsIn(language);
            for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var look = language + "-" + theme.name().toLowerCase(Locale.ROOT);
                person.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                person.settled();
                assertThat(Accessibility.violations(person.page()))
                        .as(place + ", " + look)
                        .isEmpty();
                Screenshots.take(person.page(), place + "-" + look);
            }
        }
    }

    @Test
    void what_the_services_write_is_read_in_chinese() throws Exception {
        var id = SharedStack.openCase(SharedStack.newName());
        try (var sara = Person.at(browsers.browser(), 1440, 1000, ColorScheme.LIGHT, "zh-CN")
                .signIn("sara.supervisor")) {
            sara.go("/app/now");
            assertThat(sara.page().locator(".needs li").first()).containsText(Pattern.compile("[一-鿿]{4}"));
            assertThat(englishIn(sara.page())).isEmpty();

            // All tests share one system: of its alerts those of one kind, whatever is more urgent there.
            sara.go("/app/alerts?code=RP-02");
            assertThat(sara.page().locator("rp-table tbody")).containsText("尚无承办人");
            assertThat(englishIn(sara.page())).isEmpty();
            sara.page().locator("rp-table tbody tr a").first().click();
            assertThat(sara.page().locator("main")).containsText("为案件指定承办人。");
            assertThat(englishIn(sara.page())).isEmpty();

            sara.go("/app/cases/" + id);
            assertThat(sara.page().locator(".board").first()).containsText("须由");
            sara.page().locator(".acts-menu summary").click();
            Screenshots.take(sara.page(), "acts-zh-light");
            assertThat(englishIn(sara.page())).isEmpty();
            sara.page().locator(".acts-menu summary").click();
            sara.asks("暂缓办理");
            sara.page().locator("dialog button.primary").click();
            assertThat(sara.page().locator("dialog .error").first()).hasText("必须填写。");
            Screenshots.take(sara.page(), "form-zh-light");
            assertThat(englishIn(sara.page())).isEmpty();

            sara.page().locator("dialog [data-pointer='/reason']").fill("另一国也提出请求");
            sara.page().locator("dialog [data-pointer='/reviewOn']").fill("2001-01-01");
            sara.page().locator("dialog button.primary").click();
            assertThat(sara.page().locator("dialog form.command")).containsText("暂缓复审日期不符合要求");
            Screenshots.take(sara.page(), "refusal-zh-light");
            assertThat(englishIn(sara.page())).isEmpty();
            sara.hasBrokenNothing();
        }
    }

    /** Sentences of English that are not marked as such; what people call a thing stands in quotes. */
    private static List<?> englishIn(Page page) {
        return (List<?>) page.evaluate("""
                () => [...document.querySelectorAll('.needs, .board, .acts-menu, dialog[open], rp-table, .facets')].flatMap((place) => {
                  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
                  const found = [];
                  while (texts.nextNode()) {
                    const text = texts.currentNode;
                    if (/[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(text.data.replace(/“[^”]*”/g, '')) && text.parentElement.closest('[lang]').lang === 'zh') {
                      found.push(text.data.trim());
                    }
                  }
                  return found;
                })""");
    }

    @Test
    void who_runs_the_system_sees_how_fresh_it_is_and_no_case() {
        try (var olga = Person.at(browsers.browser()).signIn("olga.operator")) {
            var operations = olga.go("/app/operations");

            assertThat(operations.locator("section.card")).hasCount(4);
            assertThat(operations.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("cases")))
                    .hasCount(1);
            assertThat(olga.page().locator("nav#places a[href='/app/cases']")).hasCount(0);
            assertThat(Accessibility.violations(olga.page())).isEmpty();
            assertThat(olga.go("/app/overview").locator(".place-head")).containsText("Events behind");
            olga.hasBrokenNothing();
        }
    }
}
