/** The only room that speaks HTTP: it turns requests into commands and outcomes into answers, and knows all other rooms. */
@ApplicationModule(displayName = "Gateway")
@NullMarked
package dev.parley.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
