package org.repatria.cases.domain.strategy;

import static org.repatria.cases.domain.Ternary.NO;
import static org.repatria.cases.domain.Ternary.UNKNOWN;
import static org.repatria.cases.domain.Ternary.YES;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.facts.LimitationStanding;

/**
 * What the recorded offences of the host state's own law answer. As long as none is recorded, the facts of the file
 * answer, which know of one offence only.
 *
 * @param recorded the one that ends first comes first
 * @param words what the engine asks about them, answered
 */
record HostOffences(List<OffenceFacts> recorded, Map<Question, String> words, Optional<LocalDate> nearUntil) {

    /** The rule whose days say when the end of limitation is near. */
    private static final String LIMITATION_NEAR = "ST-21";

    static HostOffences of(EngineInput input) {
        var recorded = input.offences().stream()
                .filter(OffenceFacts::isOfHost)
                .sorted(Comparator.comparing(
                                (OffenceFacts o) -> o.lastDayInHost().orElse(LocalDate.MAX))
                        .thenComparing(OffenceFacts::id))
                .toList();
        var nearUntil = Optional.ofNullable(input.ruleDays().get(LIMITATION_NEAR))
                .map(days -> input.on().plusDays(days));
        var words = new EnumMap<Question, String>(Question.class);
        if (recorded.isEmpty()) {
            words.put(Question.LIMITATION_DUE, dueByFacts(input, nearUntil).name());
        } else {
            words.put(Question.HOST_OFFENCE, kinds(recorded));
            words.put(Question.HOST_OFFENCE_LIMITATION, limitation(recorded));
            words.put(Question.LIMITATION_DUE, due(recorded, nearUntil).name());
        }
        return new HostOffences(recorded, words, nearUntil);
    }

    private static Ternary dueByFacts(EngineInput input, Optional<LocalDate> nearUntil) {
        var lastDay = Optional.ofNullable(input.facts().get(FactName.HOST_OFFENCE_LAST_DAY))
                .map(LocalDate::parse);
        return lastDay.flatMap(day -> nearUntil.map(near -> !day.isBefore(input.on()) && !day.isAfter(near) ? YES : NO))
                .orElse(UNKNOWN);
    }

    private static String kinds(List<OffenceFacts> recorded) {
        return recorded.stream()
                .flatMap(offence -> offence.hostOffence().stream())
                .distinct()
                .sorted()
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }

    /** One that can still be charged is enough; all must be over before nothing can be charged. */
    private static String limitation(List<OffenceFacts> recorded) {
        var standings = recorded.stream()
                .map(OffenceFacts::limitationRequested)
                .distinct()
                .toList();
        if (standings.contains(LimitationStanding.NOT_EXPIRED)) {
            return LimitationStanding.NOT_EXPIRED.name();
        }
        return standings.contains(LimitationStanding.UNKNOWN) ? FactName.UNKNOWN : LimitationStanding.EXPIRED.name();
    }

    /** The earliest last day decides; as long as one is not known, it may be the earliest. */
    private static Ternary due(List<OffenceFacts> recorded, Optional<LocalDate> nearUntil) {
        if (nearUntil.isEmpty()) {
            return UNKNOWN;
        }
        if (recorded.stream().anyMatch(offence -> isNear(offence, nearUntil.get()))) {
            return YES;
        }
        return recorded.stream().anyMatch(o -> o.limitationRequested() == LimitationStanding.UNKNOWN) ? UNKNOWN : NO;
    }

    private static boolean isNear(OffenceFacts offence, LocalDate until) {
        return offence.lastDayInHost().filter(day -> !day.isAfter(until)).isPresent();
    }

    List<OffenceFacts> expired() {
        return recorded.stream()
                .filter(offence -> offence.limitationRequested() == LimitationStanding.EXPIRED)
                .toList();
    }

    /** Those whose limitation ends soon. */
    List<OffenceFacts> due() {
        return recorded.stream()
                .filter(offence ->
                        nearUntil.filter(until -> isNear(offence, until)).isPresent())
                .toList();
    }

    static String reason(OffenceFacts offence) {
        return offence.countedRequested().map(OffenceFacts.Counted::reason).orElse("");
    }
}
