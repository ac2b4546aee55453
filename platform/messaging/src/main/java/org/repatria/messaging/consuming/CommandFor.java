package org.repatria.messaging.consuming;

/** A command that a reaction asks of one aggregate. */
public record CommandFor<C>(String aggregateId, C command) {}
