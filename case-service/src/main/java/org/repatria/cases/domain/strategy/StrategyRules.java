package org.repatria.cases.domain.strategy;

import static org.repatria.cases.domain.strategy.Condition.act;
import static org.repatria.cases.domain.strategy.Question.*;
import static org.repatria.cases.domain.strategy.Way.ASSET_SHARING;
import static org.repatria.cases.domain.strategy.Way.CIVIL_SUIT;
import static org.repatria.cases.domain.strategy.Way.DISCLOSURE_TO_RS;
import static org.repatria.cases.domain.strategy.Way.ENFORCE_FOREIGN_ORDER;
import static org.repatria.cases.domain.strategy.Way.EXTRADITION;
import static org.repatria.cases.domain.strategy.Way.EXTRADITION_FOR_SENTENCE;
import static org.repatria.cases.domain.strategy.Way.HOST_PROSECUTION;
import static org.repatria.cases.domain.strategy.Way.MLA_COERCIVE;
import static org.repatria.cases.domain.strategy.Way.MLA_NON_COERCIVE;
import static org.repatria.cases.domain.strategy.Way.NCB_ACTION;
import static org.repatria.cases.domain.strategy.Way.NOTICE;
import static org.repatria.cases.domain.strategy.Way.REMOVAL;
import static org.repatria.cases.domain.strategy.Way.RESTRAINT;
import static org.repatria.cases.domain.strategy.Way.RETRIAL_IN_RS;
import static org.repatria.cases.domain.strategy.Way.RETURN_OF_ASSETS;
import static org.repatria.cases.domain.strategy.Way.RS_CONTACT;
import static org.repatria.cases.domain.strategy.Way.THIRD_STATE_REMOVAL;
import static org.repatria.cases.domain.strategy.Way.TRACING;
import static org.repatria.cases.domain.strategy.Way.VALUE_CONFISCATION;
import static org.repatria.cases.domain.strategy.Way.VOLUNTARY_RETURN;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.facts.Facts;
import org.repatria.cases.domain.facts.LimitationStanding;

/**
 * The 35 rules in one list (source: strategy selection). Each can be read beside its line in the reference document.
 *
 * <p>Where the document leaves a choice, the stricter reading is taken and said so at the rule.
 */
final class StrategyRules {

    private static final Way[] PERSON = Way.OF_THE_PERSON.toArray(Way[]::new);

    /** Property that RS's own orders or proceedings speak of; a civil suit is RS's own affair. */
    private static final Way[] PROPERTY = {RESTRAINT, NCB_ACTION, ENFORCE_FOREIGN_ORDER, VALUE_CONFISCATION};

    private static final Condition FINAL_JUDGMENT =
            act("FINAL_JUDGMENT", "A final judgment of the requesting state, or its waiver by the requested one.");

    static final StrategyRule ST_01 = rule(
            "ST-01",
            "The person is dead: the ways to the person end, the ways to the property stay open.",
            Set.of(SUBJECT_DEAD, ASSETS_IN_HS),
            (r, say) -> {
                say.when(r.yes(SUBJECT_DEAD)).bars(PERSON);
                say.when(r.yes(SUBJECT_DEAD).and(r.yes(ASSETS_IN_HS))).recommends(1, NCB_ACTION);
            });

    /** Not knowing where the person is bars nothing and opens nothing: UNKNOWN is no other state. */
    static final StrategyRule ST_02 = rule(
            "ST-02",
            "The person is not in the requested state: nothing can be done about the person here.",
            Set.of(LOCATED),
            (r, say) -> say.when(r.is(LOCATED, "THIRD"))
                    .bars(PERSON)
                    .permits(NOTICE, TRACING)
                    .advises("THIRD_STATE", "Open a case with the state where the person is.")
                    .advisesMeanwhile("TRACE", "Trace the person by open means."));

    static final StrategyRule ST_03 = rule(
            "ST-03",
            "There is no treaty, the requested state needs one, and the convention does not stand in for it.",
            Set.of(TREATY_IN_FORCE, HS_NEEDS_TREATY, UNCAC_BASIS_USABLE),
            (r, say) -> say.when(noBasis(r)).bars(EXTRADITION));

