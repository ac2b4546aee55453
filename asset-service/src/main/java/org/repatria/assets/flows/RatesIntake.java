package org.repatria.assets.flows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.repatria.assets.domain.rates.Conversion;
import org.repatria.assets.domain.rates.Rate;
import org.repatria.assets.domain.rates.RateCommand;
import org.repatria.assets.domain.rates.RateCommand.Quoted;
import org.repatria.assets.domain.rates.RateCommand.RecordRates;
import org.repatria.assets.domain.rates.RateSheet;
import org.repatria.decider.Occasion;
import org.repatria.decider.Outcome;
import org.repatria.messaging.Aggregates;
import org.repatria.messaging.CommandEnvelope;
import org.repatria.messaging.Limits;
import org.repatria.messaging.StoreUnavailable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Records the days of a file of reference rates. A file that is brought again changes nothing. */
public final class RatesIntake {

    /** Who publishes the euro reference rates. */
    public static final String SOURCE = "European Central Bank, euro reference rates";

    private final Aggregates<RateCommand, RateSheet> rates;

    public RatesIntake(Aggregates<RateCommand, RateSheet> rates) {
        this.rates = rates;
    }

    /** The days that were refused, because this source is recorded with another rate for them. */
    public Mono<List<LocalDate>> take(Map<LocalDate, List<Quoted>> byDay, Occasion on) {
        var days = byDay.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> new RecordRates(
                        Conversion.COMMON_BASE, it.getKey(), Rate.Type.OFFICIAL_REF, SOURCE, it.getValue()))
                .toList();
        return Flux.fromIterable(days)
                .buffer(Limits.BATCH_MAX)
                .concatMap(batch -> rates.executeAll(batch.stream()
                                .map(it -> CommandEnvelope.<RateCommand>of(RateSheet.idOf(it.base(), it.day()), it, on))
                                .toList())
                        .map(outcomes -> refused(batch, outcomes)))
                .flatMapIterable(refused -> refused)
                .collectList();
    }

    private static List<LocalDate> refused(List<RecordRates> days, List<Outcome<RateSheet>> outcomes) {
        var refused = new ArrayList<LocalDate>();
        for (var i = 0; i < days.size(); i++) {
            var day = days.get(i).day();
            switch (outcomes.get(i)) {
                case Outcome.Fulfilled<RateSheet> _ -> {}
                case Outcome.Refused<RateSheet> _ -> refused.add(day);
                case Outcome.OutboxFull<RateSheet> _, Outcome.Contended<RateSheet> _ ->
                    throw new StoreUnavailable(
                            "rates cannot be recorded now", new IllegalStateException(day.toString()));
                case Outcome.Stale<RateSheet> _, Outcome.CommandIdReused<RateSheet> _ ->
                    throw new IllegalStateException("rates of " + day + " could not be recorded");
            }
        }
        return refused;
    }
}
