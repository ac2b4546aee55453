package org.repatria.cases.queries;

import org.repatria.readmodel.View;

/** The two views of this service. */
public record CaseViews(View cases, View lists) {}
