package org.repatria.notifications.law;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repatria.decider.text.VisibleText;
import org.repatria.notifications.domain.alerts.Severity;
import org.repatria.notifications.domain.catalogue.Catalogue;
import org.repatria.notifications.domain.catalogue.Entry;
import org.repatria.notifications.domain.catalogue.Entry.Condition;
import org.repatria.notifications.domain.catalogue.Entry.DeadlineRule;
import org.repatria.notifications.domain.catalogue.Entry.KnownTo;
import org.repatria.notifications.domain.catalogue.Entry.Trigger;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The alert catalogue as a file. Errors: {@link IllegalArgumentException} that names the entry and the field; the
 * service does not start with a catalogue that it cannot read whole.
 */
public final class CatalogueFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CatalogueFile() {}

    /** The catalogue that is shipped with the service. */
    public static Catalogue shipped() {
        try (var in = CatalogueFile.class.getResourceAsStream("/alert-catalogue.yaml")) {
            if (in == null) {
                throw new IllegalStateException("alert-catalogue.yaml is missing from the jar");
            }
            return read(in);
        } catch (IOException e) {
            throw new IllegalStateException("alert-catalogue.yaml cannot be read", e);
        }
    }

    /** Reads a catalogue and refuses what it does not understand. */
    public static Catalogue read(InputStream in) {
        var file = new Part("catalogue", tree(in)).only("alerts");
        return new Catalogue(
                file.list("alerts").stream().map(CatalogueFile::entry).toList());
    }

    private static JsonNode tree(InputStream in) {
        try {
            return YAML.readTree(in);
        } catch (StreamReadException e) {
            throw new IllegalArgumentException(
                    "alert catalogue, it is no YAML or says something twice: " + e.getOriginalMessage(), e);
        }
    }

    private static Entry entry(Part part) {
        var entry = part.named(part.text("code"))
                .only(
                        "code",
                        "source",
                        "severity",
                        "recipients",
                        "object",
                        "case",
                        "name",
                        "title",
                        "remedy",
                        "raisedBy",
                        "vanishesWith",
                        "deadline");
        return new Entry(
                entry.text("code"),
                entry.text("source"),
                entry.oneOf("severity", Severity.class),
                entry.texts("recipients"),
                entry.text("object"),
                entry.pointer("case"),
                entry.pointer("name"),
                entry.text("title"),
                entry.text("remedy"),
                triggers(entry, "raisedBy"),
                triggers(entry, "vanishesWith"),
                entry.part("deadline").map(CatalogueFile::deadline));
    }

    private static DeadlineRule deadline(Part given) {
        var part = given.only("leads", "watchedFrom", "endedBy");
        var watchedFrom = triggers(part, "watchedFrom");
        watchedFrom.stream()
                .filter(trigger -> trigger.due().isEmpty() || trigger.zone().isEmpty())
                .findFirst()
                .ifPresent(trigger -> {
                    throw part.wrong("watchedFrom", "needs due and zone for " + trigger.type());
                });
        return new DeadlineRule(watchedFrom, triggers(part, "endedBy"), part.days("leads"));
    }

    private static List<Trigger> triggers(Part part, String field) {
        return part.list(field).stream().map(CatalogueFile::trigger).toList();
    }

    private static Trigger trigger(Part given) {
        var part = given.only("type", "each", "object", "clock", "due", "zone", "knownTo", "when");
        return new Trigger(
                part.text("type"),
                part.pointer("each"),
                part.pointer("object"),
                part.pointer("clock"),
                part.pointer("due"),
                part.pointer("zone"),
                part.has("knownTo") ? part.oneOf("knownTo", KnownTo.class) : KnownTo.ANYONE,
                part.list("when").stream().map(CatalogueFile::condition).toList());
    }

    private static Condition condition(Part given) {
        var part = given.only("above", "is", "oneOf", "startsWith");
        return Stream.of(
                        part.part("above")
                                .<Condition>map(p -> new Condition.Above(p.mustPoint("pointer"), p.number("bound"))),
                        part.part("is").<Condition>map(p -> new Condition.Is(p.mustPoint("pointer"), p.text("value"))),
                        part.part("oneOf")
                                .<Condition>map(p -> new Condition.OneOf(p.mustPoint("pointer"), p.texts("values"))),
                        part.part("startsWith")
                                .<Condition>map(p -> new Condition.StartsWith(p.mustPoint("pointer"), p.text("value"))))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> part.wrong("when", "is empty"));
    }

    /** A place in the file, which names itself when something is wrong. */
    private record Part(String where, JsonNode node) {

        Part named(String name) {
            return new Part(name, node);
        }

        Part only(String... fields) {
            node.propertyNames().stream()
                    .filter(name -> !Set.of(fields).contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw wrong(name, "is not a field here");
                    });
            return this;
        }

        boolean has(String field) {
            return node.has(field);
        }

        String text(String field) {
            var value = node.path(field);
            if (!value.isString() || VisibleText.isBlank(value.stringValue())) {
                throw wrong(field, "must be a text");
            }
            return value.stringValue();
        }

        Set<String> texts(String field) {
            var texts = node.path(field).valueStream().map(JsonNode::asString).collect(Collectors.toUnmodifiableSet());
            if (texts.isEmpty()) {
                throw wrong(field, "must name at least one");
            }
            return texts;
        }

        long number(String field) {
            if (!node.path(field).isIntegralNumber()) {
                throw wrong(field, "must be a whole number");
            }
            return node.path(field).longValue();
        }

        List<Integer> days(String field) {
            var days = node.path(field).valueStream().map(JsonNode::intValue).toList();
            if (days.isEmpty() || days.stream().anyMatch(day -> day < 0)) {
                throw wrong(field, "must name days, 0 or more");
            }
            return days;
        }

        <E extends Enum<E>> E oneOf(String field, Class<E> type) {
            try {
                return Enum.valueOf(type, text(field));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        wrong(field, "is none of the known words").getMessage(), e);
            }
        }

        Optional<String> pointer(String field) {
            return node.has(field) ? Optional.of(mustPoint(field)) : Optional.empty();
        }

        String mustPoint(String field) {
            var pointer = text(field);
            if (!pointer.startsWith("/")) {
                throw wrong(field, "must be a JSON pointer");
            }
            return pointer;
        }

        Optional<Part> part(String field) {
            return node.has(field) ? Optional.of(new Part(where + "." + field, node.path(field))) : Optional.empty();
        }

        List<Part> list(String field) {
            var index = new int[1];
            return node.path(field)
                    .valueStream()
                    .map(item -> new Part(where + "." + field + "[" + index[0]++ + "]", item))
                    .toList();
        }

        IllegalArgumentException wrong(String field, String rule) {
            return new IllegalArgumentException("alert catalogue, " + where + ", " + field + ": " + rule);
        }
    }
}
