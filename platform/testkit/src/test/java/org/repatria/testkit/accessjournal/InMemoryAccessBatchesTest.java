package org.repatria.testkit.accessjournal;

import org.repatria.messaging.accessjournal.AccessBatches;
import org.repatria.messaging.accessjournal.InMemoryAccessBatches;

class InMemoryAccessBatchesTest extends AccessBatchesContract {

    @Override
    AccessBatches emptyStore() {
        return new InMemoryAccessBatches();
    }
}
