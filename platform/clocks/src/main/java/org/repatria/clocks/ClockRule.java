package org.repatria.clocks;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How long something may take, counted from what, and what follows when the time is over.
 *
 * @param id such as {@code CLK-PA-ECE40}
 * @param version counts the changes of this row, from 1
 * @param family rules of one family answer the same question; the one of the highest level wins
 * @param jurisdiction a pair such as {@code XR-XE} in either order, a state, a system of law that a state's profile
 *     names, or {@code POLICY}
 * @param instrument the instrument with its article
 * @param trigger the happening that starts the count, such as {@code extradition.PROVISIONALLY_ARRESTED}
 * @param knownTo who may know that it runs and how it ended
 * @param rollForward what becomes of a last day on which nobody works
 * @param rollSource who says so; empty only in what was started or approved before every rule had to say it
 * @param calendarId whose days off count: a calendar, {@link #OF_REQUESTED_STATE} or {@link #OF_REQUESTING_STATE}; the
 *     requested state's where it is empty
 * @param bearer whose deadline it is: doubt in the counting shortens the state's and lengthens the person's
 * @param stopOn happenings that satisfy it
 * @param suspendOn happenings between which it does not run; each ends with the happening of the same name and
 *     {@code .ended}
 * @param warnAt units of days before the last day; only those that fit in the period are given
 * @param limitation of which offences and where, if the rules on limitation say how long it is; {@code amount} is then
 *     0 in the rule and counts the days in a clock
 */
public record ClockRule(
        String id,
        int version,
        String family,
        String jurisdiction,
        Level level,
        String instrument,
        String trigger,
        KnownTo knownTo,
        int amount,
        Unit unit,
        StartCount startCount,
        RollForward rollForward,
        Optional<String> rollSource,
        Optional<String> calendarId,
        Optional<ZoneId> zone,
        Kind kind,
        Bearer bearer,
        OnExpiry onExpiry,
        Optional<Extension> extendable,
        List<String> stopOn,
        List<String> suspendOn,
        List<Integer> warnAt,
        String source,
        Confidence confidence,
        Status status,
        Validity validity,
        Optional<OfOffence> limitation) {

    /** Says in place of a calendar that the days off are those of the state that is asked. */
    public static final String OF_REQUESTED_STATE = "REQUESTED_STATE";

    /** The same of the state that asks. */
    public static final String OF_REQUESTING_STATE = "REQUESTING_STATE";

    /** Ends a happening that ends what another began: {@code stay.GRANTED.ended} ends {@code stay.GRANTED}. */
    public static final String ENDED = ".ended";

    public ClockRule {
        stopOn = List.copyOf(stopOn);
        suspendOn = List.copyOf(suspendOn);
        warnAt = List.copyOf(warnAt);
    }

    /** The rule of one clock whose length other rules have counted, in days. */
    public ClockRule lasting(int days) {
        return new ClockRule(
                id,
                version,
                family,
                jurisdiction,
                level,
                instrument,
                trigger,
                knownTo,
                days,
                Unit.CAL_DAY,
                startCount,
                rollForward,
                rollSource,
                calendarId,
                zone,
                kind,
                bearer,
                onExpiry,
                extendable,
                stopOn,
                suspendOn,
                warnAt,
                source,
                confidence,
                status,
                validity,
                limitation);
    }

    /** Whether what happened ends it, or lets it rest or run again. */
    public boolean waitsFor(String happening) {
        return stopOn.contains(happening)
                || suspendOn.contains(happening)
                || (happening.endsWith(ENDED)
                        && suspendOn.contains(happening.substring(0, happening.length() - ENDED.length())));
    }

    /**
     * Whether a new trigger takes the place of an earlier one. A review or a date of the house's own begins anew with
     * its trigger; a period of the law runs beside a second one.
     */
    public boolean beginsAnew() {
        return switch (kind) {
            case REVIEW, POLICY -> true;
            case HARD, SOFT, TREATY_DUTY -> false;
        };
    }

    /** Which rule beats which (source: order of resolution, rule record). */
    public enum Level {
        BILATERAL_TREATY,
        STATUTE,
        CONVENTION,
        /** The house's own; beside the law, never instead of it. */
        POLICY,
        /** A model text with placeholders: never law for a real pair of states. */
        MODEL
    }

    /** What is counted. */
    public enum Unit {
        HOUR,
        CAL_DAY,
        BUS_DAY,
        CAL_MONTH,
        YEAR
    }

    /** Whether the day of the trigger counts. */
    public enum StartCount {
        EXCL_TRIGGER,
        INCL_TRIGGER
    }

    /** What becomes of a last day that is no business day. */
    public enum RollForward {
        /** It stays the last day. */
        NONE,
        /** The period runs on until the end of the next business day. */
        NEXT_BUS_DAY,
        /** Both can be argued: both are counted, and the one counts that protects whom it is for. */
        DOUBTFUL
    }

    /** What hangs on it. */
    public enum Kind {
        /** Custody, an order or a right follows by law. */
        HARD,
        /** The host state may act. */
        SOFT,
        TREATY_DUTY,
        REVIEW,
        POLICY
    }

    /** Who must act in time (source: counting rule for liberty and rights of the person). */
    public enum Bearer {
        STATE,
        PERSON
    }

    /** What is presumed once it is over; a legal officer confirms. */
    public enum OnExpiry {
        PRESUME_LAPSED,
        PRESUME_RELEASED,
        ALERT_ONLY,
        BLOCK
    }

    /** Whether a row may be used. */
    public enum Status {
        IN_FORCE,
        /** Set aside by a court or repealed before it worked: kept, never counted with. */
        VACATED
    }

    /**
     * How it may be made longer.
     *
     * @param by who may
     * @param max the most that may be added in all, in {@code unit}; empty where the law names none
     */
    public record Extension(String by, Optional<Integer> max, Unit unit) {}

    /** One of the two states between which a rule applies. */
    public enum Party {
        REQUESTING,
        REQUESTED
    }

    /**
     * A clock for each offence of one side, as long as its limitation runs in one of the two states.
     *
     * @param prosecutedBy REQUESTING for what that state alleges, REQUESTED for offences of the host state's own law
     * @param in the state by whose law it is counted
     */
    public record OfOffence(Party prosecutedBy, Party in) {}
}