    static final StrategyRule ST_04 = rule(
            "ST-04",
            "The treaty is suspended; only another basis could carry a request.",
            Set.of(TREATY_SUSPENDED, HS_NEEDS_TREATY, UNCAC_BASIS_USABLE),
            (r, say) -> {
                say.when(suspendedWithoutOtherBasis(r)).bars(EXTRADITION);
                say.when(r.yes(TREATY_SUSPENDED))
                        .makesConditional(
                                act(
                                        "OTHER_BASIS",
                                        "Another basis than the suspended treaty: the convention or reciprocity."),
                                EXTRADITION);
            });

    /** The convention as a basis is put beside reciprocity, since no other rule speaks of it. */
    static final StrategyRule ST_05 = rule(
            "ST-05",
            "There is no treaty, but the requested state can act on reciprocity, ad hoc, or on the convention.",
            Set.of(TREATY_IN_FORCE, HS_NEEDS_TREATY, UNCAC_BASIS_USABLE),
            (r, say) -> say.when(r.no(TREATY_IN_FORCE).and(r.no(HS_NEEDS_TREATY).or(r.yes(UNCAC_BASIS_USABLE))))
                    .makesConditional(
                            act(
                                    "RECIPROCITY",
                                    "A pledge of reciprocity or the convention as basis, and every safeguard."),
                            EXTRADITION));

    static final StrategyRule ST_06 = rule(
            "ST-06",
            "A treaty is in force and at least one offence is extraditable under it.",
            Set.of(
                    TREATY_IN_FORCE,
                    DUAL_CRIMINAL,
                    PENALTY_OK,
                    LIMITATION_REQUESTING,
                    LIMITATION_REQUESTED,
                    POLITICAL_OFFENCE,
                    PERSECUTION_RISK,
                    TORTURE_RISK,
                    DEATH_EXPOSURE,
                    HS_NATIONAL,
                    CONVICTION,
                    IN_ABSENTIA,
                    RETRIAL_GUARANTEED),
            (r, say) -> {
                var extraditable = r.yes(TREATY_IN_FORCE).and(r.someOffence(StrategyRules::extraditable));
                say.when(extraditable).permits(EXTRADITION);
                say.when(extraditable.and(noGroundOfRefusal(r))).recommends(1, EXTRADITION);
            });

    /** Voluntary return goes with the contact: as a pathway it begins with contact by the requesting state. */
    static final StrategyRule ST_07 = rule(
            "ST-07",
            "The offence is political, or the person would be persecuted.",
            Set.of(POLITICAL_OFFENCE, PERSECUTION_RISK),
            (r, say) -> say.when(political(r))
                    .bars(EXTRADITION, REMOVAL, RS_CONTACT, VOLUNTARY_RETURN, NOTICE)
                    .makesConditional(
                            act(
                                    "INDEPENDENT_EVIDENCE",
                                    "Evidence of the requested state's own, independent of the requesting one."),
                            PROPERTY)
                    .advises("NOTICE_WITHDRAW", "See whether a notice is out that has to be withdrawn."));

    static final StrategyRule ST_08 = rule(
            "ST-08",
            "There is a real risk of torture in the requesting state, after every assurance was weighed.",
            Set.of(TORTURE_RISK, HOST_OFFENCE),
            (r, say) -> {
                say.when(r.yes(TORTURE_RISK))
                        .bars(EXTRADITION, REMOVAL)
                        .makesConditional(
                                act(
                                        "SAFE_THIRD_STATE",
                                        "A third state that takes the person and does not send the person on."),
                                THIRD_STATE_REMOVAL)
                        .recommends(1, HOST_PROSECUTION);
                say.when(r.yes(TORTURE_RISK).and(r.is(HOST_OFFENCE, "NONE")))
                        .makesConditional(transferOfProceedings(), HOST_PROSECUTION);
            });

    static final StrategyRule ST_09 = rule(
            "ST-09",
            "The person may be sentenced to death.",
            Set.of(DEATH_EXPOSURE, ASSURANCE),
            (r, say) -> say.when(r.yes(DEATH_EXPOSURE))
                    .makesConditional(
                            act("ASSURANCE", "An accepted assurance that death is neither sought nor carried out."),
                            r.is(ASSURANCE, "ACCEPTED"),
                            EXTRADITION,
                            MLA_COERCIVE,
                            MLA_NON_COERCIVE));

