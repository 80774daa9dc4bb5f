/** What other rooms may learn of the desk, in the transaction in which it happens. */
@NamedInterface("spi")
@NullMarked
package dev.parley.desk.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
