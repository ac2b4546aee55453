package org.repatria.system.checker;

import java.util.ArrayList;
import java.util.List;
import org.repatria.system.checker.Evidence.TopicRecord;
import tools.jackson.databind.JsonNode;

/**
 * Which alerts an event calls for or ends, in the words of the alert catalogue. It is written down a second time: the
 * entries that the events of a run under kills can raise.
 */
final class Calls {

    private Calls() {}

    /**
     * What an alert is about.
     *
     * @param confided whether it was raised by what one state keeps to itself; such an alert is one of its own
     */
    record Subject(String code, String objectId, String clockId, boolean confided) {

        Subject(String code, String objectId, String clockId) {
            this(code, objectId, clockId, false);
        }

        Subject asConfided() {
            return new Subject(code, objectId, clockId, true);
        }
    }

    /** What an event means for one alert. */
    sealed interface Call {
        Subject subject();

        /** The same, called for by what one state keeps to itself. */
        default Call asConfided() {
            return switch (this) {
                case Raise(var subject) -> new Raise(subject.asConfided());
                case Vanish(var subject) -> new Vanish(subject.asConfided());
                case Watch(var subject, var dueOn) -> new Watch(subject.asConfided(), dueOn);
            };
        }

        /** Raise it. */
        record Raise(Subject subject) implements Call {}

        /** Its cause is gone. */
        record Vanish(Subject subject) implements Call {}

        /** Warn as a day comes nearer. */
        record Watch(Subject subject, String dueOn) implements Call {}
    }

