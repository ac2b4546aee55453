package org.repatria.assets.publishing;

import java.util.Optional;
import org.repatria.assets.domain.alike.Alike;
import org.repatria.assets.domain.alike.AlikeEvent;
import org.repatria.messaging.Announcement;
import org.repatria.messaging.Publishing;

/** Publishes nothing: the key of a meeting is made of an identifier, and neither leaves the service. */
public final class AlikePublishing implements Publishing<Alike, AlikeEvent> {

    @Override
    public Announcement event(String key, AlikeEvent event, Alike after) {
        return Announcement.told();
    }

    @Override
    public Optional<Published> snapshot(String key, Alike state) {
        return Optional.empty();
    }
}
