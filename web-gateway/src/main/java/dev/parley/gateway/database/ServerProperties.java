package dev.parley.gateway.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the server keeps what it must not forget.
 *
 * @param dataDirectory directory of the embedded PostgreSQL; made when it is missing, one server at a time
 *     ({@code PARLEY_DATA_DIR})
 */
@ConfigurationProperties("parley")
record ServerProperties(@DefaultValue("./data") Path dataDirectory) {}