    static final StrategyRule ST_10 = rule(
            "ST-10",
            "The person is a national of the requested state.",
            Set.of(HS_NATIONAL, HS_EXTRADITES_NATIONALS, HOST_OFFENCE),
            (r, say) -> {
                say.when(r.yes(HS_NATIONAL)).bars(REMOVAL).recommends(1, HOST_PROSECUTION);
                say.when(ownNationalKept(r)).bars(EXTRADITION);
                say.when(r.yes(HS_NATIONAL).and(r.yes(HS_EXTRADITES_NATIONALS)))
                        .makesConditional(
                                act("NATIONALITY", "The requested state decides to surrender a national of its own."),
                                EXTRADITION);
                say.when(r.yes(HS_NATIONAL).and(r.is(HOST_OFFENCE, "NONE")))
                        .makesConditional(transferOfProceedings(), HOST_PROSECUTION);
            });

    /** Only a guaranteed retrial lifts the bar: not knowing of one does not. The accusation case stays possible. */
    static final StrategyRule ST_11 = rule(
            "ST-11",
            "The person was convicted in absence, finally, and no retrial is guaranteed.",
            Set.of(CONVICTION, IN_ABSENTIA, RETRIAL_GUARANTEED, SG_12, SG_19),
            (r, say) -> {
                say.when(inAbsenceWithoutRetrial(r))
                        .bars(EXTRADITION_FOR_SENTENCE)
                        .makesConditional(
                                act("RETRIAL", "An assurance of retrial; until then the request is one of accusation."),
                                EXTRADITION)
                        .asksForCheck(SG_12, r.yes(SG_12), ENFORCE_FOREIGN_ORDER)
                        .asksForCheck(SG_19, r.yes(SG_19), ENFORCE_FOREIGN_ORDER);
            });

    /** Limitation under either law bars, as in the model treaty of 1990. */
    static final StrategyRule ST_12 = rule(
            "ST-12",
            "Every offence is barred by lapse of time in one of the two states.",
            Set.of(LIMITATION_REQUESTING, LIMITATION_REQUESTED),
            (r, say) -> {
                var allExpired = r.everyOffence(StrategyRules::expired);
                say.when(allExpired)
                        .bars(EXTRADITION)
                        .advises(
                                "LATER_OFFENCE",
                                "See whether laundering is a later offence; property has a limitation of its own.");
            });

    static final StrategyRule ST_13 = rule(
            "ST-13",
            "No offence is punishable in both states.",
            Set.of(DUAL_CRIMINAL),
            (r, say) -> say.when(r.everyOffence(
                            o -> Answer.to(DUAL_CRIMINAL, o.dualCriminal()).not()))
                    .bars(EXTRADITION)
                    .makesConditional(
                            act(
                                    "COERCION_WITHOUT_DUAL_CRIMINALITY",
                                    "The requested state's law lets it coerce without dual criminality."),
                            MLA_COERCIVE)
                    .permits(MLA_NON_COERCIVE));

    static final StrategyRule ST_14 = rule(
            "ST-14",
            "The person has no right to stay, for reasons of the requested state's own immigration law.",
            Set.of(
                    IMMIGRATION_STATUS,
                    HS_NATIONAL,
                    SG_09,
                    SG_14,
                    TREATY_IN_FORCE,
                    HS_NEEDS_TREATY,
                    UNCAC_BASIS_USABLE,
                    POLITICAL_OFFENCE,
                    PERSECUTION_RISK,
                    TORTURE_RISK),
            (r, say) -> {
                var removable = removable(r);
                say.when(removable)
                        .permits(REMOVAL)
                        .asksForCheck(SG_09, r.yes(SG_09), REMOVAL)
                        .asksForCheck(SG_14, r.yes(SG_14), REMOVAL);
                say.when(removable.and(noBasis(r)).and(political(r).not()).and(r.no(TORTURE_RISK)))
                        .recommends(1, REMOVAL);
            });

    static final StrategyRule ST_15 = rule(
            "ST-15",
            "The person is a refugee, or protected against the requesting state.",
            Set.of(IMMIGRATION_STATUS),
            (r, say) -> say.when(r.is(IMMIGRATION_STATUS, "REFUGEE", "PROTECTED"))
                    .bars(REMOVAL, EXTRADITION, RS_CONTACT, VOLUNTARY_RETURN, NOTICE)
                    .advises("NOTICE_WITHDRAW", "A red notice about a refugee is withdrawn."));

