package org.repatria.cases.domain.casefile;

import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.acceptAll;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import org.repatria.cases.domain.IdentityMinimum;
import org.repatria.cases.domain.casefile.Case.Open;
import org.repatria.cases.domain.casefile.CaseCommand.ApproveIdentityCorrection;
import org.repatria.cases.domain.casefile.CaseCommand.CorrectIdentity;
import org.repatria.cases.domain.casefile.CaseEvent.DuplicateSuspected;
import org.repatria.cases.domain.casefile.CaseEvent.IdentityCorrected;
import org.repatria.cases.domain.casefile.CaseEvent.IdentityCorrectionProposed;
import org.repatria.cases.domain.casefile.CaseEvent.SafeguardsChanged;
import org.repatria.cases.domain.casefile.CaseEvent.SharingChanged;
import org.repatria.cases.domain.law.LegalOccasion;
import org.repatria.cases.domain.safeguards.CheckDecider;
import org.repatria.cases.domain.safeguards.Signature;
import org.repatria.cases.domain.sharing.Content;
import org.repatria.cases.domain.sharing.SharingDecider;
import org.repatria.clocks.Happened;
import org.repatria.decider.Decision;
import org.repatria.decider.Refusal;

/**
 * Corrects who the person sought is. It takes two persons, since checks and disclosures rest on it (source: LED art.
 * 16; SG-01).
 *
 * <p>Two are asked for whether a check rests on the old identity or not, so that nobody learns from it which checks
 * there are.
 */
final class Correcting {

    /** The check of who the person is. */
    private static final String IDENTITY_CHECK = "SG-01";

    private Correcting() {}

    static Decision<CaseEvent> propose(Open open, CorrectIdentity c, LegalOccasion on) {
        var correction = new IdentityCorrection(
                c.correctionId(), c.subject(), c.source().strip(), Signature.of(on, c.reasons()));
        if (open.file()
                .correction()
                .filter(waiting -> isAgain(waiting, correction))
                .isPresent()) {
            return nothingToDo();
        }
        if (hasConflict(open, on)) {
            return refuse(CONFLICT_OF_INTEREST);
        }
        if (correction.changes(open.file().subject()).isEmpty()) {
            return refuse(IDENTITY_UNCHANGED);
        }
        var gaps = IdentityMinimum.gaps(c.subject());
        return gaps.isEmpty()
                ? accept(new IdentityCorrectionProposed(open.id(), correction, on.at()))
                : refuse(new Refusal(IDENTITY_INSUFFICIENT, Submission.missing(gaps)));
    }

    static Decision<CaseEvent> approve(Open open, ApproveIdentityCorrection c, LegalOccasion on) {
        var waiting = open.file().correction().filter(it -> it.id().equals(c.correctionId()));
        if (waiting.isEmpty()) {
            return refuse(IDENTITY_CORRECTION_NOT_FOUND);
        }
        var correction = waiting.get();
        if (correction.proposed().isOf(on.by().id())) {
            return refuse(SAME_PERSON);
        }
        if (hasConflict(open, on)) {
            return refuse(CONFLICT_OF_INTEREST);
        }
        var agreed = Signature.of(on, c.reasons().orElse(""));
        var events = new ArrayList<CaseEvent>();
        events.add(new IdentityCorrected(open.id(), open.file().subject(), correction, agreed, on.at()));
        c.suspectedDuplicates().stream()
                .filter(other -> !open.file().suspectedDuplicates().contains(other))
                .forEach(other -> events.add(new DuplicateSuspected(open.id(), other, on.at())));
        events.addAll(resting(open, correction, agreed, on));
        return acceptAll(events);
    }

    /** What rested on the old identity is relied on no more, and whoever got it is told. */
    private static List<CaseEvent> resting(
            Open open, IdentityCorrection correction, Signature agreed, LegalOccasion on) {
        var events = new ArrayList<CaseEvent>();
        var dossier = open.file().dossier();
        CheckDecider.questioned(IDENTITY_CHECK, dossier.safeguards().checks(), Happened.on(on.today()), agreed)
                .ifPresent(event -> events.add(new SafeguardsChanged(open.id(), event, on.at())));
        SharingDecider.telling(correction.id(), Content.IDENTITY, on.today(), agreed, dossier.disclosures())
                .forEach(event -> events.add(new SharingChanged(open.id(), event, on.at())));
        return events;
    }

    private static boolean isAgain(IdentityCorrection waiting, IdentityCorrection correction) {
        return waiting.subject().equals(correction.subject())
                && waiting.source().equals(correction.source())
                && waiting.proposed().saysTheSameAs(correction.proposed());
    }

    /** Source: SG-25. */
    private static boolean hasConflict(Open open, LegalOccasion on) {
        return open.file()
                .dossier()
                .safeguards()
                .conflicts()
                .hasConflict(on.by().id());
    }
}
