package org.repatria.messaging.consuming.parking;

import static org.repatria.decider.Decision.accept;
import static org.repatria.decider.Decision.nothingToDo;

import org.repatria.decider.Decider;
import org.repatria.decider.Decision;
import org.repatria.decider.Occasion;
import org.repatria.messaging.consuming.parking.ParkingCommand.NoteFreed;
import org.repatria.messaging.consuming.parking.ParkingCommand.NoteLeftOut;
import org.repatria.messaging.consuming.parking.ParkingCommand.NoteParked;
import org.repatria.messaging.consuming.parking.ParkingEvent.KeyFreed;
import org.repatria.messaging.consuming.parking.ParkingEvent.KeyParked;
import org.repatria.messaging.consuming.parking.ParkingEvent.RecordLeftOut;

/** Notes each fact once, however often it is told. */
final class ParkingDecider implements Decider<ParkingCommand, ParkingState, ParkingEvent> {

    @Override
    public ParkingState initial() {
        return ParkingState.UNNOTED;
    }

    @Override
    public Decision<ParkingEvent> decide(ParkingCommand command, ParkingState state, Occasion occasion) {
        return switch (command) {
            case NoteParked _ when state.parked() -> nothingToDo();
            case NoteParked c ->
                accept(new KeyParked(c.consumer(), c.subject(), c.cause(), c.position(), occasion.at()));

            case NoteFreed _ when state.parked() -> accept(new KeyFreed(occasion.at()));
            case NoteFreed _ -> nothingToDo();

            case NoteLeftOut c when c.position().equals(state.lastLeftOut()) -> nothingToDo();
            case NoteLeftOut c ->
                accept(new RecordLeftOut(c.consumer(), c.subject(), c.position(), c.reason(), occasion.at()));
        };
    }

    @Override
    public ParkingState evolve(ParkingState state, ParkingEvent event) {
        return switch (event) {
            case KeyParked e -> new ParkingState(e.consumer(), e.subject(), true, state.lastLeftOut());
            case KeyFreed _ -> new ParkingState(state.consumer(), state.subject(), false, state.lastLeftOut());
            case RecordLeftOut e -> new ParkingState(e.consumer(), e.subject(), state.parked(), e.position());
        };
    }
}
