package org.repatria.policy;

/** Holds the table of the house; read once, when somebody first asks. */
final class HousePolicy {

    static final Policy POLICY = PolicyFile.ofTheHouse();

    private HousePolicy() {}
}
