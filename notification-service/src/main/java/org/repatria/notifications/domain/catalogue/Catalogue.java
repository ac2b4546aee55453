package org.repatria.notifications.domain.catalogue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repatria.decider.text.VisibleText;
import org.repatria.notifications.domain.alerts.Notice;
import org.repatria.notifications.domain.catalogue.Entry.Trigger;
import org.repatria.notifications.domain.catalogue.Instruction.AlertKey;
import org.repatria.notifications.domain.catalogue.Instruction.Raise;
import org.repatria.notifications.domain.catalogue.Instruction.Unwatch;
import org.repatria.notifications.domain.catalogue.Instruction.Vanish;
import org.repatria.notifications.domain.catalogue.Instruction.Watch;
import org.repatria.notifications.domain.deadlines.Deadline.Terms;
import org.repatria.notifications.domain.deadlines.Deadline.Watched;

/** Reads published events by its entries and says what they call for. */
public final class Catalogue {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    /** LIMIT: a title has at most 300 characters (its schema). What people call a thing is told by its beginning. */
    private static final int NAME_CHARS_MAX = 80;

    private final Map<String, Entry> entries;

    public Catalogue(List<Entry> entries) {
        this.entries = entries.stream()
                .collect(Collectors.toMap(Entry::code, Function.identity(), Catalogue::twice, LinkedHashMap::new));
    }

    /** The event types that at least one entry looks at. */
    public Set<String> types() {
        return entries.values().stream()
                .flatMap(Catalogue::triggers)
                .map(Trigger::type)
                .collect(Collectors.toUnmodifiableSet());
    }

    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /**
     * What an event calls for, in the order of the entries; endings come before beginnings.
     *
     * <p>INVARIANT: it calls for one alert once, however many things of a list do.
     */
    public List<Instruction> instructionsOn(Fact fact) {
        var ends = new ArrayList<Instruction>();
        var watches = new ArrayList<Instruction>();
        var raises = new LinkedHashMap<AlertKey, Instruction>();
        for (var entry : entries.values()) {
            matching(entry.vanishesWith(), fact, (t, f) -> ends.add(new Vanish(key(entry, t, f), f.id())));
            entry.deadline().ifPresent(rule -> {
                matching(rule.endedBy(), fact, (t, f) -> ends.add(new Unwatch(key(entry, t, f), f.type())));
                matching(rule.watchedFrom(), fact, (t, f) -> watches.add(watch(entry, rule, t, f)));
            });
            matching(entry.raisedBy(), fact, (t, f) -> raises.putIfAbsent(key(entry, t, f), raise(entry, t, f)));
        }
        return Stream.of(ends, watches, raises.values())
                .flatMap(Collection::stream)
                .toList();
    }

    /** The alert that a warning of a watched deadline raises; empty when its entry has left the catalogue. */
    public Optional<Raise> warningOf(Watched watched, int lead) {
        var terms = watched.terms();
        return Optional.ofNullable(entries.get(terms.code())).map(entry -> {
            var particulars = particulars(entry.title(), placeholder -> ofDeadline(placeholder, terms, lead));
            var notice = new Notice(
                    entry.code(),
                    entry.severity(),
                    terms.objectType(),
                    terms.objectId(),
                    Optional.of(terms.clockId()),
                    terms.caseId(),
                    entry.recipients(),
                    fill(entry.title(), particulars),
                    particulars,
                    entry.remedy(),
                    Optional.of(terms.dueOn()),
                    terms.states(),
                    false);
            return new Raise(notice, watched.occasion(lead));
        });
    }

    private static void matching(List<Trigger> triggers, Fact event, BiConsumer<Trigger, Fact> then) {
        for (var trigger : triggers) {
            trigger.each().map(event::each).orElseGet(() -> List.of(event)).stream()
                    .filter(trigger::matches)
                    .forEach(fact -> then.accept(trigger, fact));
        }
    }

