package org.repatria.messaging.consuming;

import java.util.List;
import java.util.Optional;

/**
 * The parked keys and the records that wait behind them. Everything that must agree about one key stands in its
 * {@link Parking}; a record is stored before a parking lists it and removed after. Calls block; they throw
 * {@link org.repatria.messaging.StoreUnavailable} when the store does not answer.
 */
public interface Parkings {

    /** The parking of a key, if it is parked. */
    Optional<Parking> find(String consumer, String subject);

    /** Parks a key; false, and nothing changed, when it is parked already. */
    boolean open(Parking parking);

    /** Writes a parking that was read before. False, and nothing changed, when somebody else wrote it meanwhile. */
    boolean replace(Parking read, Parking next);

    /** Unparks; false, and nothing changed, when somebody else wrote it meanwhile. */
    boolean close(Parking read);

    /** Parkings in the order of their ids, those after a given id. */
    List<Parking> after(String id, int limit);

    /** Keeps a record; the same one twice is one. */
    void keep(String consumer, RawRecord record);

    /** A record by its position. */
    Optional<RawRecord> record(String consumer, String subject, String position);

    /** Forgets a record. */
    void drop(String consumer, String subject, String position);
}
