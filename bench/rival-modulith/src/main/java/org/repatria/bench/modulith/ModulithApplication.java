package org.repatria.bench.modulith;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The rival of our commands: one document, one event, Spring Modulith's event publication registry. It is a plain
 * servlet program on virtual threads, because the registry's transactions belong to threads.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class ModulithApplication {

    /** Started by the measurement, which tells where Kafka and MongoDB are, and ends when that is gone. */
    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().name("end-with-the-measurement").start(ModulithApplication::endWithInput);
        SpringApplication.run(ModulithApplication.class, arguments);
    }

    /** The input is a pipe of the measurement's: it closes even where that was killed. */
    private static void endWithInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Nobody can be at the other end any more.
        }
        Runtime.getRuntime().halt(0);
    }

    @Bean
    MongoTemplate mongoTemplate(MongoDatabaseFactory factory, MongoConverter converter) {
        var template = new FoundById(factory, converter);
        // The embedded server finds by (_id, version) only through an index on exactly these; ours has the same.
        template.indexOps(CaseDocument.class)
                .createIndex(new Index("_id", Direction.ASC)
                        .on("version", Direction.ASC)
                        .unique());
        return template;
    }

    /** Where the server knows no transactions; else Modulith makes MongoDB's own manager. */
    @Bean
    @ConditionalOnProperty(
            name = "spring.modulith.events.mongodb.transaction-management.enabled",
            havingValue = "false")
    PlatformTransactionManager transactionManager() {
        return new CallbacksOnly();
    }
}