    private static Stream<Trigger> triggers(Entry entry) {
        var ofDeadline = entry.deadline().stream()
                .flatMap(rule -> Stream.concat(rule.watchedFrom().stream(), rule.endedBy().stream()));
        return Stream.concat(Stream.concat(entry.raisedBy().stream(), entry.vanishesWith().stream()), ofDeadline);
    }

    private static Raise raise(Entry entry, Trigger trigger, Fact fact) {
        var key = key(entry, trigger, fact);
        var particulars = particulars(entry.title(), placeholder -> ofFact(placeholder, entry, key, fact));
        var notice = new Notice(
                entry.code(),
                entry.severity(),
                entry.objectType(),
                key.objectId(),
                key.clockId(),
                entry.casePointer().flatMap(fact::at),
                entry.recipients(),
                fill(entry.title(), particulars),
                particulars,
                entry.remedy(),
                trigger.due().flatMap(fact::at).map(LocalDate::parse),
                fact.states(),
                fact.isConfided());
        return new Raise(notice, fact.id());
    }

    private static Watch watch(Entry entry, Entry.DeadlineRule rule, Trigger trigger, Fact fact) {
        return new Watch(
                key(entry, trigger, fact),
                entry.objectType(),
                name(entry, fact),
                entry.casePointer().flatMap(fact::at),
                fact.states(),
                LocalDate.parse(required(fact, trigger.due().orElseThrow())),
                ZoneId.of(required(fact, trigger.zone().orElseThrow())),
                rule.leads());
    }

    private static AlertKey key(Entry entry, Trigger trigger, Fact fact) {
        return new AlertKey(
                entry.code(),
                trigger.object().map(pointer -> required(fact, pointer)).orElseGet(fact::subject),
                trigger.clock().map(pointer -> required(fact, pointer)),
                fact.isConfided());
    }

    private static String required(Fact fact, String pointer) {
        return fact.at(pointer)
                .orElseThrow(() -> new IllegalArgumentException(fact.type() + " has nothing at " + pointer));
    }

    private static String ofFact(String placeholder, Entry entry, AlertKey key, Fact fact) {
        return placeholder.equals("object")
                ? name(entry, fact).orElse(key.objectId())
                : fact.at(placeholder).orElse("(not given)");
    }

    /** What people call the object, in one line and not longer than a title bears. Its id stands beside the title. */
    private static Optional<String> name(Entry entry, Fact fact) {
        return entry.namePointer()
                .flatMap(fact::at)
                .map(VisibleText::inOneLine)
                .filter(name -> name.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(Catalogue::shortened)
                .map(name -> name.contains(" ") ? "“" + name + "”" : name);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= NAME_CHARS_MAX
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_CHARS_MAX - 1))
                                .strip() + "…";
    }

    private static String ofDeadline(String placeholder, Terms terms, int lead) {
        return switch (placeholder) {
            case "object" -> terms.name().orElse(terms.objectId());
            case "due" -> terms.dueOn().toString();
            case "lead" -> Integer.toString(lead);
            default -> throw new IllegalArgumentException("unknown placeholder of a deadline: " + placeholder);
        };
    }

    /** What a title tells besides its fixed words, by the last name of its pointer. */
    private static Map<String, String> particulars(String template, Function<String, String> value) {
        return PLACEHOLDER
                .matcher(template)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .collect(Collectors.toMap(Catalogue::lastName, value));
    }

    private static String fill(String template, Map<String, String> particulars) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(match ->
                        Matcher.quoteReplacement(particulars.getOrDefault(lastName(match.group(1)), match.group())));
    }

    private static String lastName(String placeholder) {
        return placeholder.substring(placeholder.lastIndexOf('/') + 1);
    }

    private static Entry twice(Entry first, Entry second) {
        throw new IllegalArgumentException("the catalogue has " + first.code() + " twice");
    }
}
