package org.repatria.notifications.domain.deadlines;

/** Why a watched deadline may say no. */
public enum DeadlineRefusal {
    DEADLINE_NOT_WATCHED,
    WARNING_NOT_DUE
}
