package org.repatria.cases.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.cases.domain.CountryCode;
import org.repatria.cases.domain.KnownTo;
import org.repatria.cases.domain.law.ClockRule;
import org.repatria.cases.domain.law.ReferenceKind;
import org.repatria.cases.domain.safeguards.ConfidedChecks;
import org.repatria.cases.law.RowReader.Dated;

/** What rows must not say of each other: names of what is not there, and two truths for one day. */
final class Consistency {

    private static final Set<String> BY_PLACE = Set.of(ClockRule.OF_REQUESTED_STATE, ClockRule.OF_REQUESTING_STATE);
    private static final Set<String> EVERYWHERE = Set.of("POLICY", "UNCAC", "INTERPOL");

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
        this.systems = new HashSet<>(EVERYWHERE);
        rows.stream()
                .map(Dated::row)
                .filter(row -> row.kind() == ReferenceKind.PROFILES)
                .forEach(row -> systems.addAll(row.list("systems")));
    }

    static List<Fault> faultsOf(List<Dated> rows, Happenings happenings) {
        var consistency = new Consistency(rows, happenings);
        var faults = new ArrayList<Fault>();
        rows.forEach(dated -> consistency.check(dated, faults));
        RowReader.byId(rows).values().forEach(versions -> checkTwoTruths(versions, faults));
        return faults;
    }

    private static Set<String> ids(List<Dated> rows, ReferenceKind kind) {
        var ids = new HashSet<String>();
        rows.stream().map(Dated::row).filter(row -> row.kind() == kind).forEach(row -> ids.add(row.id()));
        return ids;
    }

    private void check(Dated dated, List<Fault> faults) {
        RowReader.unreadable(dated).ifPresent(faults::add);
        var row = dated.row();
        switch (row.kind()) {
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
            case CALENDARS ->
                Stream.of("validFrom", "validTo")
                        .filter(row::has)
                        .forEach(field -> faults.add(row.fault(field, "a calendar names its days itself")));
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
        for (var field : List.of("trigger", "stopOn", "suspendOn")) {
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
        checkDaysOff(row, faults);
        if (!row.says("level", "MODEL")) {
            checkLaw(row, faults);
        }
    }

    /**
     * A day that moves, or may, moves by somebody's calendar. What the rules on limitation have counted moves no
     * further.
     */
    private void checkDaysOff(ReferenceRow row, List<Fault> faults) {
        row.optional("calendarId")
                .filter(calendar -> !calendars.contains(calendar) && !BY_PLACE.contains(calendar))
                .ifPresent(calendar -> faults.add(row.fault("calendarId", "there is no calendar " + calendar)));
        var moves = row.optional("rollForward").filter(roll -> !roll.equals("NONE"));
        if (!row.has("calendarId") && (moves.isPresent() || row.says("unit", "BUS_DAY"))) {
            faults.add(row.fault("calendarId", "is missing: it says whose days off count"));
        }
        if (row.says("unit", "HOUR") && moves.isPresent()) {
            faults.add(row.fault(
                    "rollForward", "hours end with their hour; those that leave days off out name a calendar"));
        }
        if (row.has("limitationOf") && moves.filter("NEXT_BUS_DAY"::equals).isPresent()) {
            faults.add(row.fault("rollForward", "what the rules on limitation have counted does not move on"));
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

    private static void checkTwoTruths(List<Dated> versions, List<Fault> faults) {
        for (var later = 1; later < versions.size(); later++) {
            for (var earlier = 0; earlier < later; earlier++) {
                var one = versions.get(earlier);
                var other = versions.get(later);
                if (bothUsed(one, other) && one.validity().overlaps(other.validity())) {
                    faults.add(other.row()
                            .fault(
                                    "id",
                                    other.row().id() + " is in force twice on the same day, see "
                                            + one.row().fault("id", "").place()));
                }
            }
        }
    }

    private static boolean bothUsed(Dated one, Dated other) {
        return Stream.of(one, other)
                .noneMatch(dated -> dated.row().says("status", "VACATED")
                        || dated.validity().replacedAt().isPresent());
    }
}
