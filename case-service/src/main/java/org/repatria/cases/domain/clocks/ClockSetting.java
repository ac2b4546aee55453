package org.repatria.cases.domain.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.law.RuleBook;
import org.repatria.clocks.Clock;
import org.repatria.clocks.ClockRule;
import org.repatria.clocks.Counting;
import org.repatria.clocks.Forum;
import org.repatria.clocks.Happened;
import org.repatria.clocks.Happening;
import org.repatria.clocks.HolidayCalendar;

/** What the clocks need of the rest of a case: which two states it is between, and the occasion. */
public record ClockSetting(Relation relation, LegalOccasion occasion) implements Forum {

    /** What is about no pathway, notice or assurance in particular. */
    public static final String WHOLE_CASE = "case";

    /** A step of one of these pathways may end what another of them began. A referral to prosecution does so. */
    private static final Set<String> PATHWAYS =
            Set.of("extradition", "removal", "hostProsecution", "voluntaryReturn", "assetRecovery");

    @Override
    public Instant now() {
        return occasion.at();
    }

    @Override
    public List<ClockRule> rules() {
        return occasion.rules().clockRules();
    }

    /** What an asset tells starts its clocks there, and none here. */
    @Override
    public List<ClockRule> startedBy(Happening happening) {
        return occasion.rules().recordedAtAsset(happening.token()).isPresent()
                ? List.of()
                : occasion.rules()
                        .clocksStartedBy(
                                happening.token(), relation, happening.when().day());
    }

    @Override
    public HolidayCalendar calendar(ClockRule rule) {
        return calendar(rule, relation, occasion.rules());
    }

    @Override
    public boolean concerns(Happening happening, Clock clock) {
        return happening.about().equals(clock.about())
                || happening.about().equals(WHOLE_CASE)
                || clock.about().equals(WHOLE_CASE)
                || areDifferentPathways(happening.token(), clock.rule().trigger());
    }

    private static boolean areDifferentPathways(String token, String trigger) {
        var one = prefix(token);
        var other = prefix(trigger);
        return !one.equals(other) && PATHWAYS.contains(one) && PATHWAYS.contains(other);
    }

    private static String prefix(String token) {
        var dot = token.indexOf('.');
        return dot < 0 ? token : token.substring(0, dot);
    }

    /** The last day that a rule leaves, where no clock is started for it. */
    public static LocalDate lastDay(ClockRule rule, Happened trigger, Relation relation, LegalOccasion occasion) {
        return Counting.lastDay(rule, trigger, calendar(rule, relation, occasion.rules()));
    }

    /** The calendar whose days off count for a rule. */
    public static HolidayCalendar calendar(ClockRule rule, Relation relation, RuleBook rules) {
        return rules.calendarOf(rule, relation);
    }

    /** Whether who acts may know of a clock. */
    boolean knows(Clock clock) {
        return clock.rule().knownTo().isTold() || Side.of(occasion.by().authority(), relation) != Side.REQUESTING;
    }

    Counting counting(Clock clock) {
        return new Counting(clock.rule(), clock.zone(), calendar(clock.rule()));
    }
}
