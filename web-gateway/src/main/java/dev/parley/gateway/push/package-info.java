/** Routes about push messages: releasing them, the dosage of each follower, the digest, and quotas. */
@NullMarked
package dev.parley.gateway.push;

import org.jspecify.annotations.NullMarked;
