package org.repatria.cases.domain.lists;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many rows came to which outcome; the four counts sum to the rows.
 *
 * @param heldBecause rows per reason; a row held for two reasons counts in both
 */
public record Funnel(int opened, int held, int duplicates, int rejected, SortedMap<HoldReason, Integer> heldBecause) {

    public Funnel {
        heldBecause = Collections.unmodifiableSortedMap(new TreeMap<>(heldBecause));
    }

    public static Funnel empty() {
        return new Funnel(0, 0, 0, 0, new TreeMap<>());
    }

    public static Funnel of(Collection<? extends EntryOutcome> outcomes) {
        var opened = 0;
        var held = 0;
        var duplicates = 0;
        var rejected = 0;
        var because = new TreeMap<HoldReason, Integer>();
        for (var outcome : outcomes) {
            switch (outcome) {
                case EntryOutcome.Opened _ -> opened++;
                case EntryOutcome.DuplicateOf _ -> duplicates++;
                case EntryOutcome.Rejected _ -> rejected++;
                case EntryOutcome.Held h -> {
                    held++;
                    h.reasons().forEach(reason -> because.merge(reason, 1, Integer::sum));
                }
            }
        }
        return new Funnel(opened, held, duplicates, rejected, because);
    }

    /** The same rows after one that was held has come to another outcome. */
    public Funnel settled(Collection<HoldReason> heldBefore, EntryOutcome outcome) {
        var because = new TreeMap<HoldReason, Integer>(heldBecause);
        heldBefore.forEach(reason -> because.computeIfPresent(reason, (_, rows) -> rows > 1 ? rows - 1 : null));
        return new Funnel(opened, held - 1, duplicates, rejected, because).plus(of(List.of(outcome)));
    }

    public int rows() {
        return opened + held + duplicates + rejected;
    }

    public Funnel plus(Funnel other) {
        var because = new TreeMap<HoldReason, Integer>(heldBecause);
        for (Map.Entry<HoldReason, Integer> entry : other.heldBecause.entrySet()) {
            because.merge(entry.getKey(), entry.getValue(), Integer::sum);
        }
        return new Funnel(
                opened + other.opened,
                held + other.held,
                duplicates + other.duplicates,
                rejected + other.rejected,
                because);
    }
}
