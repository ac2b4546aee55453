package org.repatria.cases.domain.leaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.Relation;

/**
 * What leans on the notices of a case, and which notices of others fell on which it leans itself.
 *
 * @param fallen since the strategy was last looked at
 */
public record Leanings(List<Leaning> leanings, List<FallenNotice> fallen) {

    /**
     * LIMIT: more cases than the accused of one investigation. All of them stand in the one event of the notice's fall.
     */
    public static final int LEANINGS_MAX = 100;

    /** LIMIT: a case that leans on more fallen notices than this is looked at again anyway. */
    public static final int FALLEN_MAX = 50;

    public Leanings {
        leanings = List.copyOf(leanings);
        fallen = List.copyOf(fallen);
    }

    public static Leanings none() {
        return new Leanings(List.of(), List.of());
    }

    /** Those to be told when a notice falls. */
    public List<Leaning> on(String noticeId) {
        return leanings.stream()
                .filter(leaning -> leaning.noticeId().equals(noticeId))
                .toList();
    }

    /**
     * What the requesting state knows. It is which of its cases lean on the notices of this one, and what fell between
     * the same two states.
     */
    public Leanings told(Relation relation) {
        return new Leanings(
                leanings.stream().filter(leaning -> leaning.isTold(relation)).toList(),
                fallen.stream()
                        .filter(notice -> notice.relation().equals(relation))
                        .toList());
    }

    /** Whether this is news, and there is room for it. */
    public boolean takes(FallenNotice notice) {
        return fallen.size() < FALLEN_MAX && fallen.stream().noneMatch(notice::saysTheSameAs);
    }

    /** A strategy that is looked at anew has taken in what fell. */
    public Leanings reviewed() {
        return new Leanings(leanings, List.of());
    }

    Optional<Leaning> leaning(String noticeId, CaseId caseId) {
        return leanings.stream()
                .filter(leaning -> leaning.isOf(noticeId, caseId))
                .findFirst();
    }

    Leanings with(Leaning leaning) {
        var more = new ArrayList<>(leanings);
        more.add(leaning);
        return new Leanings(more, fallen);
    }

    Leanings without(Leaning ended) {
        return new Leanings(
                leanings.stream()
                        .filter(leaning -> !leaning.isOf(ended.noticeId(), ended.caseId()))
                        .toList(),
                fallen);
    }

    Leanings with(FallenNotice notice) {
        var more = new ArrayList<>(fallen);
        more.add(notice);
        return new Leanings(leanings, more);
    }
}
