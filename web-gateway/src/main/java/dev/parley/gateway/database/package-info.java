/** The PostgreSQL that comes with the server, and the sentence that is said when it cannot be had. */
@NamedInterface("start")
@NullMarked
package dev.parley.gateway.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
