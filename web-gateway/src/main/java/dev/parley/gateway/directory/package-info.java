/** Finding official accounts: search, pages and QR codes. */
@NullMarked
package dev.parley.gateway.directory;

import org.jspecify.annotations.NullMarked;
