package org.repatria.local.story;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.repatria.local.supervisor.Component;
import org.repatria.local.supervisor.Ports;
import org.repatria.local.supervisor.Running;
import org.repatria.local.supervisor.StackFailed;
import org.repatria.local.supervisor.StackSettings;
import org.repatria.local.supervisor.Up;

/** {@code ./repatria demo}: plays a story against the system that {@code ./repatria up} runs here. */
public final class Demo {

    private Demo() {}

    /** Plays the file named, else the main job; exit code 1 when a step fails, 2 when the file is wrong. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream terminal = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path root = StackSettings.projectRoot();
        Path story = arguments.length == 0 ? root.resolve("demo").resolve("main-job.yaml") : Path.of(arguments[0]);
        try {
            // Not through the environment alone: the other terminal may have been told other ports.
            Running running = Running.in(Up.home(root, System.getenv())).orElse(null);
            Ports ports = running == null ? Ports.from(System.getenv()) : running.ports();
            System.exit(StoryRunner.run(story, target(ports), terminal).held() ? 0 : 1);
        } catch (WrongStory | StackFailed e) {
            terminal.println(e.getMessage());
            System.exit(2);
        }
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
