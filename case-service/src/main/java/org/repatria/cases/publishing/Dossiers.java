package org.repatria.cases.publishing;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.cases.domain.cases.Case;
import org.repatria.cases.domain.cases.Dossier;
import org.repatria.cases.domain.reference.Officer;
import org.repatria.cases.domain.sharing.AssetMark;
import org.repatria.cases.domain.sharing.SharedStatus;
import org.repatria.cases.domain.strategy.Strategy;

/** What of a dossier goes into the snapshot of its case. */
final class Dossiers {

    /** The word for states that tell of protection, relief or coercion: it stands for other states too. */
    private static final String RESTRICTED = "RESTRICTED";

    private static final Map<String, Set<String>> KEPT = Map.of(
            "removal", Set.of("RELIEF_PENDING", "PROTECTION_GRANTED", "SUPERVISED_RELEASE", "TERMINATED"),
            "voluntaryReturn", Set.of("ABORTED_COERCION", "CONSENT_WITHDRAWN"));

    private Dossiers() {}

    /** A state as it may leave the service (source: SG-21, asylum confidentiality). */
    static String published(String kind, String state) {
        return KEPT.getOrDefault(kind, Set.of()).contains(state) ? RESTRICTED : state;
    }

    static List<PublishedCase.Way> ways(Dossier dossier) {
        return dossier.courses().courses().stream()
                .map(course -> new PublishedCase.Way(
                        course.id(), course.kind(), published(course.kind(), course.state()), course.hasEnded()))
                .toList();
    }

    static List<PublishedCase.WaitingProposal> proposals(Dossier dossier) {
        return dossier.courses().proposals().stream()
                .map(proposal -> new PublishedCase.WaitingProposal(
                        proposal.id(),
                        proposal.kind(),
                        proposal.move().courseId(),
                        published(proposal.kind(), proposal.move().to()),
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
                        clock.effective().actBy(),
                        clock.rule().onExpiry().name()))
                .toList();
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

    static SharedStatus shared(Case.Opened state, Optional<String> outcome) {
        var dossier = state.file().dossier();
        return SharedStatus.of(
                state.stage().name(),
                outcome,
                dossier.courses().courses().stream()
                        .map(course -> new SharedStatus.Way(course.kind(), course.state()))
                        .toList(),
                marks(dossier));
    }

    private static Set<AssetMark> marks(Dossier dossier) {
        var marks = EnumSet.noneOf(AssetMark.class);
        dossier.assets().forEach(asset -> {
            switch (asset.state()) {
                case "RESTRAINED", "SEIZED", "FORFEITURE_PENDING" -> marks.add(AssetMark.RESTRAINED);
                case "CONFISCATED_NOT_FINAL", "CONFISCATED_FINAL", "IN_DISPOSAL", "REALISED", "DISTRIBUTION_AGREED" ->
                    marks.add(AssetMark.CONFISCATED);
                case "RETURNED" -> marks.add(AssetMark.RETURNED);
                default -> {}
            }
        });
        return marks;
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
