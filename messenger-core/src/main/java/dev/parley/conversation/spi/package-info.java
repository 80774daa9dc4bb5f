/** What other rooms may say to a message: refuse it before it is written, and act with it when it is. */
@NamedInterface("spi")
@NullMarked
package dev.parley.conversation.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
