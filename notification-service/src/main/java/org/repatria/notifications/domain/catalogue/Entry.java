package org.repatria.notifications.domain.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.repatria.notifications.domain.alerts.Severity;

/**
 * One line of the catalogue.
 *
 * @param code stable, such as {@code AL-03}
 * @param source where the entry comes from, such as a section of law or a house policy
 * @param objectType kind of the object it is about
 * @param casePointer where an event names the case of the object; empty when the object has none
 * @param namePointer where an event says what people call the object; whoever sees the alert may know it (secrecy fails
 *     closed)
 * @param title finished text; {@code {/pointer}} is replaced from the event, {@code {object}}, {@code {due}} and
 *     {@code {lead}} from the deadline
 * @param remedy what to do next
 * @param raisedBy events that call for the alert at once
 * @param vanishesWith events that show that its condition is gone
 * @param deadline the deadline whose approach calls for the alert
 */
public record Entry(
        String code,
        String source,
        Severity severity,
        Set<String> recipients,
        String objectType,
        Optional<String> casePointer,
        Optional<String> namePointer,
        String title,
        String remedy,
        List<Trigger> raisedBy,
        List<Trigger> vanishesWith,
        Optional<DeadlineRule> deadline) {

    public Entry {
        recipients = Set.copyOf(recipients);
        raisedBy = List.copyOf(raisedBy);
        vanishesWith = List.copyOf(vanishesWith);
    }

    /**
     * An event that matters to an entry.
     *
     * @param each a list in the event of which each thing counts by itself; what a thing says is read before what the
     *     event says. Empty when the event counts as a whole
     * @param object where the event names the object; empty when it is the event's subject
     * @param clock where the event names the clock within the object; empty when the object has only one
     * @param due where the event names the last day of a deadline; empty when there is none
     * @param zone where the event names the time zone in which the days of the deadline are counted
     * @param knownTo where an event of the type counts only if both states know of it, or only if one keeps it to
     *     itself
     * @param when what else must hold
     */
    public record Trigger(
            String type,
            Optional<String> each,
            Optional<String> object,
            Optional<String> clock,
            Optional<String> due,
            Optional<String> zone,
            KnownTo knownTo,
            List<Condition> when) {
        public Trigger {
            when = List.copyOf(when);
        }

        boolean matches(Fact fact) {
            return type.equals(fact.type())
                    && knownTo.includes(fact)
                    && when.stream().allMatch(condition -> condition.holds(fact));
        }
    }

    /** Who has to know of an event for a trigger to count. What is published both ways is looked at one way. */
    public enum KnownTo {
        ANYONE,
        BOTH,
        HOST;

        boolean includes(Fact fact) {
            return switch (this) {
                case ANYONE -> true;
                case BOTH -> !fact.isConfided();
                case HOST -> fact.isConfided();
            };
        }
    }

    /** Something that must hold in an event's data for a trigger to count. */
    public sealed interface Condition {

        /** Where it looks. */
        String pointer();

        boolean holds(Fact fact);

        /** The whole number at the pointer is above a bound. */
        record Above(String pointer, long bound) implements Condition {
            @Override
            public boolean holds(Fact fact) {
                return fact.at(pointer)
                        .map(Long::parseLong)
                        .filter(n -> n > bound)
                        .isPresent();
            }
        }

        /** The text at the pointer is this. */
        record Is(String pointer, String value) implements Condition {
            @Override
            public boolean holds(Fact fact) {
                return fact.at(pointer).filter(value::equals).isPresent();
            }
        }

        /** The text at the pointer is one of these. */
        record OneOf(String pointer, Set<String> values) implements Condition {
            public OneOf {
                values = Set.copyOf(values);
            }

            @Override
            public boolean holds(Fact fact) {
                return fact.at(pointer).filter(values::contains).isPresent();
            }
        }

        /** The text at the pointer begins like this, as the names of related rules do. */
        record StartsWith(String pointer, String value) implements Condition {
            @Override
            public boolean holds(Fact fact) {
                return fact.at(pointer).filter(text -> text.startsWith(value)).isPresent();
            }
        }
    }

    /**
     * A deadline that events start, move and end.
     *
     * @param watchedFrom events that set its day; each names {@code due} and {@code zone}
     * @param endedBy events after which it no longer matters
     * @param leads days before the last day at whose start a warning is given, longest first
     */
    public record DeadlineRule(List<Trigger> watchedFrom, List<Trigger> endedBy, List<Integer> leads) {
        public DeadlineRule {
            watchedFrom = List.copyOf(watchedFrom);
            endedBy = List.copyOf(endedBy);
            leads = List.copyOf(leads);
        }
    }
}
