package org.repatria.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.repatria.local.supervisor.Component;

/**
 * Somebody with a browser of their own. What the page may never do is watched all the time: ask another host, break its
 * own security policy, or fail in a script.
 */
final class Person implements AutoCloseable {

    static final int WAIT_MAX = 20_000; // milliseconds, on a machine that is busy

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    private Person(Browser browser, NewContextOptions options) {
        context = browser.newContext(
                options.setBaseURL(SharedStack.http(Component.GATEWAY).toString()));
        context.setDefaultTimeout(WAIT_MAX);
        page = watched(context.newPage());
    }

    static Person at(Browser browser) {
        return at(browser, 1440, 900, ColorScheme.LIGHT, "en-GB");
    }

    static Person at(Browser browser, int width, int height, ColorScheme theme, String language) {
        return new Person(
                browser,
                new NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(theme)
                        .setLocale(language)
                        .setTimezoneId("UTC"));
    }

    private Page watched(Page opened) {
        opened.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                faults.add(message.text());
            }
        });
        opened.onPageError(error -> faults.add("script: " + error));
        opened.onRequest(request -> {
            var address = URI.create(request.url());
            if (address.getScheme().startsWith("http") && !address.getHost().equals("127.0.0.1")) {
                faults.add("foreign: " + address);
            }
        });
        return opened;
    }

    /** Comes in by the identity provider's page, with one click. */
    Person signIn(String user) {
        comeIn(page, user);
        return this;
    }

    static void comeIn(Page window, String user) {
        window.navigate("/app");
        window.locator("main a[href='/oauth2/authorization/repatria']").click();
        window.locator("button[value='" + user + "']").click();
        window.locator("nav#places").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Another window of the same browser. */
    Page window() {
        return watched(context.newPage());
    }

    /** Goes to a place and waits until it shows what it has. */
    Locator go(String path) {
        page.navigate(path);
        return settled();
    }

    Locator settled() {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        page.waitForFunction("() => document.querySelector('main h1') && !document.querySelector('main .waiting')"
                + " && !document.querySelector('main [aria-busy=true]')");
        return page.locator("main");
    }

    /** Chooses a language where every page offers it, and waits until it is there. */
    void readsIn(String language) {
        page.evaluate("""
                language => {
                  const choice = document.querySelector("option[lang=zh]").closest("select");
                  choice.value = language;
                  choice.dispatchEvent(new Event("change", { bubbles: true }));
                }""", language);
        page.waitForFunction(
                "name => document.querySelector('option[lang=zh]').closest('label').textContent.trim().startsWith(name)",
                language.equals("zh") ? "语言" : "Language");
    }

    /** Opens the form of what may be done to what is shown. */
    Locator asks(String act) {
        page.locator(".acts-menu summary").click();
        page.locator(".acts-menu li button")
                .filter(new Locator.FilterOptions().setHasText(act))
                .first()
                .click();
        return form();
    }

    /** The form that is open, once its fields are there. */
    Locator form() {
        var form = page.locator("dialog form.command");
        form.waitFor();
        return form;
    }

    /** Sends the form that is open and waits until it was accepted. */
    void sends() {
        page.locator("dialog form.command button.primary").click();
        page.locator("dialog form.command")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** A field of the form that is open, by the place of its value in the command. */
    Locator field(String pointer) {
        return page.locator("dialog [data-pointer='" + pointer + "']");
    }

    Locator heading() {
        return page.locator("main h1").first();
    }

    void hasBrokenNothing() {
        assertThat(faults).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
