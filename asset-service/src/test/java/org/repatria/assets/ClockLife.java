package org.repatria.assets;

import static org.repatria.assets.domain.Assets.FIRST;
import static org.repatria.assets.domain.Assets.HELD;
import static org.repatria.assets.domain.Assets.HOLDINGS;
import static org.repatria.assets.domain.Assets.HOUSE;
import static org.repatria.assets.domain.Assets.KESTREL;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.OWNED;
import static org.repatria.assets.domain.Assets.VINT;
import static org.repatria.assets.domain.Assets.at;
import static org.repatria.assets.domain.Assets.atNoon;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.AssetCommand.NoteTimePassed;
import org.repatria.assets.domain.Assets;
import org.repatria.assets.domain.InterestId;
import org.repatria.decider.Outcome;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.JournalEntry;
import org.repatria.testkit.decisions.Laws.Attempt;

/** One seized asset through everything that can happen to its clocks, in memory. */
public final class ClockLife {

    private static final InterestId ANOTHER = new InterestId("interest-another");

    private final Kept kept = Kept.inMemory();

    public ClockLife() {
        var attempts = new ArrayList<Attempt<AssetCommand>>();
        attempts.add(atNoon(Assets.registerHouse()));
        Assets.bearingAll(VINT).forEach(command -> attempts.add(atNoon(command)));
        attempts.addAll(List.of(
                atNoon(Assets.record(OWNED, Assets.owns(KESTREL, 1, 2))),
                atNoon(Assets.record(HELD, Assets.nominee(Assets.holder(HOLDINGS), 1, 2))),
                atNoon(Assets.seize(FIRST, MARCH_16)),
                atNoon(Assets.correct(HELD, ANOTHER, Assets.owns(Assets.holder(VINT), 1, 2))),
                atNoon(Assets.serve(FIRST, OWNED, MARCH_16)),
                at(Instant.parse("2016-03-16T12:00:00Z"), new NoteTimePassed()),
                at(Instant.parse("2016-04-01T12:00:00Z"), claimed("mira", LocalDate.parse("2016-04-01"))),
                at(Instant.parse("2016-04-02T12:00:00Z"), claimed("runa", LocalDate.parse("2016-04-01"))),
                at(Instant.parse("2016-05-02T12:00:00Z"), Assets.rejected("mira", LocalDate.parse("2016-05-02"))),
                at(Instant.parse("2016-07-04T12:00:00Z"), new NoteTimePassed())));
        for (var attempt : attempts) {
            var outcome = kept.assets()
                    .execute(CommandEnvelope.of(HOUSE.value(), attempt.command(), attempt.occasion()))
                    .block();
            if (!(outcome instanceof Outcome.Done)) {
                throw new AssertionError(attempt + " ended as " + outcome);
            }
        }
    }

    private static AssetCommand claimed(String id, LocalDate day) {
        return Assets.answering(Assets.claimShare(id, 1, 4, day), FIRST, Optional.empty());
    }

    public List<JournalEntry> journal() {
        return kept.assets().journal(HOUSE.value(), 0, 100).collectList().block();
    }

    public Asset state() {
        return kept.assets().read(HOUSE.value()).block().state();
    }
}
