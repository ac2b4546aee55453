package org.repatria.cases.domain.sharing;

import static org.repatria.cases.domain.CaseReason.*;
import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.acceptAll;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.repatria.cases.domain.Side;
import org.repatria.cases.domain.law.Gate;
import org.repatria.cases.domain.law.GateRule.Demand;
import org.repatria.cases.domain.law.SafeguardRule;
import org.repatria.cases.domain.safeguards.GateCell;
import org.repatria.cases.domain.safeguards.Gates;
import org.repatria.cases.domain.safeguards.Moments;
import org.repatria.cases.domain.safeguards.Signature;
import org.repatria.cases.domain.sharing.SharingCommand.CorrectRecipients;
import org.repatria.cases.domain.sharing.SharingCommand.RecordDisclosure;
import org.repatria.cases.domain.sharing.SharingEvent.CorrectionOpened;
import org.repatria.cases.domain.sharing.SharingEvent.DataDisclosed;
import org.repatria.cases.domain.sharing.SharingEvent.RecipientNotified;
import org.repatria.clocks.Happened;
import org.repatria.decider.Decision;
import org.repatria.decider.Obstacle;
import org.repatria.decider.Refusal;
import org.repatria.decider.text.VisibleText;

/** Whether data may leave a case, and who is told when they were wrong. */
public final class SharingDecider {

    /** Source: data-sharing test, made by the officer; the lawyer answers requests. */
    private static final Set<String> MAY_DISCLOSE = Set.of("CO", "LO");

    private static final Set<String> MAY_CORRECT = Set.of("CO", "LO", "SU", "DPO");

    /** The screen for persecution, asked for before any sharing of a location (source: check catalogue). */
    private static final String PERSECUTION_SCREEN = "SG-06";

    private SharingDecider() {}

    public static Decision<SharingEvent> decide(SharingCommand command, Disclosures state, SharingSetting around) {
        return switch (command) {
            case RecordDisclosure c -> disclose(c, state, around);
            case CorrectRecipients c -> correct(c, state, around);
            case GrantCommand c -> GrantDecider.decide(c, state, around);
        };
    }

    public static Disclosures evolve(Disclosures state, SharingEvent event) {
        return switch (event) {
            case DataDisclosed e -> state.with(e.disclosure());
            case CorrectionOpened e -> state.with(e.correction());
            case RecipientNotified e -> state.telling(e.correctionId(), e.recipient());
            case GrantEvent e -> GrantDecider.evolve(state, e);
        };
    }

    /** What stands in the way of sending data of these kinds, as a screen may ask before anybody tries. */
    public static List<Obstacle> missingFor(
            Set<Content> content, LocalDate on, Disclosures state, SharingSetting around) {
        var used = state.reliedOn();
        return cells(content, on, around).stream()
                .flatMap(cell -> Stream.concat(
                        cell.missing().stream(),
                        isUsed(cell, used, on, around)
                                ? Stream.of(Obstacle.of(
                                        "CHECK_USED",
                                        cell.check(),
                                        cell.title() + ": made for an earlier disclosure; each needs its own.",
                                        "check catalogue: each disclosure"))
                                : Stream.empty()))
                .toList();
    }

