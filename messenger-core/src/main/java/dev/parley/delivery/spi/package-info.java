/** What other rooms give to delivery: a second stream that is merged into what a reader sees. */
@NamedInterface("spi")
@NullMarked
package dev.parley.delivery.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
