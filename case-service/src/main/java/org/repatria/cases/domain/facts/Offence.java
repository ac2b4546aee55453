package org.repatria.cases.domain.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.Ternary;

/**
 * One offence, with what dual criminality and lapse of time depend on. It is alleged by the requesting state, or is one
 * of the host state's own law. Laundering is an offence of its own, with dates of its own (source: SOL-CONT).
 *
 * @param hostOffence what it is, where it is one of the host state's own law; empty for what the requesting state
 *     alleges
 * @param offenceClass a class that a law treats apart, such as {@code BANK_FRAUD}; empty where nobody has said
 * @param committedTo the last day of the conduct; limitation is counted from it
 * @param penaltyOk whether the penalty reaches the threshold for extradition
 * @param filedOn the day on which the requesting state filed or accepted the case
 * @param absconded whether the person evades this very investigation or trial
 * @param tollings times during which limitation may rest, in either state
 * @param opinions of legal officers, on rules that hang on more than dates; the last one on a rule counts
 */
public record Offence(
        String id,
        String title,
        Optional<HostOffence> hostOffence,
        Optional<String> offenceClass,
        Optional<LocalDate> committedFrom,
        Optional<LocalDate> committedTo,
        Optional<Penalty> maxPenaltyRequesting,
        Optional<Penalty> maxPenaltyRequested,
        Ternary dualCriminal,
        Ternary penaltyOk,
        Optional<LocalDate> filedOn,
        Ternary absconded,
        List<Tolling> tollings,
        List<LimitationOpinion> opinions) {

    public Offence {
        tollings = List.copyOf(tollings);
        opinions = List.copyOf(opinions);
    }

    /**
     * How the id of an offence of the host state's own law begins, and of no other. So who writes one side's offences
     * never meets the other's.
     */
    public static final String HOST_ID = "host-offence-";

    /** An alleged offence of which only its name is known. */
    public static Offence named(String id, String title) {
        return new Offence(
                id,
                title,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Ternary.UNKNOWN,
                Ternary.UNKNOWN,
                Optional.empty(),
                Ternary.UNKNOWN,
                List.of(),
                List.of());
    }

    /**
     * Whether the requesting state may know of it. Whom the host state tries under its own law, that state tells by
     * charging.
     */
    public boolean isTold() {
        return hostOffence.isEmpty();
    }

    /** By which state it is prosecuted: REQUESTED where it is one of the host state's own law. */
    public Side side() {
        return isOfHost() ? Side.REQUESTED : Side.REQUESTING;
    }

    /** Whether it is one of the host state's own law. What the host state holds of it is the host state's to tell. */
    public boolean isOfHost() {
        return hostOffence.isPresent();
    }

    /**
     * In whose law lapse of time is counted. What is alleged counts in both (source: SOL-UNMT-3E), the host state's own
     * offence in its own.
     */
    public List<Side> countedIn() {
        return isOfHost() ? List.of(Side.REQUESTED) : List.of(Side.REQUESTING, Side.REQUESTED);
    }

    Optional<Penalty> maxPenalty(Side side) {
        return switch (side) {
            case REQUESTING -> maxPenaltyRequesting;
            case REQUESTED -> maxPenaltyRequested;
            case NEITHER -> Optional.empty();
        };
    }

    /** What was held last on whether a rule applies; UNKNOWN where nobody has held anything. */
    Ternary opinion(Side side, String rule) {
        return opinions.stream()
                .filter(opinion -> opinion.side() == side && opinion.rule().equals(rule))
                .reduce((_, later) -> later)
                .map(LimitationOpinion::applies)
                .orElse(Ternary.UNKNOWN);
    }
}
