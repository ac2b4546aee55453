package org.repatria.local.supervisor;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a supervisor says about itself in its home. By it, a second one and the story runner know whom they met.
 *
 * @param pid the supervisor's process
 * @param ports where its components listen
 */
public record Running(long pid, Ports ports) {

    private static final String FILE = "running.properties";

    /**
     * What the supervisor of this home said last, when it said anything readable. Whether it still lives is another
     * question.
     */
    public static Optional<Running> in(Home home) {
        Properties said = new Properties();
        try {
            said.load(new StringReader(Files.readString(file(home))));
            Map<Component, Integer> ports = new EnumMap<>(Component.class);
            for (Component component : Component.values()) {
                ports.put(component, Integer.parseInt(said.getProperty(component.label(), "")));
            }
            return Optional.of(new Running(Long.parseLong(said.getProperty("pid", "")), new Ports(ports)));
        } catch (IOException | IllegalArgumentException nothingReadable) {
            return Optional.empty();
        }
    }

    void writeTo(Home home) throws IOException {
        StringBuilder said = new StringBuilder("pid=" + pid + "\n");
        for (Component component : Component.values()) {
            said.append(component.label())
                    .append('=')
                    .append(ports.of(component))
                    .append('\n');
        }
        Files.writeString(file(home), said);
    }

    static void forget(Home home) throws IOException {
        Files.deleteIfExists(file(home));
    }

    private static Path file(Home home) {
        return home.directory().resolve(FILE);
    }
}
