package org.repatria.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.repatria.local.supervisor.StackFailed;

/** The parts of the measurement. Each runs alone by its name and on an empty system of its own. */
enum Section {
    STARTUP("startup", "from nothing to all healthy, and the memory of each process"),
    COMMANDS("commands", "durable commands beside the driver's conditional update"),
    READABLE("readable", "from the answer until a plain consumer has the event"),
    LISTS("lists", "rows of a list beside the driver's inserts"),
    DRAIN("drain", "events that waited for Kafka, beside a relay by hand and a plain producer"),
    PAGES("pages", "pages and name searches as cases grow, and the operations page in a browser"),
    ENGINE("engine", "one run of the strategy engine: a replay beside a reading of the same case"),
    SIDES("sides", "what need-to-know costs a reading: by who sees a part beside by who sees all"),
    REASSESS("reassess", "every case between two states after their treaty changed, beside commands"),
    ASSETS("assets", "a case with thousands of assets; lists, facets and sums of very many"),
    PROXY("proxy", "what the gateway adds, beside nginx as the same proxy with keep-alive"),
    RIVALS("rivals", "commands and drain beside the same work by Spring Modulith");

    private final String label;
    private final String promise;

    Section(String label, String promise) {
        this.label = label;
        this.promise = promise;
    }

    static Optional<Section> labelled(String label) {
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }

    String label() {
        return label;
    }

    String promise() {
        return promise;
    }

    void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        switch (this) {
            case STARTUP -> StartUp.measure(site, scale, figures);
            case COMMANDS -> Commands.measure(site, scale, figures);
            case READABLE -> AnswerToEvent.measure(site, scale, figures);
            case LISTS -> ListIntake.measure(site, scale, figures);
            case DRAIN -> Drain.measure(site, scale, figures);
            case PAGES -> Pages.measure(site, scale, figures);
            case ENGINE -> EngineRun.measure(site, scale, figures);
            case SIDES -> Sides.measure(site, scale, figures);
            case REASSESS -> Reassess.measure(site, scale, figures);
            case ASSETS -> Assets.measure(site, scale, figures);
            case PROXY -> Proxies.measure(site, scale, figures);
            case RIVALS -> Rivals.measure(site, scale, figures);
        }
    }
}
