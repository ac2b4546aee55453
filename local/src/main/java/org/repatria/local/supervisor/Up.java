package org.repatria.local.supervisor;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.repatria.local.identity.Users;

/** {@code ./repatria up}: runs the stack for a person at a terminal. */
public final class Up {

    private Up() {}

    /** Starts, tells, and stays until a signal or a failure; {@code --fresh} empties the data first. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream terminal = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            run(List.of(arguments).contains("--fresh"), terminal);
        } catch (StackFailed e) {
            terminal.println();
            terminal.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(boolean fresh, PrintStream terminal) throws StackFailed, InterruptedException {
        keepRunning(started(fresh, terminal), terminal);
    }

    /** The stack of this project with all of it ready; it is stopped when this process is. */
    public static Stack started(boolean fresh, PrintStream terminal) throws StackFailed, InterruptedException {
        Map<String, String> environment = System.getenv();
        Path root = StackSettings.projectRoot();
        Home home = home(root, environment);
        Ports ports = Ports.from(environment);
        StackSettings settings = new StackSettings(
                root, home, ports, fresh, StackSettings.Caches.USE, components(environment), Map.of());

        Stack stack = new Stack(settings, terminal::println);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, terminal), "stop"));
        stack.start();
        return stack;
    }

    /** Says where to look, and stays until a signal or a failure. */
    public static void keepRunning(Stack stack, PrintStream terminal) throws StackFailed, InterruptedException {
        terminal.println(welcome(stack.settings().ports()));
        stack.prepareCachesBehind();
        stack.awaitEnd();
    }

    private static List<Component> components(Map<String, String> environment) throws StackFailed {
        String named = environment.getOrDefault("REPATRIA_COMPONENTS", "");
        if (named.isBlank()) {
            return List.of(Component.values());
        }
        List<Component> components = new ArrayList<>();
        for (String label : named.split(",", -1)) {
            components.add(Component.labelled(label.strip())
                    .orElseThrow(() -> new StackFailed("REPATRIA_COMPONENTS names '" + label.strip()
                            + "'; there are "
                            + String.join(
                                    ", ",
                                    Stream.of(Component.values())
                                            .map(Component::label)
                                            .toList()))));
        }
        return components;
    }

    /** Where the stack of this project lives unless {@code REPATRIA_HOME} says otherwise. */
    public static Home home(Path root, Map<String, String> environment) {
        String named = environment.getOrDefault("REPATRIA_HOME", "");
        return new Home(named.isBlank() ? root.resolve(".local") : Path.of(named));
    }

    private static void stop(Stack stack, PrintStream terminal) {
        if (!stack.isStopped()) {
            terminal.println();
            terminal.println("Stopping");
            stack.close();
            terminal.println("Stopped; the data is kept.");
        }
    }

    private static String welcome(Ports ports) {
        Users users = Users.demonstration();
        StringBuilder text = new StringBuilder(
                """

                Repatria runs. Open    http://%s/app   (the operations page)
                Sign in as             a user below, password '%s' (demonstration only)
                Play the main job      ./repatria demo   (in a second terminal)
                Kafka                  %s
                Stop                   Ctrl-C

                """.formatted(ports.address(Component.GATEWAY), users.password(), ports.address(Component.KAFKA)));
        for (Users.User user : users.users()) {
            text.append("  %-18s %-4s %-34s %s%n"
                    .formatted(
                            user.name(),
                            String.join(",", user.roles()),
                            String.join(
                                    ", ",
                                    user.roles().stream().map(users::meaningOf).toList()),
                            user.authority()));
        }
        return text.append("\nPrograms: client '<name>")
                .append(users.programSuffix())
                .append("', secret '<name>")
                .append(users.programSecretSuffix())
                .append("', at http://")
                .append(ports.address(Component.IDENTITY))
                .append("/oauth2/token")
                .toString();
    }
}
