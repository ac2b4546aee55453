package org.repatria.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.repatria.local.browser.Chromium;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;

/**
 * The operations page in the machine's own Chromium, over a filled system, as a supervisor sees it. A script in the
 * page takes the moments, after the browser has painted; no figure hangs on how often somebody looks.
 */
final class Screen implements AutoCloseable {

    private static final String AIM_PLACE = "<= 1000";
    private static final String AIM_ACT = "< 200";
    private static final String AIM_LIVE = "< 300";
    private static final String AIM_WEIGHT = "< 600";
    private static final String AIM_WEIGHT_WITH_CHARTS = "< 1228";
    private static final double KIB = 1024;
    private static final double NANOS_PER_MILLI = 1e6;

    private static final String NOW = "/app/now";
    private static final String OVERVIEW = "/app/overview";
    private static final String CASES = "/app/cases";

    /** What has to be there, since an empty place would stand at once. */
    private static final Map<String, String> SHOWN = Map.of(
            NOW, ".needs > li",
            OVERVIEW, ".tiles .tile",
            CASES, "rp-table tbody tr");

    private static final String CHART = "rp-chart canvas";

    /** All kinds of places that draw no chart. */
    private static final List<String> WITHOUT_CHARTS =
            List.of(NOW, CASES, "/app/assets", "/app/lists", "/app/alerts", "/app/clocks");

    /** Pages that somebody turns one after the other before beginning anew. */
    private static final int PAGES_IN_A_ROW = 10;

    private final Playwright playwright;
    private final Browser browser;
    private final URI gateway;
    private final String script = script();
    private final String signedIn;
    private final Scale scale;
    private final Figures figures;

