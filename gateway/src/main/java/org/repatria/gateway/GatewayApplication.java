package org.repatria.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import reactor.netty.ReactorNetty;

/** Starts the gateway. */
@SpringBootApplication
public class GatewayApplication {

    public static void main(String[] args) {
        // Spring Security asks the identity provider with clients of its own, which keep what this property says.
        System.setProperty(ReactorNetty.POOL_MAX_IDLE_TIME, String.valueOf(Limits.PART_CONNECTION_IDLE_MAX.toMillis()));
        SpringApplication.run(GatewayApplication.class, args);
    }
}
