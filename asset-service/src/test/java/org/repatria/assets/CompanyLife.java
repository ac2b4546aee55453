package org.repatria.assets;

import static org.repatria.assets.domain.Assets.CARL;
import static org.repatria.assets.domain.Assets.HELD;
import static org.repatria.assets.domain.Assets.HOLDINGS;
import static org.repatria.assets.domain.Assets.KESTREL;
import static org.repatria.assets.domain.Assets.MARCH_16;
import static org.repatria.assets.domain.Assets.NOON;
import static org.repatria.assets.domain.Assets.OWNED;
import static org.repatria.assets.domain.Assets.VINT;

import java.util.List;
import org.repatria.assets.domain.Assets;
import org.repatria.assets.domain.companies.Companies;
import org.repatria.assets.domain.companies.Company;
import org.repatria.assets.domain.companies.CompanyCommand;
import org.repatria.assets.domain.companies.CompanyCommand.HoldingCommand.CorrectHolding;
import org.repatria.assets.domain.companies.CompanyCommand.HoldingCommand.EndHolding;
import org.repatria.assets.domain.companies.CompanyCommand.HoldingCommand.RecordHolding;
import org.repatria.decider.Occasion;
import org.repatria.decider.Outcome;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.JournalEntry;

/** One company through everything that can happen to one, in memory. */
public final class CompanyLife {

    private static final List<CompanyCommand> COMMANDS = List.of(
            Companies.register(HOLDINGS),
            new RecordHolding(OWNED, Assets.owns(Assets.holder(VINT), 3, 5)),
            new CorrectHolding(OWNED, HELD, Assets.nominee(KESTREL, 3, 5), "holds for somebody else"),
            new EndHolding(HELD, MARCH_16, "sold to another company"));

    private final Kept kept = Kept.inMemory();

    public CompanyLife() {
        for (var command : COMMANDS) {
            var outcome = kept.companies()
                    .execute(CommandEnvelope.of(HOLDINGS.value(), command, Occasion.of(CARL, NOON)))
                    .block();
            if (!(outcome instanceof Outcome.Done)) {
                throw new AssertionError(command + " ended as " + outcome);
            }
        }
    }

    public List<JournalEntry> journal() {
        return kept.companies().journal(HOLDINGS.value(), 0, 100).collectList().block();
    }

    public Company state() {
        return kept.companies().read(HOLDINGS.value()).block().state();
    }
}
