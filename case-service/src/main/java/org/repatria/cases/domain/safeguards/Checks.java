package org.repatria.cases.domain.safeguards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.law.GateRule.Demand;
import org.repatria.clocks.Happened;

/** All checks made in a case in the order of recording, and the head's overrides. */
public record Checks(List<CheckEntry> entries, List<CheckOverride> overrides) {

    /**
     * LIMIT: 26 checks, a few pathways and years of renewals fit. A case document must stay small enough to rewrite.
     */
    public static final int ENTRIES_MAX = 1_000;

    /** LIMIT: an override is rare by its nature; more of them mean that something else is wrong. */
    public static final int OVERRIDES_MAX = 100;

    public Checks {
        entries = List.copyOf(entries);
        overrides = List.copyOf(overrides);
    }

    public static Checks none() {
        return new Checks(List.of(), List.of());
    }

    public Optional<CheckEntry> entry(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** What was recorded of one check about one thing, oldest first. */
    List<CheckEntry> line(String check, Optional<String> about) {
        return lines(check, List.of(about));
    }

    /** What was recorded of one check about any of these things, oldest first. */
    List<CheckEntry> lines(String check, List<Optional<String>> things) {
        return entries.stream()
                .filter(entry -> entry.check().equals(check) && things.contains(entry.about()))
                .toList();
    }

    /** What else than the whole case and this thing a check was recorded about. */
    Stream<Optional<String>> thingsElsewhere(String check, Optional<String> about) {
        return entries.stream()
                .filter(entry -> entry.check().equals(check))
                .map(CheckEntry::about)
                .filter(thing -> thing.isPresent() && !thing.equals(about))
                .distinct();
    }

    /** What the checks answer at a moment: YES passed, NO failed. A check that does not count then is left out. */
    public Map<String, Ternary> answers(Happened moment) {
        var answers = new TreeMap<String, Ternary>();
        entries.stream()
                .map(entry -> new CheckLine(line(entry.check(), entry.about()), moment))
                .forEach(line -> {
                    var check = line.entries().getFirst().check();
                    switch (line.against(Demand.REQUIRED, false).worth()) {
                        case FAILED, OVERRIDDEN -> answers.put(check, Ternary.NO);
                        case SATISFIED -> answers.putIfAbsent(check, Ternary.YES);
                        case CONDITIONS_OPEN, EXPIRED, NOT_APPROVED, NOT_APPLICABLE, NOTHING -> {}
                    }
                });
        return answers;
    }

    /**
     * The last day of each check that may be relied on for a time only. Where it was made about several things, the
     * first of their days counts.
     */
    public Map<String, LocalDate> lastDays() {
        var days = new TreeMap<String, LocalDate>();
        for (var entry : entries) {
            relied(line(entry.check(), entry.about()))
                    .flatMap(CheckEntry::lastDay)
                    .ifPresent(
                            day -> days.merge(entry.check(), day, (one, other) -> one.isBefore(other) ? one : other));
        }
        return days;
    }

    /** What a line rests on from the moment of its newest entry until that expires. */
    private static Optional<CheckEntry> relied(List<CheckEntry> line) {
        var newest = line.stream()
                .map(CheckEntry::on)
                .reduce((one, other) -> Moments.isNotAfter(one, other) ? other : one)
                .orElseThrow();
        var standing = new CheckLine(line, newest).against(Demand.REQUIRED, false);
        return standing.worth() == CheckLine.Worth.SATISFIED ? standing.entry() : Optional.empty();
    }

    Checks with(CheckEntry entry) {
        var more = new ArrayList<>(entries);
        more.add(entry);
        return new Checks(more, overrides);
    }

    Checks with(CheckOverride override) {
        var more = new ArrayList<>(overrides);
        more.add(override);
        return new Checks(entries, more);
    }

    Checks changing(String id, UnaryOperator<CheckEntry> change) {
        return new Checks(
                entries.stream()
                        .map(entry -> entry.id().equals(id) ? change.apply(entry) : entry)
                        .toList(),
                overrides);
    }
}
