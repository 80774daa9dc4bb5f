package dev.parley.gateway.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An outside PostgreSQL to use instead of the embedded one.
 *
 * @param url address of the outside database, {@code jdbc:postgresql://host:5432/parley} or
 *     {@code postgresql://user:password@host:5432/parley}; empty for the embedded one
 * @param user user of the outside database, when it does not stand in the address
 * @param password password of that user, when it does not stand in the address
 */
@ConfigurationProperties("parley.database")
record DatabaseProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password) {
    @Override
    public String toString() {
        return "DatabaseProperties[user=" + user + "]";
    }
}