    static final StrategyRule ST_16 = rule(
            "ST-16",
            "The person has asked for asylum and nobody has decided yet.",
            Set.of(IMMIGRATION_STATUS),
            (r, say) -> say.when(r.is(IMMIGRATION_STATUS, "ASYLUM_PENDING"))
                    .makesConditional(act("ASYLUM_DECISION", "A final decision on asylum."), REMOVAL, EXTRADITION)
                    .bars(DISCLOSURE_TO_RS));

    static final StrategyRule ST_17 = rule(
            "ST-17",
            "The person may stay, and there is no ground for removal now; a conviction here could make one.",
            Set.of(IMMIGRATION_STATUS, REMOVAL_GROUND),
            (r, say) -> say.when(r.is(IMMIGRATION_STATUS, "LPR", "VALID_TEMP").and(r.no(REMOVAL_GROUND)))
                    .bars(REMOVAL));

    static final StrategyRule ST_18 = rule(
            "ST-18",
            "An offence of the requested state can be prosecuted there, and the evidence is enough.",
            Set.of(
                    HOST_OFFENCE,
                    HOST_OFFENCE_LIMITATION,
                    EVIDENCE_LEVEL,
                    TREATY_IN_FORCE,
                    HS_NEEDS_TREATY,
                    UNCAC_BASIS_USABLE,
                    TORTURE_RISK,
                    HS_NATIONAL),
            (r, say) -> {
                var noOtherWay = noBasis(r).or(r.yes(TORTURE_RISK)).or(r.yes(HS_NATIONAL));
                say.when(hostOffence(r)
                                .and(r.is(HOST_OFFENCE_LIMITATION, "NOT_EXPIRED"))
                                .and(r.evidenceIsAtLeast(3)))
                        .recommends(noOtherWay.isYes() ? 1 : 2, HOST_PROSECUTION);
            });

    static final StrategyRule ST_19 = rule(
            "ST-19",
            "An offence of the requested state is known, but the evidence is not enough yet.",
            Set.of(HOST_OFFENCE, EVIDENCE_LEVEL),
            (r, say) -> {
                var thin = hostOffence(r).and(r.evidenceIsAtLeast(3).not());
                say.when(thin)
                        .makesConditional(
                                act("MLA_EVIDENCE", "Evidence from the requesting state by mutual assistance."),
                                HOST_PROSECUTION)
                        .advises(
                                "SUSPEND_LIMITATION",
                                "Ask for the suspension of limitation before anybody is charged.");
            });

    static final StrategyRule ST_20 = rule(
            "ST-20",
            "Every offence of the requested state is barred by lapse of time; one of several may be.",
            Set.of(HOST_OFFENCE_LIMITATION),
            (r, say) -> {
                say.when(r.is(HOST_OFFENCE_LIMITATION, "EXPIRED")).bars(HOST_PROSECUTION);
                r.hostOffences()
                        .expired()
                        .forEach(offence -> say.when(Answer.to(HOST_OFFENCE_LIMITATION, Ternary.YES))
                                .advises(
                                        "TIME_BARRED",
                                        "Nobody is charged with " + offence.named() + " any more: "
                                                + HostOffences.reason(offence)));
            });

    /**
     * Opens and closes nothing. Where the last day is unknown it asks for it, unless there is no offence to prosecute.
     * Of several offences it looks at the one that ends first, and names each that ends soon.
     */
    static final StrategyRule ST_21 = rule(
            "ST-21",
            "Limitation ends soon: whether to prosecute in the requested state is decided first.",
            Set.of(LIMITATION_DUE, HOST_OFFENCE),
            (r, say) -> {
                var due = hostOffence(r).and(r.yes(LIMITATION_DUE));
                say.when(due)
                        .advises("AL-09", "Limitation ends soon: decide on prosecution here first.")
                        .advisesMeanwhile(
                                "ESTABLISH_LAST_DAY",
                                "Establish the last day on which the requested state can charge.");
                r.hostOffences()
                        .due()
                        .forEach(offence -> say.when(due)
                                .advises(
                                        "AL-09",
                                        "Limitation of " + offence.named() + ": " + HostOffences.reason(offence)));
            });

