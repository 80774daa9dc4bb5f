/** The web app and the description of the interface, as a browser asks for them. */
@NullMarked
package dev.parley.gateway.web;

import org.jspecify.annotations.NullMarked;
