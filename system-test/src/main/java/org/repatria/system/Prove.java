package org.repatria.system;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.repatria.local.supervisor.StackFailed;
import org.repatria.system.checker.Checker;
import org.repatria.system.kills.Kills;

/**
 * {@code ./repatria prove kills [--short] [--seed N]}. It runs on ports and data of its own, with an answer in its last
 * line.
 */
public final class Prove {

    private static final String USAGE = "prove kills [--short] [--seed N]";

    private static final PrintStream OUT = System.out;

    private Prove() {}

    /** Exit code 0 when everything held, 1 when something did not, 2 when it could not be found out. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // Before the first logger exists.
        System.setProperty("logback.configurationFile", "org/repatria/local/terminal-logback.xml");
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws IOException, InterruptedException {
        var options = arguments.stream().skip(1).toList();
        var seedAt = options.indexOf("--seed");
        var brief = options.contains("--short");
        var understood = !arguments.isEmpty()
                && arguments.getFirst().equals("kills")
                && options.size() == (brief ? 1 : 0) + (seedAt < 0 ? 0 : 2)
                && (seedAt < 0 || options.get(seedAt + 1).matches("\\d{1,9}"));
        if (!understood) {
            OUT.println("Usage: " + USAGE);
            return 2;
        }
        var seed = seedAt < 0 ? new Random().nextInt(1_000_000) : Long.parseLong(options.get(seedAt + 1));
        return prove(brief ? Kills.brief(seed) : Kills.whole(seed));
    }

    private static int prove(Kills kills) throws IOException, InterruptedException {
        var home = Files.createTempDirectory("repatria-kills-");
        try {
            var result = kills.run(home, OUT::println);
            OUT.println(lastLine(result));
            if (result.holds()) {
                delete(home);
            } else {
                OUT.flush();
                System.err.println("Data and logs are kept in " + home);
            }
            return result.holds() ? 0 : 1;
        } catch (StackFailed | IllegalStateException e) {
            OUT.println("kills: not proven (" + e.getMessage() + "; logs are in " + home + ")");
            return 2;
        }
    }

    static String lastLine(Checker.Result result) {
        return result.holds() ? "kills: held" : "kills: violated (" + result.summary() + ")";
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