    static final StrategyRule ST_22 = rule(
            "ST-22",
            "The person is willing to return, and nothing speaks against it.",
            Set.of(WILLING_TO_RETURN, POLITICAL_OFFENCE, PERSECUTION_RISK, TORTURE_RISK, SG_09, SG_15, SG_16),
            (r, say) -> say.when(
                            r.yes(WILLING_TO_RETURN).and(political(r).not()).and(r.no(TORTURE_RISK)))
                    .recommends(1, VOLUNTARY_RETURN)
                    .asksForCheck(SG_09, r.yes(SG_09), VOLUNTARY_RETURN)
                    .asksForCheck(SG_15, r.yes(SG_15), VOLUNTARY_RETURN)
                    .asksForCheck(SG_16, r.yes(SG_16), VOLUNTARY_RETURN));

    /**
     * Applies where nobody knows the person's will, and looks for that itself. Then it is not to be found out by
     * contact.
     */
    static final StrategyRule ST_23 = rule(
            "ST-23",
            "Nobody knows whether the person wants to return, and there are signs of persecution or coercion.",
            Set.of(WILLING_TO_RETURN, PERSECUTION_RISK, COERCION_SIGNALS),
            (r, say) -> say.when(r.isKnownByNobody(WILLING_TO_RETURN)
                            .and(r.yes(PERSECUTION_RISK).or(r.yes(COERCION_SIGNALS))))
                    .bars(RS_CONTACT, VOLUNTARY_RETURN));

    static final StrategyRule ST_24 = rule(
            "ST-24",
            "A final order of the requesting state can be enforced on traceable property.",
            Set.of(ASSETS_IN_HS, ASSETS_TRACEABLE, FOREIGN_ORDER, SG_19),
            (r, say) -> say.when(
                            r.yes(ASSETS_IN_HS).and(r.yes(ASSETS_TRACEABLE)).and(r.is(FOREIGN_ORDER, "CONF_FINAL")))
                    .recommends(1, ENFORCE_FOREIGN_ORDER)
                    .asksForCheck(SG_19, r.yes(SG_19), ENFORCE_FOREIGN_ORDER));

    static final StrategyRule ST_25 = rule(
            "ST-25",
            "The requesting state has restrained property or proceeds about it: restrain here as early as can be.",
            Set.of(FOREIGN_ORDER, RS_PROCEEDINGS_PENDING, ASSETS_IN_HS),
            (r, say) -> say.when(r.is(FOREIGN_ORDER, "RESTRAINT")
                            .or(r.yes(RS_PROCEEDINGS_PENDING))
                            .and(r.yes(ASSETS_IN_HS)))
                    .recommends(1, RESTRAINT));

    static final StrategyRule ST_26 = rule(
            "ST-26",
            "There is no foreign order, and the person cannot be tried: an action against the property itself.",
            Set.of(FOREIGN_ORDER, ABSCONDED, SUBJECT_DEAD, UNTRIABLE, ASSETS_IN_HS),
            (r, say) -> say.when(r.is(FOREIGN_ORDER, "NONE")
                            .and(r.yes(ABSCONDED).or(r.yes(SUBJECT_DEAD)).or(r.yes(UNTRIABLE)))
                            .and(r.yes(ASSETS_IN_HS)))
                    .recommends(1, NCB_ACTION));

    static final StrategyRule ST_27 = rule(
            "ST-27",
            "The proceeds cannot be traced, but the benefit is quantified: an order for its value.",
            Set.of(ASSETS_TRACEABLE, BENEFIT_QUANTIFIED, CONVICTION, FOREIGN_ORDER),
            (r, say) -> say.when(r.no(ASSETS_TRACEABLE).and(r.yes(BENEFIT_QUANTIFIED)))
                    .permits(VALUE_CONFISCATION)
                    .makesConditional(
                            act(
                                    "CONVICTION_OR_VALUE_ORDER",
                                    "A conviction, or an order for the value by the requesting state."),
                            r.is(CONVICTION, "FINAL").or(r.is(FOREIGN_ORDER, "CONF_FINAL")),
                            VALUE_CONFISCATION));

    static final StrategyRule ST_28 = rule(
            "ST-28",
            "The requested state will not act, and the requesting one has title to sue.",
            Set.of(HS_WILL_ACT, RS_HAS_TITLE),
            (r, say) -> say.when(r.no(HS_WILL_ACT).and(r.yes(RS_HAS_TITLE))).permits(CIVIL_SUIT));

