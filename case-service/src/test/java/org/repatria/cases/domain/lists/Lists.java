package org.repatria.cases.domain.lists;

import static org.repatria.cases.domain.cases.Cases.NOON;
import static org.repatria.cases.domain.cases.Cases.RUVANIAS;
import static org.repatria.cases.domain.cases.Cases.TODAY;
import static org.repatria.cases.domain.cases.Cases.XR_TO_XH;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.repatria.cases.domain.lists.ListEvent.ListHandedOver;
import org.repatria.cases.domain.lists.ListEvent.ListReceived;
import org.repatria.cases.domain.lists.ListEvent.RowsScreened;

/** A list of five rows that the tests of lists speak about. */
public final class Lists {

    public static final ListDescription DESCRIPTION = new ListDescription(XR_TO_XH, TODAY, "XR-2014-1");
    public static final ListContent FIVE_ROWS =
            new ListContent("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", ListFormat.CSV, 5);
    public static final ListReceived RECEIVED = new ListReceived(RUVANIAS, DESCRIPTION, FIVE_ROWS, NOON);
    public static final Funnel THREE = new Funnel(1, 1, 1, 0, new TreeMap<>(Map.of(HoldReason.REPORTED_DECEASED, 1)));
    public static final Funnel TWO = new Funnel(1, 0, 0, 1, new TreeMap<>());
    public static final RowsScreened FIRST_THREE = new RowsScreened(RUVANIAS, 1, THREE, NOON);
    public static final RowsScreened LAST_TWO = new RowsScreened(RUVANIAS, 4, TWO, NOON);
    public static final ListHandedOver HANDED_OVER = new ListHandedOver(RUVANIAS, THREE.plus(TWO), NOON);

    /** One of each event, in an order that can happen. */
    public static final List<ListEvent> EVERY_EVENT = List.of(RECEIVED, FIRST_THREE, LAST_TWO, HANDED_OVER);

    private Lists() {}
}
