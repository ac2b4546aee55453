package org.repatria.local.story;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.repatria.local.supervisor.AlreadyRuns;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Ports;
import org.repatria.local.supervisor.SecondTerminal;
import org.repatria.local.supervisor.Stack;
import org.repatria.local.supervisor.StackFailed;
import org.repatria.local.supervisor.StackSettings;
import org.repatria.local.supervisor.Up;

/** {@code ./repatria demo}: plays a story against the system that runs here, and starts one where none does. */
public final class Demo {

    private static final int STORY_FAILED = 1;
    private static final int NOT_PLAYED = 2;

    private Demo() {}

    /** Plays the file named, else the main job; exit code 1 when a step fails, 2 when none could be played. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream terminal = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path root = StackSettings.projectRoot();
        Path story = arguments.length == 0 ? root.resolve("demo").resolve("main-job.yaml") : Path.of(arguments[0]);
        try {
            StoryRunner.read(story); // A file that breaks the format is no reason to start a system.
            run(story, root, terminal);
        } catch (WrongStory | StackFailed e) {
            terminal.println(e.getMessage());
            System.exit(NOT_PLAYED);
        }
    }

    private static void run(Path story, Path root, PrintStream terminal)
            throws WrongStory, StackFailed, InterruptedException {
        SecondTerminal second = new SecondTerminal(Up.home(root, System.getenv()), terminal::println);
        second.awaitUp();
        Optional<Ports> running = second.systemOfOthers(Ports.from(System.getenv()));
        while (running.isEmpty()) {
            try {
                host(story, terminal);
                return;
            } catch (AlreadyRuns another) {
                running = second.awaitSystem();
            }
        }
        System.exit(play(story, running.get(), terminal) ? 0 : STORY_FAILED);
    }

    /** On a system of its own, which goes on however the story ended: others may use it. */
    private static void host(Path story, PrintStream terminal) throws WrongStory, StackFailed, InterruptedException {
        Stack stack = Up.started(false, terminal);
        terminal.println();
        if (!play(story, stack.settings().ports(), terminal)) {
            terminal.println();
            terminal.println("The story did not hold, as said above. The system goes on, so that you can look.");
        }
        Up.keepRunning(stack, terminal);
    }

    private static boolean play(Path story, Ports ports, PrintStream terminal) throws WrongStory, InterruptedException {
        boolean held = StoryRunner.run(story, target(ports), terminal).held();
        terminal.println("""

                What stands where now: %s/app
                One click signs you in: sara.supervisor and hana.head see most, livia.liaison what both states are told.
                """.formatted(http(ports, Component.GATEWAY)));
        return held;
    }

    /** The system that listens on these ports. */
    public static Target target(Ports ports) {
        return new Target(
                http(ports, Component.GATEWAY),
                Map.of(
                        Component.CASES.label(), http(ports, Component.CASES),
                        Component.ASSETS.label(), http(ports, Component.ASSETS),
                        Component.NOTIFICATIONS.label(), http(ports, Component.NOTIFICATIONS)),
                http(ports, Component.IDENTITY),
                ports.address(Component.KAFKA));
    }

    private static URI http(Ports ports, Component component) {
        return URI.create("http://" + ports.address(component));
    }
}
