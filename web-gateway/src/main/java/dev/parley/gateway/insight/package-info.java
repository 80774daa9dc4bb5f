/** Routes about what push messages did and how followers came and went, and the report of what was shown. */
@NullMarked
package dev.parley.gateway.insight;

import org.jspecify.annotations.NullMarked;
