package org.repatria.system.checker;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.repatria.system.checker.Calls.Call;
import org.repatria.system.checker.Calls.Subject;
import org.repatria.system.checker.Evidence.Document;
import org.repatria.system.checker.Evidence.TopicRecord;
import org.repatria.system.checker.Index.Ref;
import tools.jackson.databind.JsonNode;

/**
 * What events of one service led to in another. There are alerts for what calls for them, links for the cases that
 * exist, once each.
 */
final class EffectRules {

    private static final Map<String, String> LISTENERS = Map.of(
            "alerts-from-cases", "repatria.case.events",
            "alerts-from-confided-cases", "repatria.case.confided-events",
            "alerts-from-assets", "repatria.asset.events");

    private final Index index;
    private final Findings findings;

    /** Subjects that stand still on purpose: what they call for has rightly not come yet. */
    private final Set<String> parked;

    EffectRules(Index index, Findings findings) {
        this.index = index;
        this.findings = findings;
        this.parked =
                index.evidence().parked().stream().map(Evidence.Parked::subject).collect(toSet());
    }

    void check() {
        progress();
        alerts();
        index.documents(Family.ASSET).forEach(this::links);
        knownCases();
    }

    private void progress() {
        var reached = new HashMap<String, Long>();
        index.evidence().progress().forEach(p -> reached.put(p.consumer() + "|" + p.subject(), p.sequence()));
        LISTENERS.forEach((consumer, topic) -> heard(topic).forEach((key, records) -> {
            var last = records.stream()
                    .filter(r -> r.topic().equals(topic))
                    .mapToLong(TopicRecord::sequence)
                    .max();
            if (last.isPresent() && !parked.contains(key)) {
                var at = reached.getOrDefault(consumer + "|" + key, 0L);
                findings.addUnless(
                        at >= last.getAsLong(),
                        Rule.LOST,
                        key,
                        consumer + " is at " + at + " and the topic at " + last.getAsLong());
                findings.addUnless(
                        at <= last.getAsLong(),
                        Rule.PHANTOM,
                        key,
                        consumer + " is at " + at + " and the topic at " + last.getAsLong());
            }
        }));
    }

    private Map<String, List<TopicRecord>> heard(String topic) {
        return topic.endsWith(".confided-events") ? index.confidedEvents() : index.events();
    }

    /** What each event calls for, in the order of its key. Of what one state keeps to itself, an alert of its own. */
    private List<Called> called() {
        var called = new ArrayList<Called>();
        for (var key : index.events().keySet()) {
            for (var event : index.firstEvents(key)) {
                Calls.of(event).forEach(call -> called.add(new Called(event.id(), call)));
            }
        }
        for (var records : index.confidedEvents().values()) {
            for (var event : Index.first(records)) {
                Calls.of(event).forEach(call -> called.add(new Called(event.id(), call.asConfided())));
            }
        }
        return called;
    }

    private record Called(String eventId, Call call) {}

    private void alerts() {
        var raised = new LinkedHashMap<Subject, List<String>>();
        var lastWord = new HashMap<Subject, Call>();
        var watched = new LinkedHashMap<Subject, String>();
        for (var one : called()) {
            var call = one.call();
            lastWord.put(call.subject(), call);
            switch (call) {
                case Call.Raise(var subject) ->
                    raised.computeIfAbsent(subject, _ -> new ArrayList<>()).add(one.eventId());
                case Call.Watch(var subject, var dueOn) -> watched.put(subject, dueOn);
                case Call.Vanish _ -> {}
            }
        }
        var there = new HashMap<Subject, Document>();
        for (var alert : index.documents(Family.ALERT)) {
            var subject = subject(alert.state().path("notice"));
            var other = there.put(subject, alert);
            findings.addUnless(other == null, Rule.DOUBLE_EFFECT, alert.id(), "there is another alert on " + subject);
            occasions(alert, subject, raised.getOrDefault(subject, List.of()));
            if (lastWord.get(subject) instanceof Call.Vanish && !parked.contains(subject.objectId())) {
                findings.addUnless(
                        alert.state().path("type").asString().equals("Resolved"),
                        Rule.LOST,
                        alert.id(),
                        "its cause is gone and it is still "
                                + alert.state().path("type").asString());
            }
        }
        raised.forEach((subject, events) -> findings.addUnless(
                there.containsKey(subject) || parked.contains(subject.objectId()),
                Rule.LOST,
                subject.objectId(),
                "no alert " + subject.code() + " for " + events));
        deadlines(watched);
    }

