package org.repatria.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.repatria.local.supervisor.StackFailed;
import org.repatria.local.supervisor.StackSettings;
import org.repatria.local.supervisor.Up;

/**
 * {@code ./repatria bench [--short] [--rate=N] [SECTION...]}. Prints each of our figures beside its floor, with the
 * conditions.
 */
public final class Bench {

    private static final String BRIEF = "--short";
    private static final Pattern RATE = Pattern.compile("--rate=([1-9]\\d{0,3})");
    private static final PrintStream OUT = System.out;

    private Bench() {}

    /** Exit code 0 when everything was measured, 1 when a section failed, 2 when nothing could be. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws InterruptedException, IOException {
        Set<Section> sections = EnumSet.noneOf(Section.class);
        var scale = arguments.contains(BRIEF) ? Scale.brief() : Scale.whole();
        for (var argument : arguments) {
            var section = Section.labelled(argument);
            var rate = RATE.matcher(argument);
            if (rate.matches()) {
                scale = scale.atRate(Integer.parseInt(rate.group(1)));
            } else if (section.isEmpty() && !argument.equals(BRIEF)) {
                OUT.println("There is no section '" + argument + "'.\n" + usage());
                return 2;
            }
            section.ifPresent(sections::add);
        }
        endByItself();
        return measure(sections.isEmpty() ? EnumSet.allOf(Section.class) : sections, scale);
    }

    private static int measure(Set<Section> sections, Scale scale) throws InterruptedException, IOException {
        var conditions = Conditions.now();
        var before = ProcessorTime.now();
        var figures = new Figures(OUT::println);
        OUT.println(conditions);
        OUT.println(conditions.verdict());
        var home = Up.home(StackSettings.projectRoot(), System.getenv())
                .directory()
                .resolve("bench");
        var site = new Site(home, line -> OUT.println("    " + line));
        var failed = 0;
        for (var section : sections) {
            OUT.println("\n" + section.label() + ": " + section.promise());
            try {
                section.measure(site, scale, figures);
            } catch (StackFailed | IOException | IllegalStateException e) {
                failed++;
                figures.remark(section.label() + " was not measured: " + e.getMessage());
            }
        }
        figures.print();
        var afterwards = conditions.after(ProcessorTime.now().stolenSince(before));
        OUT.println("\n" + afterwards + "\n" + afterwards.verdict());
        OUT.flush();
        return failed == 0 ? 0 : 1;
    }

    /** Ending the program stops the system under measurement, because a stack closes itself then. */
    private static void endByItself() {
        Thread.ofPlatform().daemon().name("time-limit").start(() -> {
            try {
                Until.pause(Limits.RUN_MAX);
            } catch (InterruptedException e) {
                return;
            }
            OUT.println("Not done within " + Limits.RUN_MAX.toMinutes() + " minutes; ending.");
            System.exit(2);
        });
    }

    private static String usage() {
        return Arrays.stream(Section.values())
                .map(section -> "  %-10s %s".formatted(section.label(), section.promise()))
                .collect(Collectors.joining("\n", "Usage: bench [" + BRIEF + "] [--rate=N] [SECTION...]\n", ""));
    }
}
