package org.repatria.cases.domain.lifecycle;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.repatria.cases.domain.SharedWord;

/**
 * What the states of a lifecycle are called for the other state. No other words for them leave the host state.
 *
 * <p>INVARIANT: whatever the other state is told could have been told by a course that never was in a confided state.
 *
 * @param words of each state the word; several states may share one, and are then told apart by nothing else
 * @param confided states that the other state must not learn of, not even by their surroundings
 * @param meanings what a word says in the shared view of the case, where it says something there
 * @param withDetails whether particulars, papers and officers of a move are told with it; reasons never are
 * @param kept particulars that are not told even so
 */
public record ToldWords(
        Map<String, String> words,
        Set<String> confided,
        Map<String, SharedWord> meanings,
        boolean withDetails,
        Set<String> kept) {

    public ToldWords {
        words = Map.copyOf(words);
        confided = Set.copyOf(confided);
        meanings = Map.copyOf(meanings);
        kept = Set.copyOf(kept);
    }

    /** The move is told, and nothing that goes with it. */
    static ToldWords bare() {
        return new ToldWords(Map.of(), Set.of(), Map.of(), false, Set.of());
    }

    /** What the two states do together is told as it is. */
    static ToldWords detailed() {
        return new ToldWords(Map.of(), Set.of(), Map.of(), true, Set.of());
    }

    /** Each under its own name. */
    ToldWords byName(String... states) {
        var more = new LinkedHashMap<>(words);
        Arrays.stream(states).forEach(state -> once(more, state, state));
        return new ToldWords(more, confided, meanings, withDetails, kept);
    }

    /** All under one word. */
    ToldWords as(String word, String... states) {
        var more = new LinkedHashMap<>(words);
        Arrays.stream(states).forEach(state -> once(more, state, word));
        return new ToldWords(more, confided, meanings, withDetails, kept);
    }

    ToldWords confiding(String... states) {
        return new ToldWords(words, Set.of(states), meanings, withDetails, kept);
    }

    /** Particulars that stay with those who gave them. */
    ToldWords keeping(String... particulars) {
        return new ToldWords(words, confided, meanings, withDetails, Set.of(particulars));
    }

    /** What a word, or the name of a state, says in the shared view. */
    ToldWords meaning(SharedWord meaning, String... told) {
        var more = new LinkedHashMap<>(meanings);
        Arrays.stream(told).forEach(word -> more.put(word, meaning));
        return new ToldWords(words, confided, more, withDetails, kept);
    }

    private static void once(Map<String, String> words, String state, String word) {
        if (words.put(state, word) != null) {
            throw new IllegalStateException(state + " is named twice for the other state");
        }
    }

    /** The table is whole, or nothing starts. */
    void demandWhole(String kind, List<String> states) {
        if (!words.keySet().equals(Set.copyOf(states))) {
            var unnamed = new HashSet<>(states);
            unnamed.removeAll(words.keySet());
            var unknown = new HashSet<>(words.keySet());
            unknown.removeAll(states);
            throw new IllegalStateException("the table of " + kind + " has no word for the other state for " + unnamed
                    + ", and one for " + unknown + ", which it does not know");
        }
        if (!words.keySet().containsAll(confided) || !words.values().containsAll(meanings.keySet())) {
            throw new IllegalStateException("the table of " + kind + " confides or means what it does not know");
        }
        for (var state : confided) {
            if (openStatesOf(of(state)).isEmpty()) {
                throw new IllegalStateException(
                        kind + "." + state + " is confided, but its word " + of(state) + " stands for nothing else");
            }
        }
    }

    /**
     * The word of a state when nothing is known of how the course came there. What is told already is told the same
     * again.
     */
    String of(String state) {
        var word = words.get(state);
        if (word != null) {
            return word;
        }
        if (!words.containsValue(state)) {
            throw new IllegalStateException("no word for " + state);
        }
        return state;
    }

    /** What of the particulars of a course is told. */
    Map<String, String> told(Map<String, String> particulars) {
        var told = new LinkedHashMap<String, String>();
        particulars.forEach((name, value) -> {
            if (withDetails && !kept.contains(name)) {
                told.put(name, value);
            }
        });
        return told;
    }

    public Optional<SharedWord> meaning(String word) {
        return Optional.ofNullable(meanings.get(word));
    }

    /** States of a word that may be known of. */
    List<String> openStatesOf(String word) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equals(word) && !confided.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    List<String> statesOf(String word) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equals(word))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