    /** The occasions of an alert are the events that call for it, each once. A warning of a deadline counts itself. */
    private void occasions(Document alert, Subject subject, List<String> called) {
        var counted = new ArrayList<String>();
        for (var entry : index.journal(new Ref(Family.ALERT, alert.id()))) {
            Trees.text(index.entry(entry).at("/data/occurrence")).ifPresent(counted::add);
        }
        var seen = new HashSet<String>();
        for (var occasion : counted) {
            findings.addUnless(seen.add(occasion), Rule.DOUBLE_EFFECT, alert.id(), occasion + " was counted twice");
            // Of no event: a clock's warnings, and what the alerts' own consumers have set aside.
            var ofNoEvent = occasion.contains("/T-") || LISTENERS.containsKey(subject.objectId());
            findings.addUnless(
                    ofNoEvent || called.contains(occasion),
                    Rule.PHANTOM,
                    alert.id(),
                    occasion + " does not call for " + subject);
        }
        if (!parked.contains(subject.objectId())) {
            called.forEach(event -> findings.addUnless(
                    seen.contains(event), Rule.LOST, alert.id(), event + " calls for it and was not counted"));
        }
    }

    private static Subject subject(JsonNode notice) {
        return new Subject(
                notice.path("code").asString(),
                notice.path("objectId").asString(),
                Trees.text(notice.path("clockId")).orElse(""),
                notice.path("confided").asBoolean(false));
    }

    private void deadlines(Map<Subject, String> watched) {
        var there = new HashSet<Subject>();
        for (var deadline : index.documents(Family.DEADLINE)) {
            var terms = deadline.state().path("terms");
            var subject = subject(terms);
            there.add(subject);
            findings.addUnless(
                    terms.path("dueOn").asString().equals(watched.get(subject)),
                    Rule.PHANTOM,
                    deadline.id(),
                    "watches " + terms.path("dueOn") + ", the events say " + watched.get(subject));
            var leads = new HashSet<Integer>();
            deadline.state()
                    .path("warned")
                    .forEach(lead -> findings.addUnless(
                            leads.add(lead.asInt()),
                            Rule.DOUBLE_EFFECT,
                            deadline.id(),
                            "warned twice " + lead + " days before"));
        }
        watched.keySet()
                .forEach(subject -> findings.addUnless(
                        there.contains(subject) || parked.contains(subject.objectId()),
                        Rule.LOST,
                        subject.objectId(),
                        "nobody watches the end of " + subject.clockId()));
    }

    private void links(Document asset) {
        var named = new HashMap<String, Integer>();
        var linked = new HashMap<String, Integer>();
        for (var entry : index.journal(new Ref(Family.ASSET, asset.id()))) {
            var text = index.entry(entry);
            var caseId = text.at("/data/caseId").asString("");
            switch (text.path("type").asString("")) {
                case "CaseNamed" -> named.merge(caseId, 1, Integer::sum);
                case "CaseLinked" -> linked.merge(caseId, 1, Integer::sum);
                default -> {}
            }
        }
        linked.forEach((caseId, times) -> findings.addUnless(
                times <= named.getOrDefault(caseId, 0),
                Rule.DOUBLE_EFFECT,
                asset.id(),
                caseId + " was named " + named.getOrDefault(caseId, 0) + " times and linked " + times + " times"));
        for (var link : asset.state().path("links")) {
            var caseId = link.path("caseId").asString();
            ground(link, asset);
            var expected = index.document(Family.CASE, caseId)
                    .map(c -> Recount.stage(c.state()).equals("CLOSED") ? "CASE_CLOSED" : "KNOWN")
                    .orElse("UNLINKED");
            findings.addUnless(
                    link.path("standing").asString().equals(expected)
                            || parked.contains(caseId)
                            || parked.contains(asset.id()),
                    Rule.LOST,
                    asset.id(),
                    "its link to " + caseId + " is " + link.path("standing").asString() + ", and the case says "
                            + expected);
        }
    }

    /** What an asset rests on in a case is the last that the case said of it. */
    private void ground(JsonNode link, Document asset) {
        var caseId = link.path("caseId").asString();
        index.document(Family.CASE, caseId)
                .map(original -> original.state().at("/file/dossier/recovery/all/number"))
                .filter(number -> !number.isMissingNode())
                .ifPresent(number -> findings.addUnless(
                        link.at("/ground/number").asInt(0) == number.asInt()
                                || parked.contains(caseId)
                                || parked.contains(asset.id()),
                        Rule.LOST,
                        asset.id(),
                        "it rests on ground " + link.at("/ground/number") + " of " + caseId + ", and the case says "
                                + number));
    }

    private void knownCases() {
        for (var known : index.documents(Family.KNOWN_CASE)) {
            var facts = known.state().path("facts");
            var original = index.document(Family.CASE, known.id());
            if (original.isEmpty()) {
                findings.addUnless(
                        facts.isMissingNode(), Rule.PHANTOM, known.id(), "facts are known of a case that is not there");
            } else if (!parked.contains(known.id())) {
                findings.addUnless(
                        facts.path("closed").asBoolean(false)
                                == Recount.stage(original.get().state()).equals("CLOSED"),
                        Rule.LOST,
                        known.id(),
                        "the asset service does not know how the case stands");
            }
        }
    }
}
