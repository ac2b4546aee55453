package org.repatria.edge;

/**
 * What a route gives to read, as the access journal tells it. A route that does not say reads a file where it is a GET.
 */
public enum Reading {
    /** A file, a list or a figure. */
    CONSULTATION,
    /** A part of a file that is open to few. */
    COMPARTMENT,
    /** Data that leave the house. */
    DISCLOSURE
}
