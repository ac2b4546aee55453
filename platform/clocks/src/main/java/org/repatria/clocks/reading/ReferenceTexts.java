package org.repatria.clocks.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reference files that have the shape they must have. */
public record ReferenceTexts(List<YamlText> files) {

    private static final String YAML = ".yaml";
    private static final String DEMONSTRATION = "demo-";
    private static final RowValues VALUES = RowValues.plain();

    public ReferenceTexts {
        files = List.copyOf(files);
    }

    /**
     * Reads texts by file name. The shape of every file is checked before any row is looked at. Errors:
     * {@link FaultyReference} with file and line of everything that is wrong.
     */
    public static ReferenceTexts read(Map<String, String> texts, Shapes shapes) {
        var files = new ArrayList<YamlText>();
        var faults = new ArrayList<Fault>();
        texts.forEach((file, text) -> {
            try {
                var yaml = YamlText.of(file, text);
                faults.addAll(shapes.faultsOf(nameOf(file), yaml));
                files.add(yaml);
            } catch (FaultyReference e) {
                faults.addAll(e.faults());
            }
        });
        FaultyReference.refuse(faults);
        return new ReferenceTexts(files);
    }

    /** The first file of a name such as {@code clock-rules}. */
    public Optional<YamlText> file(String name) {
        return files.stream().filter(file -> nameOf(file.file()).equals(name)).findFirst();
    }

    /** When the rules of each kind warn that say nothing of it. */
    public ObjectNode warnAtDefaults() {
        var defaults = JsonMapper.shared().createObjectNode();
        for (var file : files) {
            ClockRows.warnAtDefaults(file).properties().forEach(kind -> defaults.set(kind.getKey(), kind.getValue()));
        }
        return defaults;
    }

    /**
     * The rows of some kinds, in the order of the files.
     *
     * @param faults is told of rows whose days cannot be; they are left out
     */
    public List<Dated> rows(Collection<String> kinds, List<Fault> faults) {
        var rows = new ArrayList<Dated>();
        for (var file : files) {
            var kind = nameOf(file.file());
            if (kinds.contains(kind)) {
                var defaults = ClockRows.warnAtDefaults(file);
                ReferenceRow.of(kind, file)
                        .forEach(row ->
                                dated(ClockRows.warned(row, defaults), faults).ifPresent(rows::add));
            }
        }
        return rows;
    }

    private static Optional<Dated> dated(ReferenceRow row, List<Fault> faults) {
        try {
            return Optional.of(new Dated(row, VALUES.validity(row)));
        } catch (FaultyReference e) {
            faults.addAll(e.faults());
            return Optional.empty();
        }
    }

    /** Files of invented states have the name of those of the world, with a word before it. */
    private static String nameOf(String file) {
        var name = file.substring(0, file.length() - YAML.length());
        return name.startsWith(DEMONSTRATION) ? name.substring(DEMONSTRATION.length()) : name;
    }
}
