package org.repatria.readmodel;

/** The answer to a query: a page, or the reason why the query cannot be answered as asked. */
public sealed interface Found permits Page, QueryRefusal {}
