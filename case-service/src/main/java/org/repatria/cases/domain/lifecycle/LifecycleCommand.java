package org.repatria.cases.domain.lifecycle;

import static org.repatria.cases.domain.CaseReason.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.repatria.cases.domain.strategy.PathwayKind;
import org.repatria.clocks.Happened;
import org.repatria.decider.input.Fresh;
import org.repatria.decider.input.InPath;
import org.repatria.decider.input.Pattern;
import org.repatria.decider.input.Printed;
import org.repatria.decider.input.Size;

/** What may be asked of the courses of a case. Ids come from outside. */
public sealed interface LifecycleCommand {

    /** What opens a course. */
    @RefusedFor({
        CASE_CLOSED,
        CASE_NOT_ACCEPTED_YET,
        CASE_ON_HOLD,
        MOVE_BLOCKED,
        NOT_THE_OFFICER,
        COURSE_EXISTS,
        TOO_MANY
    })
    interface Opens {}

    /** Opens a pathway, a notice or an assurance. */
    record OpenCourse(
            String courseId,
            String kind,
            String title,
            Happened happened,
            String reasons,
            Map<String, String> particulars,
            List<String> documents)
            implements LifecycleCommand, Opens {
        public OpenCourse {
            particulars = Particulars.inOrder(particulars);
            documents = List.copyOf(documents);
        }
    }

    /** What opens a course of one kind. */
    sealed interface Opening extends Opens {

        /**
         * The course that it opens.
         *
         * @param today the day on which it happened, where nothing else is said
         */
        OpenCourse course(LocalDate today);
    }

    /** Opens a pathway. */
    record OpenPathway(
            @Fresh("pathway-") String courseId,
            PathwayKind kind,
            Optional<@Size(max = 200) String> title,
            Optional<Happened> happened,
            Optional<@Size(max = 4000) String> reasons,
            Map<@Printed @Size(max = 60) String, @Size(max = 4000) String> particulars,
            @Size(max = 40) List<@Printed @Size(max = 120) String> documents)
            implements Opening {
        @Override
        public OpenCourse course(LocalDate today) {
            return new OpenCourse(
                    courseId,
                    kind.token(),
                    title.orElse(kind.token()),
                    happened.orElse(Happened.on(today)),
                    reasons.orElse(""),
                    particulars,
                    documents);
        }
    }

    /** Drafts a notice. */
    record DraftNotice(
            @Fresh("notice-") String courseId,
            NoticeColour colour,
            @Size(min = 1, max = 200) String title,
            Optional<Happened> happened,
            Optional<@Size(max = 4000) String> reasons,
            Map<@Printed @Size(max = 60) String, @Size(max = 4000) String> particulars,
            @Size(max = 40) List<@Printed @Size(max = 120) String> documents)
            implements Opening {
        @Override
        public OpenCourse course(LocalDate today) {
            var all = new TreeMap<>(particulars);
            all.put("colour", colour.name());
            return new OpenCourse(
                    courseId, "notice", title, happened.orElse(Happened.on(today)), reasons.orElse(""), all, documents);
        }
    }

    /** Asks the requesting state for an assurance. */
    record RequestAssurance(
            @Fresh("assurance-") String courseId,
            AssuranceSubject about,
            @Size(min = 1, max = 4000) String text,
            Optional<Happened> happened,
            Map<@Printed @Size(max = 60) String, @Size(max = 4000) String> particulars,
            @Size(max = 40) List<@Printed @Size(max = 120) String> documents)
            implements Opening {
        @Override
        public OpenCourse course(LocalDate today) {
            var all = new TreeMap<>(particulars);
            all.put("about", about.name());
            all.put("text", text);
            return new OpenCourse(
                    courseId, "assurance", about.name(), happened.orElse(Happened.on(today)), "", all, documents);
        }
    }

    /** What moves a course. */
    @RefusedFor({
        CASE_CLOSED,
        COURSE_NOT_FOUND,
        NO_SUCH_MOVE,
        COURSE_ENDED,
        NOT_THE_OFFICER,
        MOVE_BLOCKED,
        MOVED_BY_ANOTHER_COMMAND,
        ALREADY_PROPOSED,
        TOO_MANY
    })
    interface Moves {}

    /**
     * Makes a move, or proposes it where its row asks for a second person.
     *
     * @param newId names the proposal, or the course that the move opens
     */
    record MakeMove(Move move, String newId) implements LifecycleCommand, Moves {}

    /** A move as it is asked for: of the case, a pathway, a notice or an assurance. */
    record MoveCourse(
            @InPath String courseId,
            @Fresh("proposal-") String proposalId,
            @Pattern(regexp = "[A-Z_]{2,40}") String to,
            Happened happened,
            Optional<@Size(max = 4000) String> reasons,
            Map<@Printed @Size(max = 60) String, @Size(max = 4000) String> particulars,
            @Size(max = 40) List<@Printed @Size(max = 120) String> documents)
            implements Moves {

        public MakeMove move() {
            return new MakeMove(
                    new Move(courseId, to, happened, reasons.orElse(""), particulars, documents), proposalId);
        }
    }

    /** What is said of a move that waits for a second person. */
    @RefusedFor({CASE_CLOSED, PROPOSAL_NOT_OPEN, PROPOSAL_EXPIRED, SAME_PERSON, NOT_THE_PROPOSER, MOVE_BLOCKED})
    sealed interface OnProposal extends LifecycleCommand {

        String proposalId();

        Optional<String> reasons();

        default String why() {
            return reasons().orElse("");
        }
    }

    /** A second person agrees. */
    record ApproveProposal(@InPath String proposalId, Optional<@Size(max = 4000) String> reasons)
            implements OnProposal {}

    /** A second person disagrees. */
    record RefuseProposal(@InPath String proposalId, Optional<@Size(max = 4000) String> reasons)
            implements OnProposal {}

    /** Who proposed it takes it back. */
    record WithdrawProposal(@InPath String proposalId, Optional<@Size(max = 4000) String> reasons)
            implements OnProposal {}

    /** Time has passed. */
    record ExpireProposals() implements LifecycleCommand {}

    /** The requesting state lays a further charge after the surrender whose specialty is watched. */
    @RefusedFor({CASE_CLOSED, NOT_IN_SPECIALTY_WATCH, CHARGE_EXISTS, TOO_MANY})
    record RecordLaterCharge(
            @Fresh("charge-") String chargeId,
            @Size(min = 1, max = 300) String title,
            LocalDate laidOn) implements LifecycleCommand {}

    /** The host state consents or not, or the requesting state drops the charge. */
    @RefusedFor({CASE_CLOSED, CHARGE_NOT_FOUND, CHARGE_DECIDED})
    record DecideLaterCharge(
            @InPath String chargeId,
            LaterCharge.Outcome outcome,
            LocalDate on,
            @Printed @Size(min = 1, max = 120) String document)
            implements LifecycleCommand {}
}
