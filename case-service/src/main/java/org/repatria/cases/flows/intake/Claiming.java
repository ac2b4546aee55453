package org.repatria.cases.flows.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.repatria.cases.domain.CaseId;
import org.repatria.cases.domain.lists.DuplicateGround;

/** Claims the identities of many persons at once, earlier ones first; blocks its (virtual) thread. */
public final class Claiming {

    private final IdentityClaims claims;
    private final Function<String, Set<String>> folding;

    /**
     * Over a store of claims.
     *
     * @param folding the forms in which spellings and scripts of one name meet
     */
    public Claiming(IdentityClaims claims, Function<String, Set<String>> folding) {
        this.claims = claims;
        this.folding = folding;
    }

    /** How each claim ended, in the order of the claimants. A repeat with the same case ids ends the same way. */
    public List<Claimed> claim(List<Claimant> claimants) {
        var attempts = claimants.stream()
                .map(c -> new Attempt(c.caseId(), ClaimKeys.of(c.relation(), c.subject(), folding)))
                .toList();
        shadowLaterOnes(attempts);
        var rounds =
                attempts.stream().mapToInt(a -> a.keys.certain().size()).max().orElse(0);
        for (var round = 0; round < rounds; round++) {
            claimRound(attempts, round);
        }
        attempts.forEach(Attempt::followEarlierOne);
        suspect(attempts);
        return attempts.stream().map(Attempt::outcome).toList();
    }

    /**
     * Among claimants of one call the earlier one wins, whichever key they share. So a list reads from top to bottom.
     */
    private static void shadowLaterOnes(List<Attempt> attempts) {
        Map<String, Attempt> firstWith = new HashMap<>();
        for (var attempt : attempts) {
            for (var certain : attempt.keys.certain()) {
                var earlier = firstWith.get(certain.key());
                if (earlier != null && attempt.earlier == null) {
                    attempt.earlier = earlier;
                    attempt.sharedWithEarlier = certain.ground();
                }
            }
            var holder = attempt.earlier == null ? attempt : attempt.earlier;
            attempt.keys.certain().forEach(certain -> firstWith.putIfAbsent(certain.key(), holder));
        }
    }

    /** The n-th key of everybody who has not lost yet, in one step. */
    private void claimRound(List<Attempt> attempts, int round) {
        Map<String, CaseId> wanted = new LinkedHashMap<>();
        var claiming = attempts.stream()
                .filter(a ->
                        a.loss == null && a.earlier == null && a.keys.certain().size() > round)
                .toList();
        claiming.forEach(a -> wanted.putIfAbsent(a.keys.certain().get(round).key(), a.caseId));
        if (wanted.isEmpty()) {
            return;
        }
        var holders = holders(wanted);
        for (var attempt : claiming) {
            var certain = attempt.keys.certain().get(round);
            var holder = Optional.ofNullable(holders.get(certain.key())).orElse(attempt.caseId);
            if (holder.equals(attempt.caseId)) {
                attempt.held.add(certain.key());
            } else {
                attempt.loss = new Claimed.TakenBy(holder, certain.ground());
                pass(attempt, holder);
            }
        }
    }

    /** INVARIANT: a key never stays with a case that is not going to be opened. */
    private void pass(Attempt attempt, CaseId to) {
        if (!attempt.held.isEmpty()) {
            claims.pass(attempt.held, attempt.caseId, to).block(Limits.STEP_MAX);
        }
    }

    private void suspect(List<Attempt> attempts) {
        Map<String, CaseId> wanted = new LinkedHashMap<>();
        attempts.stream()
                .filter(a -> a.loss == null)
                .forEach(a -> a.keys.doubtful().forEach(key -> wanted.putIfAbsent(key, a.caseId)));
        if (wanted.isEmpty()) {
            return;
        }
        var holders = holders(wanted);
        for (var attempt : attempts) {
            if (attempt.loss == null) {
                for (var key : attempt.keys.doubtful()) {
                    Optional.ofNullable(holders.get(key))
                            .filter(holder -> !holder.equals(attempt.caseId))
                            .ifPresent(attempt.suspected::add);
                }
            }
        }
    }

    private Map<String, CaseId> holders(Map<String, CaseId> wanted) {
        return Optional.ofNullable(claims.claim(wanted).block(Limits.STEP_MAX)).orElse(Map.of());
    }

    private static final class Attempt {
        private final CaseId caseId;
        private final ClaimKeys keys;
        private final List<String> held = new ArrayList<>();
        private final LinkedHashSet<CaseId> suspected = new LinkedHashSet<>();
        private Claimed.@Nullable TakenBy loss;
        private @Nullable Attempt earlier;
        private DuplicateGround sharedWithEarlier = DuplicateGround.NAME_AND_BIRTH_DATE;

        Attempt(CaseId caseId, ClaimKeys keys) {
            this.caseId = caseId;
            this.keys = keys;
        }

        /** An earlier one that lost itself hands on to the winner. */
        void followEarlierOne() {
            if (earlier != null) {
                var other = earlier.loss == null ? earlier.caseId : earlier.loss.other();
                loss = new Claimed.TakenBy(other, sharedWithEarlier);
            }
        }

        Claimed outcome() {
            return loss == null ? new Claimed.Mine(List.copyOf(suspected)) : loss;
        }
    }
}
