package org.repatria.testkit.consuming;

import org.repatria.messaging.consuming.InMemoryParkings;
import org.repatria.messaging.consuming.InMemoryProgresses;
import org.repatria.messaging.consuming.Parkings;
import org.repatria.messaging.consuming.Progresses;

class InMemoryConsumingStoresTest extends ConsumingStoresContract {

    private final InMemoryProgresses progresses = new InMemoryProgresses();
    private final InMemoryParkings parkings = new InMemoryParkings();

    @Override
    Progresses progresses() {
        return progresses;
    }

    @Override
    Parkings parkings() {
        return parkings;
    }
}
