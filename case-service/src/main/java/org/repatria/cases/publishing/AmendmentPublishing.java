package org.repatria.cases.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.repatria.cases.domain.amendments.AmendmentEvent;
import org.repatria.cases.domain.amendments.AmendmentEvent.AmendmentApproved;
import org.repatria.cases.domain.amendments.AmendmentEvent.AmendmentProposed;
import org.repatria.cases.domain.amendments.AmendmentEvent.AmendmentWithdrawn;
import org.repatria.cases.domain.amendments.AmendmentRegister;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.Publishing;

/** What the outside learns of amendments: what a row is now. Reasons and persons stay in the journal. */
public final class AmendmentPublishing implements Publishing<AmendmentRegister, AmendmentEvent> {

    @Override
    public Announcement event(String aggregateId, AmendmentEvent event, AmendmentRegister after) {
        return switch (event) {
            case AmendmentApproved e -> Announcement.told(changed(e));
            case AmendmentProposed _, AmendmentWithdrawn _ -> Announcement.told();
        };
    }

    /** The rules themselves are read over HTTP, where they come with their sources. */
    @Override
    public Optional<Published> snapshot(String aggregateId, AmendmentRegister state) {
        return Optional.empty();
    }

    private static Published changed(AmendmentApproved e) {
        return switch (e.change().kind()) {
            case CLOCK_RULES ->
                new Published(
                        "reference.clock-rule-changed.v1",
                        new ClockRuleChanged(
                                e.change().rowId(),
                                e.id(),
                                text(e, "jurisdiction").orElse(""),
                                text(e, "status").orElse("IN_FORCE"),
                                day(e, "validFrom"),
                                day(e, "validTo"),
                                text(e, "source").orElse(""),
                                text(e, "confidence").orElse(""),
                                e.at(),
                                row(e)));
            case RELATIONS ->
                new Published(
                        "reference.relation-changed.v1",
                        new RelationChanged(
                                e.change().rowId(),
                                e.id(),
                                text(e, "party").orElse(""),
                                text(e, "counterparty"),
                                text(e, "instrument").orElse(""),
                                text(e, "status").orElse(""),
                                day(e, "validFrom"),
                                day(e, "validTo"),
                                text(e, "source").orElse(""),
                                text(e, "confidence").orElse(""),
                                e.at()));
            case SAFEGUARDS, GATES, STRATEGY_RULES, CALENDARS, PROFILES, LIMITATION ->
                new Published(
                        "reference.amended.v1",
                        new Amended(
                                e.change().kind().word(),
                                e.change().rowId(),
                                e.id(),
                                day(e, "validFrom"),
                                day(e, "validTo"),
                                text(e, "source").orElse(""),
                                text(e, "confidence").orElse(""),
                                e.at(),
                                row(e)));
        };
    }

    /** For services that count by it; always written in the same order. */
    private static Map<String, String> row(AmendmentApproved e) {
        return new TreeMap<>(e.change().row());
    }

    private static Optional<String> text(AmendmentApproved e, String field) {
        return Optional.ofNullable(e.change().row().get(field));
    }

    private static Optional<LocalDate> day(AmendmentApproved e, String field) {
        return text(e, field).map(LocalDate::parse);
    }

    /** {@code reference.clock-rule-changed.v1}. */
    record ClockRuleChanged(
            String ruleId,
            String amendmentId,
            String jurisdiction,
            String status,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validTo,
            String source,
            String confidence,
            Instant changedAt,
            Map<String, String> row) {}

    /** {@code reference.relation-changed.v1}. */
    record RelationChanged(
            String relationId,
            String amendmentId,
            String party,
            Optional<String> counterparty,
            String instrument,
            String status,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validTo,
            String source,
            String confidence,
            Instant changedAt) {}

    /** {@code reference.amended.v1}. */
    record Amended(
            String kind,
            String rowId,
            String amendmentId,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validTo,
            String source,
            String confidence,
            Instant changedAt,
            Map<String, String> row) {}
}
