package org.repatria.cases.domain.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.repatria.cases.domain.Ternary;

/**
 * What a file knows: the answers to every question with those before them, and the offences.
 *
 * @param history of each question the answers in the order of recording, the newest last
 */
public record Facts(Map<FactName, List<Fact>> history, List<Offence> offences) {

    /** LIMIT: answers per question kept at hand, since a whole file is one document. The journal keeps them all. */
    public static final int HISTORY_MAX = 20;

    /** LIMIT: offences of one file and one side; indictments with more are recorded by group. */
    public static final int OFFENCES_MAX = 50;

    /** The proceeds are public funds that were embezzled. */
    public static final String EMBEZZLED_PUBLIC = "EMBEZZLED_PUBLIC";

    /** They are such funds, laundered. */
    public static final String LAUNDERED_EMBEZZLED = "LAUNDERED_EMBEZZLED";

    public Facts {
        var copy = new EnumMap<FactName, List<Fact>>(FactName.class);
        history.forEach((name, answers) -> copy.put(name, List.copyOf(answers)));
        history = Collections.unmodifiableMap(copy);
        offences = List.copyOf(offences);
    }

    public static Facts none() {
        return new Facts(Map.of(), List.of());
    }

    /**
     * The answer that counts today: the one that speaks of the latest day. Of two of one day it is the one recorded
     * later. What has been weighed goes before what is only alleged.
     */
    public Optional<Fact> current(FactName name) {
        return latest(name, true).or(() -> latest(name, false));
    }

    /** The word that guards may rely on: an allegation that nobody has weighed is UNKNOWN. */
    public String word(FactName name) {
        return latest(name, true).map(Fact::value).orElse(FactName.UNKNOWN);
    }

    /** Whether the proceeds are public funds that were embezzled, or such funds laundered (UNCAC art. 57(3)(a)). */
    public boolean areProceedsEmbezzled() {
        return Set.of(EMBEZZLED_PUBLIC, LAUNDERED_EMBEZZLED).contains(word(FactName.PROCEEDS_TYPE));
    }

    /** The same for a question of yes or no. */
    public Ternary ternary(FactName name) {
        if (!name.isTernary()) {
            throw new IllegalArgumentException(name + " is no question of yes or no");
        }
        return Ternary.valueOf(word(name));
    }

    public Optional<Offence> offence(String id) {
        return offences.stream().filter(offence -> offence.id().equals(id)).findFirst();
    }

    Facts with(Fact fact) {
        var grown = new ArrayList<>(history.getOrDefault(fact.name(), List.of()));
        grown.add(fact);
        var kept = grown.size() > HISTORY_MAX ? withoutOldest(grown) : grown;
        var next = new EnumMap<FactName, List<Fact>>(FactName.class);
        next.putAll(history);
        next.put(fact.name(), kept);
        return new Facts(next, offences);
    }

    Facts with(Offence offence) {
        var next = new ArrayList<>(offences);
        next.removeIf(other -> other.id().equals(offence.id()));
        next.add(offence);
        return new Facts(history, next);
    }

    boolean alreadySays(Fact fact) {
        var answers = history.getOrDefault(fact.name(), List.of());
        return !answers.isEmpty() && answers.getLast().saysTheSameAs(fact);
    }

    private Optional<Fact> latest(FactName name, boolean established) {
        // The stable order makes the later recorded of two equals the greater one.
        return history.getOrDefault(name, List.of()).stream()
                .filter(fact -> fact.kind().establishes() == established)
                .reduce((one, other) -> other.asOf().isBefore(one.asOf()) ? one : other);
    }

    /**
     * INVARIANT: the answer that counts is never dropped. This holds however many allegations or late entries follow
     * it.
     */
    private static List<Fact> withoutOldest(List<Fact> answers) {
        var counting = answers.stream()
                .filter(fact -> fact.kind().establishes())
                .max(Comparator.comparing(Fact::asOf).thenComparing(Fact::recordedAt));
        var next = new ArrayList<>(answers);
        for (var index = 0; index < answers.size(); index++) {
            var fact = answers.get(index);
            if (counting.filter(fact::equals).isEmpty()) {
                next.remove(index);
                return next;
            }
        }
        return next;
    }
}
