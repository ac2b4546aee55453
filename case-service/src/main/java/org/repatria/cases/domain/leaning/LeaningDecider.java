package org.repatria.cases.domain.leaning;

import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.util.Optional;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.leaning.LeaningCommand.EndLeaning;
import org.repatria.cases.domain.leaning.LeaningCommand.LetLean;
import org.repatria.cases.domain.leaning.LeaningEvent.CaseLeans;
import org.repatria.cases.domain.leaning.LeaningEvent.FallenNoticeNoted;
import org.repatria.cases.domain.leaning.LeaningEvent.LeaningEnded;
import org.repatria.cases.domain.leaning.LeaningEvent.NoticeFell;
import org.repatria.cases.domain.lifecycle.Course;
import org.repatria.cases.domain.safeguards.Signature;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;
import org.repatria.decider.text.VisibleText;

/** Who may say that another case leans on a notice, and which notice still carries one. */
public final class LeaningDecider {

    private static final String NOTICE = "notice";

    private LeaningDecider() {}

    public static Decision<LeaningEvent> decide(LeaningCommand command, Leanings state, LeaningSetting around) {
        return switch (command) {
            case LetLean c -> letLean(c, state, around);
            case EndLeaning c -> end(c, state, around);
        };
    }

    public static Leanings evolve(Leanings state, LeaningEvent event) {
        return switch (event) {
            case CaseLeans e -> state.with(e.leaning());
            case LeaningEnded e -> state.without(e.leaning());
            case NoticeFell _ -> state;
            case FallenNoticeNoted e -> state.with(e.notice());
        };
    }

    private static Decision<LeaningEvent> letLean(LetLean c, Leanings state, LeaningSetting around) {
        var known = state.leaning(c.noticeId(), c.caseId());
        if (known.isPresent()) {
            return known.filter(leaning -> isAgain(leaning, c, around)).isPresent()
                    ? nothingToDo()
                    : refuse(Refusal.of(LEANING_EXISTS));
        }
        return conflict(c.noticeId(), around)
                .or(() -> own(c, around))
                .or(() -> notice(c.noticeId(), around))
                .or(() -> reasons(c.reasons()))
                .or(() -> room(state))
                .<Decision<LeaningEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new CaseLeans(new Leaning(
                        c.noticeId(),
                        c.caseId(),
                        c.relation(),
                        c.ground(),
                        Signature.of(around.occasion(), c.reasons())))));
    }

    private static boolean isAgain(Leaning known, LetLean c, LeaningSetting around) {
        return known.ground() == c.ground()
                && known.signature().saysTheSameAs(Signature.of(around.occasion(), c.reasons()));
    }

    private static Decision<LeaningEvent> end(EndLeaning c, Leanings state, LeaningSetting around) {
        var known = CaseId.isOne(c.leaningCaseId())
                ? state.leaning(c.courseId(), new CaseId(c.leaningCaseId()))
                : Optional.<Leaning>empty();
        return known.isEmpty() ? refuse(Refusal.of(LEANING_NOT_FOUND)) : end(c, known.get(), around);
    }

    private static Decision<LeaningEvent> end(EndLeaning c, Leaning leaning, LeaningSetting around) {
        return conflict(c.courseId(), around)
                .or(() -> reasons(c.reasons().orElse("")))
                .<Decision<LeaningEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new LeaningEnded(
                        leaning, Signature.of(around.occasion(), c.reasons().orElse("")))));
    }

    private static Optional<Refusal> conflict(String about, LeaningSetting around) {
        return around.conflicts().hasConflict(around.occasion().by().id())
                ? Optional.of(Refusal.of(
                        CONFLICT_OF_INTEREST,
                        Obstacle.of(
                                "CONFLICT_OF_INTEREST",
                                about,
                                "A person with a conflict of interest records nothing here.",
                                "SG-25")))
                : Optional.empty();
    }

    private static Optional<Refusal> own(LetLean c, LeaningSetting around) {
        return c.caseId().equals(around.own())
                ? Optional.of(Refusal.of(
                        LEANING_ON_OWN_NOTICE,
                        Obstacle.of(
                                "LEANING_ON_OWN_NOTICE",
                                "caseId",
                                "The case in which a notice stands goes to re-review with it anyway.")))
                : Optional.empty();
    }

    private static Optional<Refusal> notice(String noticeId, LeaningSetting around) {
        var notice =
                around.courses().course(noticeId).filter(course -> course.kind().equals(NOTICE));
        if (notice.isEmpty()) {
            return Optional.of(Refusal.of(NOTICE_NOT_FOUND));
        }
        return notice.filter(LeaningDecider::hasFallen)
                .map(course -> Refusal.of(
                        NOTICE_NOT_STANDING,
                        Obstacle.of(
                                "NOTICE_NOT_STANDING",
                                noticeId,
                                "The notice is " + course.state() + "; nothing can begin to lean on it.",
                                "CCF Statute arts 37, 39; RPD art. 51")));
    }

    private static boolean hasFallen(Course notice) {
        return notice.hasEnded() || notice.state().equals(NoticeFate.SUSPENDED.name());
    }

    private static Optional<Refusal> reasons(String reasons) {
        return VisibleText.isBlank(reasons)
                ? Optional.of(Refusal.of(
                        REASONS_REQUIRED,
                        Obstacle.of("REASONS_REQUIRED", "reasons", "This is done with reasons only.")))
                : Optional.empty();
    }

    private static Optional<Refusal> room(Leanings state) {
        return state.leanings().size() < Leanings.LEANINGS_MAX
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        LEANINGS_FULL,
                        Obstacle.of(
                                "LEANINGS_FULL",
                                "caseId",
                                "No more than " + Leanings.LEANINGS_MAX + " cases lean on the notices of one case.")));
    }
}
