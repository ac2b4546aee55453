package org.repatria.cases.domain.sharing;

/** The explicit permission of one officer to see one compartment of one case. */
public record Grant(String officer, Compartment compartment) {}
