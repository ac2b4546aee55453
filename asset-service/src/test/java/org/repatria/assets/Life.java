package org.repatria.assets;

import static org.repatria.assets.domain.Assets.ACCOUNT;
import static org.repatria.assets.domain.Assets.AFTER_JUNE_14;
import static org.repatria.assets.domain.Assets.FIRST;
import static org.repatria.assets.domain.Assets.LONGER;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.SECOND;
import static org.repatria.assets.domain.Assets.SISTER;
import static org.repatria.assets.domain.Assets.VINT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.repatria.assets.domain.Asset;
import org.repatria.assets.domain.AssetCommand;
import org.repatria.assets.domain.Assets;
import org.repatria.decider.Actor;
import org.repatria.decider.Outcome;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.JournalEntry;

/** One asset through everything that can happen to one, in memory. */
public final class Life {

    private static final Actor CARL = new Actor("carl.officer", Set.of("CO"), "XH-CA");

    private static final List<AssetCommand> COMMANDS = List.of(
            Assets.registerAccount(),
            Assets.link(VINT),
            Assets.link(SISTER),
            Assets.appeared(VINT),
            Assets.unlink(SISTER),
            Assets.appraisal("612400.00", "USD"),
            Assets.restrain(FIRST),
            Assets.restrain(SECOND),
            Assets.extend(FIRST, LONGER, AFTER_JUNE_14),
            Assets.markLapsed(SECOND, AFTER_JUNE_14),
            Assets.closed(VINT),
            Assets.appeared(VINT),
            Assets.dischargeLonger());

    private final Kept kept = Kept.inMemory();

    public Life() {
        for (var command : COMMANDS) {
            var outcome = kept.assets()
                    .execute(new CommandEnvelope<>(
                            ACCOUNT.value(),
                            command,
                            CARL,
                            NOON,
                            "",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()))
                    .block();
            if (!(outcome instanceof Outcome.Done)) {
                throw new AssertionError(command + " ended as " + outcome);
            }
        }
    }

    public List<JournalEntry> journal() {
        return kept.assets().journal(ACCOUNT.value(), 0, 100).collectList().block();
    }

    public Asset state() {
        return kept.assets().read(ACCOUNT.value()).block().state();
    }
}
