package org.repatria.cases.domain.facts;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is asked of every case, with the words that answer it; {@code UNKNOWN} always is one (source: strategy facts).
 *
 * <p>What follows from treaties and the law of a state is not recorded but derived, and what hangs on one offence is
 * recorded
 * with the {@link Offence}.
 */
public enum FactName {
    HS_NATIONAL,
    RS_NATIONAL,
    DUAL_NATIONAL,
    POLITICAL_OFFENCE,
    PERSECUTION_RISK,
    TORTURE_RISK,
    DEATH_EXPOSURE,
    ASSURANCE("NONE", "OFFERED", "ACCEPTED", "REJECTED"),
    CONVICTION("NONE", "NOT_FINAL", "FINAL"),
    IN_ABSENTIA,
    RETRIAL_GUARANTEED,
    LOCATED("HS", "THIRD"),
    IMMIGRATION_STATUS(
            "NATIONAL", "LPR", "VALID_TEMP", "EXPIRED", "FRAUD_SUSPECTED", "REFUGEE", "ASYLUM_PENDING", "PROTECTED"),
    REMOVAL_GROUND,
    HOST_OFFENCE("NONE", "LAUNDERING", "VISA_FRAUD", "TAX", "FRAUD", "OTHER"),
    HOST_OFFENCE_LIMITATION("NOT_EXPIRED", "EXPIRED"),
    /** The last day on which the host state can still charge. */
    HOST_OFFENCE_LAST_DAY(Answer.DAY),
    /** 0 a name, 1 a summary, 2 a warrant and facts, 3 enough to open a case in the host state, 4 prima facie. */
    EVIDENCE_LEVEL("0", "1", "2", "3", "4"),
    ASSETS_IN_HS,
    ASSETS_TRACEABLE,
    PROCEEDS_TYPE("EMBEZZLED_PUBLIC", "LAUNDERED_EMBEZZLED", "BRIBE", "OTHER"),
    BENEFIT_QUANTIFIED,
    FOREIGN_ORDER("NONE", "RESTRAINT", "CONF_NOT_FINAL", "CONF_FINAL"),
    RS_PROCEEDINGS_PENDING,
    /** Whether the host state may do without a final judgment of the requesting state before it returns property. */
    JUDGMENT_WAIVED,
    PRIOR_OWNERSHIP_PROVEN,
    DAMAGE_RECOGNISED,
    HS_WILL_ACT,
    RS_HAS_TITLE,
    SUBJECT_DEAD,
    ABSCONDED,
    /** Whether the person cannot be tried for other reasons than death or flight, such as immunity. */
    UNTRIABLE,
    WILLING_TO_RETURN,
    COERCION_SIGNALS,
    HS_PROCEEDINGS_PENDING,
    FINALLY_JUDGED_IN_HS,
    REFUSED_ON_RIGHTS_GROUNDS,
    COMPETING_REQUEST,
    HEALTH("NO_CONCERN", "CONCERN", "UNFIT_TO_TRAVEL"),
    NOTICE_STATUS("NONE", "REQUESTED", "PUBLISHED", "BLOCKED", "WITHDRAWN", "DELETED");

    /** The word for what nobody knows. */
    public static final String UNKNOWN = "UNKNOWN";

    private static final Pattern SPACE = Pattern.compile(" ");

    private final Answer answer;
    private final String words;

    FactName() {
        this("YES", "NO");
    }

    FactName(String... words) {
        this.answer = Answer.WORD;
        this.words = String.join(" ", words);
    }

    FactName(Answer answer) {
        this.answer = answer;
        this.words = "";
    }

    /** The words that answer it, {@code UNKNOWN} left out; none for a day. */
    public List<String> words() {
        return words.isEmpty() ? List.of() : SPACE.splitAsStream(words).toList();
    }

    public boolean isTernary() {
        return words.equals("YES NO");
    }

    public boolean allows(String value) {
        return value.equals(UNKNOWN)
                || switch (answer) {
                    case WORD -> words().contains(value);
                    case DAY -> isDay(value);
                };
    }

    /** What may be answered, for a person who answered something else. */
    public String allowed() {
        return switch (answer) {
            case WORD -> String.join(", ", words()) + " or " + UNKNOWN;
            case DAY -> "a day such as 2015-09-01, or " + UNKNOWN;
        };
    }

    private static boolean isDay(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private enum Answer {
        WORD,
        DAY
    }
}
