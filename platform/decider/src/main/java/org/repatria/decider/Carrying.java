package org.repatria.decider;

/** A command that hands on another one: it is refused for the reasons of both. */
public interface Carrying {

    Object command();
}
