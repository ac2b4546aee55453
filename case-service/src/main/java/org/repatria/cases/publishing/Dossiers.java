package org.repatria.cases.publishing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.repatria.cases.domain.casefile.Case;
import org.repatria.cases.domain.casefile.Dossier;
import org.repatria.cases.domain.law.Officer;
import org.repatria.cases.domain.safeguards.ConfidedChecks;
import org.repatria.cases.domain.strategy.Strategy;

/** What of a dossier goes into the snapshot of its case. */
final class Dossiers {

    private Dossiers() {}

    static List<PublishedCase.Way> ways(Dossier dossier) {
        return dossier.courses().courses().stream()
                .map(course -> new PublishedCase.Way(course.id(), course.kind(), course.state(), course.hasEnded()))
                .toList();
    }

    static List<PublishedCase.WaitingProposal> proposals(Dossier dossier) {
        return dossier.courses().proposals().stream()
                .map(proposal -> new PublishedCase.WaitingProposal(
                        proposal.id(),
                        proposal.kind(),
                        proposal.move().courseId(),
                        proposal.move().to(),
                        proposal.proposedBy(),
                        proposal.approvedBy().stream().map(Officer::toString).toList(),
                        proposal.expiresAt()))
                .toList();
    }

    static List<PublishedCase.RunningClock> clocks(Dossier dossier) {
        return dossier.clocks().open().stream()
                .map(clock -> new PublishedCase.RunningClock(
                        clock.id(),
                        clock.rule().id(),
                        clock.rule().kind().name(),
                        clock.about(),
                        clock.state().name(),
                        clock.effective().lastDay(),
                        clock.effective().otherReading(),
                        clock.effective().actBy(),
                        clock.rule().onExpiry().name()))
                .toList();
    }

    static List<PublishedCase.CheckEnding> checksEnding(Case.Opened state) {
        return state instanceof Case.Open
                ? state.file().dossier().safeguards().checks().lastDays().entrySet().stream()
                        .filter(day -> !ConfidedChecks.knownTo(day.getKey()).isCompartment())
                        .map(day -> new PublishedCase.CheckEnding(day.getKey(), day.getValue()))
                        .toList()
                : List.of();
    }

    /** The pathways of what both sides agreed, the first choice first. */
    static List<String> strategy(Dossier dossier) {
        return dossier.strategies().agreed().stream().flatMap(Dossiers::inOrder).toList();
    }

    static Stream<String> inOrder(Strategy strategy) {
        return strategy.pathways().stream()
                .sorted(Comparator.comparingInt(Strategy.Choice::rank))
                .map(choice -> choice.kind().name());
    }

    /** How the type of a course's events begins. */
    static String noun(String kind) {
        return switch (kind) {
            case "notice" -> "notice";
            case "assurance" -> "assurance";
            default -> "pathway";
        };
    }
}
