package org.repatria.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import org.repatria.local.supervisor.StackFailed;

/**
 * Pages, name searches and commands through the gateway, and a start, with few cases and with many. The few are the
 * floor of the many. With many, the figures beside a recount, and the operations page in a browser.
 */
final class Pages {

    private static final String AIM = "<= 1.1x";
    private static final String PAGE = "/v1/cases?limit=50";

    /** Cases that are made to differ from the others, and those that stay new: half of them each. */
    private static final int CHANGING = 120;

    private Pages() {}

    /** Cases that commands go to, the same ones at both sizes. */
    private static final int COMMANDED = 50;

    private static final int STARTS = 3;

    private record AtSize(Measured first, Measured deep, Measured search, Measured command) {}

    static void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        try (var stack = site.system();
                var programs = new Programs(stack)) {
            var gateway = stack.http(Component.GATEWAY);
            var filling = new Filling(stack, programs);
            filling.open(scale.casesFew());
            filling.awaitVisible();
            var ids = filling.ids(scale.casesFew());
            var commanded = ids.subList(Math.max(0, ids.size() - COMMANDED), ids.size());
            var pool = CasePool.of(commanded, programs, gateway);
            // What the compiler has not seen yet would count against the small view.
            atSize(scale.casesFew(), pool, scale, programs, gateway);
            var few = atSize(scale.casesFew(), pool, scale, programs, gateway);
            var startsFew = starts(filling, stack);
            filling.open(scale.casesMany() - scale.casesFew());
            filling.awaitVisible();
            Until.pause(Limits.SETTLE);
            atSize(scale.casesMany(), pool, scale, programs, gateway);
            var many = atSize(scale.casesMany(), pool, scale, programs, gateway);
            var sizes = "%,d beside %,d cases".formatted(scale.casesMany(), scale.casesFew());
            figures.latency("first page, " + sizes, many.first(), few.first(), AIM);
            figures.latency("deep page, " + sizes, many.deep(), few.deep(), AIM);
            figures.latency("name search, " + sizes, many.search(), few.search(), AIM);
            figures.latency("a command, " + sizes, many.command(), few.command(), AIM);
            var untouched = filling.ids(CHANGING + COMMANDED).stream()
                    .filter(id -> !commanded.contains(id))
                    .limit(CHANGING)
                    .toList();
            look(untouched, stack, programs, scale, figures);
            figures.latency("case-service starts and shows all, " + sizes, starts(filling, stack), startsFew, AIM);
        }
    }

    private static void look(List<String> ids, Stack stack, Programs programs, Scale scale, Figures figures)
            throws IOException, InterruptedException {
        Recount.vary(ids.subList(ids.size() / 2, ids.size()), stack, programs);
        // Alerts follow each case; while they do, somebody who looks sees the filling.
        AtRest.await("our system", () -> Spent.processes(stack, Component.values()));
        Recount.measure(stack, programs, scale, figures);
        Screen.measure(stack, programs, ids.subList(0, ids.size() / 2), scale, figures);
    }

    /** From the start of the process until every case can be found. */
    private static Measured starts(Filling filling, Stack stack) throws InterruptedException {
        return Load.times(STARTS, _ -> {
            stack.holdDown(Component.CASES);
            var since = System.nanoTime();
            stack.letRun(Component.CASES);
            if (!stack.awaitReady(Component.CASES, Limits.CATCH_UP_MAX)) {
                throw new IOException("the case service did not come back");
            }
            filling.awaitVisible();
            return System.nanoTime() - since;
        });
    }

    /** Each kind of call in turn, by one client that waits for each answer. */
    private static AtSize atSize(int cases, CasePool pool, Scale scale, Programs programs, URI gateway)
            throws IOException, InterruptedException {
        var middle = Walk.cursorAfter(cases / 2, programs, gateway);
        var turn = new AtomicInteger();
        return new AtSize(
                Load.times(scale.pages(), page(programs, gateway, PAGE)),
                Load.times(scale.pages(), page(programs, gateway, PAGE + middle)),
                Load.times(scale.pages(), Action.timed(() -> {
                    // The same persons at both sizes, spread over the small one.
                    var number = turn.getAndIncrement() * 7 % scale.casesFew();
                    var name = URLEncoder.encode(Persons.name(number), StandardCharsets.UTF_8);
                    demandItems(programs, gateway, PAGE + "&q=" + name);
                })),
                Load.times(scale.pages(), pool.assign(CasePool.at(gateway, programs))));
    }

    private static Action page(Programs programs, URI gateway, String path) {
        return Action.timed(() -> demandItems(programs, gateway, path));
    }

    /** An empty page would be fast, and wrong. */
    private static void demandItems(Programs programs, URI gateway, String path)
            throws IOException, InterruptedException {
        if (programs.get(gateway, Programs.HEAD, path).json().path("items").isEmpty()) {
            throw new IOException("nothing found at " + path);
        }
    }
}
