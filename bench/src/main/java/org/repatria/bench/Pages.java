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
 * Pages and name searches through the gateway in a small and in a large view. The small one is the floor of the large
 * one. In the large one, the figures beside a recount, and the operations page in a browser.
 */
final class Pages {

    private static final String AIM = "<= 1.5x";
    private static final String PAGE = "/v1/cases?limit=50";

    /** Cases that are made to differ from the others, and those that stay new: half of them each. */
    private static final int CHANGING = 120;

    private Pages() {}

    private record AtSize(Measured first, Measured deep, Measured search) {}

    static void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        try (var stack = site.system();
                var programs = new Programs(stack)) {
            var gateway = stack.http(Component.GATEWAY);
            var filling = new Filling(stack, programs);
            filling.open(scale.casesFew());
            filling.awaitVisible();
            // What the compiler has not seen yet would count against the small view.
            atSize(scale.casesFew(), scale, programs, gateway);
            var few = atSize(scale.casesFew(), scale, programs, gateway);
            filling.open(scale.casesMany() - scale.casesFew());
            filling.awaitVisible();
            Until.pause(Limits.SETTLE);
            atSize(scale.casesMany(), scale, programs, gateway);
            var many = atSize(scale.casesMany(), scale, programs, gateway);
            var sizes = "%,d beside %,d cases".formatted(scale.casesMany(), scale.casesFew());
            figures.latency("first page, " + sizes, many.first(), few.first(), AIM);
            figures.latency("deep page, " + sizes, many.deep(), few.deep(), AIM);
            figures.latency("name search, " + sizes, many.search(), few.search(), AIM);
            look(filling.ids(CHANGING), stack, programs, scale, figures);
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

    /** Each kind of page in turn, by one client that waits for each answer. */
    private static AtSize atSize(int cases, Scale scale, Programs programs, URI gateway)
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
                })));
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
