package org.repatria.cases.domain.facts;

/** What an offence of the host state's own law is, in the words of {@link FactName#HOST_OFFENCE}. */
public enum HostOffence {
    LAUNDERING,
    VISA_FRAUD,
    TAX,
    FRAUD,
    OTHER
}
