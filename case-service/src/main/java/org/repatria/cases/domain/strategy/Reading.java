package org.repatria.cases.domain.strategy;

import static org.repatria.cases.domain.Ternary.NO;
import static org.repatria.cases.domain.Ternary.UNKNOWN;
import static org.repatria.cases.domain.Ternary.YES;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.repatria.cases.domain.Ternary;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.facts.LimitationStanding;

/** The answers to all questions, laid out so that rules can ask them quickly. */
final class Reading {

    private static final Map<Question, Function<OffenceFacts, String>> OF_OFFENCES = Map.of(
            Question.DUAL_CRIMINAL, o -> o.dualCriminal().name(),
            Question.PENALTY_OK, o -> o.penaltyOk().name(),
            Question.LIMITATION_REQUESTING, o -> o.limitationRequesting().name(),
            Question.LIMITATION_REQUESTED, o -> o.limitationRequested().name());

    private final Map<Question, String> words;
    /** What the requesting state alleges: extradition rests on it. */
    private final List<OffenceFacts> offences;

    private final HostOffences hostOffences;

    private Reading(Map<Question, String> words, List<OffenceFacts> offences, HostOffences hostOffences) {
        this.words = words;
        this.offences = offences;
        this.hostOffences = hostOffences;
    }

    static Reading of(EngineInput input) {
        var words = new EnumMap<Question, String>(Question.class);
        for (var question : Question.values()) {
            words.put(
                    question,
                    question.fact()
                            .map(fact -> input.facts().getOrDefault(fact, FactName.UNKNOWN))
                            .orElse(FactName.UNKNOWN));
        }
        var relation = input.relation();
        put(words, Question.TREATY_IN_FORCE, relation.treatyInForce());
        put(words, Question.TREATY_SUSPENDED, relation.treatySuspended());
        put(words, Question.HS_NEEDS_TREATY, relation.hsNeedsTreaty());
        put(words, Question.UNCAC_BASIS_USABLE, relation.uncacBasisUsable());
        put(words, Question.HS_EXTRADITES_NATIONALS, relation.hsExtraditesNationals());
        var ofHost = HostOffences.of(input);
        words.putAll(ofHost.words());
        for (var question : Question.values()) {
            if (question.isCheck()) {
                put(words, question, input.checks().getOrDefault(question.token(), UNKNOWN));
            }
        }
        answeredByCheck(words, input, "SG-06", Question.POLITICAL_OFFENCE, false);
        answeredByCheck(words, input, "SG-06", Question.PERSECUTION_RISK, true);
        answeredByCheck(words, input, "SG-09", Question.TORTURE_RISK, true);
        var alleged =
                input.offences().stream().filter(offence -> !offence.isOfHost()).toList();
        return new Reading(words, alleged.isEmpty() ? List.of(OffenceFacts.NOT_RECORDED) : alleged, ofHost);
    }

    private static void put(Map<Question, String> words, Question question, Ternary answer) {
        words.put(question, answer.name());
    }

    /** A passed check answers what is unknown; a failed one goes before a fact that says there is no risk. */
    private static void answeredByCheck(
            Map<Question, String> words, EngineInput input, String check, Question risk, boolean failureIsRisk) {
        var result = input.checks().getOrDefault(check, UNKNOWN);
        if (result == NO && failureIsRisk) {
            put(words, risk, YES);
        } else if (result == YES && FactName.UNKNOWN.equals(words.get(risk))) {
            put(words, risk, NO);
        }
    }

    /** The same with one question answered: for offences every open one of them. */
    Reading with(Question question, String word) {
        var next = new EnumMap<>(words);
        next.put(question, word);
        return OF_OFFENCES.containsKey(question)
                ? new Reading(
                        next,
                        offences.stream().map(o -> answered(o, question, word)).toList(),
                        hostOffences)
                : new Reading(next, offences, hostOffences);
    }

    private static OffenceFacts answered(OffenceFacts o, Question question, String word) {
        return new OffenceFacts(
                o.id(),
                o.hostOffence(),
                question == Question.DUAL_CRIMINAL && o.dualCriminal() == UNKNOWN
                        ? Ternary.valueOf(word)
                        : o.dualCriminal(),
                question == Question.PENALTY_OK && o.penaltyOk() == UNKNOWN ? Ternary.valueOf(word) : o.penaltyOk(),
                question == Question.LIMITATION_REQUESTING && o.limitationRequesting() == LimitationStanding.UNKNOWN
                        ? LimitationStanding.valueOf(word)
                        : o.limitationRequesting(),
                question == Question.LIMITATION_REQUESTED && o.limitationRequested() == LimitationStanding.UNKNOWN
                        ? LimitationStanding.valueOf(word)
                        : o.limitationRequested(),
                o.countedRequesting(),
                o.countedRequested());
    }

    Answer yes(Question question) {
        return is(question, "YES");
    }

    Answer no(Question question) {
        return is(question, "NO");
    }

    Answer is(Question question, String word) {
        var answer = answer(question);
        return Answer.to(question, answer.equals(FactName.UNKNOWN) ? UNKNOWN : ternary(answer.equals(word)));
    }

    Answer is(Question question, String one, String other) {
        var answer = answer(question);
        return Answer.to(
                question,
                answer.equals(FactName.UNKNOWN) ? UNKNOWN : ternary(answer.equals(one) || answer.equals(other)));
    }

    /** Whether a YES is on file; what is unknown is none. Only for guards that bar. */
    Answer isNotKnownToBe(Question question, String word) {
        return Answer.to(question, ternary(!answer(question).equals(word)));
    }

    /** Whether nobody knows. Only for guards that bar. */
    Answer isKnownByNobody(Question question) {
        return Answer.to(question, ternary(answer(question).equals(FactName.UNKNOWN)));
    }

    Answer evidenceIsAtLeast(int level) {
        var answer = answer(Question.EVIDENCE_LEVEL);
        return Answer.to(
                Question.EVIDENCE_LEVEL,
                answer.equals(FactName.UNKNOWN) ? UNKNOWN : ternary(Integer.parseInt(answer) >= level));
    }

    /** The recorded offences of the host state's own law. */
    HostOffences hostOffences() {
        return hostOffences;
    }

    Answer someOffence(Function<OffenceFacts, Answer> asked) {
        var answer = asked.apply(offences.getFirst());
        for (var offence : offences.subList(1, offences.size())) {
            answer = answer.or(asked.apply(offence));
        }
        return answer;
    }

    Answer everyOffence(Function<OffenceFacts, Answer> asked) {
        return someOffence(offence -> asked.apply(offence).not()).not();
    }

    /** What a question was answered with, in a word that can be shown. */
    String word(Question question) {
        var ofOffence = OF_OFFENCES.get(question);
        return ofOffence == null
                ? answer(question)
                : String.join(", ", offences.stream().map(ofOffence).distinct().toList());
    }

    /** Whether nobody knows; for offences: of some offence. */
    boolean isUnknown(Question question) {
        return word(question).contains(FactName.UNKNOWN);
    }

    private String answer(Question question) {
        return words.getOrDefault(question, FactName.UNKNOWN);
    }

    private static Ternary ternary(boolean answer) {
        return answer ? YES : NO;
    }
}
