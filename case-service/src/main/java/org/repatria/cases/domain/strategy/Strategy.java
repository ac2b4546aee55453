package org.repatria.cases.domain.strategy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.cases.domain.Side;
import org.repatria.decider.input.Max;
import org.repatria.decider.input.Min;

/**
 * One version of what the two states mean to do about a person.
 *
 * @param number counts the versions of a case, from 1
 * @param fallback what is turned to when the chosen pathways fail
 * @param sensitive whether it is politically sensitive: a supervisor then signs only after the head
 * @param runId the run of the engine that it was made on
 */
public record Strategy(
        int number,
        List<Choice> pathways,
        Optional<PathwayKind> fallback,
        String reasons,
        String responsibleOfficer,
        String safeguardsOwner,
        LocalDate reviewOn,
        boolean sensitive,
        String runId,
        String proposedBy,
        Instant proposedAt,
        Status status,
        List<Countersignature> signatures,
        List<HeadApproval> approvals,
        Optional<LocalDate> agreedOn) {

    public Strategy {
        pathways = List.copyOf(pathways);
        signatures = List.copyOf(signatures);
        approvals = List.copyOf(approvals);
    }

    /** A pathway and its place among the others; 1 goes first. */
    public record Choice(PathwayKind kind, @Min(1) @Max(10) int rank) {}

    /** Where a version stands. */
    public enum Status {
        PROPOSED,
        /** A legal officer says that the law does not allow it. */
        VETOED,
        AGREED,
        /** A later version was proposed. */
        SUPERSEDED
    }

    /**
     * One state's word that it agrees.
     *
     * @param reference the item of a meeting, or the exchange of notes
     * @param dissent what it does not share, for the record
     */
    public record Countersignature(
            Side side,
            String by,
            Signatory signatory,
            String reference,
            LocalDate agreedOn,
            Optional<String> dissent,
            Instant at) {}

    /** In which function somebody signs. */
    public enum Signatory {
        SUPERVISOR,
        LIAISON
    }

    /** The head's approval of a politically sensitive version, on one side. */
    public record HeadApproval(Side side, String by, String reasons, Instant at) {}

    Optional<Countersignature> signatureOf(Side side) {
        return signatures.stream().filter(signature -> signature.side() == side).findFirst();
    }

    boolean isApprovedByHeadOf(Side side) {
        return approvalByHeadOf(side).isPresent();
    }

    Optional<HeadApproval> approvalByHeadOf(Side side) {
        return approvals.stream().filter(approval -> approval.side() == side).findFirst();
    }

    /** The pathways that it holds, the fallback last. */
    public List<PathwayKind> kinds() {
        var kinds = new ArrayList<PathwayKind>();
        pathways.forEach(choice -> kinds.add(choice.kind()));
        fallback.ifPresent(kinds::add);
        return kinds;
    }

    Strategy onRunAskedFor() {
        var dot = runId.lastIndexOf('.');
        return dot < 0
                ? this
                : new Strategy(
                        number,
                        pathways,
                        fallback,
                        reasons,
                        responsibleOfficer,
                        safeguardsOwner,
                        reviewOn,
                        sensitive,
                        runId.substring(0, dot),
                        proposedBy,
                        proposedAt,
                        status,
                        signatures,
                        approvals,
                        agreedOn);
    }

    Strategy standing(Status next) {
        return with(next, signatures, approvals, agreedOn);
    }

    Strategy signed(List<Countersignature> all) {
        return with(status, all, approvals, agreedOn);
    }

    Strategy approved(List<HeadApproval> all) {
        return with(status, signatures, all, agreedOn);
    }

    Strategy agreed(LocalDate on) {
        return with(Status.AGREED, signatures, approvals, Optional.of(on));
    }

    private Strategy with(
            Status next, List<Countersignature> signed, List<HeadApproval> approved, Optional<LocalDate> on) {
        return new Strategy(
                number,
                pathways,
                fallback,
                reasons,
                responsibleOfficer,
                safeguardsOwner,
                reviewOn,
                sensitive,
                runId,
                proposedBy,
                proposedAt,
                next,
                signed,
                approved,
                on);
    }
}