    private static Decision<SharingEvent> disclose(RecordDisclosure c, Disclosures state, SharingSetting around) {
        var known = state.log().stream()
                .filter(disclosure -> disclosure.id().equals(c.disclosureId()))
                .findFirst();
        if (known.isPresent()) {
            return known.filter(disclosure -> isRecordOf(disclosure, c)).isPresent()
                    ? nothingToDo()
                    : refuse(Refusal.of(DISCLOSURE_EXISTS));
        }
        return officer(MAY_DISCLOSE, c.disclosureId(), around)
                .or(() -> conflict(c.disclosureId(), around))
                .or(() -> incomplete(c, around))
                .or(() -> challenge(c, around))
                .or(() -> neverShared(c, around))
                .or(() -> gate(c, state, around))
                .or(() -> room(state.log().size(), Disclosures.LOG_MAX, "disclosures"))
                .<Decision<SharingEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new DataDisclosed(disclosure(c, around))));
    }

    private static boolean isRecordOf(Disclosure known, RecordDisclosure c) {
        return known.recipients().equals(distinct(c.recipients()))
                && Set.copyOf(known.content()).equals(c.content())
                && known.on().equals(c.on())
                && known.signature().reasons().equals(c.purpose().strip());
    }

    private static Disclosure disclosure(RecordDisclosure c, SharingSetting around) {
        return new Disclosure(
                c.disclosureId(),
                distinct(c.recipients()),
                c.content().stream().sorted(Comparator.naturalOrder()).toList(),
                c.on(),
                Signature.of(around.occasion(), c.purpose()),
                cells(c.content(), c.on(), around).stream()
                        .flatMap(cell -> cell.entryId().stream())
                        .toList());
    }

    private static List<String> distinct(List<String> recipients) {
        return recipients.stream().map(String::strip).distinct().toList();
    }

    private static Optional<Refusal> officer(Set<String> roles, String about, SharingSetting around) {
        var actor = around.occasion().by();
        var entitled = actor.hasAnyRole(roles) && Side.of(actor.authority(), around.relation()) != Side.NEITHER;
        return entitled
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        WRONG_OFFICER,
                        Obstacle.of("WRONG_OFFICER", about, "This is for officers and lawyers of the two states.")));
    }

    private static Optional<Refusal> conflict(String about, SharingSetting around) {
        return around.safeguards()
                        .conflicts()
                        .hasConflict(around.occasion().by().id())
                ? Optional.of(Refusal.of(
                        CONFLICT_OF_INTEREST,
                        Obstacle.of(
                                "CONFLICT_OF_INTEREST",
                                about,
                                "A person with a conflict of interest discloses nothing here.",
                                "SG-25")))
                : Optional.empty();
    }

    private static Optional<Refusal> incomplete(RecordDisclosure c, SharingSetting around) {
        var missing = new ArrayList<Obstacle>();
        if (c.recipients().isEmpty() || c.recipients().stream().anyMatch(VisibleText::isBlank)) {
            missing.add(Obstacle.of("RECIPIENT_REQUIRED", c.disclosureId(), "A disclosure names who gets it."));
        }
        if (c.content().isEmpty()) {
            missing.add(Obstacle.of("CONTENT_REQUIRED", c.disclosureId(), "A disclosure names what it holds."));
        }
        if (VisibleText.isBlank(c.purpose())) {
            missing.add(Obstacle.of("PURPOSE_REQUIRED", c.disclosureId(), "A disclosure has a purpose."));
        }
        if (Moments.isStillToCome(Happened.on(c.on()), around.occasion().at())) {
            missing.add(Obstacle.of("NOT_YET_HAPPENED", c.disclosureId(), "A day to come cannot be recorded."));
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Refusal(DISCLOSURE_INCOMPLETE, missing));
    }

    private static Optional<Refusal> challenge(RecordDisclosure c, SharingSetting around) {
        return around.underChallenge()
                ? Optional.of(Refusal.of(
                        CASE_UNDER_CHALLENGE,
                        Obstacle.of(
                                "CASE_UNDER_CHALLENGE",
                                c.disclosureId(),
                                "While identity or data are disputed nothing new is shared.",
                                "LED art. 16; transition to UNDER_CHALLENGE")))
                : Optional.empty();
    }

    /** An authority of the host state may need to know; anybody else counts as the requesting state. */
    private static Optional<Refusal> neverShared(RecordDisclosure c, SharingSetting around) {
        var leavesTheHost = c.recipients().stream()
                .anyMatch(recipient -> Side.of(recipient.strip(), around.relation()) != Side.REQUESTED);
        return leavesTheHost
                ? c.content().stream()
                        .filter(Content::isKeptFromRequestingState)
                        .sorted()
                        .findFirst()
                        .map(kept -> Refusal.of(
                                CONTENT_NEVER_SHARED,
                                Obstacle.of(
                                        "CONTENT_NEVER_SHARED",
                                        kept.name(),
                                        "Data of this kind go to authorities of the host state only.",
                                        "SG-21; rights of the person")))
                : Optional.empty();
    }

    private static Optional<Refusal> gate(RecordDisclosure c, Disclosures state, SharingSetting around) {
        var missing = missingFor(c.content(), c.on(), state, around);
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Refusal(DISCLOSURE_GATE_NOT_PASSED, missing));
    }

    private static List<GateCell> cells(Set<Content> content, LocalDate on, SharingSetting around) {
        var checks = around.safeguards().checks();
        var rules = around.occasion().rules();
        var asked = Gates.look(Gate.DISCLOSURE, checks, Optional.empty(), Happened.on(on), rules);
        var screened = asked.stream().anyMatch(cell -> cell.check().equals(PERSECUTION_SCREEN));
        return content.contains(Content.LOCATION) && !screened
                ? Stream.concat(
                                asked.stream(),
                                Stream.of(Gates.cell(
                                        Gate.DISCLOSURE,
                                        PERSECUTION_SCREEN,
                                        Demand.REQUIRED,
                                        checks,
                                        Optional.empty(),
                                        Happened.on(on),
                                        rules)))
                        .toList()
                : asked;
    }

    /**
     * Whether a disclosure has already used the check. A check that the rule gives no period is made for each
     * disclosure anew (source: SG-21 and SG-24, "each").
     */
    private static boolean isUsed(GateCell cell, Set<String> used, LocalDate on, SharingSetting around) {
        var lasts = around.occasion()
                .rules()
                .safeguard(cell.check(), on)
                .flatMap(SafeguardRule::validFor)
                .isPresent();
        return !lasts
                && cell.missing().isEmpty()
                && cell.entryId().filter(used::contains).isPresent();
    }

    private static Decision<SharingEvent> correct(CorrectRecipients c, Disclosures state, SharingSetting around) {
        var known = state.corrections().stream()
                .filter(correction -> correction.id().equals(c.correctionId()))
                .findFirst();
        if (known.isPresent()) {
            return known.filter(correction -> isRecordOf(correction, c)).isPresent()
                    ? nothingToDo()
                    : refuse(Refusal.of(CORRECTION_EXISTS));
        }
        var recipients = state.recipientsOf(c.content());
        return officer(MAY_CORRECT, c.correctionId(), around)
                .or(() -> incomplete(c, around))
                .or(() -> nobody(recipients))
                .or(() -> room(state.corrections().size(), Disclosures.CORRECTIONS_MAX, "corrections"))
                .<Decision<SharingEvent>>map(Decision::refuse)
                .orElseGet(() -> acceptAll(telling(c, recipients, around)));
    }

    private static boolean isRecordOf(Correction known, CorrectRecipients c) {
        return known.on().equals(c.on())
                && known.content().equals(c.content())
                && known.signature().reasons().equals(c.reasons().strip());
    }

    private static List<SharingEvent> telling(CorrectRecipients c, List<String> recipients, SharingSetting around) {
        return telling(
                new Correction(
                        c.correctionId(), c.on(), c.content(), List.of(), Signature.of(around.occasion(), c.reasons())),
                recipients);
    }

    private static List<SharingEvent> telling(Correction correction, List<String> recipients) {
        var events = new ArrayList<SharingEvent>();
        events.add(new CorrectionOpened(correction));
        recipients.forEach(recipient -> events.add(new RecipientNotified(correction.id(), recipient)));
        return events;
    }

    /** Tells whoever got data that another step has found wrong; nothing where nobody did. */
    public static List<SharingEvent> telling(
            String correctionId, Content wrong, LocalDate on, Signature signature, Disclosures state) {
        var recipients = state.recipientsOf(Set.of(wrong));
        return recipients.isEmpty()
                ? List.of()
                : telling(new Correction(correctionId, on, Set.of(wrong), List.of(), signature), recipients);
    }

    private static Optional<Refusal> incomplete(CorrectRecipients c, SharingSetting around) {
        return VisibleText.isBlank(c.reasons())
                        || Moments.isStillToCome(
                                Happened.on(c.on()), around.occasion().at())
                ? Optional.of(Refusal.of(
                        DISCLOSURE_INCOMPLETE,
                        Obstacle.of(
                                "REASONS_REQUIRED",
                                c.correctionId(),
                                "A correction says what was wrong and is made on a day that has come.")))
                : Optional.empty();
    }

    private static Optional<Refusal> nobody(List<String> recipients) {
        return recipients.isEmpty() ? Optional.of(Refusal.of(NOBODY_TO_NOTIFY)) : Optional.empty();
    }

    private static Optional<Refusal> room(int size, int most, String what) {
        return size < most
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        SHARING_FULL,
                        Obstacle.of("SHARING_FULL", what, "A case takes no more than " + most + " " + what + ".")));
    }
}
