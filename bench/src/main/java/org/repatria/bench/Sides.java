package org.repatria.bench;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Stack;
import org.repatria.local.supervisor.StackFailed;

/**
 * What need-to-know costs a reading. The same is asked by an officer who sees a part beside one who sees all, and the
 * processor time that the service spends on each is compared. Both pass the same table and leave an entry in the access
 * journal.
 */
final class Sides {

    private static final String AIM = "<= 1.1x";

    /**
     * So many more readings than pages are looked at. A reading is short beside the precision of processor time, which
     * is 10 ms.
     */
    private static final int READINGS_PER_PAGE = 2;

    private static final String FACTS = """
            {"facts": [
              {"name": "RS_NATIONAL", "value": "YES", "kind": "FACT", "source": "passport", "asOf": "2014-08-29"},
              {"name": "LOCATED", "value": "HS", "kind": "FACT", "source": "register", "asOf": "2014-08-29"},
              {"name": "TORTURE_RISK", "value": "NO", "kind": "ASSESSMENT", "source": "opinion", "asOf": "2014-08-29"},
              {"name": "IMMIGRATION_STATUS", "value": "EXPIRED", "kind": "FACT", "source": "register", \
            "asOf": "2014-08-29"}]}""";

    private Sides() {}

    static void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        try (var stack = site.system();
                var programs = new Programs(stack)) {
            var cases = stack.http(Component.CASES);
            var filling = new Filling(stack, programs);
            filling.open(scale.casesFew());
            filling.awaitVisible();
            var one = "/v1/cases/" + filling.ids(1).getFirst();
            programs.command(cases, Programs.LEGAL, one + "/facts", OptionalLong.empty(), FACTS);
            programs.command(cases, Programs.LEGAL, one + "/assessments", OptionalLong.empty(), "");
            for (var asked : List.of(
                    Map.entry("a case", one),
                    Map.entry("facts of a case", one + "/facts"),
                    Map.entry("a page of 50 cases", "/v1/cases?limit=50"))) {
                beside(asked.getKey(), stack, programs, cases, asked.getValue(), scale, figures);
            }
        }
    }

    private static void beside(
            String what, Stack stack, Programs programs, URI cases, String path, Scale scale, Figures figures)
            throws InterruptedException {
        var part = Spent.byCases(stack, reading(programs, cases, Programs.OF_OTHER_STATE, path));
        var all = Spent.byCases(stack, reading(programs, cases, Programs.HEAD, path));
        // The first round is the warm-up.
        for (var round = 0; round <= scale.rounds(); round++) {
            part.take(READINGS_PER_PAGE * scale.pages(), round > 0);
            all.take(READINGS_PER_PAGE * scale.pages(), round > 0);
        }
        figures.failures(what, part.measured());
        figures.failures(what, all.measured());
        if (part.isTold()) {
            figures.add(Figure.beside(what + ", seen in part beside in full", part.millis(), all.millis(), "ms", AIM));
        } else {
            figures.remark(what + ": this system does not tell the processor time of a process");
        }
    }

    private static Action reading(Programs programs, URI cases, String user, String path) {
        return Action.timed(() -> programs.get(cases, user, path));
    }
}
