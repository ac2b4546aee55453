package org.repatria.cases.domain.strategy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.repatria.cases.domain.facts.FactName;

/**
 * Everything that a rule may look at. These are recorded facts, what follows from the relation, what hangs on offences,
 * and checks.
 */
public enum Question {
    TREATY_IN_FORCE,
    TREATY_SUSPENDED,
    HS_NEEDS_TREATY,
    UNCAC_BASIS_USABLE,
    HS_EXTRADITES_NATIONALS,
    DUAL_CRIMINAL,
    PENALTY_OK,
    LIMITATION_REQUESTING("NOT_EXPIRED", "EXPIRED"),
    LIMITATION_REQUESTED("NOT_EXPIRED", "EXPIRED"),
    /** Whether limitation of a host state offence ends within the time in which an alert is due. */
    LIMITATION_DUE,
    SG_09,
    SG_12,
    SG_14,
    SG_15,
    SG_16,
    SG_19,
    HS_NATIONAL(FactName.HS_NATIONAL),
    POLITICAL_OFFENCE(FactName.POLITICAL_OFFENCE),
    PERSECUTION_RISK(FactName.PERSECUTION_RISK),
    TORTURE_RISK(FactName.TORTURE_RISK),
    DEATH_EXPOSURE(FactName.DEATH_EXPOSURE),
    ASSURANCE(FactName.ASSURANCE),
    CONVICTION(FactName.CONVICTION),
    IN_ABSENTIA(FactName.IN_ABSENTIA),
    RETRIAL_GUARANTEED(FactName.RETRIAL_GUARANTEED),
    LOCATED(FactName.LOCATED),
    IMMIGRATION_STATUS(FactName.IMMIGRATION_STATUS),
    REMOVAL_GROUND(FactName.REMOVAL_GROUND),
    HOST_OFFENCE(FactName.HOST_OFFENCE),
    HOST_OFFENCE_LIMITATION(FactName.HOST_OFFENCE_LIMITATION),
    EVIDENCE_LEVEL(FactName.EVIDENCE_LEVEL),
    ASSETS_IN_HS(FactName.ASSETS_IN_HS),
    ASSETS_TRACEABLE(FactName.ASSETS_TRACEABLE),
    PROCEEDS_TYPE(FactName.PROCEEDS_TYPE),
    BENEFIT_QUANTIFIED(FactName.BENEFIT_QUANTIFIED),
    FOREIGN_ORDER(FactName.FOREIGN_ORDER),
    RS_PROCEEDINGS_PENDING(FactName.RS_PROCEEDINGS_PENDING),
    JUDGMENT_WAIVED(FactName.JUDGMENT_WAIVED),
    PRIOR_OWNERSHIP_PROVEN(FactName.PRIOR_OWNERSHIP_PROVEN),
    DAMAGE_RECOGNISED(FactName.DAMAGE_RECOGNISED),
    HS_WILL_ACT(FactName.HS_WILL_ACT),
    RS_HAS_TITLE(FactName.RS_HAS_TITLE),
    SUBJECT_DEAD(FactName.SUBJECT_DEAD),
    ABSCONDED(FactName.ABSCONDED),
    UNTRIABLE(FactName.UNTRIABLE),
    WILLING_TO_RETURN(FactName.WILLING_TO_RETURN),
    COERCION_SIGNALS(FactName.COERCION_SIGNALS),
    HS_PROCEEDINGS_PENDING(FactName.HS_PROCEEDINGS_PENDING),
    FINALLY_JUDGED_IN_HS(FactName.FINALLY_JUDGED_IN_HS),
    REFUSED_ON_RIGHTS_GROUNDS(FactName.REFUSED_ON_RIGHTS_GROUNDS),
    COMPETING_REQUEST(FactName.COMPETING_REQUEST);

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Map<Question, List<String>> WORDS = new EnumMap<>(Question.class);

    static {
        for (var question : values()) {
            WORDS.put(
                    question,
                    SPACE.splitAsStream(question.words)
                            .filter(word -> !word.isEmpty())
                            .toList());
        }
    }

    private final Optional<FactName> fact;
    private final String words;
    private final boolean check = name().startsWith("SG_");
    private final String token = check ? name().replace('_', '-') : name();

    Question() {
        this("YES", "NO");
    }

    Question(String... words) {
        this.fact = Optional.empty();
        this.words = String.join(" ", words);
    }

    Question(FactName fact) {
        this.fact = Optional.of(fact);
        this.words = String.join(" ", fact.words());
    }

    /** The recorded fact that answers it; empty where it is derived. */
    public Optional<FactName> fact() {
        return fact;
    }

    /** The words that answer it, UNKNOWN left out. */
    public List<String> words() {
        return WORDS.getOrDefault(this, List.of());
    }

    /** Whether it is answered by a check that must have been made. */
    boolean isCheck() {
        return check;
    }

    /** How it is written outside: a check by its own id. */
    public String token() {
        return token;
    }
}
