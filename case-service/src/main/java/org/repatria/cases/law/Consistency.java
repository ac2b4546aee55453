package org.repatria.cases.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.law.ReferenceKind;
import org.repatria.cases.domain.safeguards.ConfidedChecks;
import org.repatria.clocks.ClockRules;
import org.repatria.clocks.KnownTo;
import org.repatria.clocks.reading.ClockRows;
import org.repatria.clocks.reading.Dated;
import org.repatria.clocks.reading.Fault;
import org.repatria.clocks.reading.ReferenceRow;
import org.repatria.clocks.reading.YamlText;

/** What rows must not say of each other: names of what is not there, and two truths for one day. */
final class Consistency {

    /** In which fields a clock rule names happenings. */
    private static final List<String> TOKENS_OF_RULES = List.of("trigger", "stopOn", "suspendOn");

    private final Happenings happenings;
    private final Set<String> tokens;
    private final Set<String> calendars;
    private final Set<String> checks;
    private final Set<String> systems;

    private Consistency(List<Dated> rows, Happenings happenings) {
        this.happenings = happenings;
        this.tokens = happenings.tokens();
        this.calendars = ids(rows, ReferenceKind.CALENDARS);
        this.checks = ids(rows, ReferenceKind.SAFEGUARDS);
        this.systems = new HashSet<>(ClockRules.EVERYWHERE);
        rows.stream()
                .map(Dated::row)
                .filter(row -> RowReader.kind(row) == ReferenceKind.PROFILES)
                .forEach(row -> systems.addAll(row.list("systems")));
    }

    static List<Fault> faultsOf(List<Dated> rows, Happenings happenings) {
        var consistency = new Consistency(rows, happenings);
        var faults = new ArrayList<Fault>();
        rows.forEach(dated -> consistency.check(dated, faults));
        faults.addAll(Dated.inForceTwice(rows));
        return faults;
    }

    /** Happenings that are said to be recorded at assets, where no clock anywhere waits for them. */
    static List<Fault> marksOfNothing(List<Dated> rows, YamlText happenings) {
        var spokenOf = rows.stream()
                .map(Dated::row)
                .filter(row -> RowReader.kind(row) == ReferenceKind.CLOCK_RULES)
                .flatMap(row -> TOKENS_OF_RULES.stream().flatMap(field -> row.list(field).stream()))
                .collect(Collectors.toSet());
        var recorded = happenings.json().path("recorded");
        return IntStream.range(0, recorded.size())
                .filter(i -> recorded.path(i).has("recordedAt")
                        && !spokenOf.contains(recorded.path(i).path("token").asString()))
                .mapToObj(i -> happenings.fault(
                        "/recorded/" + i + "/recordedAt",
                        "recordedAt: no clock rule speaks of "
                                + recorded.path(i).path("token").asString()))
                .toList();
    }

    private static Set<String> ids(List<Dated> rows, ReferenceKind kind) {
        var ids = new HashSet<String>();
        rows.stream().map(Dated::row).filter(row -> RowReader.kind(row) == kind).forEach(row -> ids.add(row.id()));
        return ids;
    }

    private void check(Dated dated, List<Fault> faults) {
        RowReader.unreadable(dated).ifPresent(faults::add);
        var row = dated.row();
        switch (RowReader.kind(row)) {
            case CLOCK_RULES -> checkClockRule(row, faults);
            case GATES ->
                Stream.of("required", "provisional", "noted")
                        .forEach(field -> row.list(field).stream()
                                .filter(check -> !checks.contains(check))
                                .forEach(check -> faults.add(row.fault(field, "there is no check " + check))));
            case LIMITATION -> {
                if (!row.says("effect", "PRINCIPLE")) {
                    checkLaw(row, faults);
                }
            }
            case CALENDARS -> faults.addAll(ClockRows.faultsOfCalendar(row));
            case SAFEGUARDS -> {
                if (!ConfidedChecks.named().contains(row.id())) {
                    faults.add(row.fault("id", "nobody has said who may know of the check " + row.id()));
                }
            }
            case RELATIONS, STRATEGY_RULES, PROFILES -> {
                // Nothing in them names another row.
            }
        }
    }

    private void checkClockRule(ReferenceRow row, List<Fault> faults) {
        for (var field : TOKENS_OF_RULES) {
            row.list(field).stream()
                    .filter(token -> !tokens.contains(token))
                    .forEach(token -> faults.add(row.fault(field, "there is no happening " + token)));
            if (row.says("knownTo", KnownTo.BOTH.name())) {
                row.list(field).stream()
                        .filter(token -> tokens.contains(token) && !happenings.isTold(token))
                        .forEach(token -> faults.add(row.fault(
                                field,
                                "a rule known to both states hangs on " + token + ", which the host state keeps")));
            }
        }
        faults.addAll(ClockRows.faultsOfDaysOff(row, calendars));
        if (!row.says("level", "MODEL")) {
            checkLaw(row, faults);
        }
    }

    private void checkLaw(ReferenceRow row, List<Fault> faults) {
        row.optional("jurisdiction")
                .filter(law -> !systems.contains(law) && !isState(law) && !isPair(law))
                .ifPresent(law -> faults.add(row.fault("jurisdiction", law + " is no pair, state or system of law")));
    }

    private static boolean isState(String text) {
        return text.length() == 2 && CountryCode.parse(text).isPresent();
    }

    private static boolean isPair(String text) {
        return text.length() == 5
                && text.charAt(2) == '-'
                && isState(text.substring(0, 2))
                && isState(text.substring(3));
    }
}
