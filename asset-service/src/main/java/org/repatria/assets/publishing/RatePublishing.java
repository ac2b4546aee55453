package org.repatria.assets.publishing;

import java.util.Optional;
import org.repatria.assets.domain.rates.RateEvent;
import org.repatria.assets.domain.rates.RateSheet;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.Publishing;

/** Publishes nothing of rates: who publishes them is their source. */
public final class RatePublishing implements Publishing<RateSheet, RateEvent> {

    @Override
    public Announcement event(String sheetId, RateEvent event, RateSheet after) {
        return Announcement.told();
    }

    @Override
    public Optional<Published> snapshot(String sheetId, RateSheet state) {
        return Optional.empty();
    }
}
