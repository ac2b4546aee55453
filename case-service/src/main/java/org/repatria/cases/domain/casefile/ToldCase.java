package org.repatria.cases.domain.casefile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repatria.cases.domain.Relation;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.casefile.Case.Opened;
import org.repatria.cases.domain.facts.Fact;
import org.repatria.cases.domain.facts.FactName;
import org.repatria.cases.domain.facts.Facts;
import org.repatria.cases.domain.facts.Offence;
import org.repatria.cases.domain.recovery.RecoveryGround;
import org.repatria.cases.domain.safeguards.Checks;
import org.repatria.cases.domain.safeguards.ConfidedChecks;
import org.repatria.cases.domain.safeguards.Rights;
import org.repatria.cases.domain.safeguards.Safeguards;
import org.repatria.cases.domain.safeguards.Stays;
import org.repatria.cases.domain.sharing.Disclosures;
import org.repatria.cases.domain.strategy.Strategies;

/**
 * A case as the requesting state is told of it, and out of which all that this state reads is made.
 *
 * <p>INVARIANT: what is confided leaves no trace in it. A part that is not taken over here is withheld.
 */
public final class ToldCase {

    private ToldCase() {}

    /** What every officer of the requesting state may know. */
    public static Opened of(Opened state) {
        return of(state, "");
    }

    /**
     * The same with what one officer has given to the file.
     *
     * @param reader the officer's identity
     */
    public static Opened of(Opened state, String reader) {
        var file = told(state.file(), reader);
        return switch (state) {
            case Case.Draft _ -> new Case.Draft(file);
            case Case.Screening _ -> new Case.Screening(file);
            case Case.ReturnedForInfo _ -> new Case.ReturnedForInfo(file);
            case Case.Underway u -> new Case.Underway(file, u.stage());
            case Case.OnHold _, Case.UnderChallenge _, Case.NotAvailable _ -> new Case.NotAvailable(file);
            case Case.Resolved r -> new Case.Resolved(file, r.outcome(), "");
            case Case.NotAccepted n -> new Case.NotAccepted(file, "", "", n.at());
            case Case.Closed c -> new Case.Closed(file, c.outcome(), "", c.closedAt());
            case Case.Archived a -> new Case.Archived(file, wasClosed(state) ? a.word() : "", "", a.endedAt());
        };
    }

    /** Where the requesting state is told that a case stands. */
    static String stage(Case state) {
        return switch (state) {
            case Case.OnHold _, Case.UnderChallenge _, Case.NotAvailable _ -> Stage.NOT_AVAILABLE.name();
            case Opened opened -> opened.stage().name();
            case Case.Unopened _ -> "";
            case Case.ErasedStub _ -> Stage.ERASED_STUB.name();
        };
    }

    /** Where the person is, and who else has the same name, is the host state's to tell. */
    private static CaseFile told(CaseFile file, String reader) {
        return new CaseFile(
                file.id(),
                file.relation(),
                file.subject(),
                Optional.empty(),
                file.allegation(),
                file.origin(),
                file.openedAt(),
                file.assignee(),
                List.of(),
                file.correction().map(waiting -> waiting.told(file.relation())),
                file.request(),
                told(file.dossier(), file.relation(), reader));
    }

    private static Dossier told(Dossier dossier, Relation relation, String reader) {
        return new Dossier(
                told(dossier.facts(), reader),
                dossier.toldRun(),
                dossier.toldRun(),
                told(dossier.strategies()),
                dossier.courses().told(),
                told(dossier.safeguards(), relation, reader),
                told(dossier.disclosures(), reader),
                dossier.clocks().told(),
                dossier.knownAssets(),
                List.of(),
                // A case that is challenged has it otherwise than one that rests.
                Optional.empty(),
                List.of(),
                dossier.leanings().map(leanings -> leanings.told(relation)),
                dossier.recovery().map(RecoveryGround::told),
                dossier.assets());
    }

    /**
     * The word that goes with a move of the case: an outcome. Why a case was not accepted is a legal officer's to
     * release.
     */
    public static Optional<String> word(CaseEvent.StageReached reached) {
        return switch (reached.to()) {
            case NOT_ACCEPTED -> Optional.empty();
            case ARCHIVED -> reached.word().filter(_ -> reached.from() == Stage.CLOSED);
            case DRAFT, SCREENING, RETURNED_FOR_INFO, ACCEPTED, STRATEGY_PROPOSED, STRATEGY_AGREED -> reached.word();
            case ACTIVE, ON_HOLD, UNDER_CHALLENGE, RESOLVED, CLOSED, ERASED_STUB, NOT_AVAILABLE -> reached.word();
        };
    }

    private static boolean wasClosed(Opened archived) {
        return archived.file().dossier().lastStep().stream()
                .anyMatch(step -> step.from().equals(Stage.CLOSED.name()));
    }

    private static Facts told(Facts facts, String reader) {
        var told = new EnumMap<FactName, List<Fact>>(FactName.class);
        for (Map.Entry<FactName, List<Fact>> answered : facts.history().entrySet()) {
            var known = answered.getValue().stream()
                    .filter(fact ->
                            fact.name().knownTo().isTold() || fact.assessor().equals(reader))
                    .toList();
            if (!known.isEmpty()) {
                told.put(answered.getKey(), known);
            }
        }
        return new Facts(told, facts.offences().stream().filter(Offence::isTold).toList());
    }

    /** Runs count on by themselves; a version names the one that somebody asked for. */
    private static Strategies told(Strategies strategies) {
        return strategies.onRunsAskedFor();
    }

    /** Stays, interests of officers and the rights of the person are looked after by the host state. */
    private static Safeguards told(Safeguards safeguards, Relation relation, String reader) {
        var checks = safeguards.checks();
        return new Safeguards(
                new Checks(
                        checks.entries().stream()
                                .filter(entry ->
                                        ConfidedChecks.knownTo(entry.check()).isTold()
                                                || entry.recorded().isOf(reader))
                                .toList(),
                        checks.overrides().stream()
                                .filter(override ->
                                        ConfidedChecks.knownTo(override.check()).isTold())
                                .toList()),
                Stays.none(),
                safeguards.conflicts().setBy(Side.REQUESTING, relation),
                Rights.none());
    }

    /** Of what was opened to whom an officer knows what was opened to that officer. */
    private static Disclosures told(Disclosures disclosures, String reader) {
        return new Disclosures(
                List.of(),
                List.of(),
                disclosures.grants().stream()
                        .filter(grant -> grant.officer().equals(reader))
                        .toList());
    }
}