    private Screen(Path chromium, URI gateway, Scale scale, Figures figures) {
        this.gateway = gateway;
        this.scale = scale;
        this.figures = figures;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(Chromium.FLAGS));
        try (var context = browser.newContext(options())) {
            signedIn = signIn(context);
        }
    }

    /**
     * Looks at all of it.
     *
     * @param fresh new cases that nobody has, of which each may be given to somebody once
     */
    static void measure(Stack stack, Programs programs, List<String> fresh, Scale scale, Figures figures)
            throws IOException, InterruptedException {
        var chromium = Chromium.program();
        if (chromium.isEmpty()) {
            figures.remark("there is no Chromium to look at the page with: " + Chromium.INSTALLED_BY);
            return;
        }
        try (var screen = new Screen(chromium.get(), stack.http(Component.GATEWAY), scale, figures)) {
            screen.weight(fresh.getFirst());
            screen.places(NOW);
            screen.places(OVERVIEW);
            screen.acts();
            screen.live(stack.http(Component.CASES), programs, new ArrayDeque<>(fresh));
        } catch (PlaywrightException e) {
            throw new IOException("the page in the browser: " + e.getMessage(), e);
        }
    }

    private NewContextOptions options() {
        return new NewContextOptions()
                .setBaseURL(gateway.toString())
                .setViewportSize(1440, 900)
                .setLocale("en-GB")
                .setTimezoneId("UTC");
    }

    private static String signIn(BrowserContext context) {
        var page = context.newPage();
        page.navigate("/app");
        page.locator("main a[href='/oauth2/authorization/repatria']").click();
        page.locator("button[value='" + Programs.SUPERVISOR + "']").click();
        page.locator("nav#places").waitFor();
        return context.storageState();
    }

    /** A browser of somebody who is signed in and has none of the page's files yet. */
    private BrowserContext unused() {
        var context = browser.newContext(options().setStorageState(signedIn));
        context.addInitScript(script);
        return context;
    }

    /** What comes over the wire until somebody has seen every kind of place once. */
    private void weight(String one) throws IOException {
        try (var context = unused()) {
            var page = context.newPage();
            var bytes = 0.0;
            for (var place : WITHOUT_CHARTS) {
                bytes += weightOf(page, place);
            }
            bytes += weightOf(page, CASES + "/" + one);
            figures.add(Figure.alone("the page over the wire, without charts", bytes / KIB, "KiB", AIM_WEIGHT));
            goTo(page, OVERVIEW);
            page.locator("rp-chart").first().scrollIntoViewIfNeeded();
            page.locator(CHART).first().waitFor();
            bytes += number(page, "() => moments.weight()", "");
            figures.add(Figure.alone("the same with charts", bytes / KIB, "KiB", AIM_WEIGHT_WITH_CHARTS));
        }
    }

    private static double weightOf(Page page, String place) throws IOException {
        goTo(page, place);
        return number(page, "() => moments.weight()", "");
    }

    /** Until a place stands: by a browser that has none of the page's files, and by one that has them. */
    private void places(String place) throws InterruptedException {
        var cold = Load.times(scale.looks(), _ -> {
            try (var context = unused()) {
                return nanos(goTo(context.newPage(), place));
            } catch (PlaywrightException e) {
                throw new IOException(e);
            }
        });
        figures.latency(place + " stands, no file of the page in the browser", cold, AIM_PLACE);
        try (var context = unused()) {
            var page = context.newPage();
            // The first look fetches the files.
            Load.times(1, _ -> nanos(goTo(page, place)));
            var warm = Load.times(scale.looks(), _ -> nanos(goTo(page, place)));
            figures.latency(place + " stands, files in the browser", warm, AIM_PLACE);
        }
    }

    /** Goes to a place and gives the milliseconds after which it stood. */
    private static double goTo(Page page, String place) throws IOException {
        try {
            page.navigate(place);
        } catch (PlaywrightException e) {
            throw new IOException(e);
        }
        var stood = number(page, "() => moments.stands()", "");
        var shown = SHOWN.get(place);
        if (shown != null) {
            demand(page, shown);
        }
        return stood;
    }

    private static void demand(Page page, String shown) throws IOException {
        if (page.locator(shown).count() == 0) {
            throw new IOException("there is no " + shown + " at " + page.url());
        }
    }

    /** What people do in a list, from the key or click until other rows stand. */
    private void acts() throws IOException, InterruptedException {
        try (var context = unused()) {
            var page = context.newPage();
            goTo(page, CASES);
            var facet = Load.times(
                    2 * scale.looks(), _ -> nanos(number(page, "value => moments.facet(value)", Programs.OFFICER)));
            figures.latency("a facet chosen or left, cases", facet, AIM_ACT);
            var turned = new AtomicInteger();
            var paging = Load.times(scale.looks(), _ -> {
                if (turned.getAndIncrement() % PAGES_IN_A_ROW == 0) {
                    goTo(page, CASES);
                }
                return nanos(number(page, "() => moments.nextPage()", ""));
            });
            figures.latency("the next page, cases", paging, AIM_ACT);
            goTo(page, CASES);
            var searched = new AtomicInteger();
            var search = Load.times(scale.looks(), _ -> {
                var name = Persons.name(searched.incrementAndGet() * 7 % scale.casesFew());
                return nanos(number(page, "text => moments.search(text)", name));
            });
            figures.latency("a name searched, cases", search, AIM_ACT);
        }
    }

    /** What another one does, from the answer to the command until it is painted in an open window. */
    private void live(URI cases, Programs programs, Deque<String> fresh) throws IOException, InterruptedException {
        var assigning = CasePool.at(cases, programs);
        try (var context = unused()) {
            var page = opened(context, CASES);
            var shown = page.evaluate("() => moments.keys()") instanceof List<?> keys ? keys : List.of();
            var one = fresh.stream()
                    .filter(shown::contains)
                    .findFirst()
                    .orElseThrow(() -> new IOException("none of the new cases is shown at " + page.url()));
            fresh.remove(one);
            var version = new AtomicLong(1);
            var row = Load.times(scale.looks(), _ -> {
                Until.pause(Limits.SETTLE);
                var officer = CasePool.OFFICERS.get((int) version.get() % CasePool.OFFICERS.size());
                return painted(
                        page,
                        "tr[data-key='" + one + "']",
                        () -> version.set(assigning.assign(one, version.get(), officer)));
            });
            figures.latency("answered -> a row is painted", row, AIM_LIVE);
        }
        try (var context = unused()) {
            var page = opened(context, OVERVIEW);
            var figure = Load.times(Math.min(scale.looks(), fresh.size()), _ -> {
                Until.pause(Limits.SETTLE);
                return painted(
                        page, ".tile[href*=unassigned]", () -> assigning.assign(fresh.pop(), 1, Programs.OFFICER));
            });
            figures.latency("answered -> a figure is painted", figure, AIM_LIVE);
        }
    }

    /** A window that shows a place and is live. */
    private static Page opened(BrowserContext context, String place) throws IOException {
        var page = context.newPage();
        goTo(page, place);
        page.locator(".live.on").waitFor();
        return page;
    }

    private static long painted(Page page, String place, Action.Step change) throws IOException, InterruptedException {
        try {
            page.evaluate("place => moments.watch(place)", place);
        } catch (PlaywrightException e) {
            throw new IOException(e);
        }
        change.run();
        var answered = System.currentTimeMillis();
        var seen = number(page, "() => moments.seen()", "");
        return nanos(Math.max(0, seen - answered));
    }

    private static double number(Page page, String asked, String argument) throws IOException {
        try {
            if (page.evaluate(asked, argument) instanceof Number number) {
                return number.doubleValue();
            }
        } catch (PlaywrightException e) {
            throw new IOException(e);
        }
        throw new IOException("no number from " + asked);
    }

    private static long nanos(double millis) {
        return Math.round(millis * NANOS_PER_MILLI);
    }

    private static String script() {
        try (var script = Screen.class.getResourceAsStream("moments.js")) {
            if (script == null) {
                throw new IllegalStateException("moments.js is not beside " + Screen.class);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
