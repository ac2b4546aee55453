package org.repatria.cases.domain.leaning;

import java.util.List;
import org.repatria.cases.domain.safeguards.Signature;

/** What has happened between a notice and the cases that lean on it. */
public sealed interface LeaningEvent {

    /** Another case leans on a notice of this one. */
    record CaseLeans(Leaning leaning) implements LeaningEvent {}

    /** Another case leans on a notice of this one no more. */
    record LeaningEnded(Leaning leaning, Signature signature) implements LeaningEvent {}

    /** A notice of this case fell, and other cases lean on it. */
    record NoticeFell(String noticeId, NoticeFate fate, List<Leaning> leanings) implements LeaningEvent {
        public NoticeFell {
            leanings = List.copyOf(leanings);
        }
    }

    /** A notice of another case fell, on which this one leans. */
    record FallenNoticeNoted(FallenNotice notice) implements LeaningEvent {}
}
