package org.repatria.notifications.domain.alerts;

import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;
import static org.repatria.decider.Decision.refuse;
import static org.repatria.decider.GeneralReason.NOT_FOUND;
import static org.repatria.notifications.domain.alerts.AlertReason.*;

import java.time.Instant;
import org.repatria.decider.Actor;
import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.decider.Refusal;
import org.repatria.notifications.domain.alerts.Alert.Acknowledged;
import org.repatria.notifications.domain.alerts.Alert.Occurrences;
import org.repatria.notifications.domain.alerts.Alert.Open;
import org.repatria.notifications.domain.alerts.Alert.Resolution;
import org.repatria.notifications.domain.alerts.Alert.Resolved;
import org.repatria.notifications.domain.alerts.Alert.Unraised;
import org.repatria.notifications.domain.alerts.AlertCommand.AcknowledgeAlert;
import org.repatria.notifications.domain.alerts.AlertCommand.NoteConditionVanished;
import org.repatria.notifications.domain.alerts.AlertCommand.RaiseAlert;
import org.repatria.notifications.domain.alerts.AlertCommand.ResolveAlert;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertAcknowledged;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertConditionVanished;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertRaised;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertRenewed;
import org.repatria.notifications.domain.alerts.AlertEvent.AlertResolved;
import org.repatria.policy.Act;
import org.repatria.policy.Verdict;

/**
 * The life of an alert. An occasion is counted once, a further one renews it, and one that was resolved rises again.
 */
public final class AlertDecider implements Decider<AlertCommand, Alert, AlertEvent> {

    @Override
    public Alert initial() {
        return new Unraised();
    }

    @Override
    public Decision<AlertEvent> decide(AlertCommand command, Alert state, Occasion on) {
        return switch (new Asked(state, command)) {
            case Asked(Alert a, AlertCommand c)
            when verdict(a, c, on) == Verdict.UNSEEN -> refuse(Refusal.of(NOT_FOUND, Alert.NOTHING_THERE));
            case Asked(Alert a, AlertCommand c)
            when verdict(a, c, on) != Verdict.ALLOWED -> refused(ALERT_FOR_OTHER_ROLES);

            case Asked(Unraised _, RaiseAlert c) -> accept(raised(c));
            case Asked(Unraised _, NoteConditionVanished _) -> nothingToDo();
            case Asked(Unraised _, AlertCommand _) -> refuse(Refusal.of(NOT_FOUND, Alert.NOTHING_THERE));

            case Asked(Open o, RaiseAlert c) when o.occurrences().includes(c.occurrence()) -> nothingToDo();
            case Asked(Open _, RaiseAlert c) -> accept(renewed(c));
            case Asked(Open o, AcknowledgeAlert _) ->
                accept(new AlertAcknowledged(o.id(), on.by().id(), on.at()));
            case Asked(Open o, ResolveAlert c) -> accept(resolved(o.id(), c, on));
            case Asked(Open o, NoteConditionVanished c) -> accept(vanished(o.id(), c));

            case Asked(Acknowledged a, RaiseAlert c) when a.occurrences().includes(c.occurrence()) -> nothingToDo();
            case Asked(Acknowledged _, RaiseAlert c) -> accept(renewed(c));
            case Asked(Acknowledged a, AcknowledgeAlert _) when isTakenBy(a, on) -> nothingToDo();
            case Asked(Acknowledged _, AcknowledgeAlert _) -> refused(ALERT_TAKEN);
            case Asked(Acknowledged a, ResolveAlert c) -> accept(resolved(a.id(), c, on));
            case Asked(Acknowledged a, NoteConditionVanished c) -> accept(vanished(a.id(), c));

            case Asked(Resolved r, RaiseAlert c) when r.occurrences().includes(c.occurrence()) -> nothingToDo();
            case Asked(Resolved _, RaiseAlert c) -> accept(raised(c));
            case Asked(Resolved _, NoteConditionVanished _) -> nothingToDo();
            case Asked(Resolved _, AlertCommand _) -> refused(ALERT_RESOLVED);
        };
    }