    static final StrategyRule ST_29 = rule(
            "ST-29",
            "Embezzled public funds are returned to the requesting state, less reasonable expenses.",
            Set.of(PROCEEDS_TYPE, CONVICTION, FOREIGN_ORDER, JUDGMENT_WAIVED),
            (r, say) -> {
                var embezzled = r.is(PROCEEDS_TYPE, Facts.EMBEZZLED_PUBLIC, Facts.LAUNDERED_EMBEZZLED);
                say.when(embezzled)
                        .recommends(1, RETURN_OF_ASSETS)
                        .makesConditional(
                                FINAL_JUDGMENT,
                                r.is(CONVICTION, "FINAL")
                                        .or(r.is(FOREIGN_ORDER, "CONF_FINAL"))
                                        .or(r.yes(JUDGMENT_WAIVED)),
                                RETURN_OF_ASSETS)
                        .advises(
                                "SHARE_NOTHING",
                                "Return is obligatory; the requested state's share is nothing unless agreed.");
            });

    static final StrategyRule ST_30 = rule(
            "ST-30",
            "Other proceeds go back for ownership proven or damage; otherwise owners and victims come first.",
            Set.of(PROCEEDS_TYPE, PRIOR_OWNERSHIP_PROVEN, DAMAGE_RECOGNISED),
            (r, say) -> say.when(r.is(PROCEEDS_TYPE, "BRIBE", "OTHER"))
                    .permits(RETURN_OF_ASSETS)
                    .makesConditional(
                            act(
                                    "OWNERSHIP_OR_DAMAGE",
                                    "Prior ownership proven or damage recognised; otherwise priority is considered."),
                            r.yes(PRIOR_OWNERSHIP_PROVEN).or(r.yes(DAMAGE_RECOGNISED)),
                            RETURN_OF_ASSETS)
                    .makesConditional(act("SHARING_AGREEMENT", "An agreement on sharing."), ASSET_SHARING));

    static final StrategyRule ST_31 = rule(
            "ST-31",
            "The requested state has proceedings of its own against the person.",
            Set.of(HS_PROCEEDINGS_PENDING),
            (r, say) -> say.when(r.yes(HS_PROCEEDINGS_PENDING))
                    .makesConditional(
                            act("POSTPONE_OR_LEND", "Surrender postponed until they end, or temporary."), EXTRADITION));

    static final StrategyRule ST_32 =
            rule("ST-32", "Another state asks for the person too.", Set.of(COMPETING_REQUEST), (r, say) -> {
                var competing = r.yes(COMPETING_REQUEST);
                say.when(competing)
                        .makesConditional(
                                act(
                                        "CHOICE_OF_STATE",
                                        "The requested state chooses between the requests, with reasons."),
                                EXTRADITION)
                        .advises("AL-39", "Hold the executive decision until the choice is made and reasoned.");
            });

    /**
     * "Only tracing" is read as a bar for now. It bars what would press on the person or property at the request of RS.
     */
    static final StrategyRule ST_33 = rule(
            "ST-33",
            "The evidence is a name or a summary: only tracing by open means, and a question back.",
            Set.of(EVIDENCE_LEVEL),
            (r, say) -> {
                var thin = r.evidenceIsAtLeast(2).not();
                say.when(thin)
                        .bars(
                                EXTRADITION,
                                HOST_PROSECUTION,
                                RS_CONTACT,
                                VOLUNTARY_RETURN,
                                NOTICE,
                                MLA_COERCIVE,
                                RESTRAINT,
                                NCB_ACTION)
                        .permits(TRACING)
                        .advises("RETURN_FOR_INFORMATION", "Ask the requesting state for more evidence.");
            });

    static final StrategyRule ST_34 = rule(
            "ST-34",
            "The person was acquitted or finally judged here on the same facts.",
            Set.of(FINALLY_JUDGED_IN_HS, SG_14),
            (r, say) -> {
                var judged = r.yes(FINALLY_JUDGED_IN_HS);
                say.when(judged)
                        .bars(EXTRADITION, RETRIAL_IN_RS, NOTICE)
                        .asksForCheck(SG_14, r.yes(SG_14), REMOVAL)
                        .advises("NOTICE_WITHDRAW", "Withdraw the notice; removal only on a ground of its own.");
            });

