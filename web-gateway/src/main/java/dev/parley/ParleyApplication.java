package dev.parley;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server. */
@SpringBootApplication
public class ParleyApplication {
    /** Starts the server. */
    public static void main(String[] args) {
        SpringApplication.run(ParleyApplication.class, args);
    }
}