    @Override
    public Alert evolve(Alert state, AlertEvent event) {
        return switch (event) {
            case AlertRaised e -> new Open(e.alertId(), e.notice(), occurrencesOf(state, e.occurrence()), e.at());
            case AlertRenewed e -> renew(state, e);
            case AlertAcknowledged e -> {
                var live = live(state);
                yield new Acknowledged(live.id(), live.notice(), live.occurrences(), live.raisedAt(), e.by(), e.at());
            }
            case AlertResolved e -> resolve(live(state), Resolution.BY_PERSON, e.by(), e.act(), e.at());
            case AlertConditionVanished e ->
                resolve(live(state), Resolution.CONDITION_VANISHED, "system", e.evidence(), e.at());
        };
    }

    private static Verdict verdict(Alert alert, AlertCommand command, Occasion on) {
        return switch (command) {
            case AcknowledgeAlert _, ResolveAlert _ -> verdict(alert, on.by());
            case RaiseAlert _, NoteConditionVanished _ -> Verdict.ALLOWED;
        };
    }

    /** Of an alert that is not there, the rows below say so. */
    private static Verdict verdict(Alert alert, Actor actor) {
        return alert.said()
                .map(notice -> AlertAccess.verdict(actor, Act.ACT_ON_ALERTS, notice))
                .orElse(Verdict.ALLOWED);
    }

    private static boolean isTakenBy(Acknowledged alert, Occasion on) {
        return alert.acknowledgedBy().equals(on.by().id());
    }

    private static AlertEvent raised(RaiseAlert c) {
        return new AlertRaised(c.alertId(), c.notice(), c.occurrence(), c.at());
    }

    private static AlertEvent renewed(RaiseAlert c) {
        return new AlertRenewed(c.alertId(), c.notice(), c.occurrence(), c.at());
    }

    private static AlertEvent resolved(String id, ResolveAlert c, Occasion on) {
        return new AlertResolved(id, on.by().id(), c.act(), on.at());
    }

    private static AlertEvent vanished(String id, NoteConditionVanished c) {
        return new AlertConditionVanished(id, c.evidence(), c.at());
    }

    private static Occurrences occurrencesOf(Alert state, String occurrence) {
        return switch (state) {
            case Unraised _ -> Occurrences.first(occurrence);
            case Open a -> a.occurrences().and(occurrence);
            case Acknowledged a -> a.occurrences().and(occurrence);
            case Resolved a -> a.occurrences().and(occurrence);
        };
    }

    private static Alert renew(Alert state, AlertRenewed e) {
        var occurrences = occurrencesOf(state, e.occurrence());
        return switch (state) {
            case Acknowledged a ->
                new Acknowledged(a.id(), e.notice(), occurrences, a.raisedAt(), a.acknowledgedBy(), a.at());
            case Open o -> new Open(o.id(), e.notice(), occurrences, o.raisedAt());
            case Unraised _, Resolved _ -> throw new IllegalStateException("renewed while not live: " + e.alertId());
        };
    }

    private static Open live(Alert state) {
        return switch (state) {
            case Open o -> o;
            case Acknowledged a -> new Open(a.id(), a.notice(), a.occurrences(), a.raisedAt());
            case Unraised _, Resolved _ -> throw new IllegalStateException("not a live alert");
        };
    }

    private static Alert resolve(Open live, Resolution how, String by, String act, Instant at) {
        return new Resolved(live.id(), live.notice(), live.occurrences(), live.raisedAt(), how, by, act, at);
    }

    private static Decision<AlertEvent> refused(AlertReason reason) {
        return refuse(Refusal.of(reason, reason.detail()));
    }

    private record Asked(Alert state, AlertCommand command) {}
}
