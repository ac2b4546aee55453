package org.repatria.edge;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What If-Match and If-None-Match name, as RFC 9110 has it: any version, or some.
 *
 * @param any for {@code *}
 * @param strong the opaque tags without their quotes
 */
public record EntityTags(boolean any, Set<String> strong, Set<String> weak) {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
    private static final Pattern BETWEEN = Pattern.compile("[ \\t]*(,[ \\t]*)*");
    private static final Pattern VERSION = Pattern.compile("0|[1-9]\\d{0,17}");

    /** Reads all lines of one header; empty where one of them is no list of tags. */
    static Optional<EntityTags> parse(List<String> lines) {
        var text = String.join(",", lines);
        if (text.strip().equals("*")) {
            return Optional.of(new EntityTags(true, Set.of(), Set.of()));
        }
        var strong = new HashSet<String>();
        var weak = new HashSet<String>();
        var tag = TAG.matcher(text);
        var between = BETWEEN.matcher(text);
        var at = 0;
        while (between.region(at, text.length()).lookingAt() && between.end() < text.length()) {
            var isFirst = strong.isEmpty() && weak.isEmpty();
            var parted = isFirst || between.group().contains(",");
            if (!parted || !tag.region(between.end(), text.length()).lookingAt()) {
                return Optional.empty();
            }
            (tag.group(1) == null ? strong : weak).add(tag.group(2));
            at = tag.end();
        }
        return strong.isEmpty() && weak.isEmpty()
                ? Optional.empty()
                : Optional.of(new EntityTags(false, Set.copyOf(strong), Set.copyOf(weak)));
    }

    /** As If-Match compares: a weak tag equals nothing. */
    boolean haveStrongly(long version) {
        return any || strong.contains(Long.toString(version));
    }

    /** As If-None-Match compares. */
    boolean haveWeakly(long version) {
        return haveStrongly(version) || weak.contains(Long.toString(version));
    }

    /** The versions among the strong tags; others name nothing that we ever sent. */
    public Set<Long> versions() {
        return versions(strong);
    }

    /** The versions among all tags. */
    public Set<Long> versionsWeakly() {
        var all = new HashSet<>(versions(strong));
        all.addAll(versions(weak));
        return all;
    }

    private static Set<Long> versions(Set<String> tags) {
        return tags.stream()
                .filter(tag -> VERSION.matcher(tag).matches())
                .map(Long::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