    static List<Call> of(TopicRecord event) {
        var calls = new ArrayList<Call>();
        var id = event.key();
        var data = event.value().map(Trees::read).orElseGet(Trees::object);
        switch (event.type()) {
            case "list.handed-over.v1" -> {
                if (data.at("/funnel/held").asInt(0) > 0) {
                    calls.add(new Call.Raise(new Subject("RP-01", id, "")));
                }
            }
            case "case.duplicate-suspected.v1" ->
                calls.add(new Call.Raise(new Subject("AL-18", id, text(data, "/otherCaseId"))));
            case "case.opened.v1" -> {
                if (Trees.text(data.path("assignee")).isEmpty()) {
                    calls.add(new Call.Raise(new Subject("RP-02", id, "")));
                }
            }
            case "case.assigned.v1", "case.closed.v1" -> calls.add(new Call.Vanish(new Subject("RP-02", id, "")));
            case "case.check-changed.v1" -> {
                var subject = new Subject("AL-12", id, text(data, "/check"));
                switch (text(data, "/state")) {
                    case "FAILED" -> calls.add(new Call.Raise(subject));
                    case "OVERRIDDEN" -> calls.add(new Call.Vanish(subject));
                    default -> {}
                }
            }
            case "case.clock-changed.v1" -> {
                if (text(data, "/rule").equals("CLK-DATA-ACCESS")) {
                    requested(calls, id, data);
                }
            }
            case "asset.restrained.v1" -> {
                var order = text(data, "/order/orderId");
                calls.add(new Call.Raise(new Subject("RP-03", id, order)));
                calls.add(new Call.Watch(new Subject("AL-03", id, order), text(data, "/order/endsOn")));
            }
            case "asset.restraint-extended.v1" -> {
                ended(calls, id, text(data, "/orderId"));
                calls.add(new Call.Vanish(new Subject("AL-04", id, text(data, "/orderId"))));
                calls.add(new Call.Watch(
                        new Subject("AL-03", id, text(data, "/successor/orderId")), text(data, "/successor/endsOn")));
            }
            case "asset.order-changed.v1" -> {
                if (text(data, "/status").equals("REPLACED")) {
                    ended(calls, id, text(data, "/orderId"));
                    calls.add(new Call.Vanish(new Subject("AL-04", id, text(data, "/orderId"))));
                }
            }
            case "asset.restraint-discharged.v1" -> {
                ended(calls, id, text(data, "/orderId"));
                calls.add(new Call.Vanish(new Subject("AL-04", id, text(data, "/orderId"))));
            }
            case "asset.restraint-lapsed.v1" -> {
                ended(calls, id, text(data, "/orderId"));
                calls.add(new Call.Raise(new Subject("AL-04", id, text(data, "/orderId"))));
            }
            case "asset.clock-warned.v1" -> calls.add(new Call.Raise(clock("RP-06", id, data, "/clockId")));
            case "asset.clock-expired.v1" -> {
                calls.add(new Call.Vanish(clock("RP-06", id, data, "/clockId")));
                calls.add(new Call.Raise(clock("RP-07", id, data, "/clockId")));
            }
            case "asset.clock-met.v1" -> {
                calls.add(new Call.Vanish(clock("RP-06", id, data, "/clockId")));
                if (data.path("inTime").asBoolean(false)) {
                    calls.add(new Call.Vanish(clock("RP-07", id, data, "/clockId")));
                }
            }
            case "asset.clock-ended.v1" -> {
                calls.add(new Call.Vanish(clock("RP-06", id, data, "/clockId")));
                calls.add(new Call.Vanish(clock("RP-07", id, data, "/clockId")));
            }
            case "asset.clock-started.v1" -> {
                if (!text(data, "/supersedes").isEmpty()) {
                    calls.add(new Call.Vanish(clock("RP-06", id, data, "/supersedes")));
                    calls.add(new Call.Vanish(clock("RP-07", id, data, "/supersedes")));
                }
            }
            case "asset.claim-clock-changed.v1" -> {
                var warned = clock("RP-06", id, data, "/clockId");
                var over = clock("RP-07", id, data, "/clockId");
                switch (text(data, "/change")) {
                    case "WARNED" -> calls.add(new Call.Raise(warned));
                    case "EXPIRED" -> {
                        calls.add(new Call.Vanish(warned));
                        calls.add(new Call.Raise(over));
                    }
                    case "MET" -> {
                        calls.add(new Call.Vanish(warned));
                        if (data.path("inTime").asBoolean(false)) {
                            calls.add(new Call.Vanish(over));
                        }
                    }
                    case "ENDED" -> {
                        calls.add(new Call.Vanish(warned));
                        calls.add(new Call.Vanish(over));
                    }
                    default -> {}
                }
            }
            case "asset.valued.v1" -> {
                if (data.path("fellByPercent").asInt(0) > 20) {
                    calls.add(new Call.Raise(new Subject("AL-27", id, "")));
                }
            }
            case "asset.upkeep-due.v1" -> {
                if (data.path("yearsCostPercent").asInt(0) > 25) {
                    calls.add(new Call.Raise(new Subject("RP-08", id, "")));
                }
                calls.add(new Call.Watch(new Subject("AL-28", id, text(data, "/upkeepId")), text(data, "/dueOn")));
            }
            case "asset.distribution-gap-found.v1" -> calls.add(new Call.Raise(new Subject("AL-31", id, "")));
            case "asset.distribution-gap-closed.v1" -> calls.add(new Call.Vanish(new Subject("AL-31", id, "")));
            case "asset.upkeep-paid.v1" ->
                calls.add(new Call.Vanish(new Subject("AL-28", id, text(data, "/upkeepId"))));
            case "asset.interest-recorded.v1", "asset.interest-ended.v1", "asset.interest-corrected.v1" -> {
                if (data.path("whileRestrained").asBoolean(false)) {
                    calls.add(new Call.Raise(new Subject("AL-29", id, "")));
                }
            }
            case "asset.order-carried-over.v1" -> {
                var order = text(data, "/order/orderId");
                ended(calls, text(data, "/partOf"), order);
                calls.add(new Call.Watch(new Subject("AL-03", id, order), text(data, "/order/endsOn")));
            }
            case "asset.merger-changed.v1" -> {
                if (text(data, "/step").equals("MERGED")) {
                    WHOLE.forEach(code -> calls.add(new Call.Vanish(new Subject(code, id, ""))));
                }
                data.at("/went/files").forEach(file -> wholeGone(calls, id, text(file, "/from")));
                moved(calls, id, "", data);
            }
            case "asset.merger-answered.v1" -> {
                if (text(data, "/answer").equals("GIVEN_BACK")) {
                    wholeGone(calls, id, text(data, "/from"));
                }
                moved(calls, id, text(data, "/from"), data);
            }
            case "asset.claim-filed.v1" -> claimed(calls, id, data);
            case "asset.claim-carried-over.v1" -> {
                calls.add(new Call.Vanish(new Subject("AL-26", text(data, "/partOf"), text(data, "/claimId"))));
                claimed(calls, id, data);
            }
            case "asset.claim-changed.v1" -> {
                var subject = new Subject("AL-26", id, text(data, "/claimId"));
                switch (text(data, "/status")) {
                    case "UNDER_APPEAL" -> claimed(calls, id, data);
                    case "FILED", "ADMITTED" -> watched(calls, subject, data);
                    default -> calls.add(new Call.Vanish(subject));
                }
            }
            case "consumer.parked.v1" -> calls.add(new Call.Raise(parked(data)));
            case "consumer.freed.v1" -> calls.add(new Call.Vanish(parked(data)));
            default -> {}
        }
        return calls;
    }

