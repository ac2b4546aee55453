package org.repatria.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.repatria.bench.floors.PlainReader;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.StackFailed;

/**
 * How long until every case is assessed again after two officers changed a treaty between its states. Also what
 * commands notice of it.
 */
final class Reassess {

    private static final String AIM = "< 60";
    private static final String AIM_BESIDE = "<= 1.33x";

    /** Between two looks whether all is done: short beside the whole, long beside a call. */
    private static final Duration STRETCH = Duration.ofSeconds(1);

    /** A treaty where there was none: the engine says something else of every case between the two states. */
    private static final String TREATY = """
        {"kind": "relations", "id": "REL-XR-XH-EXT", "row": {"party": "XR", "counterparty": "XH",
         "instrument": "EXTRADITION", "title": "Extradition treaty", "signed": "2018-03-01", "inForce": "2019-01-01",
         "status": "IN_FORCE", "source": "Gazette", "confidence": "VERIFIED"}, "reasons": "concluded"}\
        """;

    private Reassess() {}

    /** What a plain subscriber has seen; written by its one thread. */
    private static final class Seen {
        private final AtomicInteger assessed = new AtomicInteger();
        private final AtomicLong last = new AtomicLong();

        void take(String type, long moment) {
            if (type.equals(Topics.CASE_ASSESSED)) {
                last.set(moment);
                assessed.incrementAndGet();
            }
        }
    }

    static void measure(Site site, Scale scale, Figures figures) throws StackFailed, IOException, InterruptedException {
        try (var stack = site.system();
                var programs = new Programs(stack)) {
            var cases = stack.http(Component.CASES);
            var filling = new Filling(stack, programs);
            filling.open(scale.cases());
            filling.awaitVisible();
            // Nobody assesses these, so that their versions change by commands only.
            var commanded = filling.ids(scale.cases());
            var assign = CasePool.of(commanded, programs, cases).assign(CasePool.at(cases, programs));
            filling.open(scale.casesMany());
            filling.awaitVisible();
            var concerned = new ArrayList<>(filling.ids(scale.cases() + scale.casesMany()));
            concerned.removeAll(List.copyOf(commanded));
            var seen = new Seen();
            try (var _ = PlainReader.fromNow(
                    stack.kafka(),
                    List.of(Topics.CASE_EVENTS),
                    (record, moment) -> seen.take(PlainReader.header(record, Topics.TYPE), moment))) {
                assess(concerned, programs, cases, scale);
                await(concerned.size(), seen);
                Warming.up(stack, scale, site.say(), List.of(assign));
                Until.pause(Limits.SETTLE);
                var before = Load.atRate(scale.perSecond(), scale.slice().multipliedBy(scale.rounds()), assign);
                var amended = amend(programs, cases);
                var during = meanwhile(2 * concerned.size(), seen, scale, assign);
                report(concerned.size(), (seen.last.get() - amended) / 1e9, before, during, scale, figures);
            }
        }
    }

    private static void report(
            int count, double seconds, Measured before, Measured during, Scale scale, Figures figures) {
        figures.add(Figure.alone("%,d cases assessed again".formatted(count), seconds, "s", AIM));
        figures.add(Figure.alone("cases assessed again", count / seconds, "/s", ""));
        figures.latency(
                "commands at %d/s, during beside before".formatted(scale.perSecond()), during, before, AIM_BESIDE);
    }

    /** The first assessment of each, which no change of the law asks for. */
    private static void assess(List<String> ids, Programs programs, URI cases, Scale scale)
            throws IOException, InterruptedException {
        var left = new ConcurrentLinkedQueue<>(ids);
        Load.all(
                ids.size(),
                scale.clients(),
                Action.timed(() -> programs.command(
                        cases,
                        Programs.LEGAL,
                        "/v1/cases/" + left.remove() + "/assessments",
                        OptionalLong.empty(),
                        "")));
    }

    /** When the second person had agreed. */
    private static long amend(Programs programs, URI cases) throws IOException, InterruptedException {
        var path = "/v1/reference/amendments";
        var id = programs.command(cases, Programs.LEGAL, path, OptionalLong.empty(), TREATY)
                .json()
                .path("id")
                .asString();
        var now = System.nanoTime();
        programs.command(
                cases,
                Programs.SUPERVISOR,
                path + "/" + id + "/approval",
                OptionalLong.empty(),
                "{\"reasons\": \"compared\"}");
        return now;
    }

    private static void await(int events, Seen seen) throws IOException, InterruptedException {
        Until.holds(
                "%,d assessments are published".formatted(events),
                Limits.CATCH_UP_MAX,
                () -> seen.assessed.get() >= events);
    }

    /** Load until a plain subscriber has the last difference. */
    private static Measured meanwhile(int events, Seen seen, Scale scale, Action assign)
            throws IOException, InterruptedException {
        var during = new Measured();
        var until = System.nanoTime() + Limits.CATCH_UP_MAX.toNanos();
        while (seen.assessed.get() < events) {
            if (System.nanoTime() > until) {
                throw new IOException("%,d of %,d assessments were published".formatted(seen.assessed.get(), events));
            }
            during.add(Load.atRate(scale.perSecond(), STRETCH, assign));
        }
        return during;
    }
}
