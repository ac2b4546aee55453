package org.repatria.cases.domain.facts;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.repatria.clocks.KnownTo;

/**
 * What is asked of every case, with the words that answer it. {@code UNKNOWN} always is one (source: strategy facts).
 *
 * <p>What follows from treaties and the law of a state is not recorded but derived. What hangs on one offence is
 * recorded with the {@link Offence}.
 */
public enum FactName {
    HS_NATIONAL(KnownTo.BOTH),
    RS_NATIONAL(KnownTo.BOTH),
    DUAL_NATIONAL(KnownTo.BOTH),
    POLITICAL_OFFENCE(KnownTo.HOST),
    PERSECUTION_RISK(KnownTo.HOST),
    TORTURE_RISK(KnownTo.HOST),
    DEATH_EXPOSURE(KnownTo.BOTH),
    ASSURANCE(KnownTo.BOTH, "NONE", "OFFERED", "ACCEPTED", "REJECTED"),
    CONVICTION(KnownTo.BOTH, "NONE", "NOT_FINAL", "FINAL"),
    IN_ABSENTIA(KnownTo.BOTH),
    RETRIAL_GUARANTEED(KnownTo.BOTH),
    LOCATED(KnownTo.HOST, "HS", "THIRD"),
    IMMIGRATION_STATUS(
            KnownTo.ASYLUM,
            "NATIONAL",
            "LPR",
            "VALID_TEMP",
            "EXPIRED",
            "FRAUD_SUSPECTED",
            "REFUGEE",
            "ASYLUM_PENDING",
            "PROTECTED"),
    REMOVAL_GROUND(KnownTo.HOST),
    HOST_OFFENCE(KnownTo.HOST, "NONE", "LAUNDERING", "VISA_FRAUD", "TAX", "FRAUD", "OTHER"),
    HOST_OFFENCE_LIMITATION(KnownTo.HOST, "NOT_EXPIRED", "EXPIRED"),
    /** The last day on which the host state can still charge. */
    HOST_OFFENCE_LAST_DAY(KnownTo.HOST, Answer.DAY),
    /**
     * How far the evidence goes. 0 is a name, 1 a summary, 2 a warrant and facts, 3 enough to open a case in the host
     * state, 4 prima facie.
     */
    EVIDENCE_LEVEL(KnownTo.BOTH, "0", "1", "2", "3", "4"),
    ASSETS_IN_HS(KnownTo.BOTH),
    ASSETS_TRACEABLE(KnownTo.BOTH),
    PROCEEDS_TYPE(KnownTo.BOTH, Facts.EMBEZZLED_PUBLIC, Facts.LAUNDERED_EMBEZZLED, "BRIBE", "OTHER"),
    BENEFIT_QUANTIFIED(KnownTo.BOTH),
    FOREIGN_ORDER(KnownTo.BOTH, "NONE", "RESTRAINT", "CONF_NOT_FINAL", "CONF_FINAL"),
    RS_PROCEEDINGS_PENDING(KnownTo.BOTH),
    /** Whether the host state may return property without a final judgment of the requesting state. */
    JUDGMENT_WAIVED(KnownTo.BOTH),
    PRIOR_OWNERSHIP_PROVEN(KnownTo.BOTH),
    DAMAGE_RECOGNISED(KnownTo.BOTH),
    HS_WILL_ACT(KnownTo.HOST),
    RS_HAS_TITLE(KnownTo.BOTH),
    SUBJECT_DEAD(KnownTo.BOTH),
    ABSCONDED(KnownTo.BOTH),
    /** Whether the person cannot be tried for other reasons than death or flight, such as immunity. */
    UNTRIABLE(KnownTo.BOTH),
    WILLING_TO_RETURN(KnownTo.HOST),
    COERCION_SIGNALS(KnownTo.HOST),
    HS_PROCEEDINGS_PENDING(KnownTo.HOST),
    FINALLY_JUDGED_IN_HS(KnownTo.BOTH),
    REFUSED_ON_RIGHTS_GROUNDS(KnownTo.BOTH),
    COMPETING_REQUEST(KnownTo.HOST),
    HEALTH(KnownTo.HEALTH, "NO_CONCERN", "CONCERN", "UNFIT_TO_TRAVEL"),
    NOTICE_STATUS(KnownTo.BOTH, "NONE", "REQUESTED", "PUBLISHED", "BLOCKED", "WITHDRAWN", "DELETED");

    /** The word for what nobody knows. */
    public static final String UNKNOWN = "UNKNOWN";

    private static final Pattern SPACE = Pattern.compile(" ");

    private final KnownTo knownTo;
    private final Answer answer;
    private final String words;

    FactName(KnownTo knownTo) {
        this(knownTo, "YES", "NO");
    }

    FactName(KnownTo knownTo, String... words) {
        this.knownTo = knownTo;
        this.answer = Answer.WORD;
        this.words = String.join(" ", words);
    }

    FactName(KnownTo knownTo, Answer answer) {
        this.knownTo = knownTo;
        this.answer = answer;
        this.words = "";
    }

    /** Who may know the answer, and that there is one; who gave it knows it anyway. */
    public KnownTo knownTo() {
        return knownTo;
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