    static final StrategyRule ST_35 = rule(
            "ST-35",
            "Removal goes round no refusal: an opinion where treaty or nationality bar, none after one on rights.",
            Set.of(
                    REFUSED_ON_RIGHTS_GROUNDS,
                    SG_14,
                    IMMIGRATION_STATUS,
                    HS_NATIONAL,
                    TREATY_IN_FORCE,
                    TREATY_SUSPENDED,
                    HS_NEEDS_TREATY,
                    UNCAC_BASIS_USABLE,
                    HS_EXTRADITES_NATIONALS),
            (r, say) -> {
                say.when(r.yes(REFUSED_ON_RIGHTS_GROUNDS)).bars(REMOVAL);
                say.when(removable(r)
                                .and(noBasis(r)
                                        .or(suspendedWithoutOtherBasis(r))
                                        .or(ownNationalKept(r))))
                        .asksForCheck(SG_14, r.yes(SG_14), REMOVAL);
            });

    static final List<StrategyRule> ALL = List.of(
            ST_01, ST_02, ST_03, ST_04, ST_05, ST_06, ST_07, ST_08, ST_09, ST_10, ST_11, ST_12, ST_13, ST_14, ST_15,
            ST_16, ST_17, ST_18, ST_19, ST_20, ST_21, ST_22, ST_23, ST_24, ST_25, ST_26, ST_27, ST_28, ST_29, ST_30,
            ST_31, ST_32, ST_33, ST_34, ST_35);

    private StrategyRules() {}

    private static StrategyRule rule(
            String id, String explanation, Set<Question> looksAt, BiConsumer<Reading, Clauses> words) {
        return new StrategyRule(id, explanation, looksAt, words);
    }

    private static Condition transferOfProceedings() {
        return act(
                "TRANSFER_OF_PROCEEDINGS",
                "An offence of the requested state, or the transfer of the proceedings to it.");
    }

    private static Answer noBasis(Reading r) {
        return r.no(TREATY_IN_FORCE).and(r.yes(HS_NEEDS_TREATY)).and(r.no(UNCAC_BASIS_USABLE));
    }

    private static Answer suspendedWithoutOtherBasis(Reading r) {
        return r.yes(TREATY_SUSPENDED).and(r.yes(HS_NEEDS_TREATY)).and(r.no(UNCAC_BASIS_USABLE));
    }

    private static Answer ownNationalKept(Reading r) {
        return r.yes(HS_NATIONAL).and(r.no(HS_EXTRADITES_NATIONALS));
    }

    private static Answer political(Reading r) {
        return r.yes(POLITICAL_OFFENCE).or(r.yes(PERSECUTION_RISK));
    }

    private static Answer inAbsenceWithoutRetrial(Reading r) {
        return r.is(CONVICTION, "FINAL").and(r.yes(IN_ABSENTIA)).and(r.isNotKnownToBe(RETRIAL_GUARANTEED, "YES"));
    }

    private static Answer removable(Reading r) {
        return r.is(IMMIGRATION_STATUS, "EXPIRED", "FRAUD_SUSPECTED").and(r.no(HS_NATIONAL));
    }

    private static Answer hostOffence(Reading r) {
        return r.is(HOST_OFFENCE, "NONE").not();
    }

    /** None of the rules ST-07 to ST-13 applies. */
    private static Answer noGroundOfRefusal(Reading r) {
        return political(r)
                .or(r.yes(TORTURE_RISK))
                .or(r.yes(DEATH_EXPOSURE))
                .or(r.yes(HS_NATIONAL))
                .or(inAbsenceWithoutRetrial(r))
                .not();
    }

    private static Answer extraditable(OffenceFacts o) {
        return Answer.to(DUAL_CRIMINAL, o.dualCriminal())
                .and(Answer.to(PENALTY_OK, o.penaltyOk()))
                .and(notExpired(LIMITATION_REQUESTING, o.limitationRequesting()))
                .and(notExpired(LIMITATION_REQUESTED, o.limitationRequested()));
    }

    private static Answer expired(OffenceFacts o) {
        return notExpired(LIMITATION_REQUESTING, o.limitationRequesting())
                .and(notExpired(LIMITATION_REQUESTED, o.limitationRequested()))
                .not();
    }

    private static Answer notExpired(Question question, LimitationStanding standing) {
        return Answer.to(
                question,
                switch (standing) {
                    case NOT_EXPIRED -> Ternary.YES;
                    case EXPIRED -> Ternary.NO;
                    case UNKNOWN -> Ternary.UNKNOWN;
                });
    }
}