    /** Alerts on an asset as a whole, which no part of it raises alone. */
    private static final List<String> WHOLE = List.of("AL-27", "RP-08", "AL-29");

    private static void wholeGone(List<Call> calls, String id, String file) {
        WHOLE.forEach(code -> calls.add(new Call.Vanish(new Subject(code, id, file))));
    }

    /** What went from an asset to another file, or came from there. */
    private static void moved(List<Call> calls, String id, String file, JsonNode data) {
        data.at("/went/orders")
                .forEach(order -> List.of("RP-03", "AL-03", "AL-04")
                        .forEach(code -> calls.add(new Call.Vanish(new Subject(code, id, text(order, "/orderId"))))));
        data.at("/went/claims")
                .forEach(claim -> calls.add(new Call.Vanish(new Subject("AL-26", id, text(claim, "/claimId")))));
        data.at("/went/upkeep")
                .forEach(due -> calls.add(new Call.Vanish(new Subject("AL-28", id, text(due, "/upkeepId")))));
        data.at("/went/clocks")
                .forEach(clock -> List.of("RP-06", "RP-07")
                        .forEach(code -> calls.add(new Call.Vanish(clock(code, id, clock, "/clockId")))));
        data.at("/came/restraints").forEach(restraint -> {
            var order = text(restraint, "/order/orderId");
            calls.add(new Call.Raise(new Subject("RP-03", id, order)));
            calls.add(new Call.Watch(new Subject("AL-03", id, order), text(restraint, "/order/endsOn")));
        });
        data.at("/came/lapses")
                .forEach(lapse -> calls.add(new Call.Raise(new Subject("AL-04", id, text(lapse, "/orderId")))));
        data.at("/came/claims").forEach(claim -> claimed(calls, id, claim));
        data.at("/came/upkeep")
                .forEach(due -> calls.add(
                        new Call.Watch(new Subject("AL-28", id, text(due, "/upkeepId")), text(due, "/dueOn"))));
        data.at("/came/warnings").forEach(clock -> calls.add(new Call.Raise(clock("RP-06", id, clock, "/clockId"))));
        data.at("/came/expiries").forEach(clock -> calls.add(new Call.Raise(clock("RP-07", id, clock, "/clockId"))));
        if (isAbove(data.at("/came/values"), "fellByPercent", 20)) {
            calls.add(new Call.Raise(new Subject("AL-27", id, file)));
        }
        if (isAbove(data.at("/came/upkeep"), "yearsCostPercent", 25)) {
            calls.add(new Call.Raise(new Subject("RP-08", id, file)));
        }
        if (!data.at("/came/owners").isEmpty()) {
            calls.add(new Call.Raise(new Subject("AL-29", id, file)));
        }
    }

    private static boolean isAbove(JsonNode things, String percent, int bound) {
        return things.valueStream().anyMatch(it -> it.path(percent).asInt(0) > bound);
    }

    private static Subject clock(String code, String id, JsonNode data, String pointer) {
        return new Subject(code, id, text(data, pointer));
    }

    /** What a person asked about data is answered, or its time goes on under another clock. */
    private static void requested(List<Call> calls, String id, JsonNode data) {
        var subject = clock("AL-35", id, data, "/clockId");
        switch (text(data, "/state")) {
            case "WARNED" -> calls.add(new Call.Raise(subject));
            case "SATISFIED", "TOO_LATE", "SUPERSEDED", "CANCELLED" -> calls.add(new Call.Vanish(subject));
            case "EXTENDED", "REBASED" -> {
                if (text(data, "/supersedes").startsWith("clk-")) {
                    calls.add(new Call.Vanish(clock("AL-35", id, data, "/supersedes")));
                }
            }
            default -> {}
        }
    }

    private static void claimed(List<Call> calls, String id, JsonNode data) {
        var subject = new Subject("AL-26", id, text(data, "/claimId"));
        calls.add(new Call.Raise(subject));
        watched(calls, subject, data);
    }

    private static void watched(List<Call> calls, Subject claim, JsonNode data) {
        if (data.has("replyBy")) {
            calls.add(new Call.Watch(claim, text(data, "/replyBy")));
        }
    }

    private static Subject parked(JsonNode data) {
        return new Subject("RP-04", text(data, "/consumer"), text(data, "/subject"));
    }

    private static void ended(List<Call> calls, String id, String order) {
        calls.add(new Call.Vanish(new Subject("AL-03", id, order)));
    }

    private static String text(JsonNode data, String pointer) {
        return Trees.text(data.at(pointer)).orElse("");
    }
}
