package org.repatria.cases.domain.lifecycle;

import java.util.Optional;
import org.repatria.cases.domain.lifecycle.LifecycleEvent.Moved;

/** What the fate of a notice means for the case that leans on it. */
public final class NoticeCascade {

    /** Why the safeguards and the strategy of a case must be looked at again. */
    public record ReReview(String courseId, String cause, String source) {}

    private NoticeCascade() {}

    /** Whether a move puts the case to re-review: a notice that another body took away, or that was wrong. */
    public static Optional<ReReview> after(Moved moved) {
        if (!moved.kind().equals("notice")) {
            return Optional.empty();
        }
        return switch (moved.to()) {
            case "DELETED" -> Optional.of(because(moved, "the notice was refused or deleted", "CCF Statute art. 39"));
            case "SUSPENDED" -> Optional.of(because(moved, "the notice was blocked", "CCF Statute art. 37"));
            case "WITHDRAWN" -> withdrawn(moved);
            // INVARIANT: the cause is published, so that it is the same for who is a refugee and for an error (SG-21).
            default -> Optional.empty();
        };
    }

    /** A notice whose purpose is met, or whose person has died, says nothing against the case. */
    private static Optional<ReReview> withdrawn(Moved moved) {
        return switch (moved.particulars().getOrDefault("ground", "")) {
            case "PURPOSE_MET", "PERSON_DEAD" -> Optional.empty();
            case "WARRANT_LIFTED" -> Optional.of(because(moved, "the warrant was lifted", "SG-02; RPD art. 51"));
            default ->
                Optional.of(because(moved, "the notice was withdrawn before its purpose was met", "RPD art. 51"));
        };
    }

    private static ReReview because(Moved moved, String cause, String source) {
        return new ReReview(moved.courseId(), cause, source);
    }
}
