package org.repatria.assets.reactions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.repatria.assets.domain.knownlaw.KnownLaw;
import org.repatria.assets.domain.knownlaw.KnownLawCommand;
import org.repatria.assets.domain.knownlaw.KnownLawCommand.NoteAmendment;
import org.repatria.clocks.Amendment;
import org.repatria.messaging.consuming.CommandFor;
import org.repatria.messaging.consuming.PublishedRecord;
import org.repatria.messaging.consuming.Reaction;

/**
 * An approved amendment of what clocks are counted by counts here too. What it says of anything else is nothing to
 * assets, and one that was published without its row says nothing.
 */
public final class WhenLawIsAmendedThenCountByIt implements Reaction<KnownLawCommand> {

    private static final String CLOCK_RULES = "clock-rules";
    private static final Set<String> COUNTED_BY = Set.of(CLOCK_RULES, "calendars", "profiles");

    private final Consumer<Amendment> demandReadable;

    /**
     * Notes what can be read here; all else waits parked until it can.
     *
     * @param demandReadable throws where a row cannot be read
     */
    public WhenLawIsAmendedThenCountByIt(Consumer<Amendment> demandReadable) {
        this.demandReadable = demandReadable;
    }

    @Override
    public List<CommandFor<KnownLawCommand>> to(PublishedRecord event) {
        return event
                .as(Amended.class)
                .amendment()
                .filter(it -> COUNTED_BY.contains(it.kind()))
                .map(this::noted)
                .stream()
                .toList();
    }

    private CommandFor<KnownLawCommand> noted(Amendment amendment) {
        demandReadable.accept(amendment);
        return new CommandFor<>(KnownLaw.ID, new NoteAmendment(amendment));
    }

    /**
     * What is read of the event.
     *
     * @param ruleId in place of {@code kind} and {@code rowId} where the row is a clock rule
     */
    record Amended(
            Optional<String> ruleId,
            Optional<String> kind,
            Optional<String> rowId,
            String amendmentId,
            Optional<Map<String, String>> row,
            Instant changedAt) {

        Optional<Amendment> amendment() {
            var changed = ruleId.or(() -> rowId);
            return row.flatMap(texts ->
                    changed.map(id -> new Amendment(amendmentId, kind.orElse(CLOCK_RULES), id, texts, changedAt)));
        }
    }
}
