/** The views, tried with a real index in memory. No Kafka: that is the testkit's part. */
@NullMarked
package org.repatria.readmodel;

import org.jspecify.annotations.NullMarked;
