/** What operators and load balancers can see of a node's state. */
@NullMarked
package dev.parley.gateway.health;

import org.jspecify.annotations.NullMarked;
